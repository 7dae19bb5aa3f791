"""What comes out of judging one rule for one case: the answer, and everything it was made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from gouden_poort.rules.book.rule import Leaf, Rule
from gouden_poort.rules.language.kleene import opposite
from gouden_poort.rules.language.words import Fact, Parameter, Value


class Outcome(Enum):
    """How a rule stands. Its kind says what that means: for an admission rule only NO closes the door."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    NOT_IN_FORCE = "not_in_force"


class How(Enum):
    """What a node of a trace is."""

    LEAF = "leaf"
    ALL = "all"
    ANY = "any"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A fact as it was read; `value` None means not known."""

    fact: Fact
    value: Value | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadParameter:
    """A parameter as it was read, and from when that value holds; None before its first value."""

    parameter: Parameter
    value: int | None
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A node of the condition with its answer: True, False, or None for not known."""

    how: How
    answer: bool | None
    leaf: Leaf | None = None
    reads: tuple[Read, ...] = ()
    parameters: tuple[ReadParameter, ...] = ()
    children: tuple[Trace, ...] = ()

    def deciding(self) -> Iterator[Trace]:
        """The leaves that made the answer what it is: under `all` the failing ones of a no, and so on.

        Of a `not` the leaves that decide its part; of an answer not known the leaves that are not known themselves.
        """
        if self.how is How.LEAF:
            yield self
            return
        for child in self.children:
            if child.answer is (self.answer if self.how is not How.NOT else opposite(self.answer)):
                yield from child.deciding()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One rule, judged."""

    rule: Rule
    day: date
    outcome: Outcome
    only_if: Trace | None
    """None when there is no `only_if`, or the rule is not in force."""
    when: Trace | None
    """None when the rule does not apply or is not in force; there when it is not known whether it applies."""

    @property
    def traces(self) -> tuple[Trace, ...]:
        """What was looked at: of a rule that is not in force nothing."""
        return tuple(trace for trace in (self.only_if, self.when) if trace is not None)
