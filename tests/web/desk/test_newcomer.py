"""Registering someone: six facts, a yes that was read aloud, who is like them, and a code that turns into a dossier."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from flask import Flask

from gouden_poort.profiles.people.consent import Given, Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.ports import Caseload
from gouden_poort.services.resume_code import written
from gouden_poort.services.resuming import resume, save
from gouden_poort.wiring import House
from tests.apps import app_of
from tests.builders import a_snapshot
from tests.fakes import ShelfWith
from tests.people_with_rights import Desk, People
from tests.web.desk.caseload import FORM, a_client, desk_of, keep_place
from tests.web.desk.conftest import NOW
from tests.web.page_rules import faults_in_page


@pytest.fixture
def coach(app: Flask, house: House, people: People) -> Desk:
    keep_place(house)
    return desk_of(app, house, people.coach)


def opened(coach: Desk, **change: object) -> dict[str, object]:
    """A new form as it is filled in."""
    found = re.search(r'name="form_id" value="([^"]+)"', coach.read("/nieuw"))
    assert found
    return FORM | {"form_id": found[1]} | change


def caseload(house: House, people: People) -> Sequence[Dossier]:
    with house.unit_of_work() as unit:
        return unit.dossiers.caseload(Caseload(coach_id=people.coach.id))


def test_someone_is_registered_and_the_routes_show_at_once(coach: Desk, house: House, people: People) -> None:
    form = opened(coach)
    answer = coach.send("/nieuw", form)
    (kept,) = caseload(house, people)
    assert answer.location == f"/persoon/{kept.id}#routes"
    assert "Voorbeeld Negen" in coach.follow(answer)
    with house.unit_of_work() as unit:
        (consent,) = unit.consents.of(kept.id)
        answers = unit.assessments.answers(kept.assessment_id)
        trail = [entry.deed for entry in unit.trail.about(kept.pseudonym)]
    assert (consent.line, consent.given, consent.language) == (Line.COACH_SEES_DOSSIER, Given.READ_ALOUD, "ar")
    assert (answers["birth_date"], answers["dutch"]) == ("1994-05-03", "A2")
    assert trail == [Deed.SEE_DOSSIER, Deed.REGISTER]
    assert coach.send("/nieuw", form).location == answer.location
    assert len(caseload(house, people)) == 1


def test_the_page_keeps_the_rules_and_nothing_is_agreed_to_beforehand(coach: Desk) -> None:
    page = coach.read("/nieuw")
    assert faults_in_page(page) == []
    assert not re.search(r'name="lines"[^>]*checked', page)


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("ti", "ltr")])
def test_the_text_is_read_in_the_language_of_the_citizen_beside_dutch(
    coach: Desk, language: str, direction: str
) -> None:
    page = coach.follow(coach.send("/nieuw", opened(coach, language=language, action="language", name="Voorbeeld X")))
    assert re.findall(r'lang="(\w+)" dir="(\w+)" data-test="aloud"', page) == [(language, direction), ("nl", "ltr")]
    assert 'value="Voorbeeld X"' in page
    assert faults_in_page(page) == []


def test_what_is_missing_is_said_at_its_field(coach: Desk, house: House, people: People) -> None:
    empty = dict.fromkeys(FORM, "") | {"form_id": opened(coach)["form_id"]}
    page = coach.follow(coach.send("/nieuw", empty))
    assert faults_in_page(page) == []
    for words in ("Vul een naam in.", "Kies een taal.", "Zonder dit ja", "Kies hoe het gaat", "geboorte", "postcode"):
        assert words in page, words
    assert caseload(house, people) == []


def test_what_is_wrong_is_said_in_the_order_of_the_page(coach: Desk) -> None:
    empty = dict.fromkeys(FORM, "") | {"form_id": opened(coach)["form_id"]}
    page = coach.follow(coach.send("/nieuw", empty))
    summary = page[page.index('class="error-summary"') : page.index("<h1")]
    fields = ["name", "birth_date", "place", "phone", "dutch", "language", "lines", "given"]
    assert re.findall('href="#([a-z_]+)', summary) == fields


def test_a_level_of_dutch_may_be_not_known_yet(coach: Desk, house: House, people: People) -> None:
    assert coach.send("/nieuw", opened(coach, dutch="unknown")).status_code == 303
    assert len(caseload(house, people)) == 1


def test_who_may_be_the_same_person_is_compared_and_never_merged(coach: Desk, house: House, people: People) -> None:
    mine = a_client(house, people, NOW, phone="06 1111 2222", email="")
    form = opened(coach)
    page = coach.follow(coach.send("/nieuw", form))
    assert 'data-test="doubles"' in page
    assert f"/persoon/{mine.id}" in page
    assert faults_in_page(page) == []
    assert len(caseload(house, people)) == 1
    assert coach.send("/nieuw", {**form, "action": "else"}).status_code == 303
    assert len(caseload(house, people)) == 2


def test_of_somebody_elses_client_no_more_is_shown_than_what_is_the_same(
    coach: Desk, house: House, people: People
) -> None:
    theirs = a_client(house, people, NOW, phone="06 1111 2222", email="geheim@voorbeeld.example")
    with house.unit_of_work() as unit:
        found = unit.dossiers.find(theirs.id)
        assert found
        handed = found.__class__(
            **{name: getattr(found, name) for name in found.__slots__} | {"coach_id": people.other_coach.id}
        )
        unit.dossiers.change(handed)
        unit.commit()
    page = coach.follow(coach.send("/nieuw", opened(coach)))
    assert people.other_coach.name in page
    assert (str(theirs.id) in page, "geheim" in page) == (False, False)
    with house.unit_of_work() as unit:
        assert {entry.deed for entry in unit.trail.about(theirs.pseudonym)} == {Deed.REGISTER}


def test_who_stopped_sharing_is_not_found(coach: Desk, house: House, people: People) -> None:
    mine = a_client(house, people, NOW, phone="06 1111 2222")
    with house.unit_of_work() as unit:
        unit.consents.end(mine.id, Line.COACH_SEES_DOSSIER, NOW)
        unit.commit()
    assert "/persoon/" in coach.send("/nieuw", opened(coach)).location


def test_answers_under_a_code_go_along_and_the_code_opens_them_no_more(
    coach: Desk, house: House, people: People, app: Flask
) -> None:
    with house.unit_of_work() as unit:
        answers_id = unit.assessments.start(NOW)
        unit.assessments.answer(answers_id, "budget", 700, NOW)
        unit.commit()
    key = str(app.secret_key)
    code = save(house.unit_of_work, key, answers_id, NOW).code
    form = opened(coach, code=written(code))
    assert coach.send("/nieuw", form).status_code == 303
    (kept,) = caseload(house, people)
    assert kept.assessment_id == answers_id
    assert resume(house.unit_of_work, key, code, NOW) is None
    page = coach.follow(coach.send("/nieuw", opened(coach, code=code, phone="06 3333 4444", name="Ander Voorbeeld")))
    assert "Met deze code vinden we geen antwoorden" in page


def test_a_code_is_not_kept_while_the_form_comes_back(coach: Desk, house: House, people: People, app: Flask) -> None:
    with house.unit_of_work() as unit:
        answers_id = unit.assessments.start(NOW)
        unit.commit()
    code = save(house.unit_of_work, str(app.secret_key), answers_id, NOW).code
    form = opened(coach, code=code, name="")
    page = coach.follow(coach.send("/nieuw", form))
    assert "Ze gaan mee" in page
    assert code not in page
    assert coach.send("/nieuw", {**form, "code": "", "name": "Voorbeeld Tien"}).status_code == 303
    assert caseload(house, people)[0].assessment_id == answers_id


def test_codes_are_not_guessed_here_either(coach: Desk) -> None:
    pages = [coach.follow(coach.send("/nieuw", opened(coach, code=f"K7PM 3XQ{sign}"))) for sign in "23456789"]
    assert "Wacht een kwartier" in pages[-1]


def test_a_catalogue_without_that_place_says_so(house: House, people: People, coach: Desk) -> None:
    shop = app_of(
        house.__class__(**{**{n: getattr(house, n) for n in house.__slots__}, "shelf": ShelfWith(a_snapshot())})
    )
    desk = desk_of(shop, house, people.coach)
    page = desk.follow(desk.send("/nieuw", opened(desk, place="Nergensstad")))
    assert "Deze plaats kennen we niet" in page
