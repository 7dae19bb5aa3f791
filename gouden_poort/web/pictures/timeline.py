"""Where the lines, bars and words of the route timeline stand; the template only writes them down as SVG.

Two drawings of the same bars: upright for a phone (time runs down), lying for a wide screen (time runs along).
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gouden_poort.web.filters import SHORT_MONTHS, dutch_date
from gouden_poort.web.language import fixed, is_nl, isolated, ngettext, plain, spoken
from gouden_poort.web.wording import say

UPRIGHT_WIDTH = 340
LYING_WIDTH = 960
_CHARACTER = 7.4
"""Width of an average character at 14 units."""
_LINE = 18
_LANE, _LANES_FROM = 20, 10
_TAIL_WEEKS = 6
"""How far the work goes on past its start, so that it can be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One stretch of the route. `end` is None for the work that goes on after it."""

    label: str
    start: date
    end: date | None
    look: str
    """How it is drawn: `learn`, `learn-work` or `work`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnBar:
    """A bar as a rectangle, with its words as lines at one point."""

    x: float
    y: float
    width: float
    height: float
    look: str
    when: str
    lines: tuple[str, ...]
    text_x: float
    text_y: float
    is_dutch: bool = False
    """The words are a Dutch name on a page in another language."""
    at_end: bool = False
    """The words end at `text_x` instead of beginning there."""
    lead: tuple[float, float, float, float] | None = None
    """A line from the bar to its words: from x, at height, to x; then down to the words, at x."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A moment on the axis."""

    at: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Everything one SVG needs."""

    width: int
    height: int
    bars: tuple[DrawnBar, ...]
    ticks: tuple[Tick, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A route as a picture: both drawings, what they show in words, and the same facts as rows of a table."""

    title: str
    description: str
    upright: Drawing
    lying: Drawing
    rows: tuple[tuple[str, str, str], ...]


def timeline(bars: Sequence[Bar]) -> Timeline:
    """Draw a route; its last bar is the work it leads to."""
    *steps, work = bars
    return Timeline(
        title=say("timeline.title"),
        description=ngettext(
            "De route begint op %(start)s, met %(num)s stap. Het werk waar je naartoe gaat begint op %(work)s.",
            "De route begint op %(start)s, met %(num)s stappen. Het werk waar je naartoe gaat begint op %(work)s.",
            len(steps),
            start=dutch_date(bars[0].start),
            work=dutch_date(work.start),
        ),
        upright=as_read(upright(bars)),
        lying=as_read(lying(bars)),
        rows=tuple(_row_of_table(bar) for bar in bars),
    )


def _row_of_table(bar: Bar) -> tuple[str, str, str]:
    end = fixed(dutch_date(bar.end)) if bar.end else say("timeline.on")
    return bar.label, fixed(dutch_date(bar.start)), end


def as_read(drawing: Drawing) -> Drawing:
    """The drawing, with time from right to left where people read that way; only its places change, never its words."""
    if not spoken().from_right:
        return drawing
    width = drawing.width
    return replace(
        drawing,
        bars=tuple(_turned(bar, width) for bar in drawing.bars),
        ticks=tuple(Tick(at=round(width - tick.at, 1), words=isolated(tick.words)) for tick in drawing.ticks),
    )


def _turned(bar: DrawnBar, width: int) -> DrawnBar:
    return replace(
        bar,
        x=round(width - bar.x - bar.width, 1),
        text_x=round(width - bar.text_x, 1),
        lead=bar.lead and (width - bar.lead[0], bar.lead[1], width - bar.lead[2], width - bar.lead[3]),
        when=isolated(bar.when),
        lines=tuple(isolated(line) for line in bar.lines),
    )


