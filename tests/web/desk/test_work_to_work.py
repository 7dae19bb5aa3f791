"""From work to work, at the desk of a coach and of the regional desk, and what a company tells by its link."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask

from gouden_poort.development.event import EventKind
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.place_offer import OpeningKind
from gouden_poort.profiles.people.surplus import Surplus
from gouden_poort.services.employers import links, surpluses
from gouden_poort.services.offering import seats
from gouden_poort.services.ten_years.line import begin_line
from gouden_poort.wiring import House
from tests.employers import stopping
from tests.people_with_rights import Desk, People, actor_of
from tests.services.ten_years.test_present import COURSE, PLAN
from tests.ten_years import Damage, a_plan_of, an_event_of, chosen, damage
from tests.web.desk.at_a_desk import marked
from tests.web.desk.caseload import a_client, desk_of, keep_place
from tests.web.desk.conftest import NOW
from tests.web.page_rules import faults_in_page

LIST = "/werk-naar-werk"
LAST = NOW.date() + timedelta(days=90)
FORM: dict[str, object] = {
    "werk": "lasser",
    "employer": "Voorbeeld Staal",
    "occupation": "O1",
    "people": "12",
    "last_day-day": str(LAST.day),
    "last_day-month": str(LAST.month),
    "last_day-year": str(LAST.year),
    "place": "3511",
}


@pytest.fixture
def coach(app: Flask, house: House, people: People) -> Desk:
    keep_place(house)
    return desk_of(app, house, people.coach)


def a_worker(house: House, people: People, **told: Any) -> Dossier:
    dossier = a_client(house, people, NOW, **told)
    plan = a_plan_of(dossier)
    job = an_event_of(
        dossier, EventKind.NEW_JOB, "2027-01-02", occupation_id="O1", sector="metal", employer="Voorbeeld Staal"
    )
    with house.unit_of_work() as unit:
        unit.plans.add(plan)
        unit.journal.add(chosen(plan, "2027-01-01"))
        unit.journal.add(job)
        begin_line(unit, plan, region="AR01", groups=(), today=NOW.date())
        unit.commit()
    return dossier


def announced(house: House, people: People, **told: Any) -> Surplus:
    last_day = {"last_day": LAST, **told}
    return surpluses.announce(house.unit_of_work, actor_of(people.coach), uuid4(), stopping(**last_day), NOW)


def test_an_empty_list_says_how_work_gets_there(coach: Desk) -> None:
    page = coach.read(LIST)
    assert "Er is nu geen werk dat stopt" in marked(page, "empty")[0]
    assert faults_in_page(page) == []


def test_a_coach_announces_what_a_company_told(coach: Desk) -> None:
    assert faults_in_page(coach.read(f"{LIST}/nieuw")) == []
    found = coach.read(f"{LIST}/nieuw?werk=lasser")
    assert faults_in_page(found) == []
    page = coach.follow(coach.send(f"{LIST}/nieuw", FORM))
    (row,) = marked(page, "surplus")
    assert row.startswith("Lasser, 12 mensen Voorbeeld Staal, ")
    assert "4 april 2027 nog 12 weken Niemand Nog geen" in row
    assert faults_in_page(page) == []


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"people": "0"}, "Vul een heel getal in van 1 tot en met 10000."),
        ({"people": "veel"}, "Vul een heel getal in van 1 tot en met 10000."),
        ({"last_day-day": "32"}, "Kijk de dag na."),
        ({"last_day-year": "2020"}, "Kies een dag vanaf vandaag, binnen 3 jaar."),
        ({"place": "Nergenshuizen"}, "Vul een plaats of postcode in. Bijvoorbeeld Zwolle."),
        ({"occupation": ""}, "Kies het werk dat stopt."),
        ({"employer": " "}, "Vul de naam van het bedrijf in, hoogstens 120 tekens."),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_stays(coach: Desk, wrong: dict[str, str], words: str) -> None:
    coach.read(f"{LIST}/nieuw?werk=lasser")
    page = coach.follow(coach.send(f"{LIST}/nieuw", {**FORM, **wrong}))
    assert words in page
    assert 'name="werk" value="lasser"' in page
    assert faults_in_page(page) == []
    assert marked(coach.read(LIST), "surplus") == []


def test_a_coach_sees_whose_work_it_is_and_where_there_are_seats(coach: Desk, house: House, people: People) -> None:
    dossier = a_worker(house, people)
    seats.keep_seats(house.unit_of_work, actor_of(people.coach), OpeningKind.POSITION, "J1", seats=2, moment=NOW)
    surplus = announced(house, people)
    announced(house, people, employer="Een ander", last_day=NOW.date())
    page = coach.read(LIST)
    assert [row.partition(",")[0] for row in marked(page, "surplus")] == ["Lasser", "Lasser"]
    assert marked(page, "hit") == ["Voorbeeld Een"]
    assert marked(page, "demand") == ["Lasser bij Lasbedrijf, Utrecht: 2 vrij"] * 2
    assert "vandaag" in marked(page, "surplus")[0]
    assert faults_in_page(page) == []
    link = re.search(r'href="(/werk-naar-werk/[^"]+/persoon/[^"]+)"', page)
    assert link
    assert link[1] == f"{LIST}/{surplus.id}/persoon/{dossier.id}"


def test_an_employer_that_is_written_in_another_way_is_told(coach: Desk, house: House, people: People) -> None:
    a_worker(house, people)
    announced(house, people, employer="VOORBEELD STAAL BV")
    page = coach.read(LIST)
    assert marked(page, "hit") == ["Voorbeeld Een bedrijf geschreven als Voorbeeld Staal"]
    assert faults_in_page(page) == []


def test_of_one_person_there_are_routes_that_begin_in_time(coach: Desk, house: House, people: People) -> None:
    dossier = a_worker(house, people)
    in_time, too_soon = announced(house, people), announced(house, people, last_day=NOW.date())
    page = coach.read(f"{LIST}/{in_time.id}/persoon/{dossier.id}")
    assert [row.partition(" ")[0] for row in marked(page, "way")] == ["Lasser"]
    assert faults_in_page(page) == []
    none = coach.read(f"{LIST}/{too_soon.id}/persoon/{dossier.id}")
    assert "Geen route begint voor die dag" in none
    assert faults_in_page(none) == []


@pytest.mark.parametrize(("finished", "before"), [(False, "1 opleiding"), (True, "Niets")])
def test_a_course_that_was_finished_since_is_not_asked_again(
    coach: Desk, house: House, people: People, finished: bool, before: str
) -> None:
    dossier = a_client(house, people, NOW)
    plan, surplus = replace(PLAN, dossier_id=dossier.id), announced(house, people)
    kinds = (EventKind.STARTED, EventKind.FINISHED)[: 1 + finished]
    with house.unit_of_work() as unit:
        unit.plans.add(plan)
        unit.journal.add(chosen(plan, "2026-06-01"))
        for kind, day in zip(kinds, ("2026-09-07", "2026-11-02"), strict=False):
            unit.journal.add(an_event_of(dossier, kind, day, milestone_id=COURSE))
        unit.commit()
    (way,) = marked(coach.read(f"{LIST}/{surplus.id}/persoon/{dossier.id}"), "way")
    assert way.endswith(before)


def test_the_day_of_a_coach_leads_to_the_person(coach: Desk, house: House, people: People) -> None:
    dossier, surplus = a_worker(house, people), announced(house, people)
    page = coach.read("/vandaag")
    (line,) = [each for each in marked(page, "line") if "stopt" in each]
    assert "Het werk bij Voorbeeld Staal stopt. Laatste dag: 4 april 2027" in line
    assert "Gemeld op 4 januari, vandaag" in line
    assert f'href="{LIST}/{surplus.id}/persoon/{dossier.id}"' in page
    assert faults_in_page(page) == []


def test_of_whom_plan_or_journal_cannot_be_read_it_is_said(coach: Desk, house: House, people: People) -> None:
    dossier, surplus = a_worker(house, people), announced(house, people)
    with house.unit_of_work() as unit:
        damage(unit, dossier.id, Damage.UNFIT_JOURNAL)
        unit.commit()
    page = coach.read(LIST)
    assert marked(page, "hit") == ["Voorbeeld Een deed dit werk, het verloop is nu niet te lezen"]
    assert faults_in_page(page) == []
    person = coach.read(f"{LIST}/{surplus.id}/persoon/{dossier.id}")
    assert "nu niet te lezen" in marked(person, "as-told")[0]
    assert marked(person, "way")
    assert faults_in_page(person) == []


def test_the_regional_desk_sees_the_list_without_anybody(app: Flask, house: House, people: People) -> None:
    a_worker(house, people)
    announced(house, people)
    page = desk_of(app, house, people.administrator).read(LIST)
    assert marked(page, "surplus")
    assert "Voorbeeld Een" not in page


def test_a_person_of_a_colleague_stays_closed(app: Flask, house: House, people: People) -> None:
    surplus, dossier = announced(house, people), a_worker(house, people)
    desk_of(app, house, people.other_coach).read(f"{LIST}/{surplus.id}/persoon/{dossier.id}", 404)


def test_what_was_a_mistake_is_taken_back(coach: Desk, house: House, people: People) -> None:
    surplus = announced(house, people)
    coach.read(LIST)
    page = coach.follow(coach.send(f"{LIST}/{surplus.id}/weg", {}))
    assert marked(page, "surplus") == []


def test_a_company_tells_by_its_link_and_takes_it_back(app: Flask, coach: Desk, house: House, people: People) -> None:
    made = links.make_link(house.unit_of_work, actor_of(people.coach), "Lasbedrijf", NOW, company_id="B1")
    company = Desk(app.test_client())
    company.client.get(f"/bedrijf/link/{made.token}")
    empty = company.read("/bedrijf/werk-stopt?werk=lasser")
    sent = {**FORM, "link": str(made.link.id), "place": "3511", "employer": "Een ander"}
    page = company.follow(company.send("/bedrijf/werk-stopt", sent))
    assert marked(page, "surplus")[0].startswith("Lasser 12 4 april 2027")
    assert "Lasbedrijf" in marked(coach.read(LIST), "surplus")[0]
    assert "Meldde het bedrijf zelf" in marked(coach.read(LIST), "surplus")[0]
    assert [faults_in_page(empty), faults_in_page(page)] == [[], []]
    way = re.search(r'action="(/bedrijf/werk-stopt/[^"]+/weg)"', page)
    assert way
    assert marked(company.follow(company.send(way[1], {})), "surplus") == []
    assert marked(coach.read(LIST), "surplus") == []


def test_a_coach_proposes_somebody_and_takes_that_back(coach: Desk, house: House, people: People) -> None:
    dossier, surplus = a_worker(house, people), announced(house, people)
    place = seats.keep_seats(
        house.unit_of_work, actor_of(people.coach), OpeningKind.POSITION, "J1", seats=2, moment=NOW
    )
    here = f"{LIST}/{surplus.id}/persoon/{dossier.id}"
    coach.read(here)
    refused = coach.follow(coach.send(f"{here}/voorstel", {"place": str(place.id)}))
    assert "Dit bedrijf heeft nog geen link." in refused
    links.make_link(house.unit_of_work, actor_of(people.coach), "Lasbedrijf", NOW, company_id="B1")
    page = coach.follow(coach.send(f"{here}/voorstel", {"place": str(place.id)}))
    assert marked(page, "proposed") == ["Wacht op ja of nee"]
    assert [faults_in_page(refused), faults_in_page(page)] == [[], []]
    way = re.search(r'action="([^"]+/voorstel/[^"]+/weg)"', page)
    assert way
    assert marked(coach.follow(coach.send(way[1], {})), "proposed") == []
