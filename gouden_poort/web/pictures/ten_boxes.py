"""Ten years as boxes of a year: what someone did up to now, and which milestones are done or to come."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from gouden_poort.development.journal import Span
from gouden_poort.development.lasting import years_from
from gouden_poort.development.plan import MilestoneKind
from gouden_poort.development.progress import How, Point
from gouden_poort.development.standing import Phase
from gouden_poort.development.years import years_after
from gouden_poort.services.ten_years.reading import TenYears
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.language import _, fixed, ngettext, spoken
from gouden_poort.web.wording import comma_list, say
from gouden_poort.web.words.event_words import Labels, doing, how_far

WIDTH = 340
_LOOKS = {
    Phase.LEARNING: "learn",
    Phase.WORKING: "job-2",
    Phase.PAUSED: "rest",
    Phase.STOPPED: "rest",
}
"""How a stretch is drawn; the others stay white."""
_MARKS = {How.DONE: "done", How.FAILED: "failed", How.PASSED: "failed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days that someone did the same."""

    x: int
    width: int
    look: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A milestone below the boxes: `done`, `failed` or `open`."""

    x: float
    look: str
    is_talk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TenBoxes:
    """The picture, in words too, and as rows of a table."""

    description: str
    numbers: tuple[tuple[float, int], ...]
    """The middle of each box, with its year."""
    lines: tuple[float, ...]
    """Between the boxes."""
    beyond: tuple[float, float] | None
    """Where a last box that is counted in part goes on after the end, and how wide; None where it counts whole."""
    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]
    now: date | None
    """The day that is shown, of today or earlier; None outside the ten years."""
    now_x: float
    rows: tuple[tuple[str, str, str, str], ...]

    def of(self, look: str) -> list[Stretch]:
        """The stretches in one look."""
        return [each for each in self.stretches if each.look == look]


def ten_boxes(found: TenYears, labels: Labels) -> TenBoxes | None:
    """The picture of someone; None while nothing is planned and nothing began."""
    begins, ends = found.begins_on, found.ends_on
    if begins is None or ends is None:
        return None
    years = years_from(begins, ends)
    box, scale = WIDTH / years, _Scale(begins=begins, ends=years_after(begins, years))
    spans = found.spans
    inside = [each for each in found.points if begins <= _day_of(each) < ends]
    done = sum(each.how is How.DONE for each in inside)
    days = sorted(each.place[0] for each in found.entries if each.really)
    return TenBoxes(
        description=ngettext(
            "Van %(begin)s tot %(end)s. %(done)s van %(num)s mijlpaal is klaar.",
            "Van %(begin)s tot %(end)s. %(done)s van %(num)s mijlpalen zijn klaar.",
            len(inside),
            begin=dutch_date(begins),
            end=dutch_date(ends),
            done=done,
        ),
        numbers=tuple((turned(box * (year - 0.5)), year) for year in range(1, years + 1)),
        lines=tuple(round(box * year, 1) for year in range(1, years)),
        beyond=scale.beyond(ends),
        stretches=tuple(_stretches(spans, scale)),
        marks=tuple(_mark(each, scale) for each in inside),
        now=found.day if begins <= found.day < ends else None,
        now_x=scale.at(found.day),
        rows=tuple(_row(year, found, spans, days, labels) for year in range(1, years + 1)),
    )


def turned(x: float) -> float:
    """A place, counted from where people begin to read."""
    return round(WIDTH - x if spoken().from_right else x, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """From days to places; from right to left where people read that way."""

    begins: date
    ends: date

    def at(self, day: date) -> float:
        return turned(self._from_start(day))

    def beyond(self, day: date) -> tuple[float, float] | None:
        """Where what comes from a day on is drawn, and how wide; None when nothing does."""
        x, width = self.at(day), round(WIDTH - self._from_start(day), 1)
        return (0 if spoken().from_right else x, width) if width else None

    def day_at(self, unit: int) -> date:
        """The day in the middle of a unit of width, counted from the beginning."""
        return self.begins + timedelta(days=(unit + 0.5) * (self.ends - self.begins).days / WIDTH)

    def _from_start(self, day: date) -> float:
        day = min(max(day, self.begins), self.ends)
        return (day - self.begins).days * WIDTH / (self.ends - self.begins).days


def _day_of(point: Point) -> date:
    return point.done_on or point.expected_on


def _mark(point: Point, scale: _Scale) -> Mark:
    is_talk = point.milestone.kind is MilestoneKind.YEARLY_TALK
    return Mark(x=scale.at(_day_of(point)), look=_MARKS.get(point.how, "open"), is_talk=is_talk)


def _stretches(spans: Sequence[Span], scale: _Scale) -> Iterator[Stretch]:
    """What is seen of the spans: one look for each unit of width, and neighbours in one look are one."""
    for look, same in groupby(range(WIDTH), key=lambda unit: _look(spans, scale.day_at(unit))):
        units = [*same]
        if look:
            x = WIDTH - units[-1] - 1 if spoken().from_right else units[0]
            yield Stretch(x=x, width=len(units), look=look)


def _look(spans: Sequence[Span], day: date) -> str:
    """How a day is drawn; empty for one of which nothing is known, such as all that are still to come."""
    at = bisect_right(spans, day, key=lambda each: each.since) - 1
    found = spans[at] if at >= 0 and day < spans[at].until else None
    return _LOOKS.get(found.standing.phase, "") if found else ""


def _row(
    year: int, found: TenYears, spans: Sequence[Span], days: Sequence[date], labels: Labels
) -> tuple[str, str, str, str]:
    assert found.begins_on is not None  # noqa: S101 - there is no table without a beginning
    since, until = years_after(found.begins_on, year - 1), years_after(found.begins_on, year)
    did = dict.fromkeys(each.standing.phase for each in spans if each.since < until and each.until > since)
    passed = [each for each in found.points if since <= _day_of(each) < until]
    many = bisect_left(days, until) - bisect_left(days, since)
    last = until - timedelta(days=1)
    return (
        _("%(year)s, tot en met %(day)s", year=say("years.one", first=year), day=fixed(dutch_date(last))),
        comma_list([doing(phase) for phase in did]) or "–",
        comma_list([_("%(what)s: %(how)s", what=labels.of(each.milestone), how=how_far(each.how)) for each in passed])
        or "–",
        str(many),
    )
