"""One mistake is told once: what goes wrong because of it elsewhere is left out."""

from __future__ import annotations

import pytest

from gouden_poort.rules.loading.loading import faults_of
from tests.rules.loading.marking import HEALTHY, told
from tests.rules.loading.test_loading import APART


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("person.age: {kind: number", "person.age: {kind: numbr", id="a fact that is broken"),
        pytest.param("  person.employed:", "  persons.employed:", id="a fact about nobody, used elsewhere"),
        pytest.param("adult_age: {unit: year", "adult_age: {unit: yeer", id="a broken parameter, named in texts"),
        pytest.param("{given: {}, expect: not_in_force}", "{given: {}, expect: yes}", id="a broken condition"),
        pytest.param("rules:\n", "rulez:\n", id="rules not read"),
        pytest.param("facts:\n", "fact:\n", id="a word list that is not read"),
        pytest.param("'bbl'\"\n    when", "'bl'\"\n    when", id="a broken condition, with five examples"),
        pytest.param("{id: work, test: \"person.employed\",", "{test: \"person.employed\",", id="a leaf without id"),
        pytest.param("kind: scheme", "kind: skeme", id="a kind misspelled, with its keys"),
    ],
)  # fmt: skip
def test_one_mistake_is_told_once(old: str, new: str) -> None:
    assert len(told(HEALTHY.replace(old, new, 1))) == 1


@pytest.mark.parametrize("name", ["b.yaml", "c.yaml"])
def test_what_stood_in_a_file_that_cannot_be_read_is_not_missed_elsewhere(name: str) -> None:
    faults = faults_of({**APART, name: APART[name] + "\n'"})

    assert [fault.file for fault in faults] == [name]


def test_a_name_that_is_nowhere_is_told_though_another_file_cannot_be_read() -> None:
    broken = {
        **APART,
        "c.yaml": APART["c.yaml"] + "\n'",
        "a.yaml": APART["a.yaml"].replace("'car' in person.modes", "person.xyz"),
    }

    assert "unknown fact person.xyz" in [fault.found for fault in faults_of(broken)]


def test_another_mistake_of_the_same_rule_is_told_beside_it() -> None:
    text = HEALTHY.replace("person.age >= adult_age", "person.aged >= adult_age").replace(
        "expect: not_applicable", "expect: perhaps"
    )

    assert [fault.found for fault in told(text)] == ["unknown fact person.aged", "perhaps"]
