"""The list of the day: who stands where, what is overdue on top, and nobody of somebody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event as happening

from gouden_poort.development.check_in import Going, Onward, WorkNow
from gouden_poort.development.event import EventKind
from gouden_poort.development.plan import MilestoneKind
from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.agreement import Doer
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.people.place_offer import OpeningKind
from gouden_poort.profiles.people.proposal import ProposalState
from gouden_poort.profiles.people.surplus import Surplus
from gouden_poort.services.dossiers.planning import Proposed, agree
from gouden_poort.services.dossiers.today import Shelf, todos
from gouden_poort.services.dossiers.todo import Why
from gouden_poort.services.employers.surpluses import withdraw
from gouden_poort.services.offering import seats
from gouden_poort.services.ten_years.answering import Given, answer
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, ELSEWHERE, HERE, MORNING, a_kept_dossier, an_agreement
from tests.employers import a_proposal, a_surplus, keep_organisations
from tests.ten_years import Damage, a_check_in, a_commitment_to, a_line_of, a_plan_of, an_event_of, chosen, damage

TODAY = MORNING.date()


def days(many: int) -> timedelta:
    return timedelta(days=many)


def test_each_stands_behind_the_filter_of_its_day(sqlite_database: Database) -> None:
    active = {"state": DossierState.ACTIVE, "last_contact_on": TODAY - days(10)}
    a_kept_dossier(sqlite_database, name="Vandaag", next_contact_on=TODAY, **active)
    a_kept_dossier(sqlite_database, name="Gisteren", next_contact_on=TODAY - days(1), **active)
    a_kept_dossier(sqlite_database, name="Morgen", next_contact_on=TODAY + days(1), **active)
    a_kept_dossier(sqlite_database, name="Volgende maand", next_contact_on=TODAY + days(30), **active)
    a_kept_dossier(sqlite_database, name="Nieuw")
    a_kept_dossier(sqlite_database, name="Stil", **active | {"last_contact_on": TODAY - days(70)})
    a_kept_dossier(sqlite_database, name="Gestopt", state=DossierState.STOPPED, next_contact_on=TODAY)
    found = todos(sqlite_database.unit, COACH, TODAY)
    assert {shelf: [(each.dossier.name, each.overdue) for each in lines] for shelf, lines in found.items()} == {
        Shelf.NOW: [("Gisteren", True), ("Vandaag", False)],
        Shelf.WEEK: [("Morgen", False)],
        Shelf.NEW: [("Nieuw", False)],
        Shelf.QUIET: [("Stil", False)],
    }


@pytest.mark.parametrize(("doer", "why"), [(Doer.COACH, Why.OWN_PROMISE), (Doer.CITIZEN, Why.THEIR_PROMISE)])
def test_what_was_promised_stands_there_with_its_words(sqlite_database: Database, doer: Doer, why: Why) -> None:
    dossier = a_kept_dossier(sqlite_database)
    with sqlite_database.unit() as unit:
        unit.agreements.add(an_agreement(dossier, doer=doer, due_on=TODAY - days(2), text="Bel de school"))
        unit.commit()
    (line,) = todos(sqlite_database.unit, COACH, TODAY)[Shelf.NOW]
    assert (line.why, line.what, line.overdue) == (why, "Bel de school", True)


def test_someone_who_is_handed_over_stands_with_who_takes_over(sqlite_database: Database) -> None:
    a_kept_dossier(sqlite_database, coach_id=COLLEAGUE.account_id, next_coach_id=COACH.account_id)
    assert [each.why for each in todos(sqlite_database.unit, COACH, TODAY)[Shelf.NOW]] == [Why.TAKE_OVER]


@pytest.mark.parametrize("told", [{"lines": ()}, {"organisation_id": ELSEWHERE}])
def test_someone_who_may_not_be_taken_over_is_not_named(sqlite_database: Database, told: dict[str, Any]) -> None:
    a_kept_dossier(sqlite_database, coach_id=COLLEAGUE.account_id, next_coach_id=COACH.account_id, **told)
    assert not any(todos(sqlite_database.unit, COACH, TODAY).values())


def unanswered(database: Database, since: date, **told: Any) -> Dossier:
    """Someone who did not answer for two years."""
    dossier = a_kept_dossier(database, **{"state": DossierState.ACTIVE, **told})
    plan = a_plan_of(dossier)
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.journeys.put(replace(a_line_of(plan), missed=2, call_since=since))
        unit.commit()
    return dossier


def wishing(database: Database, days_ago: int, **told: Any) -> Dossier:
    """Someone who asked for a talk."""
    dossier = a_kept_dossier(database, **{"state": DossierState.ACTIVE, **told})
    with database.unit() as unit:
        answered_at = MORNING - days(days_ago)
        unit.check_ins.add_once(a_check_in(dossier, wants_talk=True, answered_at=answered_at))
        unit.commit()
    return dossier


def test_who_did_not_answer_for_two_years_stands_there_since_the_second_was_missed(database: Database) -> None:
    unanswered(database, TODAY - days(10))
    (line,) = todos(database.unit, COACH, TODAY)[Shelf.NOW]
    assert (line.why, line.years, line.day, line.overdue) == (Why.NO_ANSWER, 2, TODAY - days(10), True)


@pytest.mark.parametrize(
    "told",
    [
        {"last_contact_on": TODAY - timedelta(days=3)},
        {"state": DossierState.STOPPED},
        {"coach_id": COLLEAGUE.account_id},
        {"organisation_id": ELSEWHERE},
        {"state": DossierState.DONE, "lines": ()},
    ],
    ids=["talked since", "stopped", "of a colleague", "elsewhere", "not shared"],
)
def test_who_need_not_or_may_not_be_called_does_not(sqlite_database: Database, told: dict[str, Any]) -> None:
    unanswered(sqlite_database, TODAY - days(10), **told)
    assert not todos(sqlite_database.unit, COACH, TODAY)[Shelf.NOW]


def test_who_asked_for_a_talk_stands_there_until_there_was_one(database: Database) -> None:
    wishing(database, 3, last_contact_on=TODAY - days(30))
    wishing(database, 3, last_contact_on=TODAY - days(1))
    (line,) = todos(database.unit, COACH, TODAY)[Shelf.NOW]
    assert (line.why, line.day, line.overdue) == (Why.WANTS_TALK, TODAY - days(3), False)


def test_who_is_done_is_called_too_and_a_wish_goes_before(database: Database) -> None:
    dossier = wishing(database, 3, state=DossierState.DONE)
    plan = a_plan_of(dossier)
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.journeys.put(replace(a_line_of(plan), missed=2, call_since=TODAY - days(10)))
        unit.commit()
    assert [each.why for each in todos(database.unit, COACH, TODAY)[Shelf.NOW]] == [Why.WANTS_TALK]


def test_a_talk_on_the_day_of_the_wish_takes_it_off_the_list(database: Database) -> None:
    dossier = wishing(database, 0)
    plan = a_plan_of(dossier)
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.journeys.put(a_line_of(plan))
        unit.commit()
    agreed = Proposed(text="Ik bel de school.", doer=Doer.CITIZEN, due_on=TODAY + days(30))
    later = MORNING + timedelta(hours=1)
    agree(database.unit, COACH, dossier.id, [agreed], next_contact_on=TODAY + days(30), moment=later)
    assert not todos(database.unit, COACH, TODAY)[Shelf.NOW]


def test_a_counsellor_has_no_such_list(sqlite_database: Database) -> None:
    counsellor = Actor(account_id=COACH.account_id, role=Role.COUNSELLOR, organisation_id=HERE)
    with pytest.raises(NotAllowed):
        todos(sqlite_database.unit, counsellor, TODAY)


def now(database: Database, day: date = TODAY) -> list[tuple[Why, str, date, bool]]:
    """Why each stands in the list of now, of which paper or company, since when, and whether that is long ago."""
    return [(each.why, each.what, each.day, each.overdue) for each in todos(database.unit, COACH, day)[Shelf.NOW]]


@pytest.mark.parametrize(
    ("told", "why", "late"),
    [
        ({"doubted_at": MORNING - days(8), "doubt": "Het is 6."}, Why.PAPER_DOUBTED, True),
        ({"doubted_at": MORNING - days(7), "doubt": "Het is 6."}, Why.PAPER_DOUBTED, False),
        ({"agreed_by_citizen_at": MORNING - days(30)}, Why.PAPER_WAITS, True),
        ({"agreed_by_citizen_at": MORNING, "agreed_by_staff_at": MORNING - days(1)}, Why.PAPER_AGREED, False),
    ],
)
def test_what_somebody_answers_to_a_paper_stands_there(
    database: Database, told: dict[str, Any], why: Why, *, late: bool
) -> None:
    dossier = a_kept_dossier(database, state=DossierState.DONE)
    moment = told.get("doubted_at") or told["agreed_by_citizen_at"]
    with database.unit() as unit:
        unit.commitments.add(a_commitment_to(dossier, **{**UNANSWERED, **told}))
        unit.commit()
    assert now(database) == [(why, "Voorbeeldfonds", moment.date(), late)]


@pytest.mark.parametrize(
    ("commitment", "person"),
    [
        ({}, {}),
        ({"agreed_by_staff_at": MORNING}, {}),
        ({"doubted_at": MORNING, "doubt": "Nee.", "ended_on": TODAY - days(1), "ended_because": "Fout."}, {}),
        ({"agreed_by_citizen_at": MORNING - days(2), "agreed_by_staff_at": MORNING - days(1)}, {}),
        ({"agreed_by_citizen_at": MORNING - days(15), "agreed_by_staff_at": MORNING - days(16)}, {}),
        (
            {"agreed_by_citizen_at": MORNING - days(2), "agreed_by_staff_at": MORNING - days(3)},
            {"last_contact_on": TODAY - days(1)},
        ),
        ({"doubted_at": MORNING, "doubt": "Nee."}, {"coach_id": COLLEAGUE.account_id}),
        ({"doubted_at": MORNING, "doubt": "Nee."}, {"lines": ()}),
    ],
    ids=[
        "waits for them",
        "for them alone",
        "ended",
        "own yes came last",
        "old",
        "talked since",
        "other's",
        "not shared",
    ],
)
def test_a_paper_that_asks_nothing_of_the_coach_does_not(
    database: Database, commitment: dict[str, Any], person: dict[str, Any]
) -> None:
    dossier = a_kept_dossier(database, **{"state": DossierState.ACTIVE, "last_contact_on": TODAY - days(9), **person})
    with database.unit() as unit:
        unit.commitments.add(a_commitment_to(dossier, **{**UNANSWERED, **commitment}))
        unit.commit()
    assert now(database) == []


UNANSWERED = {"agreed_by_citizen_at": None, "agreed_by_staff_at": None}


def proposing(database: Database, **told: Any) -> Dossier:
    """Somebody who is proposed to a company."""
    keep_organisations(database)
    dossier = a_kept_dossier(database, state=DossierState.ACTIVE, last_contact_on=TODAY - days(9))
    place = seats.keep_seats(database.unit, COACH, OpeningKind.POSITION, "J1", seats=1, moment=MORNING)
    with database.unit() as unit:
        unit.proposals.add(a_proposal(dossier, place, **told))
        unit.commit()
    return dossier


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ({"until": TODAY}, (Why.PROPOSAL_OPEN, "Lasbedrijf", TODAY, False)),
        ({"until": TODAY - days(1)}, (Why.PROPOSAL_SILENT, "Lasbedrijf", TODAY - days(1), True)),
        (
            {"state": ProposalState.YES, "answered_at": MORNING - days(2)},
            (Why.PROPOSAL_YES, "Lasbedrijf", TODAY - days(2), False),
        ),
        (
            {"state": ProposalState.NO, "answered_at": MORNING - days(2)},
            (Why.PROPOSAL_NO, "Lasbedrijf", TODAY - days(2), False),
        ),
    ],
)
def test_what_somebody_answers_to_a_proposal_stands_there(
    database: Database, told: dict[str, Any], line: tuple[Why, str, date, bool]
) -> None:
    proposing(database, **told)
    assert now(database) == [line]


def test_the_last_day_for_an_answer_to_a_proposal_is_seen_a_week_before(database: Database) -> None:
    proposing(database, until=TODAY + days(7))
    (line,) = todos(database.unit, COACH, TODAY)[Shelf.WEEK]
    assert (line.why, line.day, line.overdue) == (Why.PROPOSAL_OPEN, TODAY + days(7), False)


@pytest.mark.parametrize(
    "told",
    [
        {"until": TODAY - days(15)},
        {"state": ProposalState.YES, "answered_at": MORNING - days(15)},
        {"state": ProposalState.NO, "answered_at": MORNING - days(10)},
        {"until": TODAY - days(10)},
        {"state": ProposalState.WITHDRAWN, "answered_at": MORNING},
    ],
    ids=["long over", "old", "talked since", "silent and talked since", "withdrawn"],
)
def test_a_proposal_of_which_the_coach_knows_does_not(database: Database, told: dict[str, Any]) -> None:
    proposing(database, **told)
    assert now(database) == []


def on(many: int) -> str:
    """A day so many days ago."""
    return (TODAY - days(many)).isoformat()


def beside_the_plan(database: Database, *happened: tuple[EventKind, int, dict[str, Any]], **told: Any) -> Dossier:
    """Somebody whose journal says otherwise than their plan."""
    dossier = a_kept_dossier(database, **{"state": DossierState.ACTIVE, "last_contact_on": TODAY - days(30), **told})
    plan = a_plan_of(dossier)
    events = [an_event_of(dossier, kind, on(ago), **rest) for kind, ago, rest in happened]
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.journeys.put(a_line_of(plan, chosen(plan, on(25)), *events))
        unit.commit()
    return dossier


HIRED = (EventKind.NEW_JOB, 20, {"occupation_id": "welder", "sector": "metal", "employer": "Lasbedrijf"})
FIRED: tuple[EventKind, int, dict[str, Any]] = (EventKind.LOST_JOB, 10, {})
ELSEWHERE_AT_WORK = (EventKind.NEW_JOB, 3, {"occupation_id": "O9", "sector": "energy", "employer": "Windbedrijf"})


@pytest.mark.parametrize(
    ("happened", "line"),
    [
        ([HIRED, FIRED], (Why.PLACE_LOST, "", TODAY - days(10), True)),
        ([ELSEWHERE_AT_WORK], (Why.OTHER_WORK, "", TODAY - days(3), False)),
    ],
)
def test_who_left_the_plan_stands_there_until_they_spoke(
    database: Database, happened: list[Any], line: tuple[Why, str, date, bool]
) -> None:
    beside_the_plan(database, *happened)
    beside_the_plan(database, *happened, name="Gesproken", last_contact_on=TODAY)
    beside_the_plan(database, *happened, name="Gestopt", state=DossierState.STOPPED)
    beside_the_plan(database, *happened, name="Van een ander", coach_id=COLLEAGUE.account_id)
    assert now(database) == [line]


def test_a_step_that_failed_stands_there(database: Database) -> None:
    dossier = a_kept_dossier(database, state=DossierState.ACTIVE, last_contact_on=TODAY - days(30))
    plan = a_plan_of(dossier)
    course = next(each.id for each in plan.milestones if each.kind is MilestoneKind.LEARNING)
    began = an_event_of(dossier, EventKind.STARTED, on(20), milestone_id=course)
    failed = an_event_of(dossier, EventKind.STOPPED, on(2), milestone_id=course)
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.journeys.put(a_line_of(plan, chosen(plan, on(25)), began, failed))
        unit.commit()
    assert now(database) == [(Why.STEP_FAILED, "", TODAY - days(2), False)]


def test_who_goes_on_as_planned_does_not(database: Database) -> None:
    beside_the_plan(database, HIRED)
    assert now(database) == []


def at_work(database: Database, *happened: tuple[EventKind, int, dict[str, Any]], **told: Any) -> Dossier:
    """Somebody whose plan goes well, at the work and the employer of the last of what happened."""
    dossier = a_kept_dossier(database, **{"state": DossierState.DONE, "last_contact_on": TODAY - days(30), **told})
    plan = a_plan_of(dossier)
    events = [chosen(plan, on(25)), *(an_event_of(dossier, kind, on(ago), **rest) for kind, ago, rest in happened)]
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.journal.add_all(events)
        unit.journeys.put(a_line_of(plan, *events))
        unit.commit()
    return dossier


def stops(database: Database, ago: int = 3, last_day: int = 90, **told: Any) -> Surplus:
    """The work of `HIRED`, announced so many days ago."""
    last = {"last_day": TODAY + days(last_day)}
    work = a_surplus(**{"occupation_id": "welder", "employer": "Lasbedrijf", **last, **told})
    with database.unit() as unit:
        kept = unit.surpluses.add_once(replace(work, told_at=MORNING - days(ago)))
        unit.commit()
    return kept


def test_whose_work_stops_stands_there_with_what_stops_soonest(database: Database) -> None:
    dossier = at_work(database, HIRED)
    later, soonest = stops(database), stops(database, 8, 60, employer="LASBEDRIJF B.V.")
    (line,) = todos(database.unit, COACH, TODAY)[Shelf.NOW]
    assert (line.dossier.id, line.why, line.surplus) == (dossier.id, Why.WORK_STOPS, soonest)
    assert (line.what, line.day, line.overdue) == ("LASBEDRIJF B.V.", TODAY - days(8), True)
    withdraw(database.unit, COACH, soonest.id, MORNING)
    assert now(database) == [(Why.WORK_STOPS, "Lasbedrijf", TODAY - days(3), False)]
    withdraw(database.unit, COACH, later.id, MORNING)
    assert now(database) == []


@pytest.mark.parametrize("how", [Damage.UNKNOWN_EVENT, Damage.UNFIT_JOURNAL])
def test_whose_journal_cannot_be_read_stands_there_too_and_holds_up_nobody(database: Database, how: Damage) -> None:
    dossiers = [at_work(database, HIRED) for _ in range(3)]
    with database.unit() as unit:
        damage(unit, dossiers[1].id, how)
        unit.commit()
    stops(database, 1, 30, employer="Een ander")
    surplus = stops(database)
    lines = todos(database.unit, COACH, TODAY)[Shelf.NOW]
    assert {each.dossier.id for each in lines if each.surplus == surplus} == {each.id for each in dossiers}


NAMELESS = (EventKind.NEW_JOB, 20, {"occupation_id": "welder", "sector": "metal"})
OTHER_JOB = (EventKind.NEW_JOB, 9, {"occupation_id": "welder", "sector": "metal", "employer": "Windbedrijf"})
CLOSED: tuple[EventKind, int, dict[str, Any]] = (EventKind.CLOSED, 9, {})


@pytest.mark.parametrize(
    ("happened", "told"),
    [
        ([HIRED], {"coach_id": COLLEAGUE.account_id}),
        ([HIRED], {"organisation_id": ELSEWHERE}),
        ([HIRED], {"lines": ()}),
        ([HIRED], {"state": DossierState.PAUSED}),
        ([HIRED], {"last_contact_on": TODAY - days(2)}),
        ([NAMELESS], {}),
        ([HIRED, OTHER_JOB], {}),
        ([HIRED, FIRED], {}),
        ([HIRED, CLOSED], {}),
    ],
    ids=["other's", "elsewhere", "not shared", "paused", "talked since", "nameless", "other work", "no work", "closed"],
)
def test_whose_work_does_not_stop_or_is_known_of_does_not(
    database: Database, happened: list[Any], told: dict[str, Any]
) -> None:
    at_work(database, *happened, **told)
    stops(database)
    assert not [line for line in now(database) if line[0] is Why.WORK_STOPS]


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ({"last_day": 0}, True),
        ({"last_day": -14}, True),
        ({"last_day": -15}, False),
        ({"organisation_id": ELSEWHERE}, False),
        ({"occupation_id": "O9"}, False),
        ({"employer": "Lasbedrijf Noord"}, False),
    ],
)
def test_what_stops_must_be_their_work_and_not_be_long_over(
    database: Database, told: dict[str, Any], *, stands: bool
) -> None:
    at_work(database, HIRED)
    stops(database, 20, **told)
    assert bool(now(database)) == stands


@pytest.mark.parametrize(("late", "stands"), [(0, True), (1, False)])
def test_a_talk_of_the_same_day_may_have_come_before(database: Database, *, late: int, stands: bool) -> None:
    dossier = at_work(database, HIRED)
    stops(database, late)
    agreed = Proposed(text="Ik bel het bedrijf.", doer=Doer.CITIZEN, due_on=TODAY + days(30))
    agree(database.unit, COACH, dossier.id, [agreed], next_contact_on=TODAY + days(30), moment=MORNING)
    assert bool(now(database)) == stands


def test_where_no_work_stops_nothing_more_is_asked(database: Database) -> None:
    asked: list[str] = []
    happening.listen(database.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))

    def questions() -> int:
        asked.clear()
        todos(database.unit, COACH, TODAY)
        return len(asked)

    at_work(database, HIRED, state=DossierState.ACTIVE)
    without = questions()
    assert not [each for each in asked if each.startswith("SELECT events.")]
    stops(database, organisation_id=ELSEWHERE)
    stops(database, last_day=-15)
    assert questions() == without
    stops(database)
    assert questions() == without + 2


DUE = date(2028, 9, 6)
"""Of the first year of the plan of these tests."""


def unreached(database: Database, **told: Any) -> Dossier:
    """Somebody with a plan whom no message reaches."""
    usual = {"state": DossierState.DONE, "email": "", "last_contact_on": TODAY}
    dossier = a_kept_dossier(database, **{**usual, **told})
    plan = a_plan_of(dossier)
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.journal.add(chosen(plan))
        unit.journeys.put(a_line_of(plan, chosen(plan)))
        unit.commit()
    return dossier


def years(database: Database, day: date) -> list[tuple[Why, int, date]]:
    return [(each.why, each.years, each.day) for each in todos(database.unit, COACH, day)[Shelf.NOW]]


def test_who_cannot_be_asked_stands_there_from_the_day_of_the_questions(database: Database) -> None:
    unreached(database)
    asked_on = DUE - days(14)
    assert years(database, asked_on - days(1)) == []
    assert years(database, asked_on) == [(Why.NOT_ASKED, 1, asked_on)]
    assert years(database, DUE + days(100)) == [(Why.NOT_ASKED, 1, asked_on)]
    assert years(database, date(2029, 9, 6)) == [(Why.NOT_ASKED, 2, date(2029, 8, 23))]


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ({"email": "een@voorbeeld"}, True),
        ({"email": "een@voorbeeld.example", "lines": (Line.COACH_SEES_DOSSIER,)}, True),
        ({"email": "een@voorbeeld.example"}, False),
        ({"citizen_id": UUID(int=21)}, False),
        ({"state": DossierState.STOPPED}, False),
        ({"last_contact_on": DUE}, False),
        ({"coach_id": COLLEAGUE.account_id}, False),
        ({"lines": ()}, False),
    ],
    ids=[
        "no real address",
        "no messages",
        "mail",
        "account",
        "stopped",
        "talked since",
        "of a colleague",
        "not shared",
    ],
)
def test_only_who_no_message_reaches_is_called(database: Database, told: dict[str, Any], *, stands: bool) -> None:
    unreached(database, **told)
    assert [why for why, _, _ in years(database, DUE)] == [Why.NOT_ASKED] * stands


def test_who_was_never_asked_is_not_said_to_have_given_no_answer(database: Database) -> None:
    dossier = unreached(database)
    with database.unit() as unit:
        line = unit.journeys.find(dossier.id)
        assert line is not None
        unit.journeys.put(replace(line, missed=2, call_since=date(2029, 11, 1)))
        unit.commit()
    assert [why for why, _, _ in years(database, date(2029, 11, 20))] == [Why.NOT_ASKED]


def test_once_the_questions_were_answered_with_the_coach_nobody_has_to_be_called(database: Database) -> None:
    dossier = unreached(database)
    given = Given(going=Going.WELL, work=WorkNow.LEARNING, learnt="", onward=Onward.AS_PLANNED, wants_talk=False)
    answer(database.unit, COACH, dossier.id, 1, given, moment=datetime(2028, 9, 6, 11, tzinfo=UTC))
    assert years(database, DUE) == []
