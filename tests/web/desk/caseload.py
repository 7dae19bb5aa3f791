"""Someone whom a coach helps, and a way to sign that coach in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from flask import Flask

from gouden_poort.profiles.home import Home
from gouden_poort.profiles.people.account import Account
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.question import Answer
from gouden_poort.services.ports import Postcode
from gouden_poort.wiring import House
from tests.dossiers import a_consent, a_dossier
from tests.people_with_rights import Desk, People, signed_in_client

UTRECHT = Home(label="Utrecht", lat=52.0939, lon=5.1051, approximate=False)
ANSWERS: Mapping[str, Answer] = {
    "place": UTRECHT.as_answer(),
    "birth_date": "1990-01-02",
    "dutch": "B1",
    "schooling": "mbo_2",
    "situation": ["career_changer"],
    "skills": {"S1": 1},
    "papers": ["C1"],
    "budget": 1000,
}

FORM: dict[str, object] = {
    "name": "Voorbeeld Negen",
    "birth_date-day": "3",
    "birth_date-month": "mei",
    "birth_date-year": "1994",
    "place": "3511",
    "phone": "06 1111 2222",
    "email": "",
    "language": "ar",
    "dutch": "A2",
    "lines": ["coach_sees_dossier"],
    "given": "read_aloud",
}
"""What is filled in to register someone; `keep_place` makes its postcode known."""


def keep_place(house: House) -> None:
    """Know the postcode in `FORM`."""
    with house.unit_of_work() as unit:
        unit.postcodes.replace_all([Postcode(pc4=3511, lat=52.1, lon=5.1)])
        unit.commit()


def a_client(house: House, people: People, moment: datetime, **told: Any) -> Dossier:
    """A dossier of the coach with answers that lead to a route, and a yes to every line."""
    with house.unit_of_work() as unit:
        assessment_id = unit.assessments.start(moment)
        for name, answer in ANSWERS.items():
            unit.assessments.answer(assessment_id, name, answer, moment)
        usual = a_dossier(
            assessment_id=assessment_id,
            organisation_id=people.organisation.id,
            coach_id=people.coach.id,
            registered_at=moment,
            state_since=moment.date(),
        )
        dossier = replace(usual, **told)
        unit.dossiers.add(dossier)
        for line in Line:
            unit.consents.add(a_consent(dossier, line))
        unit.commit()
    return dossier


def desk_of(app: Flask, house: House, account: Account) -> Desk:
    """Somebody at a screen, signed in."""
    return Desk(signed_in_client(app, house, account))
