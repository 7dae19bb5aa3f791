"""A story cut into words that keep their place in it, with what is not meant as done taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from gouden_poort.catalogue.story_words import (
    BREAKS,
    FIRST_PERSON,
    JOINING,
    ME,
    VERBS,
    YES,
    denied,
    of_another,
    wished,
)
from gouden_poort.catalogue.words import fold

LONGEST_STORY = 1_000
"""Characters of a story that are read."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_QUESTION = re.compile(r"[\s)!.]*\?")
"""Who asks whether something can be done has not done it."""
_STOP = re.compile(r"[.;:!?\n()]")


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word, and where it stands in the story."""

    text: str
    begin: int
    end: int
    is_name: bool = False
    """Written with a capital inside a sentence: a place, a company, a person."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Words between two stops; those in `meant` are said of something that the teller did."""

    words: tuple[Word, ...]
    meant: frozenset[int]


class _Sense(Enum):
    DONE = auto()
    NOT_DONE = auto()
    BY_ANOTHER = auto()


def clauses(story: str) -> Iterator[Clause]:
    """The clauses of a story, in order."""
    for words in _between_stops(story[:LONGEST_STORY]):
        asked = _QUESTION.match(story, words[-1].end)
        meant = frozenset() if asked else _meant([word.text for word in words], _commas(story, words))
        yield Clause(words=tuple(words), meant=meant)


def _between_stops(story: str) -> Iterator[list[Word]]:
    words: list[Word] = []
    for found in _WORD.finditer(story):
        text = fold(re.sub(r"['’]", "", found[0])).replace(" ", "")
        stopped = words and _STOP.search(story, words[-1].end, found.start())
        if words and (stopped or text in BREAKS):
            yield words
            words = []
        if text and text not in BREAKS:
            is_name = bool(words) and found[0].istitle()
            words.append(Word(text, found.start(), found.end(), is_name))
    if words:
        yield words


def _commas(story: str, words: Sequence[Word]) -> frozenset[int]:
    """The words that follow a comma."""
    pairs = pairwise(words)
    return frozenset(at for at, (one, next_) in enumerate(pairs, 1) if "," in story[one.end : next_.begin])


def _meant(words: Sequence[str], commas: frozenset[int]) -> frozenset[int]:
    """A denial or a wish goes on after `and` and a comma, until somebody or a verb begins anew."""
    meant: set[int] = set()
    before = _Sense.DONE
    for begin, end in _pieces(words, commas):
        piece = words[begin:end]
        inside, before = _sense(piece, before)
        meant |= {begin + at for at in inside}
    return frozenset(meant)


def _pieces(words: Sequence[str], commas: frozenset[int]) -> Iterator[tuple[int, int]]:
    begins = sorted({0, *commas, *(at for at, word in enumerate(words) if word in JOINING)})
    return zip(begins, [*begins[1:], len(words)], strict=True)


def _sense(piece: Sequence[str], before: _Sense) -> tuple[frozenset[int], _Sense]:
    """Which words of a piece are meant as done, and in what sense the next piece goes on."""
    everything = frozenset(range(len(piece)))
    others = of_another(piece)
    if wished(piece):
        return frozenset(), _Sense.NOT_DONE
    if len(others) == len(piece):
        return frozenset(), _Sense.BY_ANOTHER
    if others:
        inside, goes_on = _sense(piece[len(others) :], _Sense.DONE)
        return frozenset(at + len(others) for at in inside), goes_on
    taken_back = denied(piece)
    if taken_back:
        goes_on = _Sense.DONE if "zonder" in piece or "without" in piece else _Sense.NOT_DONE
        return everything - taken_back, goes_on
    anew = YES in piece or any(word in ME or word in VERBS for word in piece)
    of_the_other = before is _Sense.BY_ANOTHER and FIRST_PERSON.isdisjoint(piece)
    if of_the_other or (before is _Sense.NOT_DONE and not anew):
        return frozenset(), before
    return everything, _Sense.DONE
