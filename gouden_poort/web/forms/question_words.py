"""A question in the language of the reader: the same question, with each of its texts said."""

from __future__ import annotations

from dataclasses import replace

from gouden_poort.profiles.question import Choice, NumberField, Question
from gouden_poort.web.language import _


def in_words(question: Question) -> Question:
    """The question as a page asks it."""
    return replace(
        question,
        block=_(question.block),
        short=_(question.short),
        text=_(question.text),
        why=_(question.why),
        help=_(question.help),
        choices=tuple(map(choice_in_words, question.choices)),
        numbers=tuple(map(_number, question.numbers)),
    )


def choice_in_words(choice: Choice) -> Choice:
    """One answer to pick, as a page shows it."""
    return replace(choice, label=_(choice.label), help=_(choice.help))


def _number(field: NumberField) -> NumberField:
    return replace(field, label=_(field.label), unit=_(field.unit))
