"""A table becomes a list of cells: what is written counts first, then the nearest `else`."""

from __future__ import annotations

import tracemalloc
from datetime import date

import pytest

from gouden_poort.rules.book.rule import leaves_in
from gouden_poort.rules.case.judging import judge
from gouden_poort.rules.language.tree import Comparison, Lookup, Relation, Word
from gouden_poort.rules.language.words import Facts
from gouden_poort.rules.loading.loading import load_rulebook
from tests.rules.loading.marking import FILE, HEALTHY, told

ONE_KEY = "by: [offering.nlqf], cells: {1: A1, 2: A2, else: B1}"
DAY = date(2024, 1, 1)


def with_table(keys: str, rest: str) -> str:
    """The healthy book with another table, and without the examples that are about the old one."""
    text = HEALTHY.replace(ONE_KEY, f"by: [{keys}], {rest}")
    first, second = text.split("  - id: made.up\n", 2)[1:]
    kept = first.replace("    kind: admission\n", "    kind: admission\n    in_force: no\n", 1)
    kept = kept[: kept.index("    tests:\n")] + "    tests:\n      - {given: {}, expect: not_in_force}\n"
    return text.split("  - id: made.up\n")[0] + f"  - id: made.up\n{kept}  - id: made.up\n{second}"


def table_of(keys: str, rest: str) -> Lookup:
    book = load_rulebook({FILE: with_table(keys, rest)})
    leaf = list(leaves_in(book.rules[0].when))[1]
    assert isinstance(leaf.test, Comparison)
    assert isinstance(leaf.test.right, Lookup)
    return leaf.test.right


def cells_of(table: Lookup) -> dict[tuple[str | int, ...], str]:
    return {key: cell.text for key, cell in table.cells if isinstance(cell, Word)}


def test_cells_by_one_key_stand_as_written_with_what_else() -> None:
    table = table_of("offering.nlqf", "cells: {1: A1, 2: A2, else: B1}")

    assert (cells_of(table), table.otherwise) == ({(1,): "A1", (2,): "A2"}, Word("B1"))


def test_else_may_stand_beside_the_cells() -> None:
    table = table_of("offering.nlqf", "cells: {1: A1}, else: B1")

    assert table.otherwise == Word("B1")


def test_without_else_other_cells_are_not_there() -> None:
    assert table_of("offering.nlqf", "cells: {1: A1}").otherwise is None


def test_the_else_of_a_row_is_spread_over_a_choice() -> None:
    table = table_of("offering.nlqf, offering.kind", "cells: {1: {bol: A1, else: A2}, else: B1}")

    assert (cells_of(table), table.otherwise) == ({(1, "bol"): "A1", (1, "bbl"): "A2"}, Word("B1"))


def test_the_else_of_a_row_is_spread_over_a_small_number() -> None:
    table = table_of("offering.kind, offering.nlqf", "cells: {bol: {2: A1, else: A2}, else: B1}")

    assert cells_of(table) == {("bol", 1): "A2", ("bol", 2): "A1", ("bol", 3): "A2", ("bol", 4): "A2"}


def test_a_row_that_is_one_word_holds_for_the_whole_row() -> None:
    table = table_of("offering.nlqf, offering.kind", "cells: {1: A1, else: B1}")

    assert cells_of(table) == {(1, "bol"): "A1", (1, "bbl"): "A1"}


def test_a_row_without_else_takes_that_of_all() -> None:
    table = table_of("offering.nlqf, offering.kind", "cells: {1: {bol: A1}, else: B1}")

    assert (cells_of(table), table.otherwise) == ({(1, "bol"): "A1"}, Word("B1"))


def test_an_else_that_is_a_row_holds_for_every_row_that_is_not_written() -> None:
    table = table_of("offering.nlqf, offering.kind", "cells: {1: {bbl: A0}, else: {bol: A2, else: B1}}")

    assert cells_of(table) == {
        (1, "bol"): "A2",
        (1, "bbl"): "A0",
        (2, "bol"): "A2",
        (3, "bol"): "A2",
        (4, "bol"): "A2",
    }


def test_the_else_of_a_row_goes_before_a_row_for_all_others() -> None:
    table = table_of("offering.nlqf, offering.kind", "cells: {1: {else: A0}, else: {bol: A2, else: B1}}")

    assert cells_of(table)[1, "bol"] == "A0"


def test_a_table_does_not_grow_beyond_measure() -> None:
    rows = ", ".join(f"{row}: {{else: A1}}" for row in range(1, 15))
    text = with_table("offering.weeks, offering.hours", f"cells: {{{rows}, else: B1}}").replace(
        "parameters:\n",
        "  offering.weeks: {kind: number, min: 1, max: 50, nl: weken, en: weeks}\n"
        "  offering.hours: {kind: number, min: 1, max: 150, nl: uren, en: hours}\nparameters:\n",
    )

    assert [fault.found for fault in told(text)] == ["more, every `else` spread out"]


def test_a_row_cannot_be_spread_over_an_open_choice() -> None:
    text = with_table("offering.nlqf, occupation.id", "cells: {1: {welder: A1, else: A2}, else: B1}")

    assert [fault.expected.partition(":")[0] for fault in told(text)] == ["no `else` inside a row"]


def test_a_row_cannot_be_spread_over_a_large_number() -> None:
    text = with_table("offering.nlqf, offering.hours", "cells: {1: {5: A1, else: A2}, else: B1}").replace(
        "parameters:\n", "  offering.hours: {kind: number, min: 1, max: 201, nl: uren, en: hours}\nparameters:\n"
    )

    assert [fault.expected.partition(":")[0] for fault in told(text)] == ["no `else` inside a row"]


def test_the_table_is_compared_in_the_relation_that_is_written() -> None:
    book = load_rulebook({FILE: HEALTHY})

    test = list(leaves_in(book.rules[0].when))[1].test
    assert isinstance(test, Comparison)
    assert test.relation is Relation.AT_LEAST


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"offering.nlqf": 1, "person.cefr": "A1"}, "yes"),
        ({"offering.nlqf": 2, "person.cefr": "A1", "person.age": 17}, "no"),
        ({"offering.nlqf": 4, "person.cefr": "B1"}, "yes"),
        ({"offering.nlqf": 4, "person.cefr": "A2", "person.age": 17}, "no"),
        ({"person.cefr": "A2", "person.age": 17}, "unknown"),
    ],
)
def test_a_table_answers_cell_by_cell(facts: Facts, outcome: str) -> None:
    rule = load_rulebook({FILE: HEALTHY}).rules[0]

    assert judge(rule, {"offering.kind": "bbl", **facts}, DAY).outcome.value == outcome


@pytest.mark.parametrize("cells", ["1: A1, 01: B1", "1: A1, 1.0: B1", "0: A1, -0: B1"])
def test_one_value_has_one_row_however_it_is_written(cells: str) -> None:
    assert told(with_table("offering.nlqf", f"cells: {{{cells}, else: A2}}"))


def test_what_would_grow_beyond_measure_is_not_spread_out_first() -> None:
    wide = HEALTHY.replace("nlqf: {kind: number, min: 1, max: 4", "nlqf: {kind: number, min: 1, max: 200")
    rows = ", ".join(f"o{number}: {{else: A1}}" for number in range(9_000))
    tracemalloc.start()

    faults = told(wide.replace(ONE_KEY, f"by: [occupation.id, offering.nlqf], cells: {{{rows}}}"))

    assert "more, every `else` spread out" in {fault.found for fault in faults}
    assert tracemalloc.get_traced_memory()[1] < 60_000_000
    tracemalloc.stop()
