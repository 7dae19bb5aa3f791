from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from tests.databases import Database

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
BEFORE = NOON - timedelta(seconds=1)


def keep(database: Database, content: str, moment: datetime = NOON) -> UUID:
    with database.unit() as unit:
        form_id = unit.sent_forms.add(content, moment)
        unit.commit()
    return form_id


@pytest.mark.parametrize("typed", ["een", "\0", "\ud800", "ሰላም 🔧 ' %s :x"])
def test_anything_typed_is_kept_as_json(database: Database, typed: str) -> None:
    form_id = keep(database, json.dumps(typed))
    with database.unit() as unit:
        assert json.loads(unit.sent_forms.find(form_id, kept_after=BEFORE) or "") == typed


def test_a_form_of_that_moment_or_before_is_not_found(database: Database) -> None:
    form_id = keep(database, "x")
    with database.unit() as unit:
        assert unit.sent_forms.find(form_id, kept_after=NOON) is None


def test_a_form_is_removed_and_another_stays(database: Database) -> None:
    gone, stays = keep(database, "gone"), keep(database, "stays")
    with database.unit() as unit:
        unit.sent_forms.remove(gone)
        assert unit.sent_forms.find(gone, kept_after=BEFORE) is None
        assert unit.sent_forms.find(stays, kept_after=BEFORE) == "stays"


def test_old_forms_are_removed_and_new_ones_stay(database: Database) -> None:
    old, new = keep(database, "old"), keep(database, "new", NOON + timedelta(hours=1))
    with database.unit() as unit:
        unit.sent_forms.remove_kept_until(NOON)
        assert unit.sent_forms.find(old, kept_after=BEFORE) is None
        assert unit.sent_forms.find(new, kept_after=BEFORE) == "new"


def test_of_a_flood_the_newest_stay(database: Database) -> None:
    ids = [keep(database, "x", NOON + timedelta(seconds=each)) for each in range(5)]
    for many, left in ((9, 5), (5, 5), (2, 2)):
        with database.unit() as unit:
            unit.sent_forms.keep_newest(many)
            unit.commit()
        with database.unit() as unit:
            assert [unit.sent_forms.find(each, kept_after=BEFORE) for each in ids] == [None] * (5 - left) + ["x"] * left
