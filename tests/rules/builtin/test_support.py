"""Benefits, money and fairness: what to arrange before a training, what is said, and what never counts."""

from __future__ import annotations

from datetime import date

import pytest

from gouden_poort.rules.book.rule import RuleKind
from gouden_poort.rules.language.walking import facts_in
from gouden_poort.rules.language.words import Facts
from gouden_poort.rules.loading.books import builtin_rulebook
from tests.rules.builtin.people import outcome, the_rule
from tests.rules.builtin.places import a_course, a_place, said, somebody, to_arrange


def with_benefit(benefit: str, **told: bool) -> Facts:
    return {**somebody("free", **told), "person.benefit": benefit}


@pytest.mark.parametrize(
    ("kind", "hours", "todo"),
    [("bol", 36, True), ("module", 20, True), ("module", 19, False), ("course", 8, False), ("bbl", 24, False)],
)
def test_ww_asks_consent_for_a_training_of_many_hours(kind: str, hours: int, todo: bool) -> None:
    found = to_arrange(with_benefit("ww", uwv_consent=False), a_course(kind, hours), about="ben.")
    assert found == ({"ben.ww_training"} if todo else set())


def test_consent_that_is_there_or_not_known_is_not_said_to_be_missing() -> None:
    training = a_course("bol", 36)
    assert outcome("ben.ww_training", with_benefit("ww", uwv_consent=True), training) == "yes"
    assert outcome("ben.ww_training", with_benefit("ww"), training) == "unknown"


@pytest.mark.parametrize(
    ("kind", "weeks", "todo"), [("bbl", 80, True), ("course", 2, True), ("module", 1, False), ("language", 20, False)]
)
def test_bijstand_asks_a_plan_with_the_municipality(kind: str, weeks: int, todo: bool) -> None:
    person = with_benefit("bijstand", municipality_consent=False)
    found = to_arrange(person, a_course(kind, weeks=weeks), about="ben.")
    assert found == ({"ben.bijstand"} if todo else set())


@pytest.mark.parametrize(("benefit", "advised"), [("ww", True), ("wajong", True), ("bijstand", False), ("none", False)])
def test_a_trial_is_for_benefits_of_uwv_when_the_company_is_in_doubt(benefit: str, advised: bool) -> None:
    doubting = a_place() | {"employer.in_doubt": True}
    assert ("ben.trial" in said(with_benefit(benefit), doubting)) is advised


def test_no_trial_is_advised_where_nobody_said_that_the_company_is_in_doubt() -> None:
    assert "ben.trial" not in said(with_benefit("ww"), a_place())


@pytest.mark.parametrize(
    ("training", "warned"),
    [
        (a_course("bol", 36, 80), True),
        (a_course("module", 20, 5), True),
        (a_course("module", 38, 4), False),
        (a_course("course", 8, 40), False),
        (a_course("bbl", 24, 80), False),
    ],
)
def test_without_benefit_an_unpaid_training_warns_about_money(training: Facts, warned: bool) -> None:
    assert ("ben.income_gap" in said(somebody("free"), training)) is warned


def test_a_benefit_silences_the_worry_about_money_unless_there_is_no_income() -> None:
    training = a_course("bol", 36, 80)
    assert "ben.income_gap" not in said(with_benefit("ww"), training)
    assert "ben.income_gap" in said(with_benefit("ww", has_income=False), training)


@pytest.mark.parametrize(
    ("age", "day", "told"),
    [(55, date(2026, 11, 21), False), (56, date(2026, 1, 1), True), (56, date(2025, 12, 31), False)],
)
def test_the_end_of_the_wage_benefit_for_older_workers(age: int, day: date, told: bool) -> None:
    person = somebody("free") | {"person.age": age}
    assert ("ben.lkv_old_ended" in said(person, a_place(), day=day)) is told


def test_debts_bring_help_and_nothing_else() -> None:
    reading = {
        rule.id
        for rule in builtin_rulebook().rules
        for leaf in rule.leaves
        if any(fact.name == "person.debts" for fact in facts_in(leaf.test))
    }
    assert "ben.debts" in reading
    assert all(the_rule(rule_id).kind in (RuleKind.ADVICE, RuleKind.SCHEME) for rule_id in reading)
    assert "ben.debts" in said(somebody("free", debts=True))


def test_only_wishes_move_an_occupation() -> None:
    read = {
        fact.name
        for rule in builtin_rulebook().rules
        if rule.kind is RuleKind.RANKING
        for leaf in rule.leaves
        for fact in facts_in(leaf.test)
    }
    assert read == {"occupation.sector", "person.wished_sectors", "person.unwanted_sectors"}


def test_a_wish_and_a_dislike_weigh_the_same() -> None:
    assert the_rule("rank.wished_sector").points == 26
    assert the_rule("rank.unwanted_sector").points == -26


def test_limits_at_work_close_nothing() -> None:
    assert "hlt.limits" in said(somebody("free", declares_limits=True))
    assert the_rule("hlt.limits").kind is RuleKind.INFO


@pytest.mark.parametrize(("minutes", "car", "advised"), [(30, False, True), (31, False, False), (20, True, False)])
def test_who_travels_little_hears_of_a_shared_van(minutes: int, car: bool, advised: bool) -> None:
    modes = frozenset({"bike", "car"} if car else {"bike"})
    person = somebody("free", max_travel_minutes=minutes, modes=modes)
    assert ("trv.distance" in said(person)) is advised


def test_everyone_who_plans_hears_that_a_human_decides() -> None:
    assert {"equ.fair", "equ.human"} <= said(somebody("free", hours_per_week=24))
