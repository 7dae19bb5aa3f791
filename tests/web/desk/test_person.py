"""The page of one person: what stands there, what a coach does there, and that nobody else gets it."""

from __future__ import annotations

import re
from dataclasses import replace
from uuid import uuid4

import pytest
from flask import Flask

from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.people.referral import ReferralState
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.questions import QUESTIONS
from gouden_poort.wiring import House
from tests.dossiers import a_note, an_agreement
from tests.people_with_rights import Desk, People, keep_people
from tests.referrals import a_referral, a_referral_message
from tests.web.desk.caseload import a_client, desk_of
from tests.web.desk.conftest import NOW
from tests.web.page_rules import faults_in_page

PARTS = ("", "/tien-jaar", "/garantie", "/notitie", "/gesprek", "/gegevens", "/antwoord/dutch", "/regel")


@pytest.fixture
def dossier(house: House, people: People) -> Dossier:
    return a_client(house, people, NOW)


@pytest.fixture
def coach(app: Flask, house: House, people: People) -> Desk:
    return desk_of(app, house, people.coach)


def kept(house: House, dossier: Dossier) -> Dossier:
    with house.unit_of_work() as unit:
        found = unit.dossiers.find(dossier.id)
    assert found
    return found


@pytest.mark.parametrize("part", PARTS)
def test_every_page_of_a_person_keeps_the_rules_and_is_a_look_in_the_trail(
    coach: Desk, house: House, dossier: Dossier, part: str
) -> None:
    page = coach.read(f"/persoon/{dossier.id}{part}")
    assert faults_in_page(page) == []
    assert dossier.name in page
    with house.unit_of_work() as unit:
        assert [entry.deed for entry in unit.trail.about(dossier.pseudonym)] == [Deed.SEE_DOSSIER]


@pytest.mark.parametrize("part", PARTS)
def test_nobody_else_gets_it(app: Flask, house: House, people: People, dossier: Dossier, part: str) -> None:
    elsewhere = keep_people(house.unit_of_work, NOW, called="Elders")
    for account in (people.other_coach, elsewhere.coach):
        desk_of(app, house, account).read(f"/persoon/{dossier.id}{part}", 404)


@pytest.mark.parametrize("part", PARTS)
def test_who_stops_sharing_is_seen_no_more(coach: Desk, house: House, dossier: Dossier, part: str) -> None:
    with house.unit_of_work() as unit:
        unit.consents.end(dossier.id, Line.COACH_SEES_DOSSIER, NOW)
        unit.commit()
    page = coach.read(f"/persoon/{dossier.id}{part}", 404)
    unknown = uuid4()
    assert page.replace(str(dossier.id), "") == coach.read(f"/persoon/{unknown}{part}", 404).replace(str(unknown), "")
    assert "Dit dossier kun je niet openen" in page
    assert 'href="/vandaag"' in page
    assert faults_in_page(page) == []


def test_nobody_else_changes_anything(app: Flask, house: House, people: People, dossier: Dossier) -> None:
    other = desk_of(app, house, people.other_coach)
    other.read("/nieuw")
    with house.unit_of_work() as unit:
        unit.agreements.add(agreement := an_agreement(dossier))
        unit.commit()
    forms: dict[str, dict[str, object]] = {
        "afspraken": {"done": agreement.id},
        "route": {"route": "O1"},
        "stand": {"state": "paused"},
        "notitie": {"text": "een", "visible": "mine"},
        "gegevens": {"name": "x", "phone": "0612345678", "language": "nl", "version": 1},
        "antwoord/dutch": {"dutch": "B1"},
    }
    for address, form in forms.items():
        assert other.send(f"/persoon/{dossier.id}/{address}", form).status_code == 404, address
    assert kept(house, dossier) == dossier


def test_routes_stand_there_with_their_state_and_one_is_chosen(coach: Desk, house: House, dossier: Dossier) -> None:
    page = coach.read(f"/persoon/{dossier.id}")
    assert 'data-test="state"' in page.partition('data-test="route-card"')[2]
    route = re.search(r'name="route" value="([^"]+)"', page)
    assert route
    chosen = coach.follow(coach.send(f"/persoon/{dossier.id}/route", {"route": route[1]}))
    assert "Staat in het plan" in chosen
    assert kept(house, dossier).target_id == route[1]
    assert coach.send(f"/persoon/{dossier.id}/route", {"route": "nergens"}).status_code == 404


