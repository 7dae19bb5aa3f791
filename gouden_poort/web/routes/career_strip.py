"""The ten years after the start, year by year: what someone does, earns and learns."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.route import Career, Move, Route
from gouden_poort.web.filters import euros
from gouden_poort.web.language import fixed
from gouden_poort.web.wording import and_list, say
from gouden_poort.web.words.names import Names

YEARS = 10
NOTABLE = 0.02
"""The part of ten years' wages above which a difference is worth a sentence."""
_BOX = 34
_WEEKS = 52 * YEARS


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of the strip in one look: `learn`, or `job-1` to `job-4`."""

    x: float
    width: float
    look: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A moment on which something changes, with its letter under the strip."""

    letter: str
    x: float
    when: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """What someone does at the end of a year, and earns a month by then (gross, None while not paid)."""

    number: int
    words: str
    wage_month_eur: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerStrip:
    """The strip with the facts that stand below it."""

    stretches: tuple[Stretch, ...]
    events: tuple[Event, ...]
    years: tuple[Year, ...]
    title: str
    description: str

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """The years as a table; years that say the same share a row."""
        rows = []
        for (words, wage), same in groupby(self.years, key=lambda year: (year.words, year.wage_month_eur)):
            numbers = [year.number for year in same]
            span = say("years.one" if len(numbers) == 1 else "years.span", first=numbers[0], last=numbers[-1])
            rows.append((span, words, say("years.unpaid") if wage is None else fixed(euros(wage))))
        return tuple(rows)


def career_strip(snapshot: Snapshot, profile: Profile, route: Route) -> CareerStrip:
    """The ten years of a route whose career is filled in; without one, the first work goes on."""
    names = Names(snapshot)
    moves = route.career.moves if route.career else ()
    jobs = [(route.weeks_to_work, route.target_occupation_id)]
    jobs += [((move.start_date - profile.available_from).days // 7, move.occupation_id) for move in moves]
    return CareerStrip(
        stretches=_stretches(route, [start for start, _ in jobs]),
        events=_events(profile, route, moves, names),
        years=tuple(_year(number, snapshot, route, jobs, names) for number in range(1, YEARS + 1)),
        title=say("years.title"),
        description=say("years.desc", occupation=names.work(jobs[-1][1])),
    )


def other_moves_at_most(career: Career) -> int | None:
    """What ten years earn at the most with other moves, in whole thousands; None where that is hardly more."""
    if career.at_most_eur - career.value_eur < NOTABLE * career.value_eur:
        return None
    return math.ceil(career.at_most_eur / 1000) * 1000


def _stretches(route: Route, starts: list[int]) -> tuple[Stretch, ...]:
    """Learning up to qualified in gold, over the work that may already have begun."""
    ends = [*starts[1:], _WEEKS]
    work = [
        Stretch(x=_x(start), width=_x(end) - _x(start), look=f"job-{n}")
        for n, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]
    learn = [Stretch(x=0, width=_x(route.weeks_to_qualified), look="learn")] if route.weeks_to_qualified else []
    return (*work, *learn)


def _events(profile: Profile, route: Route, moves: tuple[Move, ...], names: Names) -> tuple[Event, ...]:
    first = say("event.start", occupation=names.work(route.target_occupation_id))
    told = [(route.placement.start_date, first), *((move.start_date, _move_words(move, names)) for move in moves)]
    return tuple(
        Event(letter=letter, x=_x((when - profile.available_from).days // 7), when=when, words=words)
        for letter, (when, words) in zip("ABCD", told, strict=False)
    )


def _move_words(move: Move, names: Names) -> str:
    occupation = names.work(move.occupation_id)
    if not move.steps:
        return say("event.move", occupation=occupation)
    courses = and_list([names.offering(step.offering_id) for step in move.steps])
    return say("event.move.courses", occupation=occupation, courses=courses)


def _year(number: int, snapshot: Snapshot, route: Route, jobs: list[tuple[int, str]], names: Names) -> Year:
    week = number * 52 - 1
    if week < route.weeks_to_work:
        return Year(number=number, words=say("year.learning"), wage_month_eur=None)
    if week < route.weeks_to_qualified:
        positions = snapshot.columns.positions
        wage = int(positions.wage_month_eur[positions.id.row(route.placement.position_id)])
        return Year(number=number, words=say("year.learn_work"), wage_month_eur=wage)
    occupation_id = [job for start, job in jobs if start <= week][-1]
    occupations = snapshot.columns.occupations
    wage = int(occupations.wage_month_eur[occupations.id.row(occupation_id)])
    return Year(number=number, words=say("year.working", occupation=names.work(occupation_id)), wage_month_eur=wage)


def _x(week: int) -> float:
    return round(min(week, _WEEKS) * _BOX / 52, 1)
