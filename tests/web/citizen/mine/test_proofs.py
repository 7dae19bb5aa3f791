"""The skills passport as its citizen keeps it, and as the coach sees it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from io import BytesIO

import pytest
from flask import Flask

from gouden_poort.development.proof import Proof
from gouden_poort.development.proof_file import LARGEST_PDF
from gouden_poort.http.uploads import COPY_LIMIT
from gouden_poort.wiring import House
from tests.copies import A_PDF, AN_SVG, SCRIPT, SECRET, a_huge_png, a_photo
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
    seen = f"/persoon/{skilled.dossier.id}/bewijs/{proof.id}/gezien"
    assert "veranderde net" in skilled.coach.follow(skilled.coach.send(seen, {"version": 1}))


def with_file(content: bytes, name: str = "foto.jpg") -> dict[str, object]:
    return {**FORM, "file": (BytesIO(content), name)}


def test_a_photo_lies_with_the_proof_and_is_looked_at_by_itself(skilled: Coached) -> None:
    citizen = skilled.citizen
    page = citizen.follow(citizen.send(ADDRESS, with_file(a_photo())))
    (proof,) = kept(skilled)
    assert marked(page, "copy")[0].startswith("Met kopie: een foto.")
    assert f'href="{ADDRESS}/{proof.id}/kopie"' in page
    assert faults_in_page(page) == []
    for screen, address in (
        (citizen, f"{ADDRESS}/{proof.id}/kopie"),
        (skilled.coach, f"/persoon/{skilled.dossier.id}/bewijs/{proof.id}/kopie"),
    ):
        answer = screen.client.get(address)
        assert answer.data.startswith(b"\xff\xd8\xff")
        assert SECRET not in answer.data
        told = {name: answer.headers[name] for name in ("Content-Type", "Content-Disposition", "Cache-Control")}
        assert told == {
            "Content-Type": "image/jpeg",
            "Content-Disposition": 'inline; filename="bewijs.jpg"',
            "Cache-Control": "no-store, private",
        }
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_pdf_is_never_opened_within_our_pages(skilled: Coached) -> None:
    citizen = skilled.citizen
    page = citizen.follow(citizen.send(ADDRESS, with_file(A_PDF + SCRIPT, "diploma.html")))
    (proof,) = kept(skilled)
    assert marked(page, "copy")[0].startswith("Met kopie: een PDF.")
    answer = citizen.client.get(f"{ADDRESS}/{proof.id}/kopie")
    assert (answer.data, answer.content_type) == (A_PDF + SCRIPT, "application/pdf")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="bewijs.pdf"'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "leeg of stuk"),
        (SCRIPT, "kunnen we niet laten zien"),
        (AN_SVG, "kunnen we niet laten zien"),
        (a_photo()[:-200], "leeg of stuk"),
        (a_huge_png(20_000), "te veel beeldpunten"),
    ],
)
def test_a_file_that_is_none_is_said_at_its_field_and_what_was_typed_stays(
    skilled: Coached, content: bytes, words: str
) -> None:
    citizen = skilled.citizen
    page = citizen.follow(citizen.send(ADDRESS, with_file(content)))
    assert words in page.partition('data-test="error-summary"')[2].partition("</div>")[0]
    assert words in page.partition('id="file-fout"')[2].partition("</p>")[0]
    assert 'value="Lassen met MIG"' in page
    assert 'value="Voorbeeldschool"' in page
    assert faults_in_page(page) == []
    assert kept(skilled) == []


@pytest.mark.parametrize(
    ("content", "given"), [(A_PDF + b"\0" * LARGEST_PDF + A_PDF, "6"), (a_photo() + b"\0" * 28 * 2**20, "29")]
)
def test_a_file_that_is_too_large_is_said_at_its_field_too(skilled: Coached, content: bytes, given: str) -> None:
    citizen = skilled.citizen
    page = citizen.follow(citizen.send_large(ADDRESS, content, FORM))
    assert f"Dit bestand is {given} MB." in page.partition('id="file-fout"')[2].partition("</p>")[0]
    assert 'value="Lassen met MIG"' in page


def test_two_files_are_one_too_many(skilled: Coached) -> None:
    citizen = skilled.citizen
    files = [(BytesIO(A_PDF), "een.pdf"), (BytesIO(A_PDF), "twee.pdf")]
    page = citizen.follow(citizen.send(ADDRESS, {**FORM, "file": files}))
    assert "Kies 1 bestand." in page
    assert kept(skilled) == []


def test_who_forgot_something_hears_to_choose_the_file_again(skilled: Coached) -> None:
    citizen = skilled.citizen
    page = citizen.follow(citizen.send(ADDRESS, {**with_file(a_photo()), "source": ""}))
    assert "Schrijf op van wie het komt" in page
    assert "Kies je bestand nog een keer." in page
    assert faults_in_page(page) == []


def test_no_field_for_a_file_means_no_copy_and_an_empty_one_too(skilled: Coached) -> None:
    citizen = skilled.citizen
    citizen.send(ADDRESS, FORM)
    citizen.send(ADDRESS, {**with_file(b"", ""), "what": "Nog iets"})
    assert len(kept(skilled)) == 2
    assert 'data-test="copy"' not in citizen.read(ADDRESS)


def test_more_than_the_limit_is_refused_as_a_whole(skilled: Coached) -> None:
    assert skilled.citizen.send_large(ADDRESS, b"\0" * COPY_LIMIT, FORM).status_code == 413


def test_who_has_to_sign_in_again_finds_the_words_back_and_hears_of_the_file(skilled: Coached) -> None:
    citizen = skilled.citizen
    with skilled.house.unit_of_work() as unit:
        unit.sessions.end_all(skilled.people.citizen.id, skilled.house.clock())
        unit.commit()
    answer = citizen.send_large(ADDRESS, a_photo() + b"\0" * 3_000_000, FORM)
    assert (answer.status_code, answer.location) == (303, "/aanmelden")
    page = citizen.follow(citizen.sign_in(skilled.people.citizen))
    assert 'value="Lassen met MIG"' in page
    assert "Had je een bestand gekozen?" in page


def test_the_copy_can_be_wiped_by_itself_and_goes_with_its_proof(skilled: Coached) -> None:
    citizen = skilled.citizen
    citizen.send(ADDRESS, with_file(a_photo()))
    (proof,) = kept(skilled)
    page = citizen.follow(citizen.send(f"{ADDRESS}/{proof.id}/kopie/weg"))
    assert "De kopie is gewist." in page
    assert faults_in_page(page) == []
    assert citizen.client.get(f"{ADDRESS}/{proof.id}/kopie").status_code == 404
    gone = skilled.coach.client.get(f"/persoon/{skilled.dossier.id}/bewijs/{proof.id}/kopie")
    assert gone.status_code == 404
    assert "Deze pagina is er niet" in gone.text
    citizen.send(ADDRESS, {**with_file(A_PDF), "what": "Nog iets"})
    other = next(each for each in kept(skilled) if each.id != proof.id)
    citizen.send(f"{ADDRESS}/{other.id}/terug")
    assert citizen.client.get(f"{ADDRESS}/{other.id}/kopie").status_code == 404


def test_the_coach_looks_at_the_copy_before_saying_so(skilled: Coached) -> None:
    skilled.citizen.send(ADDRESS, with_file(a_photo()))
    coach, (proof,) = skilled.coach, kept(skilled)
    address = f"/persoon/{skilled.dossier.id}/bewijs"
    page = coach.read(address)
    assert 'data-test="confirm"' not in page
    assert f'href="{address}/{proof.id}"' in page
    page = coach.read(f"{address}/{proof.id}")
    assert f'src="{address}/{proof.id}/kopie"' in page
    assert faults_in_page(page) == []
    assert "1 van 1 gezien door een coach" in coach.follow(coach.send(f"{address}/{proof.id}/gezien", {"version": 1}))
    assert "Gezien door de coach" in coach.read(f"{address}/{proof.id}")


def test_the_coach_adds_a_copy_too(skilled: Coached) -> None:
    coach, address = skilled.coach, f"/persoon/{skilled.dossier.id}/bewijs"
    coach.send(address, with_file(A_PDF))
    (proof,) = kept(skilled)
    page = coach.read(f"{address}/{proof.id}")
    assert "Download de PDF" in page
    assert faults_in_page(page) == []


def test_a_copy_stands_only_under_its_own_dossier(skilled: Coached, app: Flask, house: House, people: People) -> None:
    skilled.citizen.send(ADDRESS, with_file(a_photo()))
    (proof,) = kept(skilled)
    other = coached(app, house, people, citizen_id=None)
    for rest in ("", "/kopie"):
        assert skilled.coach.client.get(f"/persoon/{other.dossier.id}/bewijs/{proof.id}{rest}").status_code == 404
    answer = skilled.coach.send(f"/persoon/{other.dossier.id}/bewijs/{proof.id}/gezien", {"version": 1})
    assert answer.status_code == 404


def test_everything_about_oneself_leads_to_each_copy(skilled: Coached) -> None:
    citizen = skilled.citizen
    citizen.send(ADDRESS, with_file(a_photo()))
    (proof,) = kept(skilled)
    document = json.loads(citizen.client.get("/mijn-gegevens/bestand").text)
    assert document["copies"] == [f"http://localhost{ADDRESS}/{proof.id}/kopie"]
    page = citizen.read("/mijn-gegevens/lezen")
    assert marked(page, "copy") == ["Bekijk de kopie: Lassen met MIG"]
    assert faults_in_page(page) == []


def test_it_can_be_taken_along(skilled: Coached, people: People) -> None:
    skilled.coach.send(f"/persoon/{skilled.dossier.id}/bewijs", FORM)
    answer = skilled.citizen.client.get(f"{ADDRESS}/bestand")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mijn-bewijzen.json"'
    document = json.loads(answer.text)
    assert (document["form"], document["form_number"]) == ("gouden-poort/skills-passport", 2)
    assert document["skills"][0]["proof_ids"] == [each["id"] for each in document["proofs"]]
    assert people.coach.name not in answer.text


def test_who_has_no_dossier_is_shown_the_way(app: Flask, house: House, people: People) -> None:
    made = Coached(app=app, house=house, people=people, dossier=None)  # type: ignore[arg-type]  # there is none
    citizen = made.screen_of(people.citizen)
    assert "Je hebt hier nog geen coach" in citizen.read(ADDRESS)
    assert citizen.send(ADDRESS, FORM).status_code == 303
    assert citizen.client.get(f"{ADDRESS}/bestand").status_code == 303
