"""How much Dutch is about enough, and who is offered help with the basics."""

from __future__ import annotations

import pytest

from gouden_poort.rules.book.rule import RuleKind
from gouden_poort.rules.language.words import Facts
from gouden_poort.rules.loading.books import builtin_rulebook
from tests.rules.builtin.people import a_person, a_training, outcome

LANGUAGE = ("lng.a0", "lng.a2", "lng.b1_2f", "lng.b2_3f")


def to_do(cefr: str, level: int, kind: str = "bbl", subkind: str = "") -> set[str]:
    """Which language rules give something to do first."""
    training: Facts = {**a_training(kind, level, subkind=subkind), "offering.min_cefr": "A2"}
    return {rule for rule in LANGUAGE if outcome(rule, a_person(30, "primary", cefr=cefr), training) == "no"}


@pytest.mark.parametrize(
    ("cefr", "level", "expected"),
    [
        ("A0", 1, {"lng.a0", "lng.a2"}),
        ("A1", 2, {"lng.a2"}),
        ("A2", 2, set()),
        ("A2", 3, {"lng.b1_2f"}),
        ("B1", 3, set()),
        ("A2", 4, {"lng.b2_3f"}),
        ("B1", 4, set()),
    ],
)
def test_each_level_asks_its_own_dutch(cefr: str, level: int, expected: set[str]) -> None:
    assert to_do(cefr, level) == expected


@pytest.mark.parametrize(("cefr", "expected"), [("B1", {"lng.b2_3f"}), ("B2", set())])
def test_an_associate_degree_asks_b2(cefr: str, expected: set[str]) -> None:
    assert to_do(cefr, 5, "course", "ad") == expected


def test_an_entree_that_begins_at_a1_asks_no_more() -> None:
    entree: Facts = {**a_training("bbl", 1, subkind="entree"), "offering.min_cefr": "A1"}
    assert outcome("lng.a2", a_person(30, "foreign", cefr="A1"), entree) == "yes"


@pytest.mark.parametrize(("kind", "subkind"), [("module", "orientation"), ("language", "language")])
def test_looking_around_and_learning_dutch_ask_no_dutch(kind: str, subkind: str) -> None:
    assert to_do("A0", 0, kind, subkind) == set()


def test_no_level_of_dutch_closes_a_door_by_law() -> None:
    rules = {rule.id: rule.kind for rule in builtin_rulebook().rules if rule.id.startswith("lng.")}
    assert RuleKind.ADMISSION not in rules.values()


def test_the_bar_of_schools_is_always_said_to_be_their_own() -> None:
    rules = {rule.id: rule for rule in builtin_rulebook().rules}
    assert all(
        (unsure := rules[rule_id].unsure) and "zelf" in unsure.nl for rule_id in ("lng.a2", "lng.b1_2f", "lng.b2_3f")
    )


@pytest.mark.parametrize("paper", ["cr-vp-nen3140", "cr-viag", "cr-co", "cr-dvp", "cr-hijsen"])
def test_dangerous_work_asks_a_shared_language(paper: str) -> None:
    work: Facts = {"occupation.sector": "installatie", "occupation.credentials": frozenset({paper})}
    assert outcome("lng.safety", {"person.spoken_dutch": "A2"}, work) == "no"
    assert outcome("lng.safety", {"person.spoken_dutch": "B1"}, work) == "yes"


def test_other_work_does_not() -> None:
    work: Facts = {"occupation.sector": "metaal", "occupation.credentials": frozenset({"cr-b-vca"})}
    assert outcome("lng.safety", {"person.spoken_dutch": "A1"}, work) == "not_applicable"


@pytest.mark.parametrize(("level", "expected"), [(0, "yes"), (1, "yes"), (2, "no"), (None, "unknown")])
def test_help_with_the_computer_is_offered_below_level_2(level: int | None, expected: str) -> None:
    assert outcome("dig.support", {"person.digital_level": level}) == expected


@pytest.mark.parametrize(("level", "expected"), [(1, "yes"), (2, "no")])
def test_help_with_arithmetic_is_offered_below_level_2(level: int, expected: str) -> None:
    assert outcome("num.support", a_person(30, "primary", numeracy_level=level), a_training("bbl", 2)) == expected


def test_the_free_course_is_for_who_grew_up_with_dutch() -> None:
    person = a_person(45, "primary", basic_skills_below_2f=True)
    assert outcome("lng.below2f", person, {"person.dutch_first_language": True}) == "yes"
    assert outcome("lng.below2f", person, {"person.dutch_first_language": False}) == "no"


def test_a_training_from_level_2_to_3_asks_the_dutch_of_level_2() -> None:
    training: Facts = {**a_training("bbl", 3, min_nlqf=1), "offering.min_cefr": "A2"}
    person = a_person(30, "vmbo_bb", cefr="A2")
    assert (outcome("lng.a2", person, training), outcome("lng.b1_2f", person, training)) == ("yes", "not_applicable")
