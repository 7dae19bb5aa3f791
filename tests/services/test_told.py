"""Facts told besides a profile: every kind, and every way to tell it wrongly."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput
from gouden_poort.rules.judge import Judge
from gouden_poort.rules.loading.folders import with_format
from gouden_poort.rules.loading.loading import load_rulebook
from gouden_poort.services.told import MOST_TOLD, faults_in, tellable, told_facts
from tests.builders import a_snapshot

WAGE = """
facts:
  person.wage_hour: {kind: money, unit: euro/hour, decimals: 2, min: 0, max: 500, nl: uurloon, en: hourly wage}
"""
JUDGE = Judge(a_snapshot(), load_rulebook(with_format({"wage.yaml": WAGE})))


def fault(name: str, value: Any) -> tuple[str, str, tuple[str, ...]]:
    with pytest.raises(InvalidInput) as refusal:
        told_facts(JUDGE, {name: value})
    (found,) = refusal.value.faults
    return found.path, found.code, found.near


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("person.employed", True, True),
        ("person.employed", False, False),
        ("person.asylum_months", 7, 7),
        ("person.asylum_months", 7.0, 7),
        ("person.wage_hour", 14.4, 1440),
        ("person.wage_hour", 14.71, 1471),
        ("person.wage_hour", 500, 50_000),
        ("person.cefr", "B1", "B1"),
        ("person.cao", "energie", "energie"),
        ("person.dayparts", ["day", "evening"], frozenset({"day", "evening"})),
        ("person.credentials", [], frozenset()),
        ("person.skills", {"S1": 2}, {"S1": 2}),
        ("employer.turnover_eur", 2_000_000, 2_000_000),
        ("position.contract_months", 6, 6),
        ("position.night_or_shift", True, True),
    ],
)
def test_a_fact_becomes_a_value_of_the_rules(name: str, value: Any, expected: Any) -> None:
    assert told_facts(JUDGE, {name: value}) == {name: expected}


def test_null_is_not_told() -> None:
    assert told_facts(JUDGE, {"person.employed": None}) == {}


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("person.employed", "yes", "wrong_type"),
        ("person.employed", 1, "wrong_type"),
        ("person.age", True, "wrong_type"),
        ("person.age", "18", "wrong_type"),
        ("person.age", 17.5, "out_of_range"),
        ("person.age", -1, "out_of_range"),
        ("person.age", 131, "out_of_range"),
        ("person.age", 1e308, "out_of_range"),
        ("person.age", float("nan"), "wrong_type"),
        ("person.wage_hour", 14.405, "out_of_range"),
        ("person.wage_hour", 500.01, "out_of_range"),
        ("person.cefr", "b1", "not_a_choice"),
        ("person.cefr", 3, "wrong_type"),
        ("person.cefr", ["B1"], "wrong_type"),
        ("person.dayparts", "day", "wrong_type"),
        ("person.dayparts", ["noon"], "not_a_choice"),
        ("person.dayparts", [["day"]], "wrong_type"),
        ("person.credentials", ["x" * 201], "out_of_range"),
        ("person.credentials", [""], "out_of_range"),
        ("person.credentials", ["C1"] * (MOST_TOLD + 1), "too_many"),
        ("person.skills", ["S1"], "wrong_type"),
        ("person.skills", {"S1": 6}, "out_of_range"),
        ("person.skills", {"S1": True}, "out_of_range"),
        ("person.skills", {"S1": {"level": 2}}, "out_of_range"),
    ],
)
def test_a_value_that_the_fact_cannot_have_is_refused_where_it_stands(name: str, value: Any, code: str) -> None:
    assert fault(name, value)[:2] == (f"facts.{name}", code)


@pytest.mark.parametrize(
    "name", ["__class__", "", "person", "person.", ".", "person.__init__", "a" * 10_000, "é\n", "persón.age"]
)
def test_a_name_that_is_no_fact_is_refused(name: str) -> None:
    path, code, _ = fault(name, 1)
    assert (path[:6], code) == ("facts.", "unknown_field")
    assert len(path) < 200
    assert path.isprintable()


def test_names_that_look_like_it_are_told() -> None:
    assert fault("person.agee", 3)[2][0] == "person.age"
    assert fault("age", 3)[2] == ("person.age",)


@pytest.mark.parametrize("name", ["offering.weeks", "position.hours_per_week", "occupation.sector", "offering.subkind"])
def test_what_the_catalogue_says_nobody_may_tell(name: str) -> None:
    assert name in JUDGE.book.words.facts
    assert fault(name, 1)[1] == "unknown_field"


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(InvalidInput) as refusal:
        told_facts(JUDGE, {"person.age": "x", "person.cefr": "Z9", "nope": 1, "person.employed": True})
    assert [one.path for one in refusal.value.faults] == ["facts.person.age", "facts.person.cefr", "facts.nope"]


def test_a_flood_of_facts_is_one_fault() -> None:
    with pytest.raises(InvalidInput) as refusal:
        told_facts(JUDGE, {f"f{number}": 1 for number in range(100_000)})
    assert [(one.path, one.code) for one in refusal.value.faults] == [("facts", "too_many")]


@given(
    st.dictionaries(
        st.sampled_from(sorted(tellable(JUDGE))) | st.text(),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        ),
    )
)
def test_whatever_is_told_gives_values_or_faults(told: dict[str, Any]) -> None:
    faults = list(faults_in(JUDGE, told))
    assert all(one.path.startswith("facts") for one in faults)
    if not faults:
        assert told_facts(JUDGE, told).keys() <= told.keys()


def test_the_builtin_rules_let_nobody_tell_what_stands_in_the_catalogue(builtin: Snapshot) -> None:
    judge = Judge(builtin, JUDGE.book)
    given = {*judge.offerings.columns, *judge.positions.columns, *judge.occupations.columns}
    assert {name for name in tellable(judge) if name in given} == {"employer.sector", "employer.recognised"}