def test_a_route_that_is_not_possible_any_more_changes_nothing(coach: Desk, house: House, dossier: Dossier) -> None:
    coach.read(f"/persoon/{dossier.id}")
    with house.unit_of_work() as unit:
        unit.assessments.answer(dossier.assessment_id, "birth_date", None, NOW)
        unit.commit()
    page = coach.follow(coach.send(f"/persoon/{dossier.id}/route", {"route": "O1"}))
    assert "Deze route kan nu niet meer" in page
    assert kept(house, dossier) == dossier


def test_an_agreement_is_done_or_no_longer_needed(coach: Desk, house: House, dossier: Dossier) -> None:
    done, dropped = an_agreement(dossier), an_agreement(dossier, text="Een ander voorbeeld.")
    with house.unit_of_work() as unit:
        unit.agreements.add(done)
        unit.agreements.add(dropped)
        unit.commit()
    assert "2 open van 2" in coach.read(f"/persoon/{dossier.id}")
    coach.send(f"/persoon/{dossier.id}/afspraken", {"done": done.id})
    page = coach.follow(coach.send(f"/persoon/{dossier.id}/afspraken", {"dropped": dropped.id}))
    assert coach.send(f"/persoon/{dossier.id}/afspraken", {"done": "nergens"}).status_code == 404
    assert "0 open van 2" in page
    assert ("Gedaan</td>" in page, "Niet meer nodig</td>" in page) == (True, True)


def test_who_stopped_is_taken_up_again(coach: Desk, house: House, dossier: Dossier) -> None:
    coach.read(f"/persoon/{dossier.id}")
    page = coach.follow(coach.send(f"/persoon/{dossier.id}/stand", {"state": "stopped"}))
    assert "Pak weer op" in page
    coach.send(f"/persoon/{dossier.id}/stand", {"state": "active"})
    assert kept(house, dossier).state is DossierState.ACTIVE
    assert coach.send(f"/persoon/{dossier.id}/stand", {"state": "new"}).status_code == 404


def test_the_timeline_tells_what_happened(coach: Desk, house: House, dossier: Dossier) -> None:
    with house.unit_of_work() as unit:
        unit.notes.add(a_note(dossier, text="Kwam lopend.", visible=True))
        unit.agreements.add(an_agreement(dossier, text="Belt de school."))
        unit.consents.end(dossier.id, Line.MESSAGES, NOW)
        unit.commit()
    told = coach.read(f"/persoon/{dossier.id}").partition('data-test="timeline"')[2].partition("</ol>")[0]
    for words in ("Ingeschreven", "Kwam lopend.", "Belt de school.", "Stopte met delen", "ook voor Voorbeeld Een"):
        assert words.replace("Stopte", "Gestopt") in told


@pytest.mark.parametrize("is_shared", [True, False])
def test_the_timeline_tells_of_the_referral_as_long_as_the_citizen_shares_steps(
    coach: Desk, house: House, people: People, dossier: Dossier, *, is_shared: bool
) -> None:
    referral = a_referral(
        counsellor_id=people.counsellor.id,
        from_organisation_id=people.organisation.id,
        to_organisation_id=people.organisation.id,
        sent_at=NOW,
        state=ReferralState.STOPPED,
        answered_at=NOW,
        answered_by=people.coach.id,
        dossier_id=dossier.id,
        first_talk_on=NOW.date(),
        started_on=NOW.date(),
        stopped_on=NOW.date(),
    )
    with house.unit_of_work() as unit:
        unit.referrals.add(referral)
        unit.referral_messages.add(a_referral_message(referral, text="Belt liever later."))
        if not is_shared:
            unit.consents.end(dossier.id, Line.COUNSELLOR_SEES_STEPS, NOW)
        unit.commit()
    page = coach.read(f"/persoon/{dossier.id}")
    told = page.partition('data-test="timeline"')[2].partition("</ol>")[0]
    steps = (
        f"Verwezen door {people.organisation.name}",
        "Heeft een leerplek nodig.",
        "Verwijzing aangenomen",
        f"van {people.counsellor.name}",
        "Belt liever later.",
        "Eerste gesprek geweest",
        "Gestart met de route",
        "Gestopt.",
        f"/verwijzing/{referral.id}",
    )
    assert [words for words in steps if (words in told) is not is_shared] == []
    assert faults_in_page(page) == []


