"""A database with the colleagues of the tests of referrals."""

from __future__ import annotations

import pytest

from tests.databases import Database
from tests.referrals import keep_colleagues


@pytest.fixture
def house(database: Database) -> Database:
    """Two organisations with coaches, and an office with two counsellors."""
    keep_colleagues(database)
    return database
