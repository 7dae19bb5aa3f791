"""The plan as the citizen reads it: what each does, who the coach is, the yes, and what was done."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.set_aside import SetAside
from gouden_poort.services.dossiers import sharing
from tests.databases import Database
from tests.own_dossiers import Coached, with_plan
from tests.people_with_rights import Clock, Desk, actor_of
from tests.web.desk.caseload import ANSWERS
from tests.web.page_rules import faults_in_page

GONE = "werkt hier niet meer"


def agreement_form(page: str) -> str:
    found = re.search(r'action="(/mijn-plan/afspraken/[^"]+)"', page)
    assert found
    return found[1]


def test_a_plan_says_what_each_does_when_they_speak_and_whom_to_call(planned: Coached) -> None:
    page = planned.citizen.read("/mijn-plan")
    for words in ("Ik bel de school.", "Ik vraag de reiskosten aan.", "11 januari 2027", "Voorbeeld Coach"):
        assert words in page
    assert 'href="tel:' in page
    assert "Lasser" in page


def test_the_number_of_the_coach_goes_before_that_of_the_organisation(planned: Coached) -> None:
    with planned.house.unit_of_work() as unit:
        unit.accounts.set_phone(planned.people.coach.id, "030 999 99 99")
        unit.commit()
    page = planned.citizen.read("/mijn-plan")
    assert "030 999 99 99" in page
    assert planned.people.organisation.phone not in page


@pytest.mark.parametrize("address", ["/mijn-plan", "/ar/mijn-plan", "/mijn-gegevens", "/ar/mijn-gegevens"])
def test_a_page_keeps_the_rules(planned: Coached, address: str) -> None:
    assert faults_in_page(planned.citizen.read(address)) == []


def test_only_notes_that_are_for_the_citizen_are_shown(planned: Coached) -> None:
    page = planned.citizen.read("/mijn-plan")
    assert "Je vertelde over je werk thuis." in page
    assert "Alleen voor de coach." not in page


def test_a_yes_makes_it_our_plan_until_it_changes(planned: Coached, clock: Clock) -> None:
    citizen = planned.citizen
    clock.now += timedelta(minutes=5)
    citizen.read("/mijn-plan")
    page = citizen.follow(citizen.send("/mijn-plan/akkoord", {"seen": planned_at(planned)}))
    assert "Dit is nu ons plan." in page
    assert planned.kept().is_our_plan
    assert "Klopt dit plan?" not in page


def test_a_route_that_the_citizen_takes_into_the_plan_asks_for_a_new_yes(registered: Coached, clock: Clock) -> None:
    made = with_plan(registered, target_id="")
    with made.house.unit_of_work() as unit:
        for name, answer in ANSWERS.items():
            unit.assessments.answer(made.dossier.assessment_id, name, answer, clock.now)
        assert unit.dossiers.change(replace(made.kept(), plan_accepted_at=clock.now))
        unit.commit()
    clock.now += timedelta(minutes=5)
    citizen = made.citizen
    page = citizen.read("/routes/O1")
    assert faults_in_page(page) == []
    assert "Neem deze route in het plan" in page
    page = citizen.follow(citizen.send("/mijn-plan/route", {"route": "O1"}))
    assert "Je route staat nu in je plan." in page
    assert "Klopt dit plan?" in page
    assert (made.kept().target_id, made.kept().plan_changed_at) == ("O1", clock.now)
    clock.now += timedelta(minutes=5)
    citizen.send("/mijn-plan/route", {"route": "O1"})
    assert made.kept().plan_changed_at == clock.now - timedelta(minutes=5)
    page = citizen.read("/routes/O1")
    assert "Deze route staat in je plan." in page
    assert "Neem deze route in het plan" not in page


def test_a_route_that_is_not_possible_any_more_changes_nothing(planned: Coached) -> None:
    citizen = planned.citizen
    page = citizen.follow(citizen.send("/mijn-plan/route", {"route": "O1"}))
    assert "Deze route kan nu niet meer." in page
    assert planned.kept().plan_accepted_at is None
    with planned.house.unit_of_work() as unit:
        assert unit.plans.of(planned.dossier.id) == []


def test_a_route_is_kept_whole_as_the_plan(registered: Coached, clock: Clock) -> None:
    with registered.house.unit_of_work() as unit:
        for name, answer in ANSWERS.items():
            unit.assessments.answer(registered.dossier.assessment_id, name, answer, clock.now)
        unit.commit()
    registered.citizen.send("/mijn-plan/route", {"route": "O1"})
    with registered.house.unit_of_work() as unit:
        (plan,) = unit.plans.of(registered.dossier.id)
    assert plan.route.target_occupation_id == "O1"
    assert plan.route.career is not None


def test_a_route_that_is_no_route_is_not_there(planned: Coached) -> None:
    citizen = planned.citizen
    citizen.read("/mijn-plan")
    assert citizen.send("/mijn-plan/route", {"route": "bestaat-niet"}).status_code == 404
    assert planned.kept().target_id == "O1"


def planned_at(made: Coached) -> str:
    changed = made.kept().plan_changed_at
    assert changed is not None
    return changed.isoformat()


def test_a_yes_to_a_plan_that_changed_meanwhile_shows_it_again(planned: Coached, clock: Clock) -> None:
    citizen = planned.citizen
    seen = planned_at(planned)
    with planned.house.unit_of_work() as unit:
        assert unit.dossiers.change(replace(planned.kept(), plan_changed_at=clock.now + timedelta(minutes=1)))
        unit.commit()
    clock.now += timedelta(minutes=2)
    page = citizen.follow(citizen.send("/mijn-plan/akkoord", {"seen": seen}))
    assert "veranderde het plan net" in page
    assert not planned.kept().is_our_plan


def test_what_was_done_is_said_once_and_stands_apart(planned: Coached) -> None:
    citizen = planned.citizen
    address = agreement_form(citizen.read("/mijn-plan"))
    page = citizen.follow(citizen.send(address))
    assert "Al gedaan (1)" in page
    assert citizen.send(address).status_code == 303


def test_a_citizen_does_not_say_that_the_coach_did_something(planned: Coached) -> None:
    with planned.house.unit_of_work() as unit:
        of_coach = next(each for each in unit.agreements.of(planned.dossier.id) if each.doer.value == "coach")
    assert planned.citizen.send(f"/mijn-plan/afspraken/{of_coach.id}/gedaan").status_code == 404


def test_nobody_else_says_yes_or_done(planned: Coached) -> None:
    address = agreement_form(planned.citizen.read("/mijn-plan"))
    with planned.house.unit_of_work() as unit:
        other = replace(planned.people.citizen, id=planned.dossier.id, email="ander@voorbeeld.example")
        assert unit.accounts.add(other)
        unit.commit()
    stranger = planned.screen_of(other)
    assert stranger.send(address).status_code == 404
    assert planned.screen_of(planned.people.coach).send(address).status_code == 403
    assert "nog geen coach" in stranger.read("/mijn-plan")


def test_a_plan_that_is_not_there_yet_leads_to_the_routes(registered: Coached) -> None:
    page = registered.citizen.read("/mijn-plan")
    assert "Je hebt nog geen plan" in page
    assert "Bekijk mijn routes" in page
    assert "Voorbeeld Coach" in page


def test_when_the_coach_is_gone_the_organisation_is_whom_to_call(planned: Coached, clock: Clock) -> None:
    assert GONE not in planned.citizen.read("/mijn-plan")
    with planned.house.unit_of_work() as unit:
        unit.accounts.set_disabled(planned.people.coach.id, clock.now)
        unit.commit()
    page = planned.citizen.read("/mijn-plan")
    assert GONE in page
    assert "Voorbeeld Coach" not in page
    assert 'href="tel:' in page


def test_who_stopped_sharing_keeps_the_plan(planned: Coached, database: Database, clock: Clock) -> None:
    actor = actor_of(planned.people.citizen)
    sharing.stop(database.unit, actor, planned.dossier.id, Line.COACH_SEES_DOSSIER, clock.now)
    page = planned.citizen.read("/mijn-plan")
    assert "Je deelt je dossier nu niet." in page
    assert "Ik bel de school." in page


def test_a_plan_on_paper_leads_back_without_a_code(planned: Coached) -> None:
    page = planned.citizen.read("/ar/mijn-plan")
    assert 'class="qr"' in page
    assert 'data-test="code"' not in page
    assert '<span class="dutch" lang="nl" dir="ltr">Dit doe jij</span>' in page


def test_signing_in_leads_to_the_plan(planned: Coached) -> None:
    screen = Desk(planned.app.test_client())
    assert screen.sign_in(planned.people.citizen).location == "/mijn-plan"


def test_a_rule_that_was_set_aside_is_told_with_its_reason(planned: Coached, database: Database) -> None:
    with database.unit() as unit:
        unit.set_asides.add(
            SetAside(
                id=uuid4(),
                dossier_id=planned.dossier.id,
                rule_id="R1",
                reason="Je werkte hier al tien jaar zonder dit papier.",
                made_by=planned.people.coach.id,
                made_at=planned.house.clock(),
            )
        )
        unit.commit()
    assert "Je werkte hier al tien jaar zonder dit papier." in planned.citizen.read("/mijn-plan")
