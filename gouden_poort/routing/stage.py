"""A stage of learning: someone from a week on, with hours to spend, what they hold, and what they can follow.

A route is one stage (from week 0 with the person's own hours); learning beside a job later is another.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouden_poort.catalogue.columns import Bytes, Ints
from gouden_poort.catalogue.snapshot import KIND_BBL
from gouden_poort.routing.calendar import NEVER, Calendar, calendar_of
from gouden_poort.routing.earliest import Arrival, arrive
from gouden_poort.routing.person import Person, taken
from gouden_poort.routing.training import Level, Offer, Training, training_of
from gouden_poort.rules.entry import Mask


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolls:
    """What counts as effort for a step, in units; at work the employer pays and only time counts."""

    euro: int
    minute: int
    step: int


class Stage:
    """Answers what gives an ability, and when at the soonest; trainings are prepared when first asked for."""

    def __init__(
        self,
        person: Person,
        calendar: Calendar,
        *,
        held: Bytes,
        begin: int,
        latest: int,
        hours: int,
        tolls: Tolls,
        promised: Ints | None = None,
    ) -> None:
        self.person = person
        self.held = held
        self.begin = begin
        self.latest = latest
        self.hours = hours
        self._tolls = tolls
        self._promised = promised
        self._calendar = calendar
        self._arrival: Arrival = arrive(person.abilities, calendar, held, begin, promised)
        self._trainings: dict[int, Training] = {}
        numbers = person.abilities.training[calendar.rows]
        self._members = np.argsort(numbers, kind="stable")
        self._numbers, self._first_members = np.unique(numbers[self._members], return_index=True)
        self._index_givers()

    def soonest(self, ability: int, level: int) -> int:
        """The soonest week in which an ability can be held at a level; `NEVER` when it cannot."""
        return int(self._arrival.held[ability, level])

    def comes(self, ability: int, level: int) -> int:
        """The week in which an ability comes without training, `NEVER` when it does not."""
        return NEVER if self._promised is None else int(self._promised[ability, level])

    @property
    def soonest_table(self) -> Ints:
        """All of `soonest` at once: by ability, then level."""
        return self._arrival.held

    def soonest_end(self, index: int) -> int:
        """The soonest end of the offering at that index of the calendar."""
        return int(self._arrival.ends[index])

    def givers(self, ability: int, level: int) -> list[int]:
        """The numbers of the trainings that give an ability at that level or higher and can be finished."""
        low, high = np.searchsorted(self._given, (ability, ability + 1))
        return [giver for giver, at in self._givers[low:high] if at >= level]

    def training(self, number: int) -> Training:
        """A training with its offers; only those that can be finished may be asked for."""
        if number not in self._trainings:
            self._trainings[number] = self._prepared(number)
        return self._trainings[number]

    def _index_givers(self) -> None:
        ends = self._arrival.ends[self._members]
        first = self._first_members
        reached = np.minimum.reduceat(ends, first) < NEVER if len(first) else np.zeros(0, dtype=bool)
        numbers = self._numbers[reached]
        abilities = self.person.abilities
        places, owners = taken(abilities.offering_gives, self._calendar.rows[self._members[first[reached]]])
        ability, level = abilities.offering_gives.items[places], abilities.offering_give_levels.items[places]
        beyond = np.flatnonzero(level > self.held[ability])
        order = beyond[np.argsort(ability[beyond], kind="stable")]
        self._given = ability[order]
        self._givers: list[tuple[int, int]] = list(
            zip(numbers[owners[order]].tolist(), level[order].tolist(), strict=True)
        )

    def _prepared(self, number: int) -> Training:
        place = int(np.searchsorted(self._numbers, number))
        low = self._first_members[place]
        high = self._first_members[place + 1] if place + 1 < len(self._numbers) else len(self._members)
        indices = [i for i in self._members[low:high].tolist() if self._arrival.ends[i] < NEVER]
        row = int(self._calendar.rows[indices[0]])
        abilities = self.person.abilities
        return training_of(
            number=number,
            asks=self.beyond(abilities.offering_asks[row], abilities.offering_ask_levels[row]),
            gives=self.beyond(abilities.offering_gives[row], abilities.offering_give_levels[row]),
            offers=[self._offer(index) for index in indices],
            begin=self.begin,
            latest=self.latest,
        )

    def beyond(self, abilities: Ints, levels: Ints) -> list[Level]:
        """What of a list of abilities is not held when the stage begins."""
        pairs = zip(abilities.tolist(), levels.tolist(), strict=True)
        return [(ability, level) for ability, level in pairs if level > self.held[ability]]

    def _offer(self, index: int) -> Offer:
        row = int(self._calendar.rows[index])
        offerings = self.person.snapshot.columns.offerings
        own, tolls = int(self.person.offering_own_eur[row]), self._tolls
        return Offer(
            row=row,
            starts=self._calendar.starts_of(index),
            weeks=int(offerings.weeks[row]),
            hours=int(offerings.hours_per_week[row]),
            own_eur=own,
            units=tolls.euro * own + tolls.minute * int(self.person.offering_minutes[row]) + tolls.step,
        )


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
    rows = useful_rows(person, person.held, profile.hours_per_week)
    calendar = calendar_of(person, rows, 0, profile.horizon_weeks)
    return Stage(
        person,
        calendar,
        held=person.held,
        begin=0,
        latest=profile.horizon_weeks,
        hours=profile.hours_per_week,
        tolls=Tolls(euro=prices.euro, minute=prices.minute, step=prices.step),
    )
