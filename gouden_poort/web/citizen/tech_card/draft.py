"""What a child picked so far: only in the cookie of its own browser, for one hour, and gone when the browser closes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from flask import session

from gouden_poort.profiles.tech_card_questions import QUESTIONS
from gouden_poort.wiring import house

_KEY = "card"
KEPT_FOR = timedelta(hours=1)
"""On a computer in a classroom the next child begins with an empty card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A card that is being filled in."""

    picked: Mapping[str, str] = field(default_factory=dict)
    """Values by question; an empty one is `Weet ik niet`."""
    place: str = ""
    """The name of a place of the catalogue; empty when it was not told."""


def begin() -> None:
    """An empty card, in the place of one that was there."""
    session[_KEY] = {"since": _now(), "picked": {}, "place": ""}


def read() -> Draft | None:
    """The card of this browser; None when there is none, or none any more."""
    kept = session.get(_KEY)
    if not isinstance(kept, dict) or _now() - kept["since"] > KEPT_FOR.total_seconds():
        return None
    return Draft(picked=kept["picked"], place=kept["place"])


def pick(question_id: str, value: str) -> None:
    """Put one answer on the card."""
    session[_KEY] = session[_KEY] | {"picked": session[_KEY]["picked"] | {question_id: value}}


def live_in(place: str) -> None:
    """Put a place on the card; an empty one takes it off."""
    session[_KEY] = session[_KEY] | {"place": place}


def forget() -> None:
    """Take the card out of the cookie."""
    session.pop(_KEY, None)


def next_number(draft: Draft) -> int | None:
    """The number of the first question without an answer; None when all were answered."""
    return next((number for number, each in enumerate(QUESTIONS, 1) if each.id not in draft.picked), None)


def _now() -> int:
    return int(house().clock().timestamp())
