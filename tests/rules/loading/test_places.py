"""A fault inside a test points into its text, as far as its signs can be counted."""

from __future__ import annotations

import pytest

from tests.rules.loading.marking import HEALTHY, told

PLAIN = "test: person.employed,"


@pytest.mark.parametrize(
    ("written", "column"),
    [
        pytest.param("test: person.emplyed,", 28, id="plain"),
        pytest.param("test: not person.emplyed,", 32, id="further on"),
        pytest.param('test: "not person.emplyed",', 33, id="double quotes"),
        pytest.param("test: 'not person.emplyed',", 33, id="single quotes"),
        pytest.param('test: "not \\x70erson.emplyed",', 28, id="an escape: the begin of the text"),
        pytest.param("test: not\n      person.emplyed,", 28, id="over two lines: the begin of the text"),
        pytest.param("test: not\n" + " " * 31 + "person.emplyed,", 28, id="over two lines that end as one would"),
    ],
)
def test_the_column_is_that_of_the_name(written: str, column: int) -> None:
    text = HEALTHY.replace(PLAIN, written)

    line = HEALTHY[: HEALTHY.index(PLAIN)].count("\n") + 1
    assert [(fault.line, fault.column) for fault in told(text)] == [(line, column)]


@pytest.mark.parametrize("style", [">", "|"])
def test_in_a_block_of_text_it_is_where_the_block_begins(style: str) -> None:
    text = HEALTHY.replace("only_if: \"offering.kind == 'bbl'\"", f"only_if: {style}\n      offering.kid == 'bbl'")

    assert [(fault.line, fault.column) for fault in told(text)] == [(30, 14)]