def test_of_two_who_change_who_someone_is_neither_is_lost(coach: Desk, house: House, dossier: Dossier) -> None:
    address = f"/persoon/{dossier.id}/gegevens"
    coach.read(address)
    form = {"name": dossier.name, "phone": "0611111111", "email": "", "language": "uk", "labels": "avond, fiets"}
    assert coach.send(address, {**form, "version": 1}).status_code == 303
    answer = coach.send(address, {**form, "phone": "0622222222", "version": 1})
    assert answer.status_code == 412
    assert faults_in_page(answer.text) == []
    assert ("0611111111" in answer.text, 'value="0622222222"' in answer.text) == (True, True)
    again = coach.send(address, {**form, "phone": "0622222222", "version": 2})
    assert again.status_code == 303
    found = kept(house, dossier)
    assert (found.phone, found.language, found.labels) == ("0622222222", "uk", ("avond", "fiets"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": ""}, "Vul een naam in."),
        ({"phone": "", "email": ""}, "Vul een telefoonnummer of een mailadres in."),
        ({"phone": "bel me"}, "Vul een telefoonnummer in met alleen cijfers."),
        ({"labels": "111222333"}, "burgerservicenummer"),
        ({"labels": ",".join("abcdefghijk")}, "Neem minder labels."),
    ],
)
def test_a_fault_stands_at_its_field_and_the_rest_stays(
    coach: Desk, dossier: Dossier, change: dict[str, str], words: str
) -> None:
    address = f"/persoon/{dossier.id}/gegevens"
    coach.read(address)
    form = {"name": "Voorbeeld Zes", "phone": "0612345678", "email": "", "language": "nl", "labels": "", "version": 1}
    page = coach.follow(coach.send(address, form | change))
    assert words in page
    assert faults_in_page(page) == []
    assert page.partition("<title>")[2].startswith("Fout:")
    assert 'value="Voorbeeld Zes"' in page or "name" in change


def test_of_two_who_change_an_answer_neither_is_lost(coach: Desk, house: House, dossier: Dossier) -> None:
    address = f"/persoon/{dossier.id}/antwoord/dutch"
    seal = re.search(r'name="seal" value="([^"]+)"', coach.read(address))
    assert seal
    assert coach.send(address, {"dutch": "A2", "seal": seal[1]}).status_code == 303
    answer = coach.send(address, {"dutch": "B2", "seal": seal[1]})
    assert answer.status_code == 412
    assert faults_in_page(answer.text) == []
    assert ("(A2)" in answer.text, re.search(r'value="B2"[^>]*checked', answer.text) is not None) == (True, True)
    with house.unit_of_work() as unit:
        assert unit.assessments.answers(dossier.assessment_id)["dutch"] == "A2"


def test_a_new_birth_date_counts_everywhere(coach: Desk, house: House, dossier: Dossier) -> None:
    address = f"/persoon/{dossier.id}/antwoord/birth_date"
    seal = re.search(r'name="seal" value="([^"]+)"', coach.read(address))
    assert seal
    form = {"birth_date-day": "3", "birth_date-month": "4", "birth_date-year": "1991", "seal": seal[1]}
    assert "3 april 1991" in coach.follow(coach.send(address, form))
    assert kept(house, dossier).birth_date.year == 1991


def test_every_question_can_be_changed(coach: Desk, dossier: Dossier) -> None:
    for question in QUESTIONS:
        page = coach.read(f"/persoon/{dossier.id}/antwoord/{question.id}")
        assert faults_in_page(page) == [], question.id
    coach.read(f"/persoon/{dossier.id}/antwoord/nergens", 404)


def test_without_the_needed_answers_the_page_says_which(coach: Desk, house: House, people: People) -> None:
    with house.unit_of_work() as unit:
        empty = unit.assessments.start(NOW)
        unit.commit()
    other = a_client(house, people, NOW, name="Voorbeeld Vier")
    with house.unit_of_work() as unit:
        assert unit.dossiers.change(replace(other, assessment_id=empty))
        unit.commit()
    assert "antwoorden nodig" in coach.read(f"/persoon/{other.id}")
