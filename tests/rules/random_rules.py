"""Random word lists, rules, tables and persons from a seed: what two evaluators must agree on.

Everything is well typed and within 62 bits, as a rulebook that has loaded is. Nothing has to make sense.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import numpy as np

from gouden_poort.catalogue.columns import Ragged
from gouden_poort.rules.book.rule import (
    AllOf,
    Amount,
    AnyOf,
    Condition,
    Confidence,
    Leaf,
    NotOf,
    Period,
    Place,
    Rounding,
    Rule,
    RuleKind,
    Source,
)
from gouden_poort.rules.columns.table import Column, FactTable, NumberColumn, SetColumn, TruthColumn, WordColumn
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Contains,
    ContainsFact,
    Covers,
    Empty,
    Every,
    Expression,
    FactValue,
    Lookup,
    Negation,
    Number,
    OneOf,
    Operator,
    ParameterValue,
    Relation,
    Shares,
    Some,
    Test,
    Truth,
    Word,
)
from gouden_poort.rules.language.words import Fact, Kind, Parameter, Subject, Value, Wording

NO_WORDS = Wording(nl="", en="")
NOWHERE = Place(file="random.yaml", line=1, column=1)
SOURCE = Source(title="chance", read_on=date(2026, 1, 1))
START = date(2026, 1, 1)
WORDS = ("red", "green", "blue", "white", "black", "brown")
MEASURED = (Kind.NUMBER, Kind.MONEY)
SPANS = ((0, 8), (0, 1), (-20, 20), (0, 130), (0, 100_000), (0, 10**11))
ROOM = 2**61

Row = Mapping[str, Value | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Rules, a table with its rows as plain facts, one person on a day, and what a scheme pays them."""

    rules: tuple[Rule, ...]
    table: FactTable
    rows: tuple[Row, ...]
    person: Row
    day: date
    amount: Amount

    def facts(self, row: int) -> dict[str, Value | None]:
        """Everything that is known in one row: what the table is about is in the table only."""
        return {**self.person, **self.rows[row]}


def random_case(seed: int, *, rules: int = 3, rows: int = 70, depth: int = 3) -> Case:
    """A case that is the same for the same seed and sizes."""
    chance = Random(seed)
    subjects = frozenset(
        {Subject.OFFERING} | set(chance.sample([Subject.EMPLOYER, Subject.POSITION], chance.randint(0, 2)))
    )
    maker = Maker(chance)
    about = [fact for fact in maker.facts if fact.subject in subjects]
    told = [fact for fact in about if fact.name not in maker.empty_columns]
    plain = tuple(maker.row(told) for _ in range(rows))
    person = maker.person()
    table = FactTable(rows=rows, subjects=subjects, columns=maker.columns(told, plain))
    nothing = dict.fromkeys(fact.name for fact in about)
    whole = tuple({**nothing, **row} for row in plain)
    return Case(
        rules=tuple(maker.rule(i, depth) for i in range(rules)),
        table=table,
        rows=whole,
        person=person,
        day=START + timedelta(days=chance.randint(0, 1000)),
        amount=maker.amount(),
    )


