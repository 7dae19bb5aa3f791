"""What someone reads when no route is open: the one other answer that would help, as a sentence and a button."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flask import url_for

from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.questions import BY_ID, QUESTIONS
from gouden_poort.services.openings import Opening
from gouden_poort.web.filters import euros
from gouden_poort.web.wording import say

CHANGE: Mapping[str, str] = MappingProxyType(
    {
        "travel_minutes": "Verander mijn reistijd",
        "week": "Verander mijn uren per week",
        "dayparts": "Verander mijn tijden",
        "transport": "Verander mijn vervoer",
        "budget": "Verander mijn eigen geld",
    }
)
"""What the button to each question says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A change that opens a route, and where to make it."""

    words: str
    button: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRoute:
    """Why there is no route, what to do first, and what would help as well."""

    why: str
    first: Hint
    others: tuple[Hint, ...]


def no_route(profile: Profile, openings: Iterable[Opening]) -> NoRoute:
    """The first opening becomes the button; without any, all answers are one click away."""
    nothing = Hint(words=say("opening.nothing"), button="Verander mijn antwoorden", url=url_for("assessment.check"))
    first, *others = [_hint(opening) for opening in openings] or [nothing]
    limits = say(
        "opening.limits",
        minutes=profile.max_travel_minutes,
        hours=profile.hours_per_week,
        euros=euros(profile.budget_eur),
    )
    return NoRoute(why=f"{say('opening.none')} {limits}", first=first, others=tuple(others))


def _hint(opening: Opening) -> Hint:
    value = euros(opening.value) if opening.question_id == "budget" else opening.value
    number = QUESTIONS.index(BY_ID[opening.question_id]) + 1
    return Hint(
        words=say(f"opening.{opening.question_id}", value=value),
        button=CHANGE[opening.question_id],
        url=url_for("assessment.ask", number=number, naar="controle"),
    )
