"""A citizen with a coach on a real database."""

from __future__ import annotations

import pytest
from flask import Flask

from gouden_poort.wiring import House
from tests.own_dossiers import Coached, coached, with_plan
from tests.people_with_rights import People
from tests.web.real_house import NOW, app, clock, database, house, people

__all__ = ["NOW", "app", "clock", "database", "house", "people"]


@pytest.fixture
def registered(app: Flask, house: House, people: People) -> Coached:
    """A dossier without a plan."""
    return coached(app, house, people)


@pytest.fixture
def planned(registered: Coached) -> Coached:
    """A dossier with a plan."""
    return with_plan(registered)
