"""The page of ten years for the coach: the plan beside what happened, who wrote it, and writing it down."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from flask import Flask

from gouden_poort.development.check_in import WorkNow
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.plan import MilestoneKind, Plan
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.ten_years.line import begin_line
from gouden_poort.wiring import House
from tests.development.plans import milestone
from tests.employers import a_surplus
from tests.people_with_rights import Clock, Desk, People
from tests.ten_years import Damage, a_check_in, a_commitment_to, a_plan_of, an_event_of, chosen, damage
from tests.web.desk.at_a_desk import marked
from tests.web.desk.caseload import a_client, desk_of
from tests.web.desk.conftest import NOW
from tests.web.page_rules import faults_in_page
from tests.web.picture_rules import faults_in_pictures

LATER = datetime(2028, 6, 1, 9, tzinfo=UTC)
DAY = {"day-day": "1", "day-month": "5", "day-year": "2028"}
TODAY_AT_LATER = {"day-day": "1", "day-month": "6", "day-year": "2028"}


@pytest.fixture
def dossier(house: House, people: People) -> Dossier:
    return a_client(house, people, NOW)


@pytest.fixture
def plan(house: House, dossier: Dossier, clock: Clock) -> Plan:
    """A course from September 2027, work from March 2028; looked at in June 2028."""
    made = a_plan_of(dossier)
    with house.unit_of_work() as unit:
        unit.plans.add(made)
        unit.journal.add(chosen(made, "2027-08-02"))
        begin_line(unit, made, region="AR01", groups=(), today=LATER.date())
        unit.commit()
    clock.now = LATER
    return made


@pytest.fixture
def coach(app: Flask, house: House, people: People, plan: Plan) -> Desk:
    return desk_of(app, house, people.coach)


@pytest.fixture
def page(dossier: Dossier) -> str:
    return f"/persoon/{dossier.id}/tien-jaar"


def keep(house: House, *events: Event) -> None:
    with house.unit_of_work() as unit:
        for event in events:
            unit.journal.add(event)
        unit.commit()


def journal(house: House, dossier: Dossier) -> list[Event]:
    with house.unit_of_work() as unit:
        return [*unit.journal.of(dossier.id)]


def begun(dossier: Dossier, plan: Plan, people: People) -> Event:
    course = milestone(plan, MilestoneKind.LEARNING)
    return an_event_of(
        dossier, EventKind.STARTED, "2027-09-06", milestone_id=course.id, written_by=people.other_coach.id
    )


def test_without_a_plan_the_page_leads_to_the_routes(
    app: Flask, house: House, people: People, dossier: Dossier
) -> None:
    page = desk_of(app, house, people.coach).read(f"/persoon/{dossier.id}/tien-jaar")
    assert "Er is nog geen plan voor tien jaar" in page
    assert f'href="/persoon/{dossier.id}#routes"' in page
    assert faults_in_page(page) == []


def test_the_person_page_leads_there(coach: Desk, dossier: Dossier, page: str) -> None:
    assert f'href="{page}"' in coach.read(f"/persoon/{dossier.id}")


def test_the_plan_stands_beside_what_happened(
    coach: Desk, house: House, people: People, dossier: Dossier, plan: Plan, page: str
) -> None:
    keep(house, begun(dossier, plan, people))
    shown = coach.read(page)
    assert faults_in_page(shown) == []
    assert faults_in_pictures(shown) == []
    points = marked(shown, "point")
    assert points[0] == "Lassen niveau 2 6 september 2027 6 september 2027 – Bezig"
    assert points[1] == "Begin met werk: Lasser 6 maart 2028 6 maart 2028 – Nog niets van gehoord"
    assert marked(shown, "drift") == ["Nog niets gehoord van: Lasser. Dat stond voor 6 maart 2028."]
    assert "Daarna elk jaar een gesprek, tot en met 6 september 2037." in shown


def test_the_end_is_the_same_as_in_the_file_of_what_was_promised(
    coach: Desk, house: House, people: People, dossier: Dossier, plan: Plan, page: str
) -> None:
    """31 days of January 2028 come back where a paper says so."""
    pause = (EventKind.PAUSED, "2028-01-01"), (EventKind.RESUMED, "2028-02-01")
    keep(house, begun(dossier, plan, people), *(an_event_of(dossier, *each) for each in pause))
    assert marked(coach.read(page), "ends") == ["6 september 2037"]
    with house.unit_of_work() as unit:
        unit.commitments.add(a_commitment_to(dossier, pause_extends=True))
        unit.commit()
    assert marked(coach.read(page), "ends") == ["7 oktober 2037, met de pauze erbij"]
    assert "7 oktober 2037" in coach.read(f"/persoon/{dossier.id}/garantie")


def test_work_that_is_announced_to_stop_is_no_yes(
    coach: Desk, house: House, dossier: Dossier, plan: Plan, page: str
) -> None:
    """Also once they talked about it, and no longer stand in the list of today."""
    course, place = (milestone(plan, kind) for kind in (MilestoneKind.LEARNING, MilestoneKind.PLACEMENT))
    job = {"milestone_id": place.id, "occupation_id": "welder", "sector": "metal", "employer": "Voorbeeld Staal"}
    keep(
        house,
        an_event_of(dossier, EventKind.STARTED, "2027-09-06", milestone_id=course.id),
        an_event_of(dossier, EventKind.FINISHED, "2028-03-01", milestone_id=course.id),
        an_event_of(dossier, EventKind.NEW_JOB, "2028-03-06", **job),
    )
    assert "Ja. Er is niets dat om een gesprek vraagt." in coach.read(page)
    work = {"organisation_id": dossier.organisation_id, "employer": "VOORBEELD STAAL B.V.", "occupation_id": "welder"}
    surplus = replace(a_surplus(**work, last_day=date(2028, 9, 1)), told_at=LATER - timedelta(days=3))
    with house.unit_of_work() as unit:
        unit.surpluses.add_once(surplus)
        unit.commit()
    keep(house, an_event_of(dossier, EventKind.TALK_HELD, "2028-05-31"))
    shown = coach.read(page)
    assert marked(shown, "stops") == [
        "Het werk bij VOORBEELD STAAL B.V. stopt. Laatste dag: 1 september 2028. Zoek ander werk ."
    ]
    assert f'href="/werk-naar-werk/{surplus.id}/persoon/{dossier.id}"' in shown
    assert "Ja. Er is niets" not in shown
    assert faults_in_page(shown) == []
    assert marked(coach.read(f"{page}?op-day=31&op-month=5&op-year=2028"), "stops") == []


def test_each_event_says_who_wrote_it_and_when(
    coach: Desk, house: House, people: People, dossier: Dossier, plan: Plan, page: str
) -> None:
    keep(house, begun(dossier, plan, people))
    assert f"Opgeschreven door {people.other_coach.name} op 6 september 2027." in coach.read(page)


def test_what_was_agreed_is_read_with_its_words(coach: Desk, house: House, dossier: Dossier, page: str) -> None:
    keep(house, an_event_of(dossier, EventKind.AGREEMENT_MADE, "2028-05-01", words="Bel de school"))
    shown = coach.read(page)
    assert "Afspraak gemaakt" in shown
    assert "Bel de school" in shown


@pytest.mark.parametrize(
    ("what", "kind"), [("gesprek", EventKind.TALK_HELD), ("afsluiten", EventKind.CLOSED)], ids=["a talk", "the end"]
)
def test_a_coach_writes_down_what_a_citizen_does_not(
    coach: Desk, house: House, people: People, dossier: Dossier, page: str, what: str, kind: EventKind
) -> None:
    address = f"{page}/schrijf-op/{what}"
    assert faults_in_page(coach.read(address)) == []
    assert "Het staat erbij." in coach.follow(coach.send(address, {**DAY, "words": "Een jaar verder."}))
    last = journal(house, dossier)[-1]
    assert (last.kind, last.day, last.written_by) == (kind, date(2028, 5, 1), people.coach.id)


def test_a_coach_moves_a_step_to_another_day_with_its_reason(
    coach: Desk, house: House, people: People, dossier: Dossier, plan: Plan, page: str
) -> None:
    course = milestone(plan, MilestoneKind.LEARNING).id
    assert faults_in_page(coach.read(f"{page}/schrijf-op/verzet")) == []
    moved_to = {"moved_to-day": "1", "moved_to-month": "9", "moved_to-year": "2028"}
    given = {"milestone": str(course), "words": "De cursus is vol.", **moved_to}
    shown = coach.follow(coach.send(f"{page}/schrijf-op/verzet", given))
    for expected in ("Het staat erbij.", "naar 1 september 2028", "De cursus is vol."):
        assert expected in shown
    assert "Lassen niveau 2 6 september 2027 1 september 2028 – Komt nog" in marked(shown, "point")
    last = journal(house, dossier)[-1]
    assert (last.kind, last.milestone_id, last.moved_to) == (EventKind.MILESTONE_MOVED, course, date(2028, 9, 1))
    assert (last.day, last.words, last.written_by) == (LATER.date(), "De cursus is vol.", people.coach.id)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"day-year": "2029"}, "Dit moet al gebeurd zijn."),
        ({"day-day": "31", "day-month": "2"}, "Kijk de dag na."),
        ({"day-month": "4"}, "Daarna schrijven we niets meer op."),
        ({"day-month": "2"}, "Daarna schrijven we niets meer op."),
    ],
    ids=["in the future", "no day", "after the end", "after the end, of a day before it"],
)
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(
    coach: Desk, house: House, dossier: Dossier, page: str, given: dict[str, str], expected: str
) -> None:
    if "Daarna" in expected:
        keep(house, an_event_of(dossier, EventKind.CLOSED, "2028-03-01"))
    before = journal(house, dossier)
    coach.read("/nieuw")
    shown = coach.follow(coach.send(f"{page}/schrijf-op/gesprek", {**DAY, "words": "We spraken elkaar.", **given}))
    assert expected in shown.partition('data-test="error-summary"')[2].partition("</ul>")[0]
    assert "We spraken elkaar." in shown
    assert journal(house, dossier) == before


def test_a_coach_corrects_an_event_and_both_stay(
    coach: Desk, house: House, people: People, dossier: Dossier, plan: Plan, page: str
) -> None:
    event = begun(dossier, plan, people)
    keep(house, event)
    address = f"{page}/klopt-niet/{event.id}"
    assert faults_in_page(coach.read(address)) == []
    shown = coach.follow(coach.send(address, {"how": "other_day", **DAY}))
    assert "Verbeterd op 1 juni 2028. Eerst stond er 6 september 2027." in shown
    assert len(journal(house, dossier)) == 3


@pytest.mark.parametrize(("knowledge", "expected"), [("nu", "Leren"), ("toen", "Nog niet begonnen")])
def test_as_it_was_with_what_is_known_now_or_was_known_then(
    coach: Desk, house: House, people: People, dossier: Dossier, plan: Plan, page: str, knowledge: str, expected: str
) -> None:
    keep(house, replace(begun(dossier, plan, people), written_at=datetime(2028, 5, 1, tzinfo=UTC)))
    shown = coach.read(f"{page}?op-day=1&op-month=10&op-year=2027&wist={knowledge}")
    assert "Zo stond het op 1 oktober 2027." in shown
    assert marked(shown, "state") == [expected]
    assert faults_in_page(shown) == []


def test_a_look_at_ten_years_is_written_down(
    coach: Desk, house: House, people: People, dossier: Dossier, page: str
) -> None:
    coach.read(page)
    with house.unit_of_work() as unit:
        looks = [(each.account_id, each.deed) for each in unit.trail.about(dossier.pseudonym)]
    assert looks == [(people.coach.id, "see_dossier")]


@pytest.mark.parametrize("part", ["", "/schrijf-op/gesprek"])
def test_nobody_else_opens_it_and_sharing_can_stop(
    app: Flask, coach: Desk, house: House, people: People, dossier: Dossier, page: str, part: str
) -> None:
    desk_of(app, house, people.other_coach).read(f"{page}{part}", 404)
    with house.unit_of_work() as unit:
        unit.consents.end(dossier.id, Line.COACH_SEES_DOSSIER, LATER)
        unit.commit()
    coach.read(f"{page}{part}", 404)


def test_nobody_else_writes_or_mends(
    app: Flask, coach: Desk, house: House, people: People, dossier: Dossier, plan: Plan, page: str
) -> None:
    event = begun(dossier, plan, people)
    keep(house, event)
    other = desk_of(app, house, people.other_coach)
    other.read("/nieuw")
    assert other.send(f"{page}/schrijf-op/gesprek", DAY).status_code == 404
    assert other.send(f"{page}/klopt-niet/{event.id}", {"how": "never"}).status_code == 404
    coach.read(page)
    assert coach.send(f"{page}/klopt-niet/{uuid4()}", {"how": "never"}).status_code == 404
    assert len(journal(house, dossier)) == 2


def test_five_hundred_events_are_folded_by_year(coach: Desk, house: House, dossier: Dossier, page: str) -> None:
    keep(
        house,
        *(
            an_event_of(dossier, EventKind.PROOF_ADDED, f"20{15 + at % 10}-01-{1 + at % 28:02}", words=f"bewijs {at}")
            for at in range(500)
        ),
    )
    shown = coach.read(page)
    assert len(marked(shown, "event")) == 10
    assert re.search(r">2015 \(50\)</a>", shown)
    assert len(shown) < 60_000


def test_a_pause_of_the_coach_stands_in_the_journal_and_that_of_the_journal_above_the_page(
    coach: Desk, dossier: Dossier, plan: Plan, clock: Clock
) -> None:
    coach.read(f"/persoon/{dossier.id}")
    coach.send(f"/persoon/{dossier.id}/stand", {"state": "paused"})
    page = coach.read(f"/persoon/{dossier.id}/tien-jaar")
    assert marked(page, "state") == ["Pauze"]
    assert page.count('data-test="event"') == 2
    clock.now = LATER + timedelta(minutes=1)
    coach.send(f"/persoon/{dossier.id}/tien-jaar/schrijf-op/verder", {**TODAY_AT_LATER, "form_id": uuid4()})
    assert "Zet op pauze" in coach.read(f"/persoon/{dossier.id}")


def test_who_stopped_is_not_put_on_pause_by_a_page_that_stood_open(
    coach: Desk, dossier: Dossier, plan: Plan, clock: Clock
) -> None:
    address = f"/persoon/{dossier.id}"
    coach.read(address)
    coach.send(f"{address}/stand", {"state": "stopped"})
    assert 'value="paused"' not in coach.read(address)
    clock.now = LATER + timedelta(minutes=1)
    page = coach.follow(coach.send(f"{address}/stand", {"state": "paused"}))
    assert "Een pauze kan pas als het weer loopt." in page
    assert faults_in_page(page) == []


@pytest.mark.parametrize("how", list(Damage))
@pytest.mark.parametrize("part", ["/tien-jaar", "/tien-jaar/opnieuw", "/garantie"])
def test_what_cannot_be_read_says_what_to_do_and_the_dossier_opens(
    coach: Desk, house: House, dossier: Dossier, how: Damage, part: str
) -> None:
    with house.unit_of_work() as unit:
        damage(unit, dossier.id, how)
        unit.commit()
    refused = coach.read(f"/persoon/{dossier.id}{part}", 500)
    assert "Het plan of het verloop is niet te lezen" in refused
    assert "Geef het adres van deze pagina door aan je beheerder." in refused
    assert 'href="/vandaag" data-test="primary"' in refused
    assert faults_in_page(refused) == []
    coach.read(f"/persoon/{dossier.id}")


def test_an_answer_about_work_that_is_not_written_down_is_no_yes_to_whether_it_goes_as_planned(
    coach: Desk, house: House, dossier: Dossier, page: str
) -> None:
    as_planned = "Ja. Er is niets dat om een gesprek vraagt."
    keep(house, an_event_of(dossier, EventKind.NEW_JOB, "2028-03-06", occupation_id="welder", sector="metal"))
    assert as_planned in coach.read(page)
    with house.unit_of_work() as unit:
        unit.check_ins.add_once(a_check_in(dossier, work=WorkNow.ELSEWHERE, answered_at=LATER))
        unit.commit()
    found = coach.read(page)
    assert "Zegt nu niet in de techniek te werken" in found
    assert "Niet helemaal. Het laatste antwoord over werk past niet bij wat is opgeschreven." in found
    assert as_planned not in found
    assert faults_in_page(found) == []
