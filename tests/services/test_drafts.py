"""What someone tries out is kept beside the answers, and is none of them."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.services import assessments, drafts
from gouden_poort.services.drafts import Draft
from tests.databases import Database
from tests.fakes import Memory

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def test_the_last_that_was_tried_out_counts(database: Database) -> None:
    someone = assessments.start(database.unit, NOW)
    for chosen in (["O1", "O2"], ["O3", "O1"]):
        drafts.keep(database.unit, someone, Draft.COMPARE, chosen, moment=NOW)
    assert drafts.find(database.unit, someone, Draft.COMPARE) == ["O3", "O1"]


def test_it_is_no_answer() -> None:
    memory = Memory()
    someone = assessments.start(memory, NOW)
    drafts.keep(memory, someone, Draft.COMPARE, ["O1"], moment=NOW)
    assert assessments.answers(memory, someone) == {}


def test_it_is_forgotten_with_the_answers() -> None:
    memory = Memory()
    someone = assessments.start(memory, NOW)
    drafts.keep(memory, someone, Draft.COMPARE, ["O1"], moment=NOW)
    assessments.forget(memory, someone)
    with pytest.raises(UnknownThing):
        drafts.find(memory, someone, Draft.COMPARE)


def test_nobody_unknown_tries_anything_out() -> None:
    with pytest.raises(UnknownThing):
        drafts.keep(Memory(), uuid4(), Draft.COMPARE, ["O1"], moment=NOW)


def test_no_question_is_called_like_one() -> None:
    assert drafts.without_drafts(dict.fromkeys(BY_ID)) == dict.fromkeys(BY_ID)
