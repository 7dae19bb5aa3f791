"""Recording, agreeing and ending what was put on paper, as a coach does it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta

import pytest
from flask import Flask

from gouden_poort.development.commitment import Commitment
from gouden_poort.development.event import EventKind
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.web.filters import dutch_date
from gouden_poort.wiring import House
from tests.people_with_rights import Desk, People
from tests.ten_years import a_commitment_to, an_event_of
from tests.web.desk.at_a_desk import marked
from tests.web.desk.caseload import a_client, desk_of
from tests.web.desk.conftest import NOW
from tests.web.page_rules import faults_in_page

FORM: Mapping[str, object] = {
    "party": "fund",
    "name": "Voorbeeldfonds",
    "paper": "brief van 1 november 2026",
    "holds_from-day": "1",
    "holds_from-month": "november",
    "holds_from-year": "2026",
    "work_within_weeks": "8 weken",
    "training_every_months": "",
    "clauses": ["takes_back"],
}


@pytest.fixture
def dossier(house: House, people: People) -> Dossier:
    return a_client(house, people, NOW, citizen_id=people.citizen.id)


@pytest.fixture
def coach(app: Flask, house: House, people: People) -> Desk:
    return desk_of(app, house, people.coach)


@pytest.fixture
def address(dossier: Dossier) -> str:
    return f"/persoon/{dossier.id}/garantie"


def kept(house: House, dossier: Dossier) -> list[Commitment]:
    with house.unit_of_work() as unit:
        return list(unit.commitments.of(dossier.id))


def keep(house: House, *commitments: Commitment) -> None:
    with house.unit_of_work() as unit:
        for each in commitments:
            unit.commitments.add(each)
        unit.commit()


def test_the_page_of_the_person_leads_there(coach: Desk, dossier: Dossier, address: str) -> None:
    assert f'href="{address}"' in coach.read(f"/persoon/{dossier.id}")


def test_without_any_the_page_says_what_to_do_and_promises_nothing(coach: Desk, address: str) -> None:
    page = coach.read(address)
    assert "Er is nog niets toegezegd" in page
    assert "garantie" not in re.sub(r'(href|action)="[^"]*"', "", page).lower()
    assert faults_in_page(page) == []


def test_a_paper_is_recorded_once_and_waits_for_both(coach: Desk, house: House, dossier: Dossier, address: str) -> None:
    form_id = re.search(r'name="form_id" value="([^"]+)"', coach.read(address))
    assert form_id
    for _ in range(2):
        page = coach.follow(coach.send(address, {**FORM, "form_id": form_id[1]}))
    (commitment,) = kept(house, dossier)
    assert (commitment.name, commitment.work_within_weeks, commitment.training_every_months) == (
        "Voorbeeldfonds",
        8,
        None,
    )
    assert (commitment.takes_back, commitment.pause_extends, commitment.holds_until) == (True, False, None)
    assert "binnen 8 weken een aanbod van ander werk" in page
    assert "Wacht op het ja van Voorbeeld Een." in page
    assert faults_in_page(page) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"party": "koning"}, "Kies wie dit toezegt"),
        ({"name": ""}, "Vul de naam in van wie dit toezegt."),
        ({"paper": "a" * 201}, "Er passen 200 tekens in."),
        ({"paper": "bsn 111222333"}, "burgerservicenummer (BSN)"),
        ({"holds_from-day": "31"}, "Die maand heeft 30 dagen. Kijk de dag na."),
        ({"holds_from-year": "26"}, "Vul het jaar in met 4 cijfers."),
        ({"holds_from-year": "1999"}, "Kies een dag vanaf 1 januari 2000"),
        (
            {"holds_from-day": "", "holds_from-month": "", "holds_from-year": ""},
            "Vul een dag, een maand en een jaar in.",
        ),
        ({"holds_from-day": "1" * 5_000}, "Deze dag kennen we niet."),
        ({"holds_until-day": "bijna"}, "Deze dag kennen we niet."),
        ({"holds_until-day": "1", "holds_until-month": "5", "holds_until-year": "2020"}, "Kies een dag na het begin"),
        ({"work_within_weeks": "snel"}, "Vul een getal in van 1 tot en met 104"),
        ({"training_every_months": "0"}, "Vul een getal in van 1 tot en met 120"),
        ({"work_within_weeks": "", "clauses": []}, "minstens 1 van deze 4"),
    ],
)
def test_a_fault_is_said_in_words_and_what_was_filled_in_stays(
    coach: Desk, house: House, dossier: Dossier, address: str, change: dict[str, object], words: str
) -> None:
    coach.read(address)
    page = coach.follow(coach.send(address, {**FORM, **change}))
    assert words in page.partition('data-test="error-summary"')[2]
    assert 'value="1"' in page or "holds_from-day" in change
    assert "111222333" not in page
    assert faults_in_page(page) == []
    assert kept(house, dossier) == []


def test_a_first_day_that_is_none_says_nothing_of_the_last_day(coach: Desk, address: str) -> None:
    coach.read(address)
    last = {"holds_until-day": "1", "holds_until-month": "11", "holds_until-year": "2030"}
    page = coach.follow(coach.send(address, {**FORM, **last, "holds_from-day": "31"}))
    assert "Kies een dag na het begin" not in page


def test_staff_agree_once_the_citizen_may_and_both_make_it_count(
    coach: Desk, house: House, dossier: Dossier, address: str
) -> None:
    commitment = a_commitment_to(dossier, agreed_by_staff_at=None)
    keep(house, commitment)
    coach.read(address)
    page = coach.follow(coach.send(f"{address}/{commitment.id}/akkoord", {"version": 1}))
    assert marked(page, "state") == ["Allebei akkoord"]
    assert "1 van 1 waar allebei ja op zeiden" in page
    assert 'data-test="agree"' not in page
    assert kept(house, dossier)[0].agreed_by_staff_at == NOW


def test_only_a_paper_that_begins_later_says_from_when_it_counts(
    coach: Desk, house: House, dossier: Dossier, address: str
) -> None:
    keep(house, a_commitment_to(dossier, holds_from=NOW.date()))
    assert "Telt vanaf" not in coach.read(address)
    keep(house, a_commitment_to(dossier, holds_from=NOW.date() + timedelta(days=1)))
    page = coach.read(address)
    assert page.count(f"Telt vanaf {dutch_date(NOW.date() + timedelta(days=1))}.") == 1
    assert marked(page, "state") == ["Allebei akkoord"] * 2
    assert faults_in_page(page) == []


def test_what_changed_meanwhile_is_shown_and_not_agreed(
    coach: Desk, house: House, dossier: Dossier, address: str
) -> None:
    commitment = a_commitment_to(
        dossier, agreed_by_citizen_at=None, agreed_by_staff_at=None, doubted_at=NOW, doubt="Nee"
    )
    keep(house, commitment)
    assert 'data-test="agree"' not in coach.read(address)
    answer = coach.send(f"{address}/{commitment.id}/akkoord", {"version": 1})
    assert answer.status_code == 412
    assert "Dit veranderde net." in answer.text
    assert "<q>Nee</q>" in answer.text
    assert "zag je het papier?" not in answer.text
    assert kept(house, dossier) == [commitment]


def test_it_ends_on_a_day_and_with_a_reason(coach: Desk, house: House, dossier: Dossier, address: str) -> None:
    commitment = a_commitment_to(dossier)
    keep(house, commitment)
    end = f"{address}/{commitment.id}/einde"
    page = coach.follow(coach.send(end, {"ended_because": "", "version": 1})) if coach.read(end) else ""
    assert "Schrijf waarom het stopt." in page
    assert faults_in_page(page) == []
    filled = {"ended_on-day": "31", "ended_on-month": "12", "ended_on-year": "2026", "ended_because": "Failliet."}
    page = coach.follow(coach.send(end, {**filled, "version": 1}))
    assert marked(page, "state") == ["Voorbij"]
    assert "<q>Failliet.</q>" in page
    answer = coach.send(end, {**filled, "ended_because": "Anders.", "version": 1})
    assert answer.status_code == 412
    assert ("Failliet." in answer.text, "Anders." in answer.text) == (True, True)
    assert faults_in_page(answer.text) == []


def test_what_may_be_asked_now_is_told(coach: Desk, house: House, dossier: Dossier, address: str) -> None:
    keep(house, a_commitment_to(dossier, work_within_weeks=8))
    with house.unit_of_work() as unit:
        unit.journal.add(
            an_event_of(
                dossier, EventKind.NEW_JOB, "2025-09-01", occupation_id="O1", sector="metal", employer="Voorbeeld"
            )
        )
        unit.journal.add(an_event_of(dossier, EventKind.LOST_JOB, "2026-12-07"))
        unit.commit()
    page = coach.read(address)
    assert marked(page, "claim") == [
        "Ander werk van Voorbeeldfonds, uiterlijk 1 februari 2027 (brief van 1 november 2026)"
    ]
    assert marked(page, "left") == ["103 maanden"]
    assert faults_in_page(page) == []


def test_a_commitment_of_another_dossier_is_not_found(
    coach: Desk, house: House, people: People, dossier: Dossier, address: str
) -> None:
    other = a_client(house, people, NOW)
    commitment = a_commitment_to(other)
    keep(house, commitment)
    coach.read(address)
    for way in ("akkoord", "einde"):
        assert coach.send(f"{address}/{commitment.id}/{way}", {"version": 1}).status_code == 404
    assert dossier.id != other.id


def test_who_has_an_account_is_told_in_their_language_and_the_page_says_so(
    app: Flask, house: House, people: People, coach: Desk
) -> None:
    reader = a_client(house, people, NOW, citizen_id=people.citizen.id, language="ar")
    address = f"/persoon/{reader.id}/garantie"
    coach.read(address)
    page = coach.follow(coach.send(address, FORM))
    assert "Voorbeeld Een kreeg bericht." in page
    with house.unit_of_work() as unit:
        (mail,) = unit.outbox.unsent_about(reader.id)
    assert mail.facts["link"].endswith("/ar/mijn-garantie")
    assert "Voorbeeldfonds" not in str(mail.facts)


def test_who_has_no_account_is_to_be_invited(house: House, people: People, coach: Desk) -> None:
    alone = a_client(house, people, NOW)
    page = coach.read(f"/persoon/{alone.id}/garantie")
    assert "heeft nog geen account" in page
    assert f'href="/persoon/{alone.id}/uitnodigen"' in page
    assert faults_in_page(page) == []


def test_a_doubt_stands_in_the_list_of_the_day_and_leads_to_the_paper(
    house: House, coach: Desk, dossier: Dossier, address: str
) -> None:
    keep(house, a_commitment_to(dossier, agreed_by_citizen_at=None, doubted_at=NOW, doubt="Het is 6."))
    page = coach.read("/vandaag")
    assert "Zegt dat een toezegging niet klopt: Voorbeeldfonds" in page
    assert f'href="{address}">Bekijk het papier' in page
    assert "Het is 6." not in page
    assert faults_in_page(page) == []
