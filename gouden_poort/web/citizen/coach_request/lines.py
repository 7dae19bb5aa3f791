"""What a visitor can share with a coach: a line for each answer and for the chosen route, each to be left out.

A coach reads the Dutch words; who reads the page in another language sees the same line in that language.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass

from markupsafe import Markup

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.coach_request import SharedLine
from gouden_poort.profiles.question import Answer, Choice
from gouden_poort.services.coach_requests import Told
from gouden_poort.web.language import DUTCH, _, nl, plain, speaking
from gouden_poort.web.wording import say
from gouden_poort.web.words.answer_words import answered_blocks
from gouden_poort.web.words.names import Names

ROUTE = "route"
_Line = tuple[str, str, tuple[str, ...]]
"""The key of a line, what it is about, and its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What can be shared, as it would be kept and as the reader sees it."""

    route: str
    """The occupation of the chosen route; empty without one."""
    lines: tuple[SharedLine, ...]
    choices: tuple[Choice, ...]

    @property
    def seal(self) -> str:
        """Changes with any word of it, so that nobody shares what they did not see."""
        words = json.dumps([self.route, *map(asdict, self.lines)])
        return hashlib.sha256(words.encode()).hexdigest()[:16]

    def told(self, keys: Collection[str]) -> Told:
        """What is shared of it: the lines with these keys, and the route when its line is one of them."""
        shared = tuple(line for line in self.lines if line.key in keys)
        return Told(route=self.route if ROUTE in keys else "", shared=shared)


def offered(snapshot: Snapshot, answers: Mapping[str, Answer], occupation_id: str) -> Offered:
    """Every answer that was given, after the route; an occupation that the catalogue lacks is no route."""
    route = occupation_id if occupation_id in snapshot.columns.occupations.id else ""
    with speaking(DUTCH):
        lines = tuple(_kept(line) for line in _lines(snapshot, answers, route))
    shown = _lines(snapshot, answers, route)
    return Offered(
        route=route,
        lines=lines,
        choices=tuple(Choice(value=key, label=about, help=Markup(" · ").join(words)) for key, about, words in shown),
    )


def _lines(snapshot: Snapshot, answers: Mapping[str, Answer], route: str) -> Iterator[_Line]:
    """Each line in the language that is spoken; its words may hold HTML that tells Dutch names apart."""
    if route:
        yield ROUTE, say("coach.route"), (nl(Names(snapshot).occupation(route)),)
    for block in answered_blocks(snapshot, answers):
        for line in block.lines:
            if not line.is_open:
                yield line.question.id, _(line.question.short), line.words


def _kept(line: _Line) -> SharedLine:
    key, about, words = line
    return SharedLine(key=key, about=str(plain(about)), words=tuple(str(plain(each)) for each in words))
