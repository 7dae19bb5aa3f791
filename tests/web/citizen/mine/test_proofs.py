"""The skills passport as its citizen keeps it, and as the coach sees it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import pytest
from flask import Flask

from gouden_poort.development.proof import Proof
from gouden_poort.wiring import House
from tests.own_dossiers import Coached, coached
from tests.people_with_rights import People
from tests.web.citizen.mine.conftest import NOW
from tests.web.desk.at_a_desk import marked
from tests.web.desk.caseload import ANSWERS
from tests.web.page_rules import faults_in_page

ADDRESS = "/mijn-bewijs"
FORM: Mapping[str, object] = {
    "what": "Lassen met MIG",
    "kind": "paper",
    "source": "Voorbeeldschool",
    "day-day": "1",
    "day-month": "12",
    "day-year": "2026",
    "skill": "S1",
}


@pytest.fixture
def skilled(app: Flask, house: House, people: People) -> Coached:
    """Who told of a skill."""
    with house.unit_of_work() as unit:
        assessment_id = unit.assessments.start(NOW)
        for name, answer in ANSWERS.items():
            unit.assessments.answer(assessment_id, name, answer, NOW)
        unit.commit()
    return coached(app, house, people, assessment_id=assessment_id)


def kept(made: Coached) -> list[Proof]:
    with made.house.unit_of_work() as unit:
        return list(unit.proofs.of(made.dossier.id))


def test_the_plan_leads_there(registered: Coached) -> None:
    assert f'href="{ADDRESS}"' in registered.citizen.read("/mijn-plan")


@pytest.mark.parametrize("language", ["", "/ar"])
def test_without_anything_it_explains_what_counts(registered: Coached, language: str) -> None:
    page = registered.citizen.read(f"{language}{ADDRESS}")
    assert 'data-test="none"' in page
    assert page.count('data-test="primary"') == 1
    assert faults_in_page(page) == []


def test_a_proof_stands_with_its_skill_and_counts_once(skilled: Coached) -> None:
    citizen = skilled.citizen
    form_id = re.search(r'name="form_id" value="([^"]+)"', citizen.read(ADDRESS))
    assert form_id
    for _ in range(2):
        page = citizen.follow(citizen.send(ADDRESS, {**FORM, "form_id": form_id[1]}))
    assert len(kept(skilled)) == 1
    (skill,) = marked(page, "skill")[:1]
    assert skill.startswith("Lassen")
    assert "Dat zei je zelf." in page
    assert "1 december 2026" in page
    assert faults_in_page(page) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"what": ""}, "Schrijf op wat je kunt laten zien."),
        ({"what": "a" * 201}, "Er passen 200 tekens in."),
        ({"what": "bsn 111222333"}, "burgerservicenummer (BSN)"),
        ({"kind": "seen_by_coach"}, "Kies wat voor bewijs het is."),
        ({"kind": ""}, "Kies wat voor bewijs het is."),
        ({"source": ""}, "Schrijf op van wie het komt"),
        ({"day-year": "2099"}, "tot en met vandaag"),
        ({"day-day": "31", "day-month": "2"}, "Kijk de dag na."),
        ({"day-year": "1999"}, "tot en met vandaag"),
        ({"skill": "S99"}, "Deze vaardigheid kennen we niet."),
    ],
)
def test_a_fault_is_said_in_words_and_what_was_filled_in_stays(
    skilled: Coached, change: dict[str, object], words: str
) -> None:
    citizen = skilled.citizen
    page = citizen.follow(citizen.send(ADDRESS, {**FORM, **change}))
    assert words in page.partition('data-test="error-summary"')[2]
    assert "111222333" not in page
    assert faults_in_page(page) == []
    assert kept(skilled) == []


def test_the_same_thing_twice_is_told_so(skilled: Coached) -> None:
    citizen = skilled.citizen
    citizen.send(ADDRESS, FORM)
    page = citizen.follow(citizen.send(ADDRESS, FORM))
    assert "Dit staat er al, met dezelfde dag." in page


def test_the_coach_sees_it_and_says_so(skilled: Coached) -> None:
    skilled.citizen.send(ADDRESS, FORM)
    coach, (proof,) = skilled.coach, kept(skilled)
    address = f"/persoon/{skilled.dossier.id}/bewijs"
    assert f'href="{address}"' in coach.read(f"/persoon/{skilled.dossier.id}")
    assert "0 van 1 gezien door een coach" in coach.read(address)
    page = coach.follow(coach.send(f"{address}/{proof.id}/gezien", {"version": 1}))
    assert "1 van 1 gezien door een coach" in page
    assert faults_in_page(page) == []
    page = skilled.citizen.read(ADDRESS)
    assert marked(page, "seen") == ["Gezien door de coach op 4 januari 2027."]
    assert faults_in_page(page) == []


def test_the_coach_adds_what_was_seen(skilled: Coached) -> None:
    coach, address = skilled.coach, f"/persoon/{skilled.dossier.id}/bewijs"
    page = coach.follow(coach.send(address, {**FORM, "kind": "seen_by_coach", "source": "", "what": ""}))
    assert "Schrijf op wat je kunt laten zien." in page
    assert faults_in_page(page) == []
    page = coach.follow(coach.send(address, {**FORM, "kind": "seen_by_coach", "source": ""}))
    assert "1 van 1 gezien door een coach" in page


def test_what_is_taken_away_is_gone_and_cannot_be_seen_any_more(skilled: Coached) -> None:
    citizen = skilled.citizen
    citizen.send(ADDRESS, FORM)
    (proof,) = kept(skilled)
    page = citizen.follow(citizen.send(f"{ADDRESS}/{proof.id}/terug"))
    assert 'data-test="none"' in page
    answer = skilled.coach.send(f"/persoon/{skilled.dossier.id}/bewijs/{proof.id}/gezien", {"version": 1})
    assert answer.status_code == 404


def test_it_can_be_taken_along(skilled: Coached, people: People) -> None:
    skilled.coach.send(f"/persoon/{skilled.dossier.id}/bewijs", FORM)
    answer = skilled.citizen.client.get(f"{ADDRESS}/bestand")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mijn-bewijzen.json"'
    document = json.loads(answer.text)
    assert (document["form"], document["form_number"]) == ("gouden-poort/skills-passport", 1)
    assert document["skills"][0]["proof_ids"] == [each["id"] for each in document["proofs"]]
    assert people.coach.name not in answer.text


def test_who_has_no_dossier_is_shown_the_way(app: Flask, house: House, people: People) -> None:
    made = Coached(app=app, house=house, people=people, dossier=None)  # type: ignore[arg-type]  # there is none
    citizen = made.screen_of(people.citizen)
    assert "Je hebt hier nog geen coach" in citizen.read(ADDRESS)
    assert citizen.send(ADDRESS, FORM).status_code == 303
    assert citizen.client.get(f"{ADDRESS}/bestand").status_code == 303
