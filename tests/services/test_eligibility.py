"""Whether doors are open, by a small rulebook of our own that shows each turn."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.levels import CEFR
from gouden_poort.rules.case.stacking import Refusal
from gouden_poort.rules.case.verdict import Outcome
from gouden_poort.rules.judge import Judge, judge_of
from gouden_poort.rules.loading.folders import with_format
from gouden_poort.rules.loading.loading import load_rulebook
from gouden_poort.services.asked import Question
from gouden_poort.services.eligibility import Answer, State, Thing, eligibility
from gouden_poort.services.receipts import Receipt
from gouden_poort.services.scheme_help import scheme_ids
from tests.builders import MONDAY, a_profile, a_snapshot
from tests.people import four_people

BOOK = """
rules:
  - id: law.dutch
    kind: admission
    nl: Voor een lange opleiding moet je Nederlands kennen.
    en: A long course asks Dutch.
    source: {title: Example act, read_on: 2026-11-21}
    only_if: "offering.weeks >= 8"
    when: {id: dutch, test: "person.cefr >= 'B2'", nl: Je Nederlands is B2 of hoger., en: Your Dutch is B2 or higher.}
    tests:
      - {given: {offering.weeks: 8, person.cefr: B2}, expect: yes}
      - {given: {offering.weeks: 8, person.cefr: B1}, expect: no}
      - {given: {offering.weeks: 7}, expect: not_applicable}
  - id: law.school
    kind: admission
    nl: Wie nog naar school gaat, mag hier niet heen.
    en: Not for who is still at school.
    source: {title: Example act, read_on: 2026-11-21}
    only_if: "offering.kind == 'course'"
    when: {not: {id: at_school, test: person.at_school, nl: Je zit op school., en: You are at school.}}
    tests:
      - {given: {offering.kind: course, person.at_school: no}, expect: yes}
      - {given: {offering.kind: course, person.at_school: yes}, expect: no}
      - {given: {offering.kind: module}, expect: not_applicable}
  - id: law.company
    kind: admission
    nl: Je werkt bij een erkend leerbedrijf.
    en: You work at a recognised company.
    source: {title: Example act, read_on: 2026-11-21}
    only_if: "offering.kind == 'bbl'"
    when: {id: recognised, test: employer.recognised, nl: Het bedrijf is erkend., en: The company is recognised.}
    tests:
      - {given: {offering.kind: bbl, employer.recognised: yes}, expect: yes}
      - {given: {offering.kind: bbl, employer.recognised: no}, expect: no}
      - {given: {offering.kind: course}, expect: not_applicable}
  - id: scheme.half
    kind: scheme
    nl: De helft van de prijs.
    en: Half the price.
    source: {title: Example act, read_on: 2026-11-21}
    effect: own_cost
    beneficiary: candidate
    arranged_by: uwv
    amount: {value: "offering.cost_eur * 0.5", per: step}
    stacking: {group: public, order: 10}
    when: {id: works, test: person.employed, nl: Je hebt werk., en: You work.}
    tests:
      - {given: {person.employed: yes, offering.cost_eur: 401}, expect: yes, amount: 200}
      - {given: {person.employed: no}, expect: no}
  - id: scheme.whole
    kind: scheme
    nl: De hele prijs.
    en: The whole price.
    source: {title: Example act, read_on: 2026-11-21}
    effect: own_cost
    beneficiary: candidate
    arranged_by: state
    amount: {value: offering.cost_eur, per: step}
    stacking: {group: public, order: 20}
    when: {id: young, test: "person.age < 40", nl: Je bent jong., en: You are young.}
    tests:
      - {given: {person.age: 39, offering.cost_eur: 400}, expect: yes, amount: 400}
      - {given: {person.age: 40}, expect: no}
  - id: sch-fund
    kind: scheme
    nl: Het scholingspotje.
    en: The training fund.
    source: {title: Example act, read_on: 2026-11-21}
    effect: own_cost
    beneficiary: candidate
    arranged_by: municipality
    stacking: {group: local}
    when: {id: grown_up, test: "person.age >= 18", nl: Je bent 18., en: You are 18.}
    tests:
      - {given: {person.age: 18}, expect: yes}
      - {given: {person.age: 17}, expect: no}
  - id: scheme.staff
    kind: scheme
    nl: Geld voor je werkgever.
    en: Money for your employer.
    source: {title: Example act, read_on: 2026-11-21}
    effect: pays_employer
    beneficiary: employer
    arranged_by: sector
    amount: {value: "employer.project_cost_eur * 0.5", per: placement}
    stacking: {group: sector}
    when: {id: small, test: "employer.staff < 50", nl: Het bedrijf is klein., en: The company is small.}
    tests:
      - {given: {employer.staff: 49, employer.project_cost_eur: 640}, expect: yes, amount: 320}
      - {given: {employer.staff: 50}, expect: no}
