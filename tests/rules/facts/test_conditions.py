"""Conditions in words: what is understood, and that nothing is lost."""

from __future__ import annotations

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.rules.facts.conditions import AMOUNTS, YES_NO, Asked, read_conditions

SKILLS = ("sk-nauwkeurig", "sk-meten-basis")


def read(text: str) -> Asked:
    return read_conditions(text, SKILLS)


def test_an_empty_text_asks_nothing() -> None:
    assert read("") == read(" ; ") == Asked()


@pytest.mark.parametrize("term", YES_NO)
def test_every_known_term_makes_its_own_fact_true(term: str) -> None:
    assert read(term) == Asked(truths=frozenset({YES_NO[term]}))


def test_terms_stand_beside_each_other() -> None:
    asked = read("contract_hours>=24;recognised_employer=true; medical_ok=true")
    assert asked.amounts == {"offering.min_contract_hours": 24}
    assert asked.truths == {"offering.asks_recognised_employer", "offering.asks_medical"}


def test_of_two_numbers_the_higher_counts() -> None:
    assert read("years_in_trade>=3;years_in_trade>=5;years_in_trade>=2").amounts == {"offering.min_years_in_trade": 5}


def test_a_skill_of_the_catalogue_is_asked_at_its_level() -> None:
    assert read("nauwkeurig>=3; meten-basis >= 2").skills == {"sk-nauwkeurig": 3, "sk-meten-basis": 2}


@pytest.mark.parametrize(
    "term",
    [
        "stem>=3",  # a skill no catalogue knows
        "nauwkeurig>=6",
        "nauwkeurig>=0",
        "contract_hours>=169",
        "contract_hours>=veel",
        "contract_hours<=20",
        "licence_b=false",
        "not licence_b",
        "status in (statushouder)",
        "eigen gereedschap mee",
        "YEARS_IN_TRADE>=3",
        "years_in_trade>=٣",
    ],
)
def test_a_term_that_is_not_understood_is_kept_as_it_stands(term: str) -> None:
    assert read(term) == Asked(other=(term,))


def test_a_strange_term_does_not_hide_the_others() -> None:
    asked = read("licence_b=true;iets anders;iets anders")
    assert asked == Asked(truths=frozenset({"offering.asks_licence_b"}), other=("iets anders",))


def test_facts_do_not_share_a_term() -> None:
    facts = [*YES_NO.values(), *(fact for fact, _ in AMOUNTS.values())]
    assert len(set(facts)) == len(facts)


def test_every_condition_of_the_builtin_catalogue_is_understood(builtin: Snapshot) -> None:
    texts = set(builtin.columns.offerings.extra["entry_conditions"])
    assert {
        text: asked.other for text in texts if (asked := read_conditions(text, builtin.columns.skills.id)).other
    } == {}
