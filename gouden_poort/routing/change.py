"""What a person could change about themselves so that more routes open: each a small step further on one ladder.

Only what lies outside a route: Dutch, diplomas and skills are learnt inside it. Nobody is asked to get a car, to
move house, or to be another age or of another group. Every rung allows all that the one below it allows, except that
who begins later misses what starts before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import Mode
from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.facts.person import LICENCES_B

MINUTES_MORE = (10, 15, 20, 30, 45, 60)
LONGEST_MINUTES = 120
HOURS = (16, 20, 24, 28, 32, 36, 40)
EUROS_MORE = (100, 200, 300, 500, 1_000, 2_000)
WEEKS_LATER = (13, 26, 52)
WEEKS_LONGER = (26, 52, 104)
TEN_YEARS = 520
LICENCE_B = "cr-rijbewijs-b"
WITHOUT_A_CAR = frozenset({Mode.BIKE, Mode.TRANSIT})


class ChangeKind(Enum):
    """What is changed; in the order in which people would rather do it."""

    DAYPARTS = "dayparts"
    TRAVEL_MINUTES = "travel_minutes"
    TRANSPORT = "transport"
    LATER_START = "later_start"
    LONGER_ROUTE = "longer_route"
    HOURS_PER_WEEK = "hours_per_week"
    BUDGET = "budget"
    DRIVING_LICENCE = "driving_licence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change; `before` and `after` are the answers: minutes, hours, euros or weeks, and 0 where it is no number."""

    kind: ChangeKind
    before: int = 0
    after: int = 0

    def made(self, profile: Profile) -> Profile:  # noqa: PLR0911 - one answer for each kind reads best
        """The profile of someone who made the change."""
        match self.kind:
            case ChangeKind.DAYPARTS:
                return replace(profile, circumstances=replace(profile.circumstances, dayparts=None))
            case ChangeKind.TRANSPORT:
                return replace(profile, modes=profile.modes | WITHOUT_A_CAR)
            case ChangeKind.LATER_START:
                return replace(profile, available_from=profile.available_from + timedelta(weeks=self.after))
            case ChangeKind.DRIVING_LICENCE:
                return replace(profile, credentials=profile.credentials | {LICENCE_B})
            case ChangeKind.TRAVEL_MINUTES:
                return replace(profile, max_travel_minutes=self.after)
            case ChangeKind.LONGER_ROUTE:
                return replace(profile, horizon_weeks=self.after)
            case ChangeKind.HOURS_PER_WEEK:
                return replace(profile, hours_per_week=self.after)
            case ChangeKind.BUDGET:
                return replace(profile, budget_eur=self.after)


Ladder = tuple[Change, ...]
"""Changes of one kind, the smallest first; never empty."""


def made(changes: Iterable[Change], profile: Profile) -> Profile:
    """The profile of someone who made all of some changes."""
    for change in changes:
        profile = change.made(profile)
    return profile


def ladders(snapshot: Snapshot, profile: Profile) -> tuple[Ladder, ...]:
    """What this person could change, in the order of `ChangeKind`."""
    return tuple(ladder for kind in ChangeKind if (ladder := tuple(_rungs(kind, snapshot, profile))))


def _rungs(kind: ChangeKind, snapshot: Snapshot, profile: Profile) -> Iterator[Change]:
    match kind:
        case ChangeKind.DAYPARTS:
            if profile.circumstances.dayparts:
                yield Change(kind=kind)
        case ChangeKind.TRAVEL_MINUTES:
            now = profile.max_travel_minutes
            steps = (now + more for more in MINUTES_MORE)
            yield from _rungs_up(kind, now, (step for step in steps if step <= LONGEST_MINUTES))
        case ChangeKind.TRANSPORT:
            if not profile.modes >= WITHOUT_A_CAR:
                yield Change(kind=kind)
        case ChangeKind.LATER_START:
            yield from _rungs_up(kind, 0, WEEKS_LATER)
        case ChangeKind.LONGER_ROUTE:
            now = profile.horizon_weeks
            yield from _rungs_up(kind, now, (now + more for more in WEEKS_LONGER if now + more <= TEN_YEARS))
        case ChangeKind.HOURS_PER_WEEK:
            yield from _rungs_up(kind, profile.hours_per_week, HOURS)
        case ChangeKind.BUDGET:
            yield from _rungs_up(kind, profile.budget_eur, (profile.budget_eur + more for more in EUROS_MORE))
        case ChangeKind.DRIVING_LICENCE:
            if LICENCE_B in snapshot.columns.credentials.id and not profile.credentials & LICENCES_B:
                yield Change(kind=kind)


def _rungs_up(kind: ChangeKind, now: int, steps: Iterable[int]) -> Iterator[Change]:
    return (Change(kind=kind, before=now, after=step) for step in steps if step > now)
