"""What a book is once it has been read."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from gouden_poort.errors import InvalidRulebook
from gouden_poort.rules.book.rule import AnyOf, Confidence, Effect, Leaf, NotOf, Per, Period, Place, Rounding, RuleKind
from gouden_poort.rules.language.words import Kind, Wording
from gouden_poort.rules.loading.loading import load_rulebook
from tests.rules.loading.marking import FILE, HEALTHY

BOOK = load_rulebook({FILE: HEALTHY})
FACTS, _, REST = HEALTHY.partition("parameters:\n")
PARAMETERS, _, RULES = ("parameters:\n" + REST).partition("rules:\n")
APART = {"c.yaml": FACTS, "b.yaml": PARAMETERS, "a.yaml": "rules:\n" + RULES}


def test_a_fact_is_read_with_its_units() -> None:
    wage = BOOK.words.facts["person.wage_eur"]

    assert (wage.kind, wage.unit, wage.decimals, wage.lowest, wage.highest) == (Kind.MONEY, "euro/hour", 2, 0, 100_000)


def test_a_fact_that_can_change_says_what_that_costs_and_who_asks() -> None:
    cefr = BOOK.words.facts["person.cefr"]

    assert (cefr.changeable, cefr.effort, cefr.question) == (True, 15, "dutch")


def test_a_fact_cannot_be_changed_unless_that_is_said() -> None:
    assert not BOOK.words.facts["person.employed"].changeable


def test_values_may_have_words_of_their_own() -> None:
    kind = BOOK.words.facts["offering.kind"]

    assert kind.values == ("bol", "bbl")
    assert kind.value_wordings["bbl"] == Wording(nl="leerbaan", en="apprenticeship")


def test_a_choice_without_values_is_open() -> None:
    assert BOOK.words.facts["occupation.id"].values == ()


def test_a_parameter_changes_on_its_day() -> None:
    age = BOOK.words.parameters["adult_age"]

    assert [age.on(date(2029, 12, 31)), age.on(date(2030, 1, 1)), age.on(date(1987, 12, 31))] == [18, 17, None]


def test_rules_come_in_the_order_in_which_they_stand() -> None:
    assert [rule.id for rule in BOOK.rules] == [
        "made.up", "made.up", "scheme.course", "scheme.other", "rank.skills", "later.law"
    ]  # fmt: skip


def test_a_rule_knows_its_place() -> None:
    assert BOOK.rules[0].place == Place(file=FILE, line=22, column=5)


def test_a_rule_is_read_with_its_period_doubt_and_what_a_test_cannot_say() -> None:
    rule = BOOK.rules[0]

    assert rule.period == Period(first=date(2020, 1, 1), last=date(2024, 12, 31))
    assert (rule.confidence, rule.unsure) == (
        Confidence.MEDIUM,
        Wording(nl="Het artikel verandert.", en="The article changes."),
    )
    assert rule.not_expressed == (Wording(nl="Vindt de school het goed.", en="Does the school agree."),)


def test_a_bare_only_if_is_a_leaf_without_words() -> None:
    only_if = BOOK.rules[0].only_if

    assert isinstance(only_if, Leaf)
    assert (only_if.id, only_if.wording, only_if.text) == ("only_if", None, "offering.kind == 'bbl'")


def test_the_tree_of_a_condition_is_that_of_the_file() -> None:
    assert isinstance(BOOK.rules[0].when, AnyOf)
    assert isinstance(BOOK.rules[2].when, NotOf)


def test_a_scheme_is_read_with_its_terms() -> None:
    terms = BOOK.rules[2].scheme

    assert terms is not None
    assert terms.effect is Effect.OWN_COST
    assert terms.amount is not None
    assert (terms.amount.round, terms.amount.per) == (Rounding.DOWN_TO_EURO, Per.STEP)
    stacking = terms.stacking
    assert (stacking.group, stacking.not_with, stacking.order) == ("town", ("scheme.other",), 20)
    assert (stacking.per_person_eur, stacking.per_year_eur) == (5000, 2500)


def test_a_ranking_has_points_and_others_have_none() -> None:
    assert [rule.points for rule in BOOK.rules if rule.kind is RuleKind.RANKING or rule.points] == [5]


def test_examples_hold_values_as_the_engine_reckons_with_them() -> None:
    ranking = BOOK.rules[4].examples[0]

    assert ranking.given == {"person.skills": {"weld": 3}, "offering.needed": {"weld": 3}, "person.wage_eur": 1471}
    assert BOOK.rules[3].examples[0].given == {"person.modes": frozenset({"car"})}
    assert BOOK.rules[1].examples[0].given == {"person.employed": True, "offering.kind": "bbl"}


def test_an_example_is_about_the_first_day_of_its_rule() -> None:
    assert BOOK.rules[0].examples[0].as_of == date(2020, 1, 1)


def test_an_example_of_a_rule_without_first_day_is_about_the_day_it_was_read() -> None:
    assert BOOK.rules[4].examples[0].as_of == date(2026, 11, 21)


def test_an_amount_of_an_example_is_in_cents() -> None:
    assert BOOK.rules[2].examples[0].amount_cents == 50_000


def test_names_may_be_used_across_files() -> None:
    assert [rule.id for rule in load_rulebook(APART).rules] == [rule.id for rule in BOOK.rules]


def test_the_order_in_which_files_come_changes_nothing() -> None:
    versions = {load_rulebook({name: APART[name] for name in names}).version for names in permutations(APART)}

    assert len(versions) == 1


@pytest.mark.parametrize("name", APART)
def test_any_change_of_text_is_another_version(name: str) -> None:
    changed = {**APART, name: APART[name] + "# a word more\n"}

    assert load_rulebook(changed).version != load_rulebook(APART).version


def test_a_book_read_again_from_its_texts_is_the_same() -> None:
    again = load_rulebook(BOOK.texts)

    assert (again.version, dict(again.texts)) == (BOOK.version, {FILE: HEALTHY})


def test_faults_in_several_files_are_told_together_in_order() -> None:
    broken = {
        name: text.replace("kind: set", "kind: sett").replace("points: 5", "points: five")
        for name, text in APART.items()
    }

    with pytest.raises(InvalidRulebook) as refused:
        load_rulebook(broken)

    assert [(fault.file, fault.found) for fault in refused.value.faults] == [("a.yaml", "five"), ("c.yaml", "sett")]
