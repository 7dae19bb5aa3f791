"""The words of the rule language: the facts and parameters that a test may name, each with its kind and unit.

A value of one case is: for a number or an amount of money a whole number of the smallest unit (`decimals` says how
many places that is), for a level or a choice one of its words, for yes/no a bool, for a set a frozenset of words,
for skills a mapping from id to level. `None`, or nothing at all, means: not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from types import MappingProxyType

Value = int | str | bool | frozenset[str] | Mapping[str, int]
Facts = Mapping[str, Value | None]
"""What is known of one case, by the full name of each fact, such as `person.age`."""


class Kind(Enum):
    """What sort of value a fact or an expression has."""

    NUMBER = "number"
    MONEY = "money"
    LEVEL = "level"
    CHOICE = "choice"
    YES_NO = "yes_no"
    SET = "set"
    SKILLS = "skills"


class Subject(Enum):
    """Whom or what a fact is about: the part of its name before the dot."""

    PERSON = "person"
    OFFERING = "offering"
    POSITION = "position"
    OCCUPATION = "occupation"
    EMPLOYER = "employer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The same said in Dutch (B1) and in English."""

    nl: str
    en: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Fact:
    """One thing that can be known. There is one object for each name in a word list, so facts compare by identity."""

    name: str
    kind: Kind
    wording: Wording
    """What it is called inside a sentence: `hoogste diplomaniveau`."""
    unit: str = ""
    """Such as `year`, `hour`, `euro`, `euro/year`; empty for a bare number."""
    decimals: int = 0
    lowest: int | None = None
    highest: int | None = None
    values: tuple[str, ...] = ()
    """For a level in rising order; for a choice or a set every word it can have. Empty: an open set of ids."""
    value_wordings: Mapping[str, Wording] = field(default_factory=lambda: MappingProxyType({}))
    """How a value is said, where its own word will not do."""
    changeable: bool = False
    """Whether a person can do something about it; what cannot be changed is never proposed."""
    effort: int = 1
    """What changing it by one step (a level, a unit, an answer) costs, in rough weeks; only compared."""
    question: str = ""
    """The id of the assessment question that asks for it; empty when nobody asks yet."""

    @cached_property
    def subject(self) -> Subject:
        """Whom or what it is about, by its name."""
        return Subject(self.name.partition(".")[0])


@dataclass(frozen=True, kw_only=True, eq=False)
class Parameter:
    """A figure of the law that changes over the years. Each value holds from its date until the next one."""

    name: str
    unit: str
    decimals: int
    values: tuple[tuple[date, int], ...]
    """In order of date; whole numbers of the smallest unit."""
    wording: Wording
    source: str

    def on(self, day: date) -> int | None:
        """The value on a day, None before the first."""
        return next((value for first, value in reversed(self.values) if first <= day), None)

    def since(self, day: date) -> date | None:
        """From when the value of a day holds, None before the first."""
        return next((first for first, _ in reversed(self.values) if first <= day), None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WordList:
    """Everything a test may name."""

    facts: Mapping[str, Fact]
    parameters: Mapping[str, Parameter]
