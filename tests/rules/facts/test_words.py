"""Facts come under names that rules can use, with values of the kind the word list says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import (
    Benefit,
    Daypart,
    IntegrationDuty,
    Mode,
    Now,
    Permit,
    PriorEducation,
    RightToWork,
    TargetGroup,
)
from gouden_poort.profiles.profile import Circumstances, HeldSkill
from gouden_poort.rules.columns.table import FactTable
from gouden_poort.rules.facts.catalogue import occupation_table, offering_table, position_table, row_facts
from gouden_poort.rules.facts.person import person_facts
from gouden_poort.rules.language.words import Fact, Kind, Value
from gouden_poort.rules.loading.books import format_rulebook
from tests.builders import a_profile

TYPES = {
    Kind.NUMBER: int,
    Kind.MONEY: int,
    Kind.LEVEL: str,
    Kind.CHOICE: str,
    Kind.YES_NO: bool,
    Kind.SET: frozenset,
    Kind.SKILLS: Mapping,
}


def fits(fact: Fact, value: Value) -> bool:
    """Whether a value is one that the word list allows."""
    if not isinstance(value, TYPES[fact.kind]) or isinstance(value, bool) != (fact.kind is Kind.YES_NO):
        return False
    if isinstance(value, frozenset):
        return not fact.values or value <= set(fact.values)
    if isinstance(value, str):
        return not fact.values or value in fact.values
    if fact.kind in (Kind.NUMBER, Kind.MONEY) and isinstance(value, int):
        return fact.lowest is not None and fact.highest is not None and fact.lowest <= value <= fact.highest
    return True


def misfits(facts: Mapping[str, Value | None]) -> dict[str, Value | None]:
    """Facts that no word list knows, or with a value it does not allow."""
    words = format_rulebook().words.facts
    return {
        name: value
        for name, value in facts.items()
        if name not in words or (value is not None and not fits(words[name], value))
    }


@pytest.mark.parametrize("make", [offering_table, position_table, occupation_table])
def test_every_row_of_the_builtin_catalogue_speaks_the_words_of_rules(
    builtin: Snapshot, make: Callable[[Snapshot], FactTable]
) -> None:
    table = make(builtin)
    wrong = {name: value for row in range(0, table.rows, 7) for name, value in misfits(row_facts(table, row)).items()}
    assert wrong == {}


def test_someone_who_answered_everything_speaks_the_words_of_rules(builtin: Snapshot) -> None:
    profile = a_profile(
        skills=(HeldSkill(skill_id="sk-rekenen-basis", level=2),),
        credentials=frozenset({"cr-b-vca"}),
        target_groups=frozenset(TargetGroup),
        modes=frozenset(Mode),
        circumstances=Circumstances(
            right_to_work=RightToWork.FREE,
            prior_education=PriorEducation.MBO_2,
            years_in_trade=3,
            dayparts=frozenset(Daypart),
            integration_hours=0,
            care_hours=4,
            wished_sectors=frozenset({"bouw"}),
            now=Now.WORK,
            permit=Permit.FAMILY,
            integration_duty=IntegrationDuty.DONE,
            dutch_first_language=False,
            basic_skills_below_2f=False,
        ),
    )
    facts = person_facts(builtin, profile, date(2027, 1, 4))
    assert misfits(facts) == {}
    assert [name for name, value in facts.items() if value is None] == ["person.foreign_diploma"]


@pytest.mark.parametrize(
    ("fact", "choices"),
    [
        ("person.schooling", PriorEducation),
        ("person.right_to_work", RightToWork),
        ("person.benefit", Benefit),
        ("person.groups", TargetGroup),
        ("person.modes", Mode),
        ("person.dayparts", Daypart),
        ("person.permit", Permit),
        ("person.integration_duty", IntegrationDuty),
    ],
)
def test_every_answer_of_the_assessment_is_a_word_of_its_fact(fact: str, choices: type[Enum]) -> None:
    assert {choice.value for choice in choices} <= set(format_rulebook().words.facts[fact].values)