class Maker:
    """One word list, and what can be said with it."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.order = tuple(chance.sample(WORDS, chance.randint(2, 6)))
        self.facts = [self._fact(subject, kind, i) for subject in Subject for kind in Kind for i in range(2)]
        self.parameters = [self._parameter(i) for i in range(3)]
        self.gaps = chance.choice((0.0, 0.1, 0.5))
        self.empty_columns = {fact.name for fact in self.facts if chance.random() < 0.05}

    # ---- words

    def _fact(self, subject: Subject, kind: Kind, i: int) -> Fact:
        low, high = self.chance.choice(SPANS)
        scale = self.order if kind is Kind.LEVEL else WORDS if kind is Kind.CHOICE and i else ()
        measured = kind in MEASURED
        return Fact(
            name=f"{subject.value}.{kind.value}_{i}",
            kind=kind,
            wording=NO_WORDS,
            decimals=self.chance.choice((0, 0, 1, 2)) if measured and i else 0,
            lowest=low if measured else None,
            highest=high if measured else None,
            values=scale,
        )

    def _parameter(self, i: int) -> Parameter:
        days = sorted(
            {START + timedelta(days=self.chance.randint(-500, 900)) for _ in range(self.chance.randint(1, 3))}
        )
        values = tuple((day, self.chance.randint(0, 40)) for day in days)
        return Parameter(
            name=f"parameter_{i}",
            unit="",
            decimals=self.chance.choice((0, 1)),
            values=values,
            wording=NO_WORDS,
            source="",
        )

    def pick(self, *kinds: Kind) -> Fact:
        """A fact of one of some kinds; mostly of the person or of an offering, so that the two often meet."""
        wanted = [fact for fact in self.facts if fact.kind in kinds]
        side = self.chance.choice((Subject.PERSON, Subject.PERSON, Subject.OFFERING, Subject.OFFERING, None))
        return self.chance.choice([fact for fact in wanted if side in (None, fact.subject)])

    def pair(self, kind: Kind) -> tuple[Fact, Fact]:
        """Two facts of a kind, mostly one of the person and one of an offering."""
        if self.chance.random() < 0.3:
            return self.pick(kind), self.pick(kind)
        sides = self.chance.sample((Subject.PERSON, Subject.OFFERING), 2)
        one, other = (self.chance.choice([f for f in self.facts if f.kind is kind and f.subject is s]) for s in sides)
        return one, other

    # ---- values

    def value(self, fact: Fact) -> Value:
        """Something the fact may be."""
        match fact.kind:
            case Kind.NUMBER | Kind.MONEY:
                low, high = fact.lowest or 0, fact.highest or 0
                near = min(high, low + 12)
                return self.chance.randint(low, near if self.chance.random() < 0.7 else high)
            case Kind.LEVEL | Kind.CHOICE:
                return self.chance.choice(fact.values or WORDS)
            case Kind.YES_NO:
                return self.chance.random() < 0.5
            case Kind.SET:
                return frozenset(self.some_words())
            case Kind.SKILLS:
                return {word: self.chance.randint(1, 4) for word in self.some_words()}

    def some_words(self) -> list[str]:
        return self.chance.sample(WORDS, min(self.chance.choice((0, 1, 1, 2, 3, 6)), len(WORDS)))

    def row(self, facts: Sequence[Fact]) -> Row:
        """One row of a table that tells these facts."""
        return {fact.name: None if self.chance.random() < self.gaps else self.value(fact) for fact in facts}

    def person(self) -> Row:
        """A person, of whom other subjects may be told too."""
        return self.row([fact for fact in self.facts if fact.subject is Subject.PERSON or self.chance.random() < 0.3])

    def columns(self, facts: Sequence[Fact], rows: Sequence[Row]) -> dict[str, Column]:
        """The rows turned on their side."""
        return {fact.name: self._column(fact, [row[fact.name] for row in rows]) for fact in facts}

    def _column(self, fact: Fact, values: Sequence[object]) -> Column:
        known = np.array([value is not None for value in values], dtype=np.bool_)
        everywhere = None if known.all() else known
        words = tuple(self.chance.sample(WORDS, len(WORDS)))
        match fact.kind:
            case Kind.NUMBER | Kind.MONEY:
                high = fact.highest or 0
                dtype = np.int8 if high < 100 and (fact.lowest or 0) > -100 else np.int64
                filled = [0 if value is None else value for value in values]
                return NumberColumn(values=np.array(filled, dtype=dtype), known=everywhere)
            case Kind.LEVEL | Kind.CHOICE:
                if fact.kind is Kind.LEVEL:
                    words = fact.values
                codes = [-1 if value is None else words.index(str(value)) for value in values]
                return WordColumn(codes=np.array(codes, dtype=np.int16), words=words)
            case Kind.YES_NO:
                return TruthColumn(values=np.array([bool(value) for value in values]), known=everywhere)
            case Kind.SET | Kind.SKILLS:
                return _set_column([None if v is None else v for v in values], words, fact.kind, everywhere)

    # ---- rules

    def rule(self, i: int, depth: int) -> Rule:
        """A rule of any kind; some do not hold on the day, some share their id with another."""
        first = START + timedelta(days=self.chance.randint(-400, 600))
        return Rule(
            id=f"rule_{i}",
            kind=self.chance.choice(list(RuleKind)),
            wording=NO_WORDS,
            period=Period(
                first=first if self.chance.random() < 0.3 else None,
                last=first + timedelta(days=400) if self.chance.random() < 0.2 else None,
            ),
            in_force=self.chance.random() < 0.95,
            source=SOURCE,
            confidence=Confidence.HIGH,
            unsure=None,
            only_if=self.condition(depth - 1) if self.chance.random() < 0.5 else None,
            when=self.condition(depth),
            not_expressed=(),
            scheme=None,
            points=None,
            examples=(),
            place=NOWHERE,
        )

    def condition(self, depth: int) -> Condition:
        """As it stands in a file, with tests at the leaves."""
        form = self.chance.random()
        if depth > 0 and form < 0.6:
            parts = tuple(self.condition(depth - 1) for _ in range(self.chance.randint(1, 4)))
            return AllOf(parts=parts) if form < 0.3 else AnyOf(parts=parts)
        if depth > 0 and form < 0.7:
            return NotOf(part=self.condition(depth - 1))
        return Leaf(id="leaf", text="", test=self.test(1), wording=None, place=NOWHERE)

    def test(self, depth: int) -> Test:
        """One of all forms of a test."""
        form = self.chance.random()
        if depth > 0 and form < 0.25:
            parts = tuple(self.test(depth - 1) for _ in range(self.chance.randint(2, 3)))
            return Every(parts) if form < 0.12 else Some(parts)
        if depth > 0 and form < 0.35:
            return Negation(self.test(depth - 1))
        return self.chance.choice(
            (self._numbers, self._numbers, self._levels, self._choices, self._words, self._sets, self._sets)
        )()

    def _numbers(self) -> Test:
        relation = self.chance.choice(list(Relation))
        if self.chance.random() < 0.5:
            return Comparison(relation, self.number(2), self.number(2))
        left, right = self.pair(self.chance.choice(MEASURED))
        return Comparison(relation, self._moved(left), self._moved(right))

    def _moved(self, fact: Fact) -> Expression:
        """A fact, perhaps with something added."""
        if self.chance.random() < 0.5:
            return FactValue(fact)
        return Calculation(self.chance.choice((Operator.PLUS, Operator.MINUS)), FactValue(fact), self.number(0))

    def _levels(self) -> Test:
        left: Expression = FactValue(self.pick(Kind.LEVEL))
        right = self.chance.choice(
            (FactValue(self.pick(Kind.LEVEL)), Word(self.chance.choice(self.order)), self.table(self.order))
        )
        return Comparison(self.chance.choice(list(Relation)), *self._either_way(left, right))

    def _choices(self) -> Test:
        left: Expression = FactValue(self.pick(Kind.CHOICE))
        right = self.chance.choice(
            (FactValue(self.pick(Kind.CHOICE)), Word(self.chance.choice(WORDS)), self.table(WORDS))
        )
        return Comparison(self.chance.choice((Relation.EQUAL, Relation.DIFFERENT)), *self._either_way(left, right))

    def _either_way(self, left: Expression, right: Expression) -> tuple[Expression, Expression]:
        return (left, right) if self.chance.random() < 0.5 else (right, left)

    def _words(self) -> Test:
        fact = self.pick(Kind.CHOICE, Kind.LEVEL)
        if self.chance.random() < 0.3:
            return Truth(self.pick(Kind.YES_NO))
        words = fact.values or WORDS
        return OneOf(fact, tuple(self.chance.sample(words, self.chance.randint(1, len(words)))))

    def _sets(self) -> Test:
        kind = self.chance.choice((Kind.SET, Kind.SKILLS))
        form = self.chance.randint(0, 5)
        if form == 0:
            return Contains(self.pick(kind), self.chance.choice(WORDS))
        if form == 1:
            return ContainsFact(self.pick(kind), self.pick(Kind.CHOICE))
        if form == 2:
            return Empty(self.pick(kind))
        if form == 3:
            return Shares(*self.pair(Kind.SET))
        return Covers(*self.pair(kind))

    def number(self, depth: int) -> Expression:
        """A sum, a product, a fact, a figure: never beyond 62 bits, in any order of adding."""
        form = self.chance.random()
        if depth > 0 and form < 0.45:
            whole = Calculation(self.chance.choice(list(Operator)), self.number(depth - 1), self.number(depth - 1))
            return whole if reach(whole)[0] < ROOM // 10**8 else Number(3)
        if form < 0.85:
            return FactValue(self.pick(*MEASURED))
        if form < 0.9:
            return ParameterValue(self.chance.choice(self.parameters))
        if form < 0.95:
            return self.table(())
        return Number(self.chance.randint(-5, 30), self.chance.choice((0, 0, 1, 2)))

    def table(self, words: Sequence[str]) -> Lookup:
        """A table of numbers, or of some words."""
        keys = tuple(self.pick(Kind.CHOICE, Kind.LEVEL, Kind.NUMBER) for _ in range(self.chance.randint(1, 3)))
        keys = tuple(dict.fromkeys(key for key in keys if key.decimals == 0)) or (self.pick(Kind.CHOICE),)
        cells = {tuple(self._key(key) for key in keys): self._cell(words) for _ in range(self.chance.randint(1, 12))}
        return Lookup(keys, tuple(cells.items()), self._cell(words) if self.chance.random() < 0.6 else None)

    def _key(self, fact: Fact) -> str | int:
        value = self.value(fact)
        assert isinstance(value, str | int)
        return value

    def _cell(self, words: Sequence[str]) -> Number | Word:
        if words:
            return Word(self.chance.choice(words))
        return Number(self.chance.randint(0, 20), self.chance.choice((0, 0, 1)))

    def amount(self) -> Amount:
        """An expression in euros with any way of rounding."""
        return Amount(value=self.number(3), round=self.chance.choice(list(Rounding)))


def reach(expression: Expression) -> tuple[int, int]:
    """How far from nought the whole units of an expression can be, and at how many decimals."""
    match expression:
        case Number():
            return abs(expression.units), expression.decimals
        case FactValue():
            return max(abs(expression.fact.lowest or 0), abs(expression.fact.highest or 0)), expression.fact.decimals
        case ParameterValue():
            return 40, expression.parameter.decimals
        case Calculation():
            (left, first), (right, second) = reach(expression.left), reach(expression.right)
            if expression.operator is Operator.TIMES:
                return left * right, first + second
            decimals = max(first, second)
            return left * 10 ** (decimals - first) + right * 10 ** (decimals - second), decimals
        case _:
            return 200, 1


def _set_column(values: Sequence[object], words: tuple[str, ...], kind: Kind, known: np.ndarray | None) -> SetColumn:
    """A row that is not known may hold anything: nobody may look at it."""
    filled: list[dict[str, int]] = []
    for value in values:
        if value is None:
            filled.append({words[0]: 1})
        elif isinstance(value, Mapping):
            filled.append(dict(value))
        else:
            assert isinstance(value, frozenset)
            filled.append(dict.fromkeys(sorted(value), 1))
    starts = np.cumsum([0, *(len(row) for row in filled)]).astype(np.int32)
    items = np.array([words.index(word) for row in filled for word in row], dtype=np.int32)
    levels = np.array([level for row in filled for level in row.values()], dtype=np.int32)
    return SetColumn(
        items=Ragged(starts, items),
        words=words,
        levels=Ragged(starts, levels) if kind is Kind.SKILLS else None,
        known=known,
    )
