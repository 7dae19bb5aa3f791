"""What was promised, as its citizen reads it: papers, the yes, what is not right, and the file to take along."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from flask import Flask

from gouden_poort.development.commitment import Commitment
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.standing import Job
from gouden_poort.web.citizen.mine.guarantee_words import moves
from gouden_poort.wiring import House
from tests.own_dossiers import Coached
from tests.people_with_rights import People
from tests.ten_years import a_commitment_to, a_plan_of, an_event_of
from tests.web.citizen.mine.conftest import NOW
from tests.web.desk.at_a_desk import marked
from tests.web.page_rules import faults_in_page
from tests.web.picture_rules import faults_in_pictures, pictures_in

ADDRESS = "/mijn-garantie"
WAITS = {"agreed_by_citizen_at": None, "agreed_by_staff_at": None}


def keep(made: Coached, *commitments: Commitment, events: tuple[Event, ...] = ()) -> None:
    with made.house.unit_of_work() as unit:
        unit.plans.add(a_plan_of(made.dossier))
        for each in commitments:
            unit.commitments.add(each)
        for event in events:
            unit.journal.add(event)
        unit.commit()


def lived(made: Coached) -> tuple[Event, ...]:
    """Enters on a leap day, two employers, a pause, and work lost four weeks ago."""
    dossier = made.dossier
    work = {"occupation_id": "O1", "sector": "metal", "hours_per_week": 36}
    return (
        an_event_of(dossier, EventKind.NEW_JOB, "2024-02-29", employer="Voorbeeldbedrijf 1", **work),
        an_event_of(dossier, EventKind.PAUSED, "2025-01-01"),
        an_event_of(dossier, EventKind.RESUMED, "2025-03-01"),
        an_event_of(dossier, EventKind.NEW_JOB, "2025-09-01", employer="Voorbeeldbedrijf 2", **work),
        an_event_of(dossier, EventKind.LOST_JOB, "2026-12-07"),
    )


def without_addresses(page: str) -> str:
    return re.sub(r'\b(href|action)="[^"]*"', "", page).lower()


def kept(made: Coached) -> list[Commitment]:
    with made.house.unit_of_work() as unit:
        return list(unit.commitments.of(made.dossier.id))


def test_the_plan_leads_there(registered: Coached) -> None:
    assert f'href="{ADDRESS}"' in registered.citizen.read("/mijn-plan")


@pytest.mark.parametrize("language", ["", "/ar"])
def test_without_a_paper_nothing_is_called_a_guarantee(registered: Coached, language: str) -> None:
    keep(registered, events=lived(registered))
    page = registered.citizen.read(f"{language}{ADDRESS}")
    assert 'data-test="nothing"' in page
    assert page.count('data-test="primary"') == 1
    assert "garantie" not in without_addresses(page)
    assert ('data-test="dutch"' in page) is bool(language)
    assert faults_in_page(page) == []
    assert faults_in_pictures(page) == []


@pytest.mark.parametrize(
    "rest",
    [
        WAITS,
        {"agreed_by_citizen_at": None},
        {"agreed_by_staff_at": None},
        {"ended_on": date(2026, 12, 1), "ended_because": "Weg"},
    ],
)
def test_neither_is_what_one_side_agreed_or_what_ended(registered: Coached, rest: dict[str, object]) -> None:
    keep(registered, a_commitment_to(registered.dossier, **rest), events=lived(registered))
    page = registered.citizen.read(ADDRESS)
    assert "garantie" not in without_addresses(page)
    assert "Voorbeeldfonds" in page
    assert len(re.findall('class="button primary"', page)) == 1
    assert faults_in_page(page) == []


@pytest.mark.parametrize("language", ["", "/ar"])
def test_a_paper_that_begins_later_is_none_yet(registered: Coached, language: str) -> None:
    commitment = a_commitment_to(registered.dossier, holds_from=date(2027, 2, 1))
    keep(registered, commitment, events=lived(registered))
    page = registered.citizen.read(f"{language}{ADDRESS}?nederlands=erbij")
    (lead,) = marked(page, "later")
    assert lead.endswith("Er is een papier. Het telt vanaf 1 februari 2027.")
    assert (lead == "Er is een papier. Het telt vanaf 1 februari 2027.") is not bool(language)
    assert 'data-test="nothing"' not in page
    assert "garantie" not in without_addresses(page)
    assert len(re.findall('class="button primary"', page)) == 1
    assert faults_in_page(page) == []
    document = json.loads(registered.citizen.client.get(f"{ADDRESS}/bestand").text)
    assert document["agreed_by_both_sides"] is False
    assert [each["state"] for each in document["commitments"]] == ["agreed"]


def test_from_its_first_day_on_it_is_one(registered: Coached) -> None:
    keep(registered, a_commitment_to(registered.dossier, holds_from=NOW.date()))
    page = registered.citizen.read(ADDRESS)
    assert "<h1>Mijn garantie</h1>" in page
    assert 'data-test="later"' not in page


def test_the_ten_years_are_theirs_without_a_paper(registered: Coached) -> None:
    """The same life as with a paper reads the same, but for what may be asked."""
    keep(registered, events=lived(registered))
    page = registered.citizen.read(ADDRESS)
    plain = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    for words in (
        "Begonnen op 29 februari 2024",
        "Loopt tot 28 februari 2034",
        "Nog te gaan 7 jaar en 1 maand",
        "Gewerkt in de techniek 2 jaar en 7 maanden",
        "Voorbeeldbedrijf 1",
        "Je ging 1 keer naar een andere werkgever.",
        "Pauze 1 januari 2025 1 maart 2025",
        "Neem dit mee",
    ):
        assert words in plain
    assert marked(page, "claim") == []
    assert f'href="{ADDRESS}/bestand"' in page
    assert 'class="on-paper"' in page
    assert len(pictures_in(page)) == 1
    assert len(re.findall('class="button primary"', page)) == 1


def test_who_began_with_nothing_and_has_no_paper_takes_nothing_along(registered: Coached) -> None:
    keep(registered)
    page = registered.citizen.read(ADDRESS)
    assert "Jouw 10 jaar" not in page
    assert f'href="{ADDRESS}/bestand"' not in page


def test_without_a_paper_the_file_is_whole_and_called_no_guarantee(registered: Coached) -> None:
    keep(registered, events=lived(registered))
    answer = registered.citizen.client.get(f"{ADDRESS}/bestand")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mijn-10-jaar.json"'
    document = json.loads(answer.text)
    years = document["ten_years"]
    assert (document["agreed_by_both_sides"], document["commitments"], years["claims"]) == (False, [], [])
    assert (years["entered_on"], years["ends_on"], years["working_days"]) == ("2024-02-29", "2034-02-28", 953)
    assert [each["employer"] for each in years["jobs"]] == ["Voorbeeldbedrijf 1", "Voorbeeldbedrijf 2"]
    assert [each["kind"] for each in years["interruptions"]] == ["paused", "between"]
    assert "garantie" not in answer.text.lower()


def test_a_yes_is_given_to_what_was_read(registered: Coached) -> None:
    commitment = a_commitment_to(registered.dossier, takes_back=True, **WAITS)
    keep(registered, commitment)
    citizen = registered.citizen
    assert "Dit wacht op jouw ja." in citizen.read(ADDRESS)
    page = citizen.follow(citizen.send(f"{ADDRESS}/{commitment.id}/ja", {"version": 1}))
    assert "Jouw ja staat erbij." in page
    assert marked(page, "state") == ["Jij zei ja. Je coach kijkt nog naar het papier."]
    assert kept(registered)[0].agreed_by_citizen_at == NOW
    page = citizen.follow(citizen.send(f"{ADDRESS}/{commitment.id}/klopt-niet", {"version": 2, "doubt": "Toch niet."}))
    assert "Je coach veranderde dit net." in page


def test_what_is_not_right_goes_to_the_coach(registered: Coached) -> None:
    commitment = a_commitment_to(registered.dossier, **WAITS)
    keep(registered, commitment)
    citizen, address = registered.citizen, f"{ADDRESS}/{commitment.id}/klopt-niet"
    page = citizen.follow(citizen.send(address, {"version": 1, "doubt": " "}))
    assert "Schrijf op wat er niet klopt." in page.partition('data-test="error-summary"')[2]
    assert faults_in_page(page) == []
    page = citizen.follow(citizen.send(address, {"version": 1, "doubt": "Het is 6 weken."}))
    assert marked(page, "state") == ["Jij zei dat dit niet klopt. Je coach kijkt ernaar."]
    assert "Het is 6 weken." in registered.coach.read(f"/persoon/{registered.dossier.id}/garantie")


def test_a_yes_to_what_changed_meanwhile_is_asked_again(registered: Coached) -> None:
    commitment = a_commitment_to(registered.dossier, **WAITS)
    keep(registered, commitment)
    citizen = registered.citizen
    page = citizen.follow(citizen.send(f"{ADDRESS}/{commitment.id}/ja", {"version": 7}))
    assert "Lees het nog een keer." in page
    assert kept(registered) == [commitment]


@pytest.mark.parametrize("nobody", ["", "-", "?"])
def test_an_employer_that_nobody_wrote_down_is_not_called_another_one(app: Flask, nobody: str) -> None:
    first, unnamed, other = a_job("Voorbeeldbedrijf 1"), a_job(nobody), a_job("Voorbeeldbedrijf 2")
    with app.test_request_context():
        assert list(moves([first, unnamed, first, unnamed])) == []
        assert list(moves([unnamed, first, unnamed, other])) == ["Je ging 1 keer naar een andere werkgever."]


def test_an_employer_written_in_another_way_is_not_another_one(app: Flask) -> None:
    with app.test_request_context():
        assert list(moves([a_job("Voorbeeldbedrijf"), a_job("VOORBEELDBEDRIJF B.V.")])) == []


def a_job(employer: str) -> Job:
    return Job(since=date(2028, 3, 6), occupation_id="welder", sector="metal", employer=employer)


def test_the_file_tells_the_ten_years_in_words(registered: Coached) -> None:
    """By hand: 29 February 2024 to 7 December 2026 is 1012 days, less 59 of the pause: 953, or 31 months."""
    keep(registered, a_commitment_to(registered.dossier, work_within_weeks=8), events=lived(registered))
    page = registered.citizen.read(ADDRESS)
    plain = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    for words in (
        "Begonnen op 29 februari 2024",
        "Loopt tot 28 februari 2034",
        "Nog te gaan 7 jaar en 1 maand",
        "Geleerd nog niet",
        "Gewerkt in de techniek 2 jaar en 7 maanden",
        "Je ging 1 keer naar een andere werkgever.",
    ):
        assert words in plain
    assert "naar een andere sector" not in plain
    assert marked(page, "claim") == [
        "Je mag ander werk vragen aan Voorbeeldfonds. Het moet er zijn op 1 februari 2027."
        " Dat staat in: brief van 1 november 2026."
    ]
    assert "<h1>Mijn garantie</h1>" in page
    assert faults_in_page(page) == []
    assert len(pictures_in(page)) == 1
    assert faults_in_pictures(page) == []


def test_a_file_of_who_begins_later_says_so(registered: Coached) -> None:
    keep(registered, a_commitment_to(registered.dossier, takes_back=True))
    page = registered.citizen.read(ADDRESS)
    assert "Je 10 jaar beginnen op de eerste dag" in page
    assert faults_in_page(page) == []


def test_in_arabic_the_papers_stay_dutch_and_the_years_run_from_the_right(registered: Coached) -> None:
    keep(registered, a_commitment_to(registered.dossier, work_within_weeks=8), events=lived(registered))
    page = registered.citizen.read(f"/ar{ADDRESS}")
    assert '<span class="dutch" lang="nl" dir="ltr">Ben je je werk kwijt?' in page
    assert faults_in_page(page) == []
    assert faults_in_pictures(page) == []


def test_the_file_to_take_along_holds_nothing_of_anybody_else(registered: Coached, app: Flask, people: People) -> None:
    keep(registered, a_commitment_to(registered.dossier, recorded_by=people.coach.id), events=lived(registered))
    answer = registered.citizen.client.get(f"{ADDRESS}/bestand")
    assert answer.mimetype == "application/json"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mijn-10-jaar.json"'
    document = json.loads(answer.text)
    assert (document["form"], document["form_number"]) == ("gouden-poort/guarantee-file", 1)
    assert document["ten_years"]["months_left"] == 85
    assert str(people.coach.id) not in answer.text
    assert people.coach.name not in answer.text


def test_who_has_no_dossier_is_shown_the_way(app: Flask, house: House, people: People) -> None:
    made = Coached(app=app, house=house, people=people, dossier=None)  # type: ignore[arg-type]  # there is none
    citizen = made.screen_of(people.citizen)
    assert "Je hebt hier nog geen coach" in citizen.read(ADDRESS)
    assert citizen.client.get(f"{ADDRESS}/bestand").status_code == 303
