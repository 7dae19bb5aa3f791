from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from gouden_poort.services import keeping, sent_forms
from tests.fakes import Memory

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
AN_HOUR = timedelta(hours=1)


def test_a_form_is_found_for_an_hour() -> None:
    memory = Memory()
    form_id = sent_forms.keep(memory, "filled in", NOON)
    assert sent_forms.find(memory, form_id, NOON + AN_HOUR - timedelta(seconds=1)) == "filled in"
    assert sent_forms.find(memory, form_id, NOON + AN_HOUR) is None


def test_a_second_try_takes_the_place_of_the_first() -> None:
    memory = Memory()
    first = sent_forms.keep(memory, "first", NOON)
    sent_forms.keep(memory, "second", NOON, instead_of=first)
    assert [content for content, _ in memory.sent_forms.kept.values()] == ["second"]


def test_forms_of_others_go_after_an_hour_when_someone_sends_one() -> None:
    memory = Memory()
    sent_forms.keep(memory, "old", NOON)
    sent_forms.keep(memory, "new", NOON + AN_HOUR)
    assert [content for content, _ in memory.sent_forms.kept.values()] == ["new"]


def test_forms_go_with_all_that_is_over_its_date() -> None:
    memory = Memory()
    sent_forms.keep(memory, "old", NOON)
    keeping.forget_expired(memory, NOON + AN_HOUR)
    assert memory.sent_forms.kept == {}


def test_a_flood_does_not_fill_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sent_forms, "MOST_KEPT", 3)
    memory = Memory()
    for each in range(9):
        sent_forms.keep(memory, str(each), NOON + timedelta(seconds=each))
    assert [content for content, _ in memory.sent_forms.kept.values()] == ["6", "7", "8"]
