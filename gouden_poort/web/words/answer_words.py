"""Kept answers in words, for the page with all answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gouden_poort.catalogue.columns import Ids, Texts
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.question import OCCUPATION_YEARS, UNKNOWN, UNWANTED, WISHED, Answer, Kind, Question
from gouden_poort.profiles.questions import QUESTIONS
from gouden_poort.web.filters import dutch_date, euros
from gouden_poort.web.language import _, fixed, nl
from gouden_poort.web.wording import SKILL_LEVELS, and_list, say
from gouden_poort.web.words.names import sector_name


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One question with its answer in words."""

    number: int
    question: Question
    words: tuple[str, ...]
    is_open: bool
    """Not answered yet, or not known yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Questions under one heading."""

    title: str
    lines: tuple[AnswerLine, ...]


def answered_blocks(snapshot: Snapshot, answers: Mapping[str, Answer]) -> tuple[Block, ...]:
    """All questions in their order, by heading."""
    numbered = enumerate(QUESTIONS, start=1)
    return tuple(
        Block(title=title, lines=tuple(_line(snapshot, number, question, answers) for number, question in group))
        for title, group in groupby(numbered, key=lambda pair: pair[1].block)
    )


def _line(snapshot: Snapshot, number: int, question: Question, answers: Mapping[str, Answer]) -> AnswerLine:
    answer = answers.get(question.id)
    if answer is None:
        words: tuple[str, ...] = (_(UNKNOWN) if question.id in answers else say("answer.none"),)
    else:
        words = tuple(answer_words(snapshot, question, answer)) or (say("answer.empty"),)
    return AnswerLine(number=number, question=question, words=words, is_open=answer is None)


def answer_words(snapshot: Snapshot, question: Question, answer: Answer) -> Iterator[str]:
    """An answer as lines of words; nothing for an empty list."""
    if isinstance(answer, Mapping):
        return _of_mapping(snapshot, question, answer)
    if isinstance(answer, Sequence) and not isinstance(answer, str):
        return _of_list(snapshot, question, answer)
    return iter((_of_one(question, answer),))


def _of_one(question: Question, answer: str | int | None) -> str:
    if isinstance(answer, int):
        unit = question.numbers[0].unit
        return fixed(euros(answer)) if unit == "euro" else say("answer.number", number=answer, unit=_(unit))
    if question.kind is Kind.DATE:
        return fixed(dutch_date(date.fromisoformat(str(answer))))
    return _(next(choice.label for choice in question.choices if choice.value == answer))


def _of_list(snapshot: Snapshot, question: Question, answer: Sequence[str]) -> Iterator[str]:
    if question.kind is Kind.PLACE:
        home = Home.from_answer(answer)
        yield say("answer.place.about" if home.approximate else "answer.place", place=nl(home.label))
    elif question.kind is Kind.CREDENTIALS:
        ids, labels = snapshot.columns.credentials.id, snapshot.columns.credentials.label
        yield from (nl(str(labels[ids.row(key)])) for key in answer if key in ids)
    else:
        yield from (_(choice.label) for choice in question.choices if choice.value in answer)


def _of_mapping(snapshot: Snapshot, question: Question, answer: Mapping[str, int]) -> Iterator[str]:
    columns = snapshot.columns
    if question.kind is Kind.SECTORS:
        yield from _wishes(snapshot, answer, WISHED, "answer.wished")
        yield from _wishes(snapshot, answer, UNWANTED, "answer.unwanted")
        return
    for key, many in answer.items():
        if question.kind is Kind.SKILLS:
            yield from _named(columns.skills.id, columns.skills.label, key, _(SKILL_LEVELS[many]))
        elif question.kind is Kind.OCCUPATIONS:
            value = say("answer.number", number=many, unit=_(OCCUPATION_YEARS.unit))
            yield from _named(columns.occupations.id, columns.occupations.label, key, value)
        else:
            field = next(field for field in question.numbers if field.name == key)
            value = say("answer.number", number=many, unit=_(field.unit))
            yield say("answer.named", name=_(field.label), value=value)


def _named(ids: Ids, labels: Texts, key: str, value: str) -> Iterator[str]:
    """A thing with a value; what this catalogue does not have is left out."""
    if key in ids:
        yield say("answer.named", name=nl(labels[ids.row(key)]), value=value)


def _wishes(snapshot: Snapshot, wishes: Mapping[str, int], wish: int, key: str) -> Iterator[str]:
    sectors = [nl(sector_name(snapshot, sector)) for sector, given in wishes.items() if given == wish]
    if sectors:
        yield say(key, sectors=and_list(sectors))
