"""The same rules over the same prepared columns as Polars expressions: one `select` over a frame, nulls for unknown.

Runs as a process of its own, because Polars takes its number of threads when it is imported. Each line it reads asks
for the next person; it answers how long the select took, and what came out.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import polars as pl
import rules_book

from gouden_poort.rules.book.rule import Rule
from gouden_poort.rules.columns.bitmaps import Planes, unpacked
from gouden_poort.rules.columns.inward import formula
from gouden_poort.rules.columns.measuring import Get, aligned, measuring
from gouden_poort.rules.columns.person import asking
from gouden_poort.rules.columns.plan import Planner
from gouden_poort.rules.columns.shelf import Shelf, nobody
from gouden_poort.rules.columns.sides import Side, is_worded, side_of
from gouden_poort.rules.columns.splitting import split
from gouden_poort.rules.columns.table import FactTable, SetColumn, WordColumn
from gouden_poort.rules.columns.values import Values, evaluate
from gouden_poort.rules.language.reckoning import COMPARE, MIRRORED
from gouden_poort.rules.language.sorts import decimals_of, order_of
from gouden_poort.rules.language.tree import Comparison, ContainsFact, Covers, Every, Negation, Shares, Some, Test
from gouden_poort.rules.language.words import Fact

Part = pl.Expr | bool | None
Make = Callable[[Get], Part]


class Frame:
    """A table as Polars columns: whatever does not need the person is worked out beforehand, as for the bitmaps."""

    def __init__(self, table: FactTable, rules: Sequence[Rule]) -> None:
        self.table = table
        self.shelf = Shelf(table)
        self.columns: dict[str, pl.Series] = {}
        self.names: dict[object, str] = {}
        self.made: dict[Test, Make] = {}
        self.makes = [self.make(formula(rule, rules_book.DAY)) for rule in rules]
        self.frame = pl.DataFrame(list(self.columns.values()))

    def column(self, key: object, series: Callable[[], pl.Series]) -> pl.Expr:
        """The column of a key, made once."""
        if key not in self.names:
            self.names[key] = f"c{len(self.names)}"
            self.columns[self.names[key]] = series().alias(self.names[key])
        return pl.col(self.names[key])

    def make(self, test: Test) -> Make:
        """A function from a person to an expression; what is known of the person alone is folded away."""
        if test not in self.made:
            self.made[test] = self._make(test)
        return self.made[test]

    def _make(self, test: Test) -> Make:  # noqa: PLR0911 - one answer for each form
        side = side_of(test, self.table.subjects)
        if side is Side.PERSON:
            return asking(test)
        if side is Side.CATALOGUE:
            settled = self.column(test, lambda: _booleans(self._settled(test), self.table.rows))
            return lambda _get: settled
        match test:
            case Every() | Some():
                return _joining([self.make(part) for part in test.parts], every=isinstance(test, Every))
            case Negation():
                part = self.make(test.part)
                return lambda get: _turned(part(get))
            case Comparison():
                return self._comparing(test)
            case ContainsFact():
                return self._containing(test)
            case Shares():
                return self._sharing(test)
            case Covers():
                return self._covering(test)
        raise TypeError(type(test).__name__)

    def _settled(self, test: Test) -> Planes:
        return Planner(self.shelf, {"": test}).plan().answers(nobody)[0]

    def _comparing(self, test: Comparison) -> Make:
        if is_worded(test):
            ours, theirs, relation = test.left, test.right, test.relation
            if side_of(ours, self.table.subjects) is not Side.CATALOGUE:
                ours, theirs, relation = theirs, ours, MIRRORED[relation]
            order = order_of(test)
            assert order is not None
            column = self.column((ours, order), lambda: _numbers(evaluate(ours, self.table, nobody, order)))
            return _compared(column, relation, measuring(theirs, order))
        sides = split(test, self.table.subjects)
        assert sides is not None
        decimals = max(decimals_of(sides.catalogue), decimals_of(sides.person))
        factor = 10 ** (decimals - decimals_of(sides.catalogue))
        values = evaluate(sides.catalogue, self.table, nobody)
        scaled = Values(units=values.units * factor, known=values.known)
        column = self.column((sides.catalogue, factor), lambda: _numbers(scaled))
        return _compared(column, sides.relation, aligned(sides.person, decimals))

    def _containing(self, test: ContainsFact) -> Make:
        column = self.table.columns[test.item.name]
        assert isinstance(column, WordColumn)
        codes = self.column(test.item, lambda: pl.Series(column.codes.astype(np.int8)).replace(-1, None))
        name = test.among.name

        def make(get: Get) -> Part:
            if (words := get(name)) is None:
                return None
            wanted = [i for i, word in enumerate(column.words) if word in words]
            return codes.is_in(wanted) if wanted else codes < 0  # `is_in` of nothing would know what is null

        return make

    def _sharing(self, test: Shares) -> Make:
        ours, theirs = (test.have, test.asked) if test.have.subject in self.table.subjects else (test.asked, test.have)
        column, sets = self._sets(ours)
        words = {
            word: self.column((ours, word), lambda word=word: _booleans(sets.sharing((word,)), self.table.rows))
            for word in column.words
        }

        def make(get: Get) -> Part:
            if (held := get(theirs.name)) is None:
                return None
            found = [words[word] for word in sorted(held)]
            return pl.any_horizontal(found) if found else _nowhere(words[column.words[0]])

        return make

    def _covering(self, test: Covers) -> Make:
        """As the bitmaps do it: each different set against the person, then each row takes the answer of its set."""
        column, sets = self._sets(test.asked)
        distinct = sets._distinct
        assert distinct is not None
        places = {word: i for i, word in enumerate(column.words)}
        known = np.ones(self.table.rows, bool) if column.known is None else column.known
        of_row = self.column(
            test.asked,
            lambda: pl.Series(distinct._of_row.astype(np.uint32), dtype=pl.UInt32).set(pl.Series(~known), None),
        )

        def make(get: Get) -> Part:
            if (held := get(test.have.name)) is None:
                return None
            levels = np.zeros(len(places), np.int32)
            for word, level in (held if isinstance(held, Mapping) else dict.fromkeys(held, 1)).items():
                levels[places[word]] = level
            lacks = np.zeros(distinct._count, bool)
            lacks[distinct._set[levels[distinct._items] < distinct._asked]] = True
            return pl.lit(pl.Series(~lacks)).gather(of_row)

        return make

    def _sets(self, fact: Fact) -> tuple[SetColumn, object]:
        column, sets = self.table.columns[fact.name], self.shelf.sets_of(fact)
        assert isinstance(column, SetColumn)
        return column, sets

    def select(self, get: Get) -> tuple[float, pl.DataFrame]:
        """Milliseconds of the select alone, without making the expressions, and its frame."""
        parts = [make(get) for make in self.makes]
        expressions = [
            (part if isinstance(part, pl.Expr) else pl.lit(part, dtype=pl.Boolean)).alias(f"r{i}")
            for i, part in enumerate(parts)
        ]
        start = time.perf_counter()
        found = self.frame.select(expressions)
        return (time.perf_counter() - start) * 1e3, found


def _compared(column: pl.Expr, relation: object, measure: Callable[[Get], int | None]) -> Make:
    compare = COMPARE[relation]
    return lambda get: None if (value := measure(get)) is None else compare(column, value)


def _joining(makes: Sequence[Make], *, every: bool) -> Make:
    def make(get: Get) -> Part:
        found: Part = every
        for one in makes:
            part = one(get)
            if part is (not every):
                return part
            if part is every:
                continue
            if found is every:
                found = part
                continue
            left, right = (p if isinstance(p, pl.Expr) else pl.lit(p, dtype=pl.Boolean) for p in (found, part))
            found = left & right if every else left | right
        return found

    return make


def _turned(part: Part) -> Part:
    if isinstance(part, pl.Expr):
        return ~part
    return None if part is None else not part


def _nowhere(column: pl.Expr) -> pl.Expr:
    return column & ~column


def _booleans(planes: Planes, rows: int) -> pl.Series:
    surely, possibly = (unpacked(plane, rows) for plane in planes)
    series = pl.Series(surely)
    return series if not (possibly & ~surely).any() else series.set(pl.Series(possibly & ~surely), None)


def _numbers(values: Values) -> pl.Series:
    """In as few bytes as the values need."""
    series = pl.Series(values.units).shrink_dtype()
    return series if values.known is True else series.set(pl.Series(~np.asarray(values.known)), None)


def main() -> None:
    """Answer for one person a line."""
    share, person_share = float(sys.argv[1]), float(sys.argv[2])
    known = rules_book.words()
    frame = Frame(rules_book.table(gaps=share), rules_book.book(known))
    people = rules_book.people(known, gaps=person_share)
    for _ in sys.stdin:
        took, found = frame.select(next(people).get)
        counts = [
            (int(found[name].sum() or 0), found[name].null_count()) if len(found) > 1 else None
            for name in found.columns
        ]
        print(json.dumps({"ms": took, "counts": counts, "threads": pl.thread_pool_size()}), flush=True)


if __name__ == "__main__":
    main()
