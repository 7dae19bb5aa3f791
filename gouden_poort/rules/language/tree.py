"""The typed tree that a test becomes: plain values, hashable, so that equal parts can be shared and nothing can run.

Numbers are exact: each has whole units and a number of decimals that is known beforehand. Adding and comparing bring
both sides to the same decimals, multiplying adds them up; there is no division. Two evaluators read this tree,
`rules.case` and `rules.columns`, and must agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gouden_poort.rules.language.words import Fact, Parameter


class Operator(Enum):
    """Between two numbers."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    LEAST = "min"
    MOST = "max"


class Relation(Enum):
    """Between two values that compare."""

    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    EQUAL = "=="
    DIFFERENT = "!="


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: 0.5 is 5 units of 1 decimal."""

    units: int
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """A level or choice as written."""

    text: str


@dataclass(frozen=True, slots=True)
class FactValue:
    """What a fact is in this case."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class ParameterValue:
    """What a parameter is on the day."""

    parameter: Parameter


@dataclass(frozen=True, slots=True)
class Calculation:
    """A sum, difference, product, or the smaller or greater of two."""

    operator: Operator
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Lookup:
    """A table: the value in the cell that the facts point at; `otherwise` when no cell is theirs.

    The fact keys are choices, levels or whole numbers. Without `otherwise` a cell that is not there is not known.
    """

    keys: tuple[Fact, ...]
    cells: tuple[tuple[tuple[str | int, ...], Number | Word], ...]
    otherwise: Number | Word | None


Expression = Number | Word | FactValue | ParameterValue | Calculation | Lookup
"""Something with a value. A Word takes its scale from the fact it is compared with."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two values of one kind and unit; levels compare in order, choices only for (in)equality."""

    relation: Relation
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class OneOf:
    """Whether a choice or level is one of some words."""

    fact: Fact
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contains:
    """Whether a set has a word in it."""

    among: Fact
    word: str


@dataclass(frozen=True, slots=True)
class ContainsFact:
    """Whether a set has a choice in it: `offering.sector in person.wished_sectors`."""

    among: Fact
    item: Fact


@dataclass(frozen=True, slots=True)
class Truth:
    """A yes/no fact by itself."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Covers:
    """`covers(have, asked)`: all that is asked is there, for skills at their levels; both sets or both skills."""

    have: Fact
    asked: Fact


@dataclass(frozen=True, slots=True)
class Shares:
    """`shares(have, asked)`: two sets have a word in common."""

    have: Fact
    asked: Fact


@dataclass(frozen=True, slots=True)
class Empty:
    """`empty(set)`: nothing in it."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Every:
    """`and`, and `all:` in YAML."""

    parts: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """`or`, and `any:` in YAML."""

    parts: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """`not`."""

    part: Test


Test = Comparison | OneOf | Contains | ContainsFact | Truth | Covers | Shares | Empty | Every | Some | Negation
"""Something that is yes, no, or not known (Kleene's three answers)."""
