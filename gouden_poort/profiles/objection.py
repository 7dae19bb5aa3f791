"""What someone says is not right: about a result, a fact, a rule or their own data, for a person to answer."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import ClassVar

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.request import Request
from gouden_poort.profiles.typed import one_line, readable, unfit


class About(Enum):
    """What an objection is about."""

    RESULT = "result"
    FACT = "fact"
    RULE = "rule"
    OWN_DATA = "own_data"
    OTHER = "other"


LONGEST: Mapping[str, int] = {"page": 300, "what": 3000, "contact": 200}
"""Characters of each text."""
_OF_LINES = "what"
"""The text that may have more lines than one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection(Request):
    """One message that a person has to answer; one that is open stays until it was."""

    KEPT_AFTER_ANSWER: ClassVar = timedelta(days=90)

    about: About
    page: str
    """Which page or result it is about, as the sender wrote it; may be empty."""
    what: str
    contact: str
    """How to reach the sender; empty for who wants no answer."""
    rules: str
    """The rule set that answered on that day; empty when none did."""
    catalogue: str
    """The contents of the catalogue on that day; empty when there was none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grievance:
    """What the sender filled in, checked."""

    about: About
    page: str
    what: str
    contact: str


def last_day(received: date) -> date:
    """The last day for an answer: the same day of the next month, or the last one it has (AVG, art. 12, lid 3).

    The law moves a last day in the weekend to the next working day; we do not, so that we are never later.

    >>> last_day(date(2027, 1, 31))
    datetime.date(2027, 2, 28)
    """
    year, month = (received.year + 1, 1) if received.month == 12 else (received.year, received.month + 1)
    return date(year, month, min(received.day, monthrange(year, month)[1]))


def check_grievance(given: Mapping[str, str]) -> Grievance:
    """What was filled in, in readable characters and without loose spaces; InvalidInput names every fault."""
    texts = {name: (readable if name == _OF_LINES else one_line)(given.get(name, "")) for name in LONGEST}
    about = given.get("about", "")
    faults = [*_faults(about, texts)]
    if faults:
        raise InvalidInput(faults)
    return Grievance(about=About(about), **texts)


def _faults(about: str, texts: Mapping[str, str]) -> Iterator[FieldError]:
    if about not in {each.value for each in About}:
        yield FieldError(path="about", code="not_a_choice", given=about[:80], expected="what it is about")
    if not texts["what"]:
        yield FieldError(path="what", code="missing", given="", expected="what is not right")
    yield from unfit(texts, LONGEST)
