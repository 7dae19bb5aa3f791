"""One story on both databases: a counsellor refers, a coach accepts, they talk and plan, and the citizen says no."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from flask import Flask

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.agreement import Doer
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.referral import Referral, ReferralState
from gouden_poort.services.dossiers import noting, planning
from gouden_poort.services.dossiers.today import Shelf, todos
from gouden_poort.services.dossiers.viewing import view
from gouden_poort.services.referrals import answering, looking, sending
from gouden_poort.services.ten_years.taking import take_route
from gouden_poort.services.trail import verify
from gouden_poort.wiring import House
from tests.apps import app_of
from tests.databases import Database
from tests.fakes import ShelfWith
from tests.people_with_rights import Clock, Desk, actor_of, keep_people, signed_in_client
from tests.referrals import TYPED, places
from tests.web.desk.caseload import ANSWERS

MONDAY = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
LANGUAGES = ("nl", "ar")


def address(referral_id: UUID) -> str:
    """Where a referral is read."""
    return f"https://voorbeeld.example/verwijzing/{referral_id}"


@dataclass
class Story:
    """Who takes part, and what they do one after the other."""

    app: Flask
    house: House
    clock: Clock
    coach: Actor
    counsellor: Actor
    screen_of_coach: Desk

    def later(self, **passed: int) -> None:
        """Let time pass."""
        self.clock.now += timedelta(**passed)

    def coach_signs_in(self) -> None:
        """A session of staff does not last a day."""
        with self.house.unit_of_work() as unit:
            account = unit.accounts.find(self.coach.account_id)
        self.screen_of_coach = Desk(signed_in_client(self.app, self.house, account))

    def refer(self) -> Referral:
        typed = {**TYPED, "email": "een@voorbeeld.example", "to": str(self.coach.organisation_id)}
        unit, snapshot = self.house.unit_of_work, self.house.shelf.active()
        new = sending.check_referral(
            unit, snapshot, self.counsellor, typed, languages=LANGUAGES, today=self.clock.now.date()
        )
        return sending.refer(unit, self.counsellor, new, self.clock.now, address=address)

    def accept(self, referral: Referral) -> UUID:
        answers = {"place": referral.place, "dutch": ""}
        return answering.accept(
            self.house.unit_of_work,
            self.house.shelf.active(),
            self.coach,
            referral.id,
            answers,
            is_another=False,
            languages=LANGUAGES,
            moment=self.clock.now,
            address=address,
        ).id

    def talk(self, dossier_id: UUID) -> None:
        unit, now = self.house.unit_of_work, self.clock.now
        day = now.date() + timedelta(weeks=1)
        agreed = [planning.Proposed(text="Ik bel de school.", doer=Doer.CITIZEN, due_on=day)]
        planning.agree(unit, self.coach, dossier_id, agreed, next_contact_on=day, moment=now)
        self.answer_the_rest(dossier_id)
        take_route(unit, self.house.shelf.active(), self.coach, dossier_id, occupation_id="O1", moment=now)
        noting.write(unit, self.coach, dossier_id, "We spraken over de school.", visible=True, moment=now)

    def answer_the_rest(self, dossier_id: UUID) -> None:
        """What a coach asks in the first talk."""
        with self.house.unit_of_work() as unit:
            dossier = unit.dossiers.find(dossier_id)
            for name, answer in ANSWERS.items():
                unit.assessments.answer(dossier.assessment_id, name, answer, self.clock.now)
            unit.commit()

    def invite(self, dossier_id: UUID) -> Desk:
        """The citizen, who came in by the link in the mail."""
        page = f"/persoon/{dossier_id}/uitnodigen"
        self.screen_of_coach.read(page)
        self.screen_of_coach.follow(self.screen_of_coach.send(page, {"channel": "mail"}))
        with self.house.unit_of_work() as unit:
            links = [each.facts["link"] for each in unit.outbox.unsent_about(dossier_id) if "link" in each.facts]
        citizen = Desk(self.app.test_client())
        citizen.follow(citizen.client.get(links[-1].removeprefix("http://localhost")))
        assert "Mijn plan" in citizen.follow(citizen.send("/binnen"))
        return citizen

    def state(self) -> ReferralState:
        """How far the counsellor sees that it is."""
        (entry,) = looking.own(self.house.unit_of_work, self.counsellor, self.clock.now.date())
        return entry.referral.state


@pytest.fixture
def story(database: Database) -> Story:
    clock = Clock(MONDAY)
    house = House(settings=database.settings, unit_of_work=database.unit, shelf=ShelfWith(places()), clock=clock)
    here, uwv = (keep_people(house.unit_of_work, MONDAY, called=name) for name in ("Voorbeeld", "Elders"))
    app = app_of(house)
    return Story(
        app=app,
        house=house,
        clock=clock,
        coach=actor_of(here.coach),
        counsellor=actor_of(uwv.counsellor),
        screen_of_coach=Desk(signed_in_client(app, house, here.coach)),
    )


def test_from_a_referral_to_the_end_of_sharing(story: Story) -> None:
    referral = story.refer()
    assert story.state() is ReferralState.SENT
    story.later(days=1)
    dossier_id = story.accept(referral)
    assert story.state() is ReferralState.ACCEPTED
    story.coach_signs_in()
    story.talk(dossier_id)
    assert story.state() is ReferralState.FIRST_TALK

    story.later(minutes=10)
    citizen = story.invite(dossier_id)
    plan = citizen.read("/mijn-plan")
    assert "Ik bel de school." in plan
    assert "We spraken over de school." in plan
    seen = re.search(r'name="seen" value="([^"]+)"', plan)
    assert seen
    assert "Dit is nu ons plan." in citizen.follow(citizen.send("/mijn-plan/akkoord", {"seen": seen[1]}))
    assert story.state() is ReferralState.STARTED

    data = citizen.read("/mijn-gegevens")
    assert "Een coach van Gemeente Voorbeeld" in data
    assert "Een adviseur van Gemeente Elders" in data
    assert "Heeft een leerplek nodig." in data

    for line in (Line.COUNSELLOR_SEES_STEPS, Line.COACH_SEES_DOSSIER):
        citizen.send(f"/mijn-gegevens/delen/{line}/stop")
    (closed,) = looking.own(story.house.unit_of_work, story.counsellor, story.clock.now.date())
    assert closed.is_closed
    assert not closed.referral.name
    assert looking.look(story.house.unit_of_work, story.counsellor, referral.id, story.clock.now) is None
    assert story.screen_of_coach.client.get(f"/persoon/{dossier_id}").status_code == 404
    with pytest.raises(NotAllowed):
        view(story.house.unit_of_work, story.coach, dossier_id, story.clock.now)
    lists = todos(story.house.unit_of_work, story.coach, story.clock.now.date())
    assert [lists[shelf] for shelf in Shelf] == [[], [], [], []]

    assert "Ik bel de school." in citizen.read("/mijn-plan")
    assert verify(story.house.unit_of_work) is None
