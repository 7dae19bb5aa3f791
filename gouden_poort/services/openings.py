"""When no route is open: which single other answer would open one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import Mode
from gouden_poort.profiles.profile import Profile
from gouden_poort.services.routes import suggest_routes

MINUTES = (60, 75, 90, 120)
HOURS = (16, 24, 28, 32, 36, 40)
EUROS = (250, 500, 1_000, 2_500)
WITHOUT_A_CAR = frozenset({Mode.BIKE, Mode.TRANSIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A question with another answer to it; `value` is 0 where the answer is not a number."""

    question_id: str
    value: int
    profile: Profile


def openings(snapshot: Snapshot, profile: Profile) -> tuple[Opening, ...]:
    """For each question that can help by itself, the smallest change that opens a route."""
    ladders = (
        [_travel(profile, minutes) for minutes in MINUTES if minutes > profile.max_travel_minutes],
        [_hours(profile, hours) for hours in HOURS if hours > profile.hours_per_week],
        list(_times(profile)),
        list(_transport(profile)),
        [_budget(profile, euros) for euros in EUROS if euros > profile.budget_eur],
    )
    found = (_smallest(snapshot, ladder) for ladder in ladders)
    return tuple(opening for opening in found if opening is not None)


def _smallest(snapshot: Snapshot, ladder: list[Opening]) -> Opening | None:
    """The first of the ladder that opens a route; the top is tried first, because most ladders open nothing."""
    if not ladder or not suggest_routes(snapshot, ladder[-1].profile):
        return None
    return next(opening for opening in ladder if suggest_routes(snapshot, opening.profile))


def _travel(profile: Profile, minutes: int) -> Opening:
    return Opening(question_id="travel_minutes", value=minutes, profile=replace(profile, max_travel_minutes=minutes))


def _hours(profile: Profile, hours: int) -> Opening:
    return Opening(question_id="week", value=hours, profile=replace(profile, hours_per_week=hours))


def _budget(profile: Profile, euros: int) -> Opening:
    return Opening(question_id="budget", value=euros, profile=replace(profile, budget_eur=euros))


def _times(profile: Profile) -> Iterator[Opening]:
    """Courses at any time of the week, for who named some."""
    if profile.circumstances.dayparts:
        anytime = replace(profile.circumstances, dayparts=None)
        yield Opening(question_id="dayparts", value=0, profile=replace(profile, circumstances=anytime))


def _transport(profile: Profile) -> Iterator[Opening]:
    """Bicycle and public transport beside what someone has; a car is not something we may ask for."""
    if not profile.modes >= WITHOUT_A_CAR:
        yield Opening(question_id="transport", value=0, profile=replace(profile, modes=profile.modes | WITHOUT_A_CAR))
