"""A stage of learning: someone from a week on, with hours to spend, what they hold, and what they can follow.

A route is one stage (from week 0 with the person's own hours); learning beside a job later is another.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouden_poort.catalogue.columns import Bytes, Ints
from gouden_poort.catalogue.snapshot import KIND_BBL
from gouden_poort.routing.calendar import NEVER, Calendar, calendar_of
from gouden_poort.routing.earliest import Arrival, Longs, Pass
from gouden_poort.routing.person import Person, taken
from gouden_poort.routing.training import Least, Level, Offer, Training
from gouden_poort.rules.entry import Mask


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolls:
    """What counts as effort, in units. At work the employer pays, and only time counts."""

    week: int
    euro: int
    minute: int
    step: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Span:
    """From when to when steps may start, with how many hours a week, what is held, and how much may be spent."""

    begin: int
    latest: int
    hours: int
    held: Bytes
    tolls: Tolls
    budget_eur: int
    promised: Longs | None = None
    """For each ability and level the soonest week in which it may come without training."""


class Stage:
    """Answers what gives an ability, and when at the soonest; trainings are prepared when first asked for."""

    def __init__(self, person: Person, calendar: Calendar, span: Span) -> None:
        self.person = person
        self.span = span
        self._calendar = calendar
        self._units = self._row_units()
        self._arrival = self._arrive()
        self._trainings: dict[int, Training] = {}
        self._givers_of: dict[Level, list[int]] = {}
        self._group()

    @property
    def arrival(self) -> Arrival:
        """What it takes at the least to have each ability."""
        return self._arrival

    def soonest(self, ability: int, level: int) -> int:
        """The soonest week in which an ability can be held at a level; `NEVER` when it cannot."""
        return int(self._arrival.week[ability, level])

    def givers(self, ability: int, level: int) -> list[int]:
        """The numbers of the trainings that give an ability at that level or higher and can be finished."""
        found = self._givers_of.get((ability, level))
        if found is None:
            low, high = np.searchsorted(self._given, (ability, ability + 1))
            found = [giver for giver, at in self._givers[low:high] if at >= level]
            self._givers_of[ability, level] = found
        return found

    def training(self, number: int) -> Training:
        """A training with its offers; only those that can be finished may be asked for."""
        if number not in self._trainings:
            self._trainings[number] = self._prepared(number)
        return self._trainings[number]

    def beyond(self, abilities: Ints, levels: Ints) -> list[Level]:
        """What of a list of abilities is not held when the stage begins."""
        pairs = zip(abilities.tolist(), levels.tolist(), strict=True)
        held = self.span.held
        return [(ability, level) for ability, level in pairs if level > held[ability]]

    def _row_units(self) -> Longs:
        person, rows, tolls = self.person, self._calendar.rows, self.span.tolls
        units: Longs = tolls.euro * person.offering_own_eur[rows].astype(np.int64)
        return units + tolls.minute * person.offering_minutes[rows].astype(np.int64) + tolls.step

    def _arrive(self) -> Arrival:
        span, rows, offerings = self.span, self._calendar.rows, self.person.snapshot.columns.offerings
        hours = offerings.weeks[rows].astype(np.int64) * offerings.hours_per_week[rows]
        priced = self._units + (hours * (span.tolls.week // span.hours) if span.hours else 0)
        own = self.person.offering_own_eur[rows].astype(np.int64) if span.tolls.euro else np.zeros_like(hours)
        return Pass(self.person.abilities, self._calendar, span.held).arrive(span.begin, priced, own, span.promised)

    def _group(self) -> None:
        """Sort the rows that can be finished and paid by training, and find the trainings by what they give."""
        abilities, rows = self.person.abilities, self._calendar.rows
        reached = (self._arrival.row_week < NEVER) & (self._arrival.row_own_eur <= self.span.budget_eur)
        indices = np.flatnonzero(reached)
        numbers = abilities.training[rows[indices]]
        self._members = indices[np.argsort(numbers, kind="stable")]
        self._numbers, self._firsts = np.unique(np.sort(numbers), return_index=True)
        self._place = {number: place for place, number in enumerate(self._numbers.tolist())}
        self._leasts = self._least_values()
        self._residues = self._least_residues()
        places, owners = taken(abilities.offering_gives, rows[self._members[self._firsts]])
        ability, level = abilities.offering_gives.items[places], abilities.offering_give_levels.items[places]
        beyond = np.flatnonzero(level > self.span.held[ability])
        order = beyond[np.argsort(ability[beyond], kind="stable")]
        self._given = ability[order]
        self._givers: list[tuple[int, int]] = list(
            zip(self._numbers[owners[order]].tolist(), level[order].tolist(), strict=True)
        )

    def _least_values(self) -> list[Least]:
        if not len(self._members):
            return []
        offerings, rows = self.person.snapshot.columns.offerings, self._calendar.rows[self._members]
        columns: dict[str, Ints | Longs] = {
            "units": self._units[self._members],
            "own_eur": self.person.offering_own_eur[rows],
            "weeks": offerings.weeks[rows],
            "hours_in_all": offerings.weeks[rows] * offerings.hours_per_week[rows],
            "first_end": self._arrival.row_week[self._members],
            "route_units": self._arrival.row_units[self._members],
        }
        least = [np.minimum.reduceat(column, self._firsts).tolist() for column in columns.values()]
        return [Least(**dict(zip(columns, values, strict=True))) for values in zip(*least, strict=True)]

    def _least_residues(self) -> Longs:
        if not len(self._members) or not self.span.tolls.euro:
            return np.zeros((len(self._firsts), 1), dtype=np.int64)
        rows = self._calendar.rows[self._members]
        residues = self.person.cuts.residues(rows, self.person.snapshot.columns.offerings.cost_eur)
        least: Longs = np.minimum.reduceat(residues, self._firsts, axis=0)
        return least

    def _prepared(self, number: int) -> Training:
        place = self._place[number]
        low = self._firsts[place]
        high = self._firsts[place + 1] if place + 1 < len(self._numbers) else len(self._members)
        indices = self._members[low:high].tolist()
        row = int(self._calendar.rows[indices[0]])
        abilities = self.person.abilities
        return Training(
            number=number,
            asks=self.beyond(abilities.offering_asks[row], abilities.offering_ask_levels[row]),
            gives=self.beyond(abilities.offering_gives[row], abilities.offering_give_levels[row]),
            least=self._leasts[place],
            residues=self._residues[place],
            begin=self.span.begin,
            latest=self.span.latest,
            week=self.span.tolls.week,
            offers=lambda: [self._offer(index) for index in indices],
        )

    def _offer(self, index: int) -> Offer:
        row = int(self._calendar.rows[index])
        offerings = self.person.snapshot.columns.offerings
        starts = self._calendar.starts_of(index)
        paid_from, is_dated = self._paying_weeks(row, starts) if self.span.tolls.euro else ((), False)
        return Offer(
            row=row,
            starts=starts,
            weeks=int(offerings.weeks[row]),
            hours=int(offerings.hours_per_week[row]),
            cost_eur=int(offerings.cost_eur[row]),
            own_eur=int(self.person.offering_own_eur[row]),
            units=int(self._units[index]),
            paid_from=paid_from,
            is_dated=is_dated,
        )

    def _paying_weeks(self, row: int, starts: list[int]) -> tuple[tuple[int, ...], bool]:
        """From which later weeks a scheme begins to pay an offering, and whether that differs at all."""
        first_week = self.person.first_week
        paying = [scheme for scheme in self.person.schemes if scheme.limits_eur[row] > 0]
        begins = {scheme.first_week - first_week for scheme in paying if scheme.last_week - first_week >= starts[0]}
        is_dated = any(week > starts[0] for week in begins)
        is_dated |= any(scheme.last_week - first_week < starts[-1] for scheme in paying)
        return tuple(sorted(week for week in begins if starts[0] < week <= starts[-1])), is_dated


def useful_rows(person: Person, held: Bytes, hours: int) -> Ints:
    """Open offerings that give something new within the hours; bbl is no step on the way, so never among them."""
    offerings, abilities = person.snapshot.columns.offerings, person.abilities
    gives_new: Mask = np.zeros(len(offerings.id), dtype=bool)
    new = abilities.offering_give_levels.items > held[abilities.offering_gives.items]
    gives_new[abilities.offering_gives.owners()[new]] = True
    useful = person.offering_open & gives_new & (offerings.kind != KIND_BBL) & (offerings.hours_per_week <= hours)
    return np.flatnonzero(useful).astype(np.int32)


def route_stage(person: Person) -> Stage:
    """The stage before the placement."""
    profile, prices = person.profile, person.prices
    last_of_catalogue = person.snapshot.horizon_weeks - 1 - person.first_week
    span = Span(
        begin=0,
        latest=max(-1, min(profile.horizon_weeks, last_of_catalogue)),
        hours=profile.hours_per_week,
        held=person.held,
        tolls=Tolls(week=prices.week, euro=prices.euro, minute=prices.minute, step=prices.step),
        budget_eur=profile.budget_eur,
    )
    rows = useful_rows(person, person.held, span.hours)
    return Stage(person, calendar_of(person, rows, span.begin, span.latest), span)
