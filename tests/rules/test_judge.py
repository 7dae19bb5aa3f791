"""The judge of a catalogue sorts its rules by what they are about, and tells a no without a trace as well."""

from __future__ import annotations

from datetime import date
from random import Random

from gouden_poort.rules.case.judging import is_no, judge, shutting
from gouden_poort.rules.case.verdict import Outcome
from gouden_poort.rules.judge import judge_of, verdicts
from gouden_poort.rules.loading.books import builtin_rulebook, format_rulebook
from tests.builders import MONDAY, a_profile, a_snapshot
from tests.rules.books import ADULT, ADULT_WORK, DUTCH, a_rule, a_scheme, ruled

PAIR = a_rule(
    "own.pair",
    "offering.hours_per_week <= 8 or position.hours_per_week <= 24",
    yes={"offering.hours_per_week": 8},
    no={"offering.hours_per_week": 9, "position.hours_per_week": 25},
)


def ids(rules: object) -> list[str]:
    return [rule.id for rule in rules]  # type: ignore[attr-defined]


def test_a_catalogue_that_names_no_rulebook_has_no_laws() -> None:
    judge = judge_of(a_snapshot())
    assert (judge.laws, judge.step_laws, judge.placement_laws) == ((), (), ())


def test_a_catalogue_without_rulebook_still_stands_on_the_format() -> None:
    assert judge_of(a_snapshot()).book is format_rulebook()


def test_the_builtin_rulebook_is_there_for_who_names_it() -> None:
    snapshot = a_snapshot(bundle=[{"key": "rulebook", "value": "builtin"}])
    assert judge_of(snapshot).book is builtin_rulebook()


def test_a_judge_is_made_once_for_a_snapshot() -> None:
    snapshot = a_snapshot()
    assert judge_of(snapshot) is judge_of(snapshot)


def test_rules_are_told_apart_by_what_they_are_about() -> None:
    judge = judge_of(ruled(ADULT, ADULT_WORK, PAIR))
    assert ids(judge.step_laws) == ["own.adult", "own.pair"]
    assert ids(judge.placement_laws) == ["own.adult_work"]
    assert ids(judge.pair_laws) == ["own.pair"]


def test_only_admissions_close() -> None:
    judge = judge_of(ruled(ADULT | {"kind": "warning"}))
    assert judge.step_laws == ()
    assert "own.adult" in ids(judge.step_rules)


def test_what_opens_shuts_pays_and_ranks_says_what_it_reads_of_a_person() -> None:
    allowance = a_scheme(
        "own.allowance",
        "person.budget_eur",
        test="person.age >= 18",
        yes={"person.age": 18},
        no={"person.age": 17},
    )
    advice = a_rule("own.advice", "person.nlqf >= 2", yes={"person.nlqf": 2}, no={"person.nlqf": 1}, kind="warning")
    judge = judge_of(ruled(ADULT, DUTCH, PAIR, allowance, advice))
    assert judge.facts_of_doors == ("person.age", "person.budget_eur", "person.cefr")


def test_facts_of_a_step_hold_the_person_the_place_and_the_offering() -> None:
    judge = judge_of(ruled(ADULT))
    facts = judge.step(judge.person(a_profile(), MONDAY), 0, position=0, occupation=0)
    assert facts["person.age"] == 30
    assert facts["offering.kind"] == "module"
    assert facts["position.kind"] == "job"
    assert facts["occupation.nlqf"] == 2


def test_a_rule_that_says_no_shuts() -> None:
    (rule,) = judge_of(ruled(ADULT)).step_laws
    assert shutting([rule], {"person.age": 17, "offering.kind": "module"}, MONDAY) == (rule,)


def test_what_is_not_known_shuts_nothing() -> None:
    (rule,) = judge_of(ruled(ADULT)).step_laws
    assert shutting([rule], {"offering.kind": "module"}, MONDAY) == ()


def test_a_rule_that_is_over_shuts_nothing() -> None:
    (rule,) = judge_of(ruled(ADULT | {"valid": {"to": "2026-12-31"}})).step_laws
    assert shutting([rule], {"person.age": 17, "offering.kind": "module"}, MONDAY) == ()


def test_verdicts_keep_the_order_of_the_rules() -> None:
    rules = judge_of(ruled(ADULT, ADULT_WORK)).laws
    assert [verdict.rule for verdict in verdicts(rules, {}, MONDAY)] == list(rules)


def test_no_without_a_trace_is_the_no_of_the_plain_reading_for_every_example_of_the_book() -> None:
    for rule in builtin_rulebook().rules:
        for example in rule.examples:
            is_plainly_no = judge(rule, example.given, example.as_of).outcome is Outcome.NO
            assert is_no(rule, example.given, example.as_of) == is_plainly_no, (rule.id, example)


def test_no_without_a_trace_is_the_no_of_the_plain_reading_with_facts_left_out() -> None:
    random = Random("left out")
    for rule in builtin_rulebook().rules:
        for example in rule.examples:
            given = {name: value for name, value in example.given.items() if random.random() < 0.6}
            for day in (example.as_of, date(2026, 11, 21)):
                is_plainly_no = judge(rule, given, day).outcome is Outcome.NO
                assert is_no(rule, given, day) == is_plainly_no, (rule.id, given, day)
