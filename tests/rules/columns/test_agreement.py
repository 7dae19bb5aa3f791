"""The two evaluators read one tree and give one answer: every rule, every row, whatever is not known."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from gouden_poort.rules.book.rule import RuleKind
from gouden_poort.rules.case.judging import judge
from gouden_poort.rules.case.verdict import Outcome
from gouden_poort.rules.columns import ranked, sets
from gouden_poort.rules.columns.prepared import prepare
from tests.rules.random_rules import Case, random_case

SEEDS = st.integers(0, 2**48)
ROWS = st.sampled_from((0, 1, 3, 63, 64, 65, 130))
FEW = st.sampled_from((0, 3, 128))
HOLDS = {
    RuleKind.ADMISSION: {Outcome.YES, Outcome.NOT_APPLICABLE, Outcome.NOT_IN_FORCE},
    RuleKind.OBLIGATION: {Outcome.YES, Outcome.NOT_APPLICABLE, Outcome.NOT_IN_FORCE},
}
"""The outcomes with which a rule stands; of the other kinds only a yes."""


def by_case(case: Case) -> dict[tuple[str, int], bool | None]:
    """Every rule in every row by the plain evaluator."""
    found: dict[tuple[str, int], bool | None] = {}
    for row in range(case.table.rows):
        facts = case.facts(row)
        for rule in case.rules:
            outcome = judge(rule, facts, case.day).outcome
            stands = outcome in HOLDS.get(rule.kind, {Outcome.YES})
            found[rule.id, row] = None if outcome is Outcome.UNKNOWN else stands
    return found


def by_columns(case: Case) -> dict[tuple[str, int], bool | None]:
    """The same by bitmaps; the person comes twice, the second time to what was remembered."""
    prepared = prepare(case.rules, case.table)
    prepared.judge(case.person, case.day)
    judged = prepared.judge(case.person, case.day)
    found: dict[tuple[str, int], bool | None] = {}
    for rule in case.rules:
        surely, possibly = judged.surely(rule.id).tolist(), judged.possibly(rule.id).tolist()
        for row, (one, other) in enumerate(zip(surely, possibly, strict=True)):
            assert other or not one, "what is surely so is possibly so"
            found[rule.id, row] = one if one is other else None
    return found


def assert_they_agree(seed: int, rules: int, rows: int, depth: int, few: int) -> None:
    note(f"random_case({seed}, rules={rules}, rows={rows}, depth={depth}) with few={few}")
    case = random_case(seed, rules=rules, rows=rows, depth=depth)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ranked, "FEW", few)
        patch.setattr(sets, "FEW", few)
        assert by_columns(case) == by_case(case)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(SEEDS, st.integers(1, 3), ROWS, st.integers(0, 3), FEW)
def test_columns_and_cases_agree(seed: int, rules: int, rows: int, depth: int, few: int) -> None:
    assert_they_agree(seed, rules, rows, depth, few)


@pytest.mark.slow
@settings(max_examples=9_700, deadline=None, suppress_health_check=list(HealthCheck))
@given(SEEDS, st.integers(1, 3), ROWS, st.integers(0, 3), FEW)
def test_columns_and_cases_agree_in_ten_thousand_cases(seed: int, rules: int, rows: int, depth: int, few: int) -> None:
    assert_they_agree(seed, rules, rows, depth, few)