"""
TERMS = "rules:" + "".join(
    f"""
  - id: scheme.terms
    kind: scheme
    nl: De {name} regels.
    en: The {name} terms.
    valid: {{from: {first}, to: {last}}}
    source: {{title: Example act, read_on: 2026-11-21}}
    effect: in_kind
    beneficiary: candidate
    arranged_by: state
    stacking: {{group: {name}}}
    when: {{id: {name}, test: "person.age >= 18", nl: Je bent 18., en: You are 18.}}
    tests:
      - {{given: {{person.age: 18}}, expect: yes}}
      - {{given: {{person.age: 17}}, expect: no}}"""
    for name, first, last in (("old", "2020-01-01", "2026-12-31"), ("new", "2027-01-01", "2027-12-31"))
)
SNAPSHOT = a_snapshot(
    offerings=[
        {},
        {"offering_id": "T2", "weeks": 4},
        {"offering_id": "T3", "weeks": 4, "kind": "course"},
        {"offering_id": "T4", "weeks": 4, "kind": "bbl", "cost_eur": 0, "hours_per_week": 6},
    ],
    offering_requires=[{"offering_id": "T2", "level": 2}],
    credentials=[{}, {"credential_id": "D1", "label": "Diploma", "kind": "diploma", "nlqf_level": 2}],
    positions=[{}, {"position_id": "J2", "kind": "bbl", "credential_id": "D1", "min_cefr": "C1"}],
    schemes=[{}, {"scheme_id": "sch-fund"}],
)
JUDGE = Judge(SNAPSHOT, load_rulebook(with_format({"ours.yaml": BOOK})))


def ask(told: dict[str, Any] | None = None, day: date = MONDAY, judge: Judge = JUDGE, **asked: Any) -> list[Answer]:
    lists = {name: tuple(asked.pop(name, ())) for name in ("offerings", "positions", "schemes")}
    question = Question(profile=asked.pop("profile", None) or a_profile(**asked), day=day, told=told or {}, **lists)
    return list(eligibility(judge, question).answers)


def test_a_door_that_a_rule_surely_shuts_is_closed() -> None:
    (answer,) = ask(offerings=["T1"])
    assert (answer.thing, answer.id, answer.label, answer.state) == (
        Thing.OFFERING, "T1", "Leren lassen", State.CLOSED,
    )  # fmt: skip
    (told,) = answer.explained
    assert (told.verdict.rule.id, told.verdict.outcome) == ("law.dutch", Outcome.NO)
    assert [(reason.text, reason.yours) for reason in told.nl] == [("Nodig: Je Nederlands is B2 of hoger.", "B1")]
    assert told.en[0].text == "Needed: Your Dutch is B2 or higher."


def test_what_would_open_a_closed_door_is_told() -> None:
    (answer,) = ask(offerings=["T1"])
    assert answer.changes is not None
    assert [(change.fact.name, change.before, change.after) for change in answer.changes.changes] == [
        ("person.cefr", "B1", "B2")
    ]


@pytest.mark.parametrize(
    ("asks", "born", "opens_on"),
    [
        ({"min_age": 18}, date(2010, 3, 2), date(2028, 3, 2)),
        ({"min_age": 18}, date(2025, 3, 2), None),
        ({"max_age": 16}, date(2000, 3, 2), None),
        ({"min_age": 18}, date(2000, 3, 2), None),
    ],
    ids=["a child", "a baby", "too old for ever", "open already"],
)
def test_a_door_that_time_opens_says_on_which_day(asks: dict[str, int], born: date, opens_on: date | None) -> None:
    snapshot = a_snapshot(offerings=[asks])
    question = Question(profile=a_profile(birth_date=born), day=MONDAY, offerings=tuple(snapshot.columns.offerings.id))
    (answer,) = eligibility(judge_of(snapshot), question).answers
    assert answer.opens_on == opens_on


def test_a_door_without_an_objection_is_open() -> None:
    (answer,) = ask(offerings=["T1"], cefr=CEFR.B2)
    assert (answer.state, answer.changes, answer.missing) == (State.OPEN, None, ())


def test_a_door_that_hangs_on_an_answer_of_the_person_is_unknown() -> None:
    (answer,) = ask(offerings=["T3"])
    assert answer.state is State.UNKNOWN
    assert [fact.name for fact in answer.missing] == ["person.at_school"]


@pytest.mark.parametrize(("at_school", "state"), [(False, State.OPEN), (True, State.CLOSED), (None, State.UNKNOWN)])
def test_what_is_told_settles_it(at_school: bool | None, state: State) -> None:
    (answer,) = ask({"person.at_school": at_school}, offerings=["T3"])
    assert answer.state is state


def test_what_only_a_company_can_tell_leaves_a_door_open_and_is_asked() -> None:
    (answer,) = ask(offerings=["T4"])
    assert answer.state is State.OPEN
    assert [fact.name for fact in answer.missing] == ["employer.recognised"]


def test_a_bbl_offering_is_judged_at_the_single_bbl_position_that_is_asked_about() -> None:
    offering, position = ask(offerings=["T4"], positions=["J2"])
    assert (offering.position_id, offering.missing) == ("J2", ())
    assert (position.thing, position.id, position.label) == (Thing.POSITION, "J2", "Lasser")


@pytest.mark.parametrize("positions", [["J1"], ["J1", "J2"]])
def test_a_job_or_a_choice_of_places_is_no_place_to_learn_at(positions: list[str]) -> None:
    offering, *_ = ask(offerings=["T4"], positions=positions)
    assert offering.position_id is None


def test_the_conditions_of_the_catalogue_count_too() -> None:
    offering, position = ask(offerings=["T2"], positions=["J2"])
    assert [(told.verdict.rule.id, told.verdict.outcome) for told in offering.explained] == [
        ("entry.offering.skills", Outcome.NO)
    ]
    assert [(told.verdict.rule.id, told.verdict.outcome) for told in position.explained] == [
        ("entry.position.dutch", Outcome.NO)
    ]


@pytest.mark.parametrize(("asked", "opens"), [("C1", True), ("C2", False)])
def test_a_paper_opens_a_door_only_when_somebody_gives_it(asked: str, opens: bool) -> None:
    snapshot = a_snapshot(
        offerings=[{}, {"offering_id": "T2"}],
        credentials=[{}, {"credential_id": "C2"}],
        offering_credentials=[{}],
        offering_requires=[{"offering_id": "T2", "kind": "credential", "ref_id": asked, "level": ""}],
    )
    (answer,) = ask(judge=judge_of(snapshot), offerings=["T2"])
    assert (answer.state, answer.changes is not None) == (State.CLOSED, opens)


def test_ids_of_the_catalogue_get_their_names() -> None:
    (answer,) = ask(offerings=["T2"])
    assert answer.explained[0].nl[0].needed == "Lassen (niveau 2)"


@pytest.mark.parametrize(("employed", "state"), [(True, State.OPEN), (False, State.CLOSED), (None, State.UNKNOWN)])
def test_a_scheme_is_open_closed_or_unknown(employed: bool | None, state: State) -> None:
    (answer,) = ask({"person.employed": employed}, schemes=["scheme.half"])
    assert (answer.thing, answer.state) == (Thing.SCHEME, state)
    assert [fact.name for fact in answer.missing] == (["person.employed"] if employed is None else [])


def test_a_scheme_says_what_it_gives_for_each_offering() -> None:
    answers = ask({"person.employed": True}, offerings=["T1", "T4"], schemes=["scheme.half"])[2:]
    assert [(one.id, one.offering_id, one.help and one.help.amount_cents) for one in answers] == [
        ("scheme.half", "T1", 20_000),
        ("scheme.half", "T4", 0),
    ]


def test_schemes_that_do_not_go_together_say_so() -> None:
    half, whole = ask({"person.employed": True}, offerings=["T1"], schemes=["scheme.half", "scheme.whole"])[1:]
    assert half.help is not None
    assert half.help.grant is not None
    assert (half.help.grant.refused, half.help.grant.by) == (Refusal.GROUP, "scheme.whole")
    assert whole.help is not None
    assert whole.help.grant is not None
    assert (whole.help.grant.refused, whole.help.grant.cents) == (None, 40_000)


def test_a_scheme_for_an_employer_is_answered_for_a_place() -> None:
    (_, answer) = ask(
        {"employer.staff": 12, "employer.project_cost_eur": 640}, positions=["J1"], schemes=["scheme.staff"]
    )
    assert (answer.position_id, answer.state) == ("J1", State.OPEN)
    assert answer.help is not None
    assert answer.help.amount_cents == 32_000


def test_with_a_single_place_a_scheme_is_answered_once_for_each_offering() -> None:
    answers = ask(offerings=["T1", "T2"], positions=["J1"], schemes=["scheme.staff"])[3:]
    assert [(one.offering_id, one.position_id) for one in answers] == [("T1", "J1"), ("T2", "J1")]


def test_several_places_are_each_answered_by_themselves() -> None:
    answers = ask(offerings=["T1"], positions=["J1", "J2"], schemes=["scheme.staff"])[3:]
    assert [(one.offering_id, one.position_id) for one in answers] == [("T1", None), (None, "J1"), (None, "J2")]


@pytest.mark.parametrize(
    ("day", "rule", "state"),
    [
        (date(2019, 12, 31), "The old terms.", State.CLOSED),
        (date(2020, 1, 1), "The old terms.", State.OPEN),
        (date(2026, 12, 31), "The old terms.", State.OPEN),
        (date(2027, 1, 1), "The new terms.", State.OPEN),
        (date(2027, 12, 31), "The new terms.", State.OPEN),
        (date(2028, 1, 1), "The new terms.", State.CLOSED),
    ],
)
def test_a_scheme_is_answered_by_its_terms_of_the_day(day: date, rule: str, state: State) -> None:
    judge = Judge(SNAPSHOT, load_rulebook(with_format({"terms.yaml": TERMS})))
    (answer,) = ask(judge=judge, day=day, schemes=["scheme.terms"])
    assert (answer.explained[0].wording.en, answer.state) == (rule, state)


def test_of_a_scheme_that_the_catalogue_has_too_the_catalogue_says_how_much() -> None:
    (_, answer) = ask(offerings=["T1"], schemes=["sch-fund"])
    assert (answer.label, answer.state) == ("Scholingspotje", State.OPEN)
    assert answer.help is not None
    assert (answer.help.amount_cents, answer.help.by_catalogue) == (20_000, True)


def test_it_helps_only_when_both_say_yes() -> None:
    (_, answer) = ask(day=date(2026, 12, 28), offerings=["T1"], schemes=["sch-fund"])
    assert answer.explained[0].verdict.outcome is Outcome.YES
    assert answer.state is State.CLOSED
    assert answer.help is not None
    assert (answer.help.amount_cents, answer.help.by_catalogue, answer.help.grant) == (None, False, None)


def test_a_scheme_that_only_the_catalogue_has_is_answered_for_an_offering() -> None:
    judge = judge_of(SNAPSHOT)
    for asked, state, cents in (({"offerings": ["T1"]}, State.OPEN, 20_000), ({}, State.UNKNOWN, None)):
        answer = ask(judge=judge, schemes=["F1"], **asked)[-1]
        assert (answer.state, answer.help and answer.help.amount_cents) == (state, cents)


def test_the_receipt_names_what_the_answer_hangs_on() -> None:
    found = eligibility(JUDGE, Question(profile=a_profile(), day=MONDAY, offerings=("T1",)))
    assert found.receipt == Receipt(rules=JUDGE.book.version, catalogue=SNAPSHOT.version, day=MONDAY)


def test_every_unknown_id_and_fact_is_told_at_once() -> None:
    profile = a_profile(credentials=frozenset({"c1"}))
    with pytest.raises(InvalidInput) as refusal:
        ask({"nope": 1}, profile=profile, offerings=["T1", "X"], positions=["J9"], schemes=["scheme.hafl"])
    assert [(one.path, one.near) for one in refusal.value.faults] == [
        ("profile.credentials", ("C1",)),
        ("offerings.1", ()),
        ("positions.0", ()),
        ("schemes.0", ("scheme.half", "scheme.staff", "scheme.whole")),
        ("facts.nope", ()),
    ]


def test_everyone_gets_an_answer_about_everything(builtin: Snapshot) -> None:
    judge = judge_of(builtin)
    columns = builtin.columns
    schemes = scheme_ids(judge)
    for profile in four_people(52.09, 5.12):
        for begin in range(0, len(columns.offerings.id), 400):
            asked = Question(
                profile=profile,
                day=MONDAY,
                offerings=(columns.offerings.id[begin],),
                positions=(columns.positions.id[begin % len(columns.positions.id)],),
                schemes=schemes,
            )
            for answer in eligibility(judge, asked).answers:
                assert answer.state in State
                for told in answer.explained:
                    assert "{" not in told.wording.nl + told.wording.en
                    assert all("{" not in reason.text for reason in (*told.nl, *told.en))
