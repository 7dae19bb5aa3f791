"""What the conditions in words come to for a person: a closed door, something to do first, or a question."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import CEFR, PriorEducation, TargetGroup
from gouden_poort.profiles.profile import Circumstances
from gouden_poort.rules.book.rule import Rulebook, RuleKind
from gouden_poort.rules.case.judging import judge
from gouden_poort.rules.case.verdict import Outcome, Verdict
from gouden_poort.rules.columns.prepared import prepare
from gouden_poort.rules.facts.catalogue import offering_table, row_facts
from gouden_poort.rules.facts.conditions import AMOUNTS, YES_NO
from gouden_poort.rules.facts.person import person_facts
from gouden_poort.rules.language.walking import facts_in
from gouden_poort.rules.loading.folders import BUILTIN_FOLDER, read_folder, with_format
from gouden_poort.rules.loading.loading import load_rulebook
from tests.builders import MONDAY, a_profile, a_snapshot

DAY = date(2027, 1, 4)
NAME = "entry_conditions.yaml"


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """The rules of this one file on top of the format."""
    files = read_folder(BUILTIN_FOLDER)
    return load_rulebook(with_format({name: text for name, text in files.items() if name.endswith(NAME)}))


def verdicts(book: Rulebook, conditions: str, *, told: Any = None, **changes: Any) -> dict[str, Verdict]:
    """The rules that have something to say, for one course and one person."""
    snapshot = a_snapshot(
        skills=[{}, {"skill_id": "sk-nauwkeurig"}],
        credentials=[{}, {"credential_id": "cr-rijbewijs-b"}],
        offerings=[{"entry_conditions": conditions}],
    )
    person = person_facts(snapshot, a_profile(**changes), DAY, told=told or {})
    facts = {**row_facts(offering_table(snapshot), 0), **person, **(told or {})}
    judged = {rule.id: judge(rule, facts, DAY) for rule in book.rules if rule.id.startswith("conditions.")}
    return {
        rule.removeprefix("conditions."): verdict
        for rule, verdict in judged.items()
        if verdict.outcome is not Outcome.NOT_APPLICABLE
    }


def outcome(book: Rulebook, conditions: str, **given: Any) -> tuple[RuleKind, Outcome]:
    """What the one rule says that a condition wakes."""
    (verdict,) = verdicts(book, conditions, **given).values()
    return verdict.rule.kind, verdict.outcome


def schooled(schooling: PriorEducation, **more: Any) -> dict[str, Any]:
    return {"circumstances": Circumstances(prior_education=schooling), **more}


def test_a_course_without_conditions_is_not_spoken_of(book: Rulebook) -> None:
    assert verdicts(book, "") == {}


@pytest.mark.parametrize("term", [*YES_NO, *(f"{name}>=3" for name in AMOUNTS), "nauwkeurig>=3", "eigen gereedschap"])
def test_every_condition_wakes_one_rule(book: Rulebook, term: str) -> None:
    assert len(verdicts(book, term)) == 1


@pytest.mark.parametrize(
    "term",
    ["contract_hours>=20", "recognised_employer=true", "work_or_placement_in_trade=true", "employed=true",
     "licence_b=true", "medical_ok=true", "nauwkeurig>=3"],
)  # fmt: skip
def test_what_can_be_arranged_closes_nothing(book: Rulebook, term: str) -> None:
    assert outcome(book, term)[0] is RuleKind.OBLIGATION


def test_who_named_papers_without_a_licence_gets_one_first(book: Rulebook) -> None:
    assert outcome(book, "licence_b=true", credentials=frozenset({"C1"}))[1] is Outcome.NO
    assert outcome(book, "licence_b=true")[1] is Outcome.UNKNOWN
    assert outcome(book, "licence_b=true", credentials=frozenset({"cr-rijbewijs-b"}))[1] is Outcome.YES


def test_a_learning_place_gives_the_work_that_a_course_asks(book: Rulebook) -> None:
    assert outcome(book, "work_or_placement_in_trade=true", told={"position.kind": "bbl"})[1] is Outcome.YES
    assert outcome(book, "work_or_placement_in_trade=true", told={"position.kind": "job"})[1] is Outcome.UNKNOWN


def test_contract_hours_are_those_of_the_place(book: Rulebook) -> None:
    assert outcome(book, "contract_hours>=20", told={"position.hours_per_week": 20})[1] is Outcome.YES
    assert outcome(book, "contract_hours>=24", told={"position.hours_per_week": 20})[1] is Outcome.NO


@pytest.mark.parametrize(
    ("schooling", "expected"),
    [
        (PriorEducation.VMBO_KB_GL_TL, Outcome.YES),
        (PriorEducation.HAVO, Outcome.NO),
        (PriorEducation.MBO_2, Outcome.NO),
        (PriorEducation.FOREIGN, Outcome.UNKNOWN),
    ],
)
def test_a_start_qualification_closes_what_is_meant_for_people_without(
    book: Rulebook, schooling: PriorEducation, expected: Outcome
) -> None:
    kind, said = outcome(book, "no_start_qualification=true", **schooled(schooling))
    assert (kind, said) == (RuleKind.ADMISSION, expected)


@pytest.mark.parametrize(
    ("schooling", "expected"),
    [
        (PriorEducation.PRIMARY, Outcome.YES),
        (PriorEducation.VMBO_BB, Outcome.NO),
        (PriorEducation.ENTREE, Outcome.NO),
        (PriorEducation.FOREIGN, Outcome.UNKNOWN),
    ],
)
def test_who_may_enter_mbo_2_does_not_go_to_entree(
    book: Rulebook, schooling: PriorEducation, expected: Outcome
) -> None:
    assert outcome(book, "not qualifies_mbo2", **schooled(schooling, nlqf=1))[1] is expected


@pytest.mark.parametrize(("years", "expected"), [(3, Outcome.YES), (2, Outcome.NO), (None, Outcome.UNKNOWN)])
def test_too_few_years_close_the_door(book: Rulebook, years: int | None, expected: Outcome) -> None:
    person = {"circumstances": Circumstances(years_in_trade=years)}
    assert outcome(book, "years_in_trade>=3", **person) == (RuleKind.ADMISSION, expected)


def test_with_too_little_dutch_the_question_is_whether_it_is_the_first_language(book: Rulebook) -> None:
    assert outcome(book, "native_or_b1=true", cefr=CEFR.B1)[1] is Outcome.YES
    assert outcome(book, "native_or_b1=true", cefr=CEFR.A2)[1] is Outcome.UNKNOWN


def test_a_status_holder_is_a_newcomer_and_of_others_it_is_asked(book: Rulebook) -> None:
    term = "status in (statushouder,gezinsmigrant)"
    assert outcome(book, term, target_groups=frozenset({TargetGroup.STATUS_HOLDER}))[1] is Outcome.YES
    assert outcome(book, term)[1] is Outcome.UNKNOWN
    assert outcome(book, term, told={"person.permit": "dutch_eu"})[1] is Outcome.NO


def test_words_nobody_understands_become_a_question(book: Rulebook) -> None:
    assert outcome(book, "eigen gereedschap")[1] is Outcome.UNKNOWN


def test_every_fact_about_a_condition_is_read_by_a_rule(book: Rulebook) -> None:
    read = {fact.name for rule in book.rules for leaf in rule.leaves for fact in facts_in(leaf.test)}
    table = offering_table(a_snapshot(offerings=[{"entry_conditions": ""}]))
    without = offering_table(a_snapshot())
    assert set(table.columns) - set(without.columns) - read == set()


def test_conditions_shut_no_door_on_who_told_nothing(book: Rulebook, builtin: Snapshot) -> None:
    rules = [rule for rule in book.rules if rule.id.startswith("conditions.")]
    quiet = person_facts(builtin, a_profile(nlqf=0, cefr=CEFR.A0), MONDAY)
    _, possibly = prepare(rules, offering_table(builtin)).judge(quiet, MONDAY).admitted()
    assert possibly.all()
