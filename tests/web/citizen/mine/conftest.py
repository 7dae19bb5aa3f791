"""A citizen with a coach on a real database."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask import Flask

from gouden_poort.wiring import House
from tests.databases import Database
from tests.own_dossiers import Coached, coached, with_plan
from tests.people_with_rights import Clock, People, app_at, house_at, keep_people

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def house(database: Database, clock: Clock) -> House:
    return house_at(database, clock)


@pytest.fixture
def people(house: House) -> People:
    return keep_people(house.unit_of_work, NOW)


@pytest.fixture
def app(house: House) -> Flask:
    return app_at(house)


@pytest.fixture
def registered(app: Flask, house: House, people: People) -> Coached:
    """A dossier without a plan."""
    return coached(app, house, people)


@pytest.fixture
def planned(registered: Coached) -> Coached:
    """A dossier with a plan."""
    return with_plan(registered)
