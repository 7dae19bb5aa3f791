"""A citizen with a coach, for tests of pages: a house with people, a dossier with answers, and who is signed in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from flask import Flask

from gouden_poort.profiles.people.account import Account
from gouden_poort.profiles.people.agreement import Doer
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.wiring import House
from tests.dossiers import a_consent, a_dossier, a_note, an_agreement
from tests.people_with_rights import Desk, People, signed_in_client


@dataclass(frozen=True, slots=True, kw_only=True)
class Coached:
    """A dossier in a house, and screens of the people it is about."""

    app: Flask
    house: House
    people: People
    dossier: Dossier

    @property
    def citizen(self) -> Desk:
        return self.screen_of(self.people.citizen)

    @property
    def coach(self) -> Desk:
        return self.screen_of(self.people.coach)

    def screen_of(self, account: Account | None) -> Desk:
        """Somebody at a screen of their own, who read a page with a form; None: nobody is signed in."""
        screen = Desk(signed_in_client(self.app, self.house, account))
        screen.read("/hulp" if account is None else "/account")
        return screen

    def kept(self) -> Dossier:
        """The dossier as it is now."""
        with self.house.unit_of_work() as unit:
            found = unit.dossiers.find(self.dossier.id)
        assert found is not None
        return found


def coached(app: Flask, house: House, people: People, **told: Any) -> Coached:
    """A dossier of the coach of these people; of their citizen unless told otherwise."""
    now = house.clock()
    usual = {
        "organisation_id": people.organisation.id,
        "coach_id": people.coach.id,
        "citizen_id": people.citizen.id,
        "registered_at": now,
        "state_since": now.date(),
    }
    with house.unit_of_work() as unit:
        dossier = a_dossier(
            **{**usual, "assessment_id": told.get("assessment_id") or unit.assessments.start(now), **told}
        )
        unit.dossiers.add(dossier)
        for line in Line:
            unit.consents.add(replace(a_consent(dossier, line), given_at=now))
        unit.commit()
    return Coached(app=app, house=house, people=people, dossier=dossier)


def with_plan(made: Coached, *, target_id: str = "O1") -> Coached:
    """With an agreement of each, a next talk, a chosen route and two notes, of which one is for the coach alone."""
    now, dossier = made.house.clock(), made.dossier
    due = now.date() + timedelta(weeks=1)
    with made.house.unit_of_work() as unit:
        unit.agreements.add(an_agreement(dossier, text="Ik bel de school.", due_on=due, made_at=now))
        unit.agreements.add(
            an_agreement(dossier, text="Ik vraag de reiskosten aan.", doer=Doer.COACH, due_on=due, made_at=now)
        )
        unit.notes.add(a_note(dossier, text="Je vertelde over je werk thuis.", visible=True, written_at=now))
        unit.notes.add(a_note(dossier, text="Alleen voor de coach.", visible=False, written_at=now))
        assert unit.dossiers.change(
            replace(dossier, target_id=target_id, next_contact_on=due, plan_changed_at=now, last_contact_on=now.date())
        )
        unit.commit()
    return made
