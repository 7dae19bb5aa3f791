"""What a rule is once it has been read and checked: values only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from gouden_poort.rules.language.tree import Every, Expression, Negation, Some, Test
from gouden_poort.rules.language.walking import facts_in, parameters_in
from gouden_poort.rules.language.words import Fact, Facts, Parameter, Wording, WordList


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands; lines and columns count from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where it is written, and when somebody read it there."""

    title: str
    read_on: date
    article: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From a day to a day, both included; None: no known begin or end."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One test with its own id and words."""

    id: str
    text: str
    """As written, or a table in one line."""
    test: Test
    wording: Wording | None
    """The condition as a sentence, in which braces may name what its rule reads. Only an `only_if` may have none."""
    place: Place
    facts: tuple[Fact, ...] = field(init=False, repr=False, compare=False)
    """What the test reads, found once."""
    parameters: tuple[Parameter, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "facts", facts_in(self.test))
        object.__setattr__(self, "parameters", parameters_in(self.test))


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """`all:`, each of them."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """`any:`, one of them is enough."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotOf:
    """`not:`, the opposite."""

    part: Condition


Condition = Leaf | AllOf | AnyOf | NotOf
"""The and/or/not tree as it stands in YAML: trace, review and screen see the same nodes."""


def leaves_in(condition: Condition | None) -> Iterator[Leaf]:
    """The tests of a condition in the order of the file."""
    match condition:
        case Leaf():
            yield condition
        case AllOf(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from leaves_in(part)
        case NotOf(part=part):
            yield from leaves_in(part)


def as_test(condition: Condition) -> Test:
    """The whole tree as one test, without its ids and texts."""
    match condition:
        case Leaf(test=test):
            return test
        case AllOf(parts=parts):
            return Every(tuple(as_test(part) for part in parts))
        case AnyOf(parts=parts):
            return Some(tuple(as_test(part) for part in parts))
        case NotOf(part=part):
            return Negation(as_test(part))


class RuleKind(Enum):
    """What a rule does.

    An admission rule must hold or the door is closed; an obligation is something to do first that closes nothing;
    a scheme helps; warning, info and advice are said when they hold; ranking moves an occupation up or down.
    """

    ADMISSION = "admission"
    OBLIGATION = "obligation"
    SCHEME = "scheme"
    RANKING = "ranking"
    WARNING = "warning"
    INFO = "info"
    ADVICE = "advice"


MUST_HOLD = (RuleKind.ADMISSION, RuleKind.OBLIGATION)
"""Kinds that pass where they do not apply; the others are only said where they do."""


class Confidence(Enum):
    """How sure we are that the rule is as the law is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Effect(Enum):
    """What a scheme does for someone. Only `OWN_COST` lowers what a person pays for a route."""

    OWN_COST = "own_cost"
    KEEPS_BENEFIT = "keeps_benefit"
    PAYS_EMPLOYER = "pays_employer"
    LOAN = "loan"
    IN_KIND = "in_kind"


class Beneficiary(Enum):
    """Who gets what a scheme gives."""

    CANDIDATE = "candidate"
    EMPLOYER = "employer"
    BOTH = "both"


class Rounding(Enum):
    """What happens to the cents of an amount, and to what is less than a cent."""

    DOWN_TO_EURO = "down_to_euro"
    NEAREST_EURO = "nearest_euro"
    DOWN_TO_CENT = "down_to_cent"


class Per(Enum):
    """What an amount is for."""

    STEP = "step"
    PERSON = "person"
    HOUR = "hour"
    MONTH = "month"
    YEAR = "year"
    PLACEMENT = "placement"
    COMPANY = "company"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much: an expression in euros, and what is done with the cents."""

    value: Expression
    round: Rounding = Rounding.DOWN_TO_EURO
    per: Per = Per.STEP


@dataclass(frozen=True, slots=True, kw_only=True)
class Stacking:
    """Which schemes go together. Lower `order` pays first."""

    group: str
    """At most one scheme of a group pays for one step. Where none is written it is the id of the rule."""
    not_with: tuple[str, ...] = ()
    """Ids of schemes that never pay for the same person beside this one."""
    together_at_most: Expression | None = None
    """What all schemes of its effect may pay together for one step."""
    order: int = 100
    per_person_eur: int | None = None
    """The most it pays one person, ever."""
    per_year_eur: int | None = None
    """The most it pays one person in one year; a route, which may take years, counts on it once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeTerms:
    """What a rule of kind scheme says besides its conditions."""

    effect: Effect
    beneficiary: Beneficiary
    arranged_by: str
    """`state`, `uwv`, `municipality`, `sector`, `region` or `eu`."""
    amount: Amount | None
    """None: in kind, or not known."""
    stacking: Stacking
    window: Wording | None = None
    """When one can apply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A test that stands in the file: given these facts, this is the outcome."""

    given: Facts
    as_of: date
    expect: str
    """`yes`, `no`, `unknown`, `not_applicable` or `not_in_force`."""
    because: tuple[str, ...] = ()
    """Ids of leaves that must be among those that decide."""
    ask: tuple[str, ...] = ()
    """Names of facts that must be among those missing."""
    amount_cents: int | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One dated rule. The same id may stand for several periods that do not overlap and leave no gap."""

    id: str
    kind: RuleKind
    wording: Wording
    """The rule in one to three sentences; for an obligation what must be done."""
    period: Period
    in_force: bool
    """False: it is in the book to be read, and judges nobody."""
    source: Source
    confidence: Confidence
    unsure: Wording | None
    """What is not certain, said after `Controleer dit:`; there exactly when the confidence is not high."""
    only_if: Condition | None
    when: Condition
    not_expressed: tuple[Wording, ...]
    """What the rule asks and this language cannot say: shown as `Vraag na:`."""
    scheme: SchemeTerms | None
    points: int | None
    """Of a ranking rule: what it adds to the score of an occupation; a wish that counts for it is positive."""
    examples: tuple[Example, ...]
    """Each came out as it says, or the book would not have loaded."""
    place: Place

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every test of the rule, those of `only_if` first."""
        return (*leaves_in(self.only_if), *leaves_in(self.when))

    def is_in_force_on(self, day: date) -> bool:
        """Whether it is in force on a day; else its verdict is `not_in_force`."""
        return self.in_force and self.period.holds(day)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rulebook:
    """A set of rules with their words."""

    words: WordList
    rules: tuple[Rule, ...]
    """In order of file name and place."""
    version: str
    """Names the contents, word list and engine: equal versions answer alike."""
    texts: Mapping[str, str]
    """The files it was read from, by name: reading them again gives this book."""
