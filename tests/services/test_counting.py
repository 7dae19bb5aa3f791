"""What was counted comes back by day, by language, and in the order of the steps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.questions import QUESTIONS
from gouden_poort.services import assessments
from gouden_poort.services.counting import BLOCKS, Milestone, count, count_once, funnel
from tests.fakes import Memory

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_steps_come_in_the_order_in_which_people_take_them() -> None:
    memory = Memory()
    for milestone in (Milestone.FINISHED, Milestone.STARTED, Milestone.STARTED, Milestone.BLOCK_2):
        count(memory, milestone, "nl", NOON)
    found = [(one.milestone, one.many) for one in funnel(memory, NOON)]
    assert found == [("started", 2), ("block-2", 1), ("finished", 1)]


def test_days_before_are_left_out() -> None:
    memory = Memory()
    count(memory, Milestone.STARTED, "nl", NOON - timedelta(days=1))
    assert funnel(memory, NOON) == []


def test_a_step_counts_once_for_the_same_answers_whatever_the_day_and_the_language() -> None:
    memory = Memory()
    mine = assessments.start(memory, NOON)
    count_once(memory, mine, Milestone.ROUTES_SEEN, "nl", NOON)
    count_once(memory, mine, Milestone.WHAT_IF_USED, "nl", NOON)
    count_once(memory, mine, Milestone.ROUTES_SEEN, "ar", NOON + timedelta(days=1))
    assert [(one.milestone, one.language, one.many) for one in funnel(memory, NOON)] == [
        ("routes-seen", "nl", 1),
        ("what-if-used", "nl", 1),
    ]


def test_what_was_counted_is_no_answer() -> None:
    memory = Memory()
    mine = assessments.start(memory, NOON)
    count_once(memory, mine, Milestone.STARTED, "nl", NOON)
    assert assessments.answers(memory, mine) == {}


def test_answers_that_were_wiped_count_nothing() -> None:
    memory = Memory()
    with pytest.raises(UnknownThing):
        count_once(memory, uuid4(), Milestone.STARTED, "nl", NOON)
    assert funnel(memory, NOON) == []


def test_every_block_of_questions_has_its_step() -> None:
    assert len({question.block for question in QUESTIONS}) <= len(BLOCKS) == 6
