"""Ten boxes, one a year since someone began: when they learnt, worked, paused or did neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from gouden_poort.development.journal import Span
from gouden_poort.development.lasting import years_from
from gouden_poort.development.standing import Standing
from gouden_poort.development.years import years_after
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.language import _, fixed, later
from gouden_poort.web.wording import and_list

WIDTH = 340


class Doing(StrEnum):
    """What a stretch of days was."""

    WORKING = "working"
    BOTH = "both"
    LEARNING = "learning"
    PAUSE = "pause"
    STOPPED = "stopped"
    NEITHER = "neither"


_WORDS = {
    Doing.WORKING: later("werken"),
    Doing.BOTH: later("werken en leren"),
    Doing.LEARNING: later("leren"),
    Doing.PAUSE: later("pauze"),
    Doing.STOPPED: later("gestopt"),
    Doing.NEITHER: later("geen technisch werk en geen opleiding"),
}
WORKS, LEARNS = (Doing.WORKING, Doing.BOTH), (Doing.LEARNING, Doing.BOTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch in units of the drawing."""

    x: float
    width: float
    doing: Doing

    @property
    def works(self) -> bool:
        """Whether it is drawn as work."""
        return self.doing in WORKS

    @property
    def learns(self) -> bool:
        """Whether it is drawn as learning."""
        return self.doing in LEARNS


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedYears:
    """The drawing, and the same as rows of a table."""

    boxes: int
    box: float
    parts: Sequence[Part]
    today_x: float
    description: str
    rows: Sequence[tuple[str, str, str]]


def backed_years(stretches: Sequence[Span], entered_on: date, ends_on: date, today: date) -> BackedYears:
    """Draw a journal from the day someone began; a pause that counts extra makes a box more."""
    boxes = years_from(entered_on, ends_on)
    days = (years_after(entered_on, boxes) - entered_on).days

    def at(day: date) -> float:
        return round(min(max((day - entered_on).days, 0), days) * WIDTH / days, 1)

    found = [*_stretches(stretches, entered_on)]
    return BackedYears(
        boxes=boxes,
        box=round(WIDTH / boxes, 2),
        parts=[Part(x=at(since), width=round(at(until) - at(since), 1), doing=doing) for since, until, doing in found],
        today_x=at(today),
        description=_("Een balk met %(number)s vakken: 1 vak is 1 jaar.", number=boxes),
        rows=[*_rows(found, entered_on, boxes)],
    )


def _stretches(spans: Sequence[Span], entered_on: date) -> Iterator[tuple[date, date, Doing]]:
    """Days from one up to another in which the same was done."""
    since_entry = [span for span in spans if span.since >= entered_on]
    for doing, same in groupby(since_entry, key=lambda span: _doing(span.standing)):
        together = list(same)
        yield together[0].since, together[-1].until, doing


def _doing(standing: Standing) -> Doing:
    if standing.stopped_since:
        return Doing.STOPPED
    if standing.paused_since:
        return Doing.PAUSE
    if standing.at_work_since:
        return Doing.BOTH if standing.running else Doing.WORKING
    return Doing.LEARNING if standing.running else Doing.NEITHER


def _rows(found: Sequence[tuple[date, date, Doing]], entered_on: date, boxes: int) -> Iterator[tuple[str, str, str]]:
    for year in range(boxes):
        first, following = years_after(entered_on, year), years_after(entered_on, year + 1)
        done = dict.fromkeys(doing for since, until, doing in found if since < following and until > first)
        words = and_list([_(_WORDS[each]) for each in done]) or _("komt nog")
        yield str(year + 1), fixed(dutch_date(first)), words
