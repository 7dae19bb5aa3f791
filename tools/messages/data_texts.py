"""Dutch texts that are data: pages say them in the language of the reader, where they show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import ModuleType

from gouden_poort.profiles import question, tech_card_questions
from gouden_poort.profiles.asking import work_and_skills
from gouden_poort.profiles.question import Choice, NumberField, Question
from gouden_poort.profiles.questions import BLOCK_MODULES
from gouden_poort.web import filters, wording
from gouden_poort.web.words import assumed
from tools.messages import rule_texts

_QUESTION = "gouden_poort/profiles/question.py"
_ASSUMED = "gouden_poort/profiles/assessment.py"
_CARD = "gouden_poort/profiles/tech_card_questions.py"
_WORDING = "gouden_poort/web/wording.py"


Text = str | tuple[str, str]
"""A text, or its two Dutch forms where it counts something."""


def data_texts() -> Iterator[tuple[str, Text]]:
    """Each text with the file in which it stands; empty texts among them."""
    yield _QUESTION, question.UNKNOWN
    yield from ((_QUESTION, text) for text in _number(question.OCCUPATION_YEARS))
    yield from ((_QUESTION, text) for text in _choices(question.YES_OR_NO))
    yield from ((_path_of(work_and_skills), text) for text in _choices(work_and_skills.SKILL_LEVELS))
    for module in BLOCK_MODULES:
        yield from ((_path_of(module), text) for each in module.QUESTIONS for text in _question(each))
    yield from ((_ASSUMED, text) for text in assumed.sentences())
    yield from ((_CARD, text) for text in _card())
    yield from ((_WORDING, text) for text in _wording())
    yield from (("gouden_poort/web/filters.py", month) for month in filters.MONTHS)
    yield from rule_texts.rule_texts()


def _path_of(module: ModuleType) -> str:
    return f"{module.__name__.replace('.', '/')}.py"


def _question(asked: Question) -> Iterator[str]:
    yield from (asked.block, asked.short, asked.text, asked.help, asked.why)
    yield from _choices(asked.choices)
    for field in asked.numbers:
        yield from _number(field)


def _choices(choices: Iterable[Choice]) -> Iterator[str]:
    for choice in choices:
        yield from (choice.label, choice.help)


def _number(field: NumberField) -> tuple[str, str]:
    return field.label, field.unit


def _card() -> Iterator[str]:
    for theme in tech_card_questions.THEMES:
        yield from (theme.label, theme.what)
    for asked in tech_card_questions.QUESTIONS:
        yield asked.text
        for pick in asked.picks:
            yield from (pick.label, pick.drawn)


def _wording() -> Iterator[str]:
    yield from wording.SENTENCES.values()
    yield from (words for words, _icon in wording.STATES.values())
    for pairs in (wording.OBJECTIONS, wording.RULE_KINDS):
        for pair in pairs.values():
            yield from pair
    for named in (wording.SUBJECTS, wording.KINDS, wording.DAYPARTS, wording.TRAVEL_MODES, wording.TARGET_GROUPS):
        yield from named.values()
    yield from (*wording.SKILL_LEVELS, wording.CEFR_LEVELS[0], *wording.NLQF_LEVELS)
