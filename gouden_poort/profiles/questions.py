"""The short assessment as data: which questions are asked, in which blocks and in which order.

Nothing here knows a catalogue: where an answer names skills, work, papers or sectors, the page offers those of the
catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gouden_poort.profiles.asking import (
    about_you,
    language_and_school,
    money_and_wishes,
    travel_and_time,
    work_and_skills,
    working_here,
)
from gouden_poort.profiles.question import Question

BLOCK_MODULES = (about_you, work_and_skills, language_and_school, travel_and_time, working_here, money_and_wishes)
BLOCKS: tuple[tuple[Question, ...], ...] = tuple(module.QUESTIONS for module in BLOCK_MODULES)
FIRST_ROUTES_AFTER = 3
"""After so many blocks the first routes are shown, so that stopping early still gives something."""
QUESTIONS: tuple[Question, ...] = tuple(question for block in BLOCKS for question in block)
BY_ID: Mapping[str, Question] = MappingProxyType({question.id: question for question in QUESTIONS})
NUMBER: Mapping[str, int] = MappingProxyType({question.id: n for n, question in enumerate(QUESTIONS, start=1)})
"""Where a question stands, counted from 1, as its address says."""
