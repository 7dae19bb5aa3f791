"""Where skills come from, as the citizen, paper, a file and the coach tell it: courses, work, and own words."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from flask import Flask

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.event import OUTSIDE, Event, EventKind
from gouden_poort.development.plan import MilestoneKind
from gouden_poort.routing.route import Step
from gouden_poort.wiring import House
from tests.apps import app_of
from tests.builders import a_snapshot
from tests.databases import Database
from tests.development.plans import NAMED, ROUTE, milestone
from tests.fakes import ShelfWith
from tests.own_dossiers import Coached, coached
from tests.people_with_rights import Clock, People, house_at
from tests.ten_years import a_plan_of, an_event_of
from tests.web.citizen.mine.conftest import NOW
from tests.web.desk.at_a_desk import marked
from tests.web.desk.caseload import ANSWERS
from tests.web.page_rules import faults_in_page

ADDRESS = "/mijn-bewijs"
WORK = "Lasser bij Voorbeeld <b>Een</b> (van 1 april 2025 tot 1 december 2026)"
COURSE = "Leren lassen van toen (Techniekcollege, afgerond op 3 maart 2025)"
AFTER_A_YEAR = {"occupation_id": "O1", "skill_id": "S1", "level": 4, "after_weeks": 52}
WITHOUT_THE_COURSE = a_snapshot(
    offerings=[{"offering_id": "T9"}],
    offering_skills=[],
    offering_credentials=[],
    offering_starts=[],
    experience=[AFTER_A_YEAR],
)


def a_house(database: Database, clock: Clock, snapshot: Snapshot) -> House:
    return replace(house_at(database, clock), shelf=ShelfWith(snapshot))


@pytest.fixture
def house(database: Database, clock: Clock) -> House:
    return a_house(database, clock, a_snapshot(experience=[AFTER_A_YEAR]))


@pytest.fixture
def lived(app: Flask, house: House, people: People) -> Coached:
    """Who told of a skill, finished a course of it, did that work for over a year, and then other work."""
    with house.unit_of_work() as unit:
        assessment_id = unit.assessments.start(NOW)
        for name, answer in ANSWERS.items():
            unit.assessments.answer(assessment_id, name, answer, NOW)
        unit.commit()
    made = coached(app, house, people, assessment_id=assessment_id)
    route = replace(ROUTE, steps=(Step(offering_id="T1", start_date=date(2025, 1, 6)),), career=None)
    named = replace(NAMED, offerings={"T1": "Leren lassen van toen"}, weeks={"T1": 8})
    plan = a_plan_of(made.dossier, route=route, named=named)
    about = milestone(plan, MilestoneKind.LEARNING).id
    work = {"occupation_id": "O1", "sector": "metal", "employer": "Voorbeeld <b>Een</b>"}
    with house.unit_of_work() as unit:
        unit.plans.add(plan)
        for event in (
            an_event_of(made.dossier, EventKind.STARTED, "2025-01-06", milestone_id=about),
            an_event_of(made.dossier, EventKind.FINISHED, "2025-03-03", milestone_id=about),
            an_event_of(made.dossier, EventKind.NEW_JOB, "2025-04-01", **work),
            an_event_of(made.dossier, EventKind.NEW_JOB, "2026-12-01", occupation_id=OUTSIDE),
        ):
            unit.journal.add(event)
        unit.commit()
    return made


def test_the_best_source_stands_with_its_level_and_the_others_below(lived: Coached) -> None:
    page = lived.citizen.read(ADDRESS)
    assert f"Lassen Ervaren. Geleerd op het werk: {WORK}." in plain(page)
    assert marked(page, "source") == [f"Onder toezicht. Geleerd bij: {COURSE}.", "Met hulp. Dat zei je zelf."]
    assert "<b>Een</b>" not in page
    assert faults_in_page(page) == []


def test_what_no_skill_comes_from_stands_by_itself(lived: Coached) -> None:
    page = lived.citizen.read(ADDRESS)
    assert marked(page, "other") == ["Werk buiten de techniek (sinds 1 december 2026)"]


def test_paper_has_one_source_for_each_skill(lived: Coached) -> None:
    """What is folded away stays off the paper, and so does the way to change it."""
    page = lived.citizen.read(ADDRESS)
    on_paper = re.sub(r"<(details|p) class=\"no-print.*?</\1>", "", page, flags=re.DOTALL)
    assert "Geleerd op het werk" in on_paper
    assert marked(on_paper, "source") == []


@pytest.mark.parametrize("language", ["ar", "uk", "tr", "ti", "en"])
def test_another_language_has_the_dutch_below_it(lived: Coached, language: str) -> None:
    page = lived.citizen.read(f"/{language}{ADDRESS}")
    assert f"Geleerd op het werk: {WORK}." in marked_dutch(page)
    assert f"Geleerd bij: {COURSE}." in marked_dutch(page)
    assert "Werk buiten de techniek (sinds 1 december 2026)" in marked_dutch(page)
    assert faults_in_page(page) == []


def test_the_coach_reads_it_too_in_other_words(lived: Coached) -> None:
    page = lived.coach.read(f"/persoon/{lived.dossier.id}/bewijs")
    assert marked(page, "source") == [f"Geleerd op het werk: {WORK}."]
    assert "Met hulp. Naar eigen zeggen." in plain(page)
    assert "zei je" not in page
    assert marked(page, "other") == ["Werk buiten de techniek (sinds 1 december 2026)"]
    assert faults_in_page(page) == []


def test_the_file_has_every_source(lived: Coached) -> None:
    document = json.loads(lived.citizen.client.get(f"{ADDRESS}/bestand").text)
    (skill,) = document["skills"]
    assert [(each["origin"], each["level"]) for each in skill["sources"]] == [("worked", 4), ("learnt", 2), ("said", 1)]
    assert skill["sources"][1]["course_id"] == document["courses"][0]["id"]
    assert [each["employer"] for each in document["jobs"]] == ["Voorbeeld <b>Een</b>", ""]


def test_what_is_taken_back_is_gone_from_the_page(lived: Coached) -> None:
    with lived.house.unit_of_work() as unit:
        wrong = {
            each.kind: each for each in unit.journal.of(lived.dossier.id) if each.occupation_id != OUTSIDE
        }  # what began at work, and how the course ended
        for kind in (EventKind.NEW_JOB, EventKind.FINISHED):
            unit.journal.add(taken_back(lived, wrong[kind]))
        unit.commit()
    page = lived.citizen.read(ADDRESS)
    assert "Lassen Met hulp. Dat zei je zelf." in plain(page)
    assert "Geleerd" not in page


def test_a_course_that_the_catalogue_has_lost_keeps_its_name(
    lived: Coached, database: Database, clock: Clock, people: People
) -> None:
    later = a_house(database, clock, WITHOUT_THE_COURSE)
    made = Coached(app=app_of(later), house=later, people=people, dossier=lived.dossier)
    for screen, address in ((made.citizen, ADDRESS), (made.coach, f"/persoon/{lived.dossier.id}/bewijs")):
        page = screen.read(address)
        assert marked(page, "other")[-1] == "Leren lassen van toen (afgerond op 3 maart 2025)"
        assert faults_in_page(page) == []


def test_who_did_nothing_yet_reads_of_no_list(app: Flask, house: House, people: People) -> None:
    page = coached(app, house, people).citizen.read(ADDRESS)
    assert "onze lijst" not in page
    assert marked(page, "other") == []


def taken_back(made: Coached, wrong: Event) -> Event:
    return an_event_of(made.dossier, EventKind.CORRECTED, "2026-12-20", corrects=wrong.id)


def plain(page: str) -> str:
    """The words of a page, with the spaces that tags leave before a full stop taken out."""
    words = unescape(" ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split()))
    return re.sub(r"\s+([.,])", r"\1", words)


def marked_dutch(page: str) -> str:
    """All Dutch that stands below another language."""
    return unescape(" | ".join(re.findall(r'<span class="dutch"[^>]*>(.*?)</span>', page, flags=re.DOTALL)))
