"""An app with the API before a catalogue made by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gouden_poort import api
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.http import failures, guard, headers
from gouden_poort.settings import read_settings
from gouden_poort.wiring import House, move_in
from tests.builders import a_snapshot
from tests.fakes import Memory, ShelfWith

OpenApp = Callable[[Snapshot | None], Flask]


@pytest.fixture(scope="session")
def open_app() -> OpenApp:
    """Makes an app before a snapshot, or before an empty shelf."""

    def opened(snapshot: Snapshot | None) -> Flask:
        app = Flask("gouden_poort")
        app.config.update(SECRET_KEY="for tests only", TESTING=True)
        house = House(
            settings=read_settings({}),
            unit_of_work=Memory(),
            shelf=ShelfWith(snapshot),
            clock=lambda: datetime(2027, 1, 4, tzinfo=UTC),
        )
        move_in(app, house)
        guard.stand_guard(app)
        headers.add_headers(app, https=False)
        failures.answer_errors(app, lambda problem, _error: problem.response())
        api.register(app)
        return app

    return opened


@pytest.fixture(scope="session")
def app(open_app: OpenApp) -> Flask:
    return open_app(a_snapshot(schemes=[{}]))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def empty_client(open_app: OpenApp) -> FlaskClient:
    """A client of an installation without a catalogue."""
    return open_app(None).test_client()
