"""The five questions of a year: asked on one page without script, answered once, and then shown."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from gouden_poort.development.event import EventKind
from gouden_poort.services.ten_years import answering
from gouden_poort.services.ten_years.line import begin_line
from gouden_poort.web.language import LANGUAGES
from gouden_poort.web.letters.addresses import questions_of_a_year
from tests.own_dossiers import Coached
from tests.people_with_rights import Clock, Desk
from tests.ten_years import a_plan_of, an_event_of, chosen
from tests.web.page_rules import faults_in_page

DUE = date(2028, 9, 6)
HERE = "/mijn-10-jaar/vragen/1"
GIVEN = {"going": "fairly", "work": "other_technical", "learnt": "Lassen.", "onward": "another_step", "talk": "yes"}


@pytest.fixture
def followed(registered: Coached, clock: Clock) -> Coached:
    """Somebody whose first year is over today."""
    plan = a_plan_of(registered.dossier)
    with registered.house.unit_of_work() as unit:
        unit.plans.add(plan)
        unit.journal.add(chosen(plan, "2027-01-04"))
        begin_line(unit, plan, region="AR01", groups=(), today=clock.now.date())
        unit.commit()
    clock.now = datetime(DUE.year, DUE.month, DUE.day, 9, tzinfo=UTC)
    return registered


def answered(made: Coached, **told: str) -> tuple[Desk, str]:
    citizen = made.citizen
    citizen.read(HERE)
    return citizen, citizen.follow(citizen.send(HERE, {**GIVEN, **told}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_keep_the_rules_in_every_language(followed: Coached, language: str) -> None:
    page = followed.citizen.read(HERE if language == "nl" else f"/{language}{HERE}")
    assert faults_in_page(page) == []
    assert page.count("<fieldset") == 4


def test_answers_are_kept_and_shown_and_the_form_is_gone(followed: Coached) -> None:
    citizen, page = answered(followed)
    for words in ("Je antwoorden zijn bewaard", "Het gaat wel", "Lassen.", "Met een andere stap", "een gesprek wilt"):
        assert words in page
    assert faults_in_page(page) == []
    assert "bewaard" not in citizen.read(HERE)
    with followed.house.unit_of_work() as unit:
        (kept,) = unit.check_ins.of(followed.dossier.id)
    assert kept.answered_at == followed.house.clock()


def test_a_second_form_changes_nothing(followed: Coached) -> None:
    citizen, _page = answered(followed)
    page = citizen.follow(citizen.send(HERE, {**GIVEN, "learnt": "Iets anders."}))
    assert "Lassen." in page
    assert "Iets anders." not in page


def test_what_is_lacking_is_said_at_its_question_and_the_rest_stays(followed: Coached) -> None:
    _, page = answered(followed, going="", onward="onzin")
    for words in ("Kies hoe het met je gaat.", "Kies hoe je verder wilt."):
        assert page.count(words) == 2
    assert "Lassen." in page
    assert 'value="other_technical" checked' in page
    assert faults_in_page(page) == []


def test_a_bsn_is_not_kept_and_not_shown_again(followed: Coached) -> None:
    _, page = answered(followed, learnt="Mijn bsn is 111222333.")
    assert "burgerservicenummer" in page
    assert "111222333" not in page
    with followed.house.unit_of_work() as unit:
        assert not unit.check_ins.of(followed.dossier.id)


def test_a_year_that_is_not_asked_yet_says_from_which_day(followed: Coached) -> None:
    citizen = followed.citizen
    page = citizen.read("/mijn-10-jaar/vragen/2")
    assert "23 augustus 2029" in page
    assert "<fieldset" not in page
    assert faults_in_page(page) == []
    assert citizen.send("/mijn-10-jaar/vragen/2", GIVEN).status_code == 303
    with followed.house.unit_of_work() as unit:
        assert not unit.check_ins.of(followed.dossier.id)


def test_a_missed_year_can_still_be_answered(followed: Coached, clock: Clock) -> None:
    clock.now += timedelta(days=200)
    _, page = answered(followed)
    assert "Je antwoorden zijn bewaard" in page


def test_when_the_ten_years_are_closed_nothing_is_asked(followed: Coached) -> None:
    with followed.house.unit_of_work() as unit:
        unit.journal.add(an_event_of(followed.dossier, EventKind.CLOSED, "2028-09-01"))
        unit.commit()
    page = followed.citizen.read(HERE)
    assert "Deze vragen zijn gesloten" in page
    assert faults_in_page(page) == []


@pytest.mark.parametrize("year", [0, 11])
def test_there_are_ten_years(followed: Coached, year: int) -> None:
    followed.citizen.read(f"/mijn-10-jaar/vragen/{year}", 404)


def test_who_has_no_plan_is_led_to_it(registered: Coached) -> None:
    assert registered.citizen.client.get(HERE).location == "/mijn-plan"


def test_a_message_leads_to_this_page(followed: Coached) -> None:
    address = questions_of_a_year("https://poort.example")
    for language in LANGUAGES:
        path = address(language, 1).removeprefix("https://poort.example")
        assert f'lang="{language}"' in followed.citizen.read(path)
    assert questions_of_a_year("")("xx", 1) == f"http://127.0.0.1:8000{HERE}"


def test_the_coach_reads_the_answers_and_sees_who_wants_a_talk(followed: Coached) -> None:
    answered(followed)
    page = followed.coach.read(f"/persoon/{followed.dossier.id}")
    for words in ("Vragen per jaar", "Jaar 1", "Het gaat wel", "Lassen.", "Ja, graag"):
        assert words in page
    assert faults_in_page(page) == []
    assert "Wil een gesprek" in followed.coach.read("/vandaag")


def test_the_page_of_ten_years_leads_to_the_questions_as_long_as_they_wait(followed: Coached) -> None:
    link = f'href="{HERE}"'
    assert link in followed.citizen.read("/mijn-10-jaar")
    _, page = answered(followed)
    assert "/mijn-10-jaar/schrijf-op/werk" in page
    assert link not in followed.citizen.read("/mijn-10-jaar")


def test_without_answers_the_page_of_the_coach_is_as_it_was(followed: Coached) -> None:
    assert "Vragen per jaar" not in followed.coach.read(f"/persoon/{followed.dossier.id}")


def test_a_form_for_a_year_that_somebody_noted_as_answered_changes_nothing(followed: Coached) -> None:
    with followed.house.unit_of_work() as unit:
        unit.journal.add(an_event_of(followed.dossier, EventKind.CHECKED_IN, "2028-09-01", year=1))
        unit.commit()
    citizen = followed.citizen
    answer = citizen.send(HERE, GIVEN)
    assert (answer.status_code, answer.location) == (303, HERE)
    with followed.house.unit_of_work() as unit:
        assert not unit.check_ins.of(followed.dossier.id)


def test_a_form_of_a_dossier_that_is_closed_at_that_moment_changes_nothing(
    followed: Coached, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen, read = followed.citizen, answering.own_year

    def close_after_reading(*asked: Any) -> answering.Year | None:
        found = read(*asked)
        with followed.house.unit_of_work() as unit:
            unit.journal.add(an_event_of(followed.dossier, EventKind.CLOSED, "2028-09-01"))
            unit.commit()
        return found

    monkeypatch.setattr(answering, "own_year", close_after_reading)
    answer = citizen.send(HERE, GIVEN)
    assert (answer.status_code, answer.location) == (303, HERE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_says_to_do_other_work_is_led_to_writing_it_down(followed: Coached, language: str) -> None:
    answered(followed)
    prefix = "" if language == "nl" else f"/{language}"
    for address in (f"{prefix}{HERE}", f"{prefix}/mijn-10-jaar"):
        page = followed.citizen.read(address)
        (button,) = re.findall(r'<a class="button primary" href="([^"]+)" data-test="primary">', page)
        assert button == f"{prefix}/mijn-10-jaar/schrijf-op/werk"
        assert 'data-test="unwritten"' in page
        assert faults_in_page(page) == []
    followed.citizen.read(button)


def test_once_the_work_is_written_down_nothing_asks_for_it(followed: Coached, clock: Clock) -> None:
    citizen, _page = answered(followed)
    clock.now += timedelta(minutes=5)
    citizen.read("/mijn-10-jaar/schrijf-op/werk")
    day = {f"day-{part}": str(getattr(DUE, part)) for part in ("day", "month", "year")}
    page = citizen.follow(citizen.send("/mijn-10-jaar/schrijf-op/werk", {"work": "O1", "employer": "Een", **day}))
    assert "Het staat erbij." in page
    for address in (HERE, "/mijn-10-jaar"):
        assert "unwritten" not in citizen.read(address)


def test_who_does_what_the_journal_says_is_asked_nothing_more(followed: Coached) -> None:
    _, page = answered(followed, work="learning")
    assert "/mijn-10-jaar/schrijf-op" not in page
    assert "unwritten" not in followed.citizen.read("/mijn-10-jaar")


def test_the_coach_sees_what_was_said_and_is_not_written_down(followed: Coached) -> None:
    answered(followed)
    address = f"/persoon/{followed.dossier.id}/tien-jaar"
    page = followed.coach.read(address)
    assert "Zegt nu ander werk in de techniek te doen" in page
    assert f'href="{address}/schrijf-op/werk">Schrijf het samen op' in page
    assert faults_in_page(page) == []


def test_what_a_coach_filled_in_the_citizen_reads_with_the_name_of_the_coach(followed: Coached) -> None:
    together = f"/persoon/{followed.dossier.id}/vragen/1"
    coach = followed.coach
    coach.read(together)
    coach.follow(coach.send(together, GIVEN))
    page = followed.citizen.read(HERE)
    assert f"Samen met {followed.people.coach.name} ingevuld." in page
    assert faults_in_page(page) == []
