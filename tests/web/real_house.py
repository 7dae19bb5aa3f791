"""Fixtures of a house on a real database with people of an organisation; a conftest takes what its tests ask for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask import Flask

from gouden_poort.wiring import House
from tests.apps import app_of
from tests.databases import Database
from tests.people_with_rights import Clock, Desk, People, house_at, keep_people

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """One kind of database: what pages keep is kept by services, whose tests run on both, as whole journeys do."""
    return sqlite_database


@pytest.fixture
def house(database: Database, clock: Clock) -> House:
    return house_at(database, clock)


@pytest.fixture
def people(house: House) -> People:
    return keep_people(house.unit_of_work, NOW)


@pytest.fixture
def app(house: House) -> Flask:
    return app_of(house)


@pytest.fixture
def desk(app: Flask) -> Desk:
    return Desk(app.test_client())
