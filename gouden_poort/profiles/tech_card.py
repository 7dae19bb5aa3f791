"""The card of a child: which kinds of technology go with the pictures that were picked. Never a score of anyone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MOST_SHOWN = 3
"""Kinds of technology on one card; with more of them a card says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A kind of technology in the words of a child."""

    id: str
    label: str
    what: str
    """What you do there, in two or three short sentences."""
    picture: str
    work: tuple[str, ...]
    """Occupations of the catalogue, as examples; their sectors say at which sites this is taught."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One answer: a picture with its words, and the kind of technology it leads to."""

    value: str
    label: str
    drawn: str
    """What the picture shows, for who cannot see it."""
    theme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardQuestion:
    """One question with pictures to pick from; nobody has to know an answer."""

    id: str
    text: str
    picks: tuple[Pick, ...]


def liked(questions: Iterable[CardQuestion], themes: Iterable[Theme], picked: Mapping[str, str]) -> tuple[Theme, ...]:
    """The themes picked most often, at most three; equal ones in the order of picking. None when nothing was picked."""
    chosen = [pick.theme for question in questions for pick in question.picks if picked.get(question.id) == pick.value]
    by_id = {theme.id: theme for theme in themes}
    return tuple(by_id[theme] for theme, _ in Counter(chosen).most_common(MOST_SHOWN))
