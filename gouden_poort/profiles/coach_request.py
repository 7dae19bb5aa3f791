"""Asking a coach to get in touch: what is shared, how and when to reach someone, and how long that is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import ClassVar

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.contact import fault_of_language, faults_of_contact, typed_contact
from gouden_poort.profiles.request import Request

WORKING_DAYS = 3
"""Within how many working days someone reacts."""


class Daypart(Enum):
    """When someone likes to be called."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLine:
    """One thing that a coach may see, in the Dutch words in which it was shown to who shares it."""

    key: str
    """The question, or what else of the visitor it is."""
    about: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How, when and in which language someone wants to be spoken to; kept for the request only."""

    name: str
    """How to call them; may be empty."""
    phone: str
    email: str
    """At least one of the two is there."""
    language: str
    daypart: Daypart


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachRequest(Request):
    """One request to a coach."""

    KEPT_AFTER_ANSWER: ClassVar = timedelta(days=30)
    KEPT_WITHOUT_ANSWER: ClassVar = timedelta(days=90)

    reach: Reach
    route: str
    """The occupation whose route was chosen; empty when none was, or when it is not shared."""
    shared: tuple[SharedLine, ...]


def check_reach(given: Mapping[str, str], languages: Collection[str]) -> Reach:
    """What was filled in, in readable characters and without loose spaces; InvalidInput names every fault."""
    texts = typed_contact(given)
    language, daypart = given.get("language", ""), given.get("daypart", "")
    faults = [*faults_of_contact(texts), *fault_of_language(language, languages), *_fault_of_daypart(daypart)]
    if faults:
        raise InvalidInput(faults)
    return Reach(**texts, language=language, daypart=Daypart(daypart))


def _fault_of_daypart(daypart: str) -> Iterator[FieldError]:
    if daypart not in {each.value for each in Daypart}:
        yield FieldError(path="daypart", code="not_a_choice", given=daypart[:80], expected="when to call")
