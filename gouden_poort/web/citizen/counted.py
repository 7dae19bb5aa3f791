"""Counting the steps that visitors take, each once for the same answers. Nothing of it stands in the cookie."""

from __future__ import annotations

from contextlib import suppress

from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.question import Question
from gouden_poort.profiles.questions import QUESTIONS
from gouden_poort.services.counting import BLOCKS, Milestone, count, count_once
from gouden_poort.web.citizen.visitor import current_assessment
from gouden_poort.web.language import spoken
from gouden_poort.wiring import house

_BLOCK_NAMES = tuple(dict.fromkeys(question.block for question in QUESTIONS))


def counted(milestone: Milestone) -> None:
    """Count a step, unless it was taken with these answers before; without answers there is nothing to count."""
    assessment_id = current_assessment()
    if assessment_id is None:
        return
    with suppress(UnknownThing):  # wiped in another window a moment ago
        count_once(house().unit_of_work, assessment_id, milestone, spoken().code, house().clock())


def coach_asked() -> None:
    """Count that a coach was asked, which who has no answers may do too."""
    if current_assessment() is None:
        count(house().unit_of_work, Milestone.COACH_ASKED, spoken().code, house().clock())
    else:
        counted(Milestone.COACH_ASKED)


def block_reached(question: Question) -> None:
    """Count that a question of a block was answered."""
    counted(BLOCKS[_BLOCK_NAMES.index(question.block)])
