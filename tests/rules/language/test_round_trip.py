"""A tree that is written down and read again is the same tree."""

from __future__ import annotations

from hypothesis import assume, given, settings

from gouden_poort.rules.language.parsing import LONGEST
from gouden_poort.rules.language.reading import read_expression, read_test
from gouden_poort.rules.language.tree import Expression, Test
from tests.rules.language.samples import WORDS
from tests.rules.language.trees import Trees, written

TREES = Trees(WORDS)


@settings(max_examples=400)
@given(TREES.tests())
def test_a_written_test_reads_back_as_itself(tree: Test) -> None:
    text = written(tree)
    assume(len(text) <= LONGEST)
    assert read_test(text, WORDS) == tree


@given(TREES.numbers("euro") | TREES.numbers("") | TREES.numbers("year") | TREES.numbers("euro/hour"))
def test_a_written_calculation_reads_back_as_itself(tree: Expression) -> None:
    assert read_expression(written(tree), WORDS) == tree
