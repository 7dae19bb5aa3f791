"""A few routes at once, as lines of a metro: all leave from one stop, and end where learning does.

Further along is later. Stops that would lie over each other move a little, as on any map of a metro.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from gouden_poort.web.filters import dutch_date
from gouden_poort.web.language import _, fixed, is_nl, nl, plain
from gouden_poort.web.pictures.timeline import UPRIGHT_WIDTH, Bar

MOST_LINES = 3
COLOURS = ("#14213d", "#0a4f93", "#7a4a00")
_TRUNK, _FROM, _TO = 18, 48, UPRIGHT_WIDTH - 14
_APART = 23
_CHARACTERS = 40
"""Of a title on one line."""
_LINE, _TOP = 18, 34


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A step of a route, with its number on the line."""

    number: int
    x: float
    paid: bool
    """From here on there is pay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetroLine:
    """One route: its stops, and the last one, where nothing is left to learn and the work goes on."""

    title: tuple[str, ...]
    is_dutch: bool
    """The title is a Dutch name on a page in another language."""
    title_y: float
    y: float
    colour: str
    stops: tuple[Stop, ...]
    end: float
    when: str
    when_at_end: bool
    """The words below the last stop end there instead of beginning there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetroMap:
    """The drawing, what it shows in words, and the same as rows of a table."""

    description: str
    start: str
    height: float
    lines: tuple[MetroLine, ...]
    links: tuple[tuple[float, float, float], ...]
    """Where two lines under each other share a step: x, from y, to y."""
    rows: tuple[tuple[str, str, str, str], ...]


def metro_map(routes: Sequence[tuple[str, Sequence[Bar]]]) -> MetroMap:
    """Routes by name with their bars, of which the last is the work; no more than three of them."""
    routes = routes[:MOST_LINES]
    first = min(bar.start for _title, bars in routes for bar in bars)
    last = max(bars[-1].start for _title, bars in routes)
    lines, y = [], float(_TOP)
    for (title, bars), colour in zip(routes, COLOURS, strict=False):
        lines.append(_line(title, bars, colour, y, (first, last)))
        y = lines[-1].y + 50
    soonest = min(routes, key=lambda route: route[1][-1].start)
    return MetroMap(
        description=_(
            "Elke route is een lijn. Het eerst klaar met leren: %(work)s, op %(day)s.",
            work=soonest[0],
            day=dutch_date(soonest[1][-1].start),
        ),
        start=dutch_date(first),
        height=y - 12,
        lines=tuple(lines),
        links=tuple(_links(routes, lines)),
        rows=tuple(_rows(routes)),
    )


def _line(title: str, bars: Sequence[Bar], colour: str, top: float, span: tuple[date, date]) -> MetroLine:
    words = tuple(textwrap.wrap(plain(title), _CHARACTERS))
    *stops, end = _spread([_along(bar.start, *span) for bar in bars])
    return MetroLine(
        title=words,
        is_dutch=is_nl(title),
        title_y=top + 16,
        y=top + 16 + _LINE * len(words),
        colour=colour,
        stops=tuple(
            Stop(number=number, x=x, paid=bar.look == "learn-work")
            for number, (x, bar) in enumerate(zip(stops, bars[:-1], strict=True), start=1)
        ),
        end=end,
        when=dutch_date(bars[-1].start),
        when_at_end=end > UPRIGHT_WIDTH / 2,
    )


def _along(day: date, first: date, last: date) -> float:
    return _FROM + (_TO - _FROM) * (day - first).days / max((last - first).days, 1)


def _spread(wanted: Sequence[float]) -> list[float]:
    """The stops in their order, no two closer than they are wide; the last ones give way to the left."""
    placed: list[float] = []
    for x in wanted:
        placed.append(max(x, placed[-1] + _APART) if placed else x)
    room = float(_TO)
    for n in range(len(placed) - 1, -1, -1):
        placed[n] = min(placed[n], room)
        room = placed[n] - _APART
    return [round(x, 1) for x in placed]


def _links(
    routes: Sequence[tuple[str, Sequence[Bar]]], lines: Sequence[MetroLine]
) -> Iterator[tuple[float, float, float]]:
    """The same step on the same day, in two routes that stand under each other."""
    for upper, lower in pairwise(range(len(lines))):
        above = {
            (bar.label, bar.start): stop.x for bar, stop in zip(routes[upper][1], lines[upper].stops, strict=False)
        }
        for bar, stop in zip(routes[lower][1], lines[lower].stops, strict=False):
            if above.get((bar.label, bar.start)) == stop.x:
                yield stop.x, lines[upper].y, lines[lower].y


def _rows(routes: Sequence[tuple[str, Sequence[Bar]]]) -> Iterator[tuple[str, str, str, str]]:
    for title, (*steps, work) in routes:
        for number, bar in enumerate(steps, start=1):
            words = _("%(number)s. %(step)s", number=number, step=nl(bar.label))
            yield nl(title), words, fixed(dutch_date(bar.start)), fixed(dutch_date(bar.end or bar.start))
        yield nl(title), work.label, fixed(dutch_date(work.start)), _("gaat door")
