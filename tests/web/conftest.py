"""A house without a database, a small catalogue and a visitor who fills in forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.questions import QUESTIONS
from gouden_poort.settings import Organisation, Settings
from gouden_poort.wiring import House
from tests.apps import app_of
from tests.builders import a_snapshot
from tests.fakes import Memory, ShelfWith

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
NUMBER = {question.id: number for number, question in enumerate(QUESTIONS, start=1)}
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "place": {"place": "Utrecht"},
    "birth_date": {"birth_date-day": "15", "birth_date-month": "juni", "birth_date-year": "1996"},
    "situation": {"situation": "career_changer"},
    "now": {"now": "work"},
    "tasks": {},
    "first_language": {"first_language": "yes"},
    "basics": {"basics": "no"},
    "permit": {"permit": "dutch_eu"},
    "integration": {"integration": "none"},
    "priority": {"priority": "even"},
    "benefit": {"benefit": "none"},
    "right_to_work": {"right_to_work": "free"},
    "dutch": {"dutch": "B1"},
    "schooling": {"schooling": "mbo_2"},
    "former_work": {"former_work.O1": "2"},
    "skills": {"skills.S1": "1"},
    "papers": {"papers": "C1"},
    "transport": {"transport": "bike"},
    "travel_minutes": {"travel_minutes": "45 minuten"},
    "week": {"week.hours": "36", "week.care": "4"},
    "dayparts": {"dayparts": "day"},
    "start": {"start-day": "4", "start-month": "1", "start-year": "2027"},
    "budget": {"budget": "€ 1.000"},
    "sectors": {"sectors.metal": "1"},
}
"""What a person in Utrecht fills in, by question."""


def a_web_snapshot(**files: object) -> Snapshot:
    """The default catalogue with a place, a synonym, a scheme, a paper that is asked for and a later job."""
    usual: dict[str, object] = {
        "places": [{}],
        "postcode_areas": [{}],
        "skill_synonyms": [{}],
        "schemes": [{}],
        "occupation_credentials": [{"importance": "optional"}],
        "experience": [{}],
    }
    return a_snapshot(**(usual | files))


@dataclass
class Visitor:
    """Someone with a browser: reads pages, and sends forms with the token that stands in them."""

    client: FlaskClient
    token: str = ""

    def read(self, address: str, status: int = 200) -> str:
        answer = self.client.get(address)
        assert answer.status_code == status, answer.headers.get("Location", answer.text)
        return answer.text

    def send(self, address: str, form: Mapping[str, object]) -> TestResponse:
        """Send a form with the token that stood in the first page with a form."""
        self.token = self.token or token_in(self.client.get("/voor-je-begint").text)
        return self.client.post(address, data={"csrf_token": self.token, **form})

    def follow(self, answer: TestResponse) -> str:
        """The page to which a form leads."""
        assert answer.status_code == 303, answer.text
        return self.read(answer.location)

    def begin(self) -> None:
        assert self.send("/voor-je-begint", {}).status_code == 303

    def answer(self, question_id: str, form: Mapping[str, object] | None = None, action: str = "next") -> TestResponse:
        """Fill in one question, as the person in Utrecht does unless the test says otherwise."""
        filled = ANSWERS[question_id] if form is None else form
        return self.send(f"/vraag/{NUMBER[question_id]}", {"action": action, **filled})

    def answer_all(self, **others: Mapping[str, object]) -> None:
        self.begin()
        for question in QUESTIONS:
            answer = self.answer(question.id, others.get(question.id))
            assert answer.status_code == 303, answer.text


def token_in(page: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found, "a form without a token"
    return found[1]


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def shelf() -> ShelfWith:
    return ShelfWith(a_web_snapshot())


def house_in(folder: Path, memory: Memory, shelf: ShelfWith, organisation: Organisation | None = None) -> House:
    settings = Settings(
        data_dir=folder, database_url="sqlite://", secret_key="a key for tests", organisation=organisation
    )
    return House(settings=settings, unit_of_work=memory, shelf=shelf, clock=lambda: NOW)


def make_app(folder: Path, memory: Memory, shelf: ShelfWith, organisation: Organisation | None = None) -> Flask:
    return app_of(house_in(folder, memory, shelf, organisation))


@pytest.fixture
def app(tmp_path: Path, memory: Memory, shelf: ShelfWith) -> Flask:
    return make_app(tmp_path, memory, shelf)


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor(app.test_client())