def upright(bars: Sequence[Bar]) -> Drawing:
    """Time runs down; bars that overlap stand side by side; the words stand beside them and never overlap."""
    first, weeks = _span(bars)
    per_week = max(4.0, min(14.0, 360 / weeks))
    lanes = _lanes(bars)
    text_x = _LANES_FROM + (max(lanes) + 1) * _LANE + 18
    room = int((UPRIGHT_WIDTH - text_x) / _CHARACTER)
    drawn, free_from = [], 0.0
    for bar, lane in zip(bars, lanes, strict=True):
        top = 6 + per_week * _weeks(first, bar.start)
        length = per_week * (_weeks(bar.start, bar.end) if bar.end else _TAIL_WEEKS)
        text_y = max(top + 12, free_from)
        lines = tuple(textwrap.wrap(plain(bar.label), room, break_long_words=True))
        free_from = text_y + _LINE * (len(lines) + 1) + 8
        x = _LANES_FROM + lane * _LANE
        drawn.append(
            DrawnBar(
                x=x,
                y=round(top, 1),
                width=_LANE - 4,
                height=round(max(length - 2, 8), 1),
                look=bar.look,
                when=dutch_date(bar.start),
                lines=lines,
                text_x=text_x,
                text_y=round(text_y, 1),
                is_dutch=is_nl(bar.label),
                lead=(x + _LANE - 4, round(top + 4, 1), text_x - 14, text_x - 6),
            )
        )
    bottom = max(free_from, max(bar.y + bar.height for bar in drawn) + 10)
    return Drawing(width=UPRIGHT_WIDTH, height=int(bottom), bars=tuple(drawn))


def lying(bars: Sequence[Bar]) -> Drawing:
    """Time runs along; each bar has a row of its own, with its words above it."""
    first, weeks = _span(bars)
    per_week = (LYING_WIDTH - 20) / weeks
    drawn = tuple(_row(bar, row, first, per_week) for row, bar in enumerate(bars))
    bottom = 12 + len(bars) * 48
    ticks = tuple(
        Tick(at=round(10 + per_week * (day - first).days / 7, 1), words=words) for day, words in _moments(first, weeks)
    )
    return Drawing(width=LYING_WIDTH, height=bottom + 30, bars=drawn, ticks=ticks)


def _row(bar: Bar, row: int, first: date, per_week: float) -> DrawnBar:
    x = 10 + per_week * _weeks(first, bar.start)
    width = max(per_week * _weeks(bar.start, bar.end) - 2, 8) if bar.end else LYING_WIDTH - 10 - x
    at_end = x + width > LYING_WIDTH * 0.6
    label = plain(bar.label)
    words_fit = len(label) * _CHARACTER < LYING_WIDTH - x
    return DrawnBar(
        x=round(x, 1),
        y=22 + row * 48,
        width=round(width, 1),
        height=14,
        look=bar.look,
        when=dutch_date(bar.start),
        lines=(label,),
        text_x=round(x + width if at_end and not words_fit else x, 1),
        text_y=16 + row * 48,
        is_dutch=is_nl(bar.label),
        at_end=at_end and not words_fit,
    )


def _span(bars: Sequence[Bar]) -> tuple[date, float]:
    first = min(bar.start for bar in bars)
    last = max(bar.end or bar.start + timedelta(weeks=_TAIL_WEEKS) for bar in bars)
    return first, max(_weeks(first, last), 1)


def _weeks(start: date, end: date) -> float:
    return (end - start).days / 7


def _lanes(bars: Sequence[Bar]) -> list[int]:
    """For each bar the first lane that is free when it starts."""
    busy_until: list[date] = []
    lanes = []
    for bar in bars:
        lane = next((n for n, until in enumerate(busy_until) if until <= bar.start), len(busy_until))
        until = bar.end or date.max
        busy_until[lane:] = [until] if lane == len(busy_until) else [until, *busy_until[lane + 1 :]]
        lanes.append(lane)
    return lanes


def _moments(first: date, weeks: float) -> Iterator[tuple[date, str]]:
    """First days of months to mark: each month, quarter, half year or year, so that about eight fit."""
    apart = next((months for months in (1, 3, 6, 12) if weeks * 12 / 52 / months <= 9), 24)
    last = first + timedelta(weeks=weeks)
    month = first.year * 12 + first.month  # the month after that of `first`, counted from year 0
    while (day := date(month // 12, month % 12 + 1, 1)) < last - timedelta(weeks=weeks / 12):
        if (day.month - 1) % apart == 0:
            yield day, f"{SHORT_MONTHS[day.month - 1]} {day.year}"
        month += 1
