"""What careers stand on: training of at most eight hours a week beside the job, and jobs whenever they come.

In a career the last catalogue year repeats, openings are not dated, and the employer pays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from gouden_poort.catalogue.columns import Ints
from gouden_poort.catalogue.snapshot import POSITION_JOB
from gouden_poort.routing.abilities import LEVELS
from gouden_poort.routing.calendar import NEVER, Calendar, calendar_of
from gouden_poort.routing.earliest import Longs, soonest_weeks
from gouden_poort.routing.finish import Opening
from gouden_poort.routing.laws import Laws, Stay, Way
from gouden_poort.routing.person import Person
from gouden_poort.routing.route import Route
from gouden_poort.routing.scheduling import Money, Placed
from gouden_poort.routing.stage import Span, Stage, Tolls, useful_rows
from gouden_poort.routing.training import Level
from gouden_poort.routing.wages import LAST_WEEK

BESIDE_THE_JOB = 8
"""Hours a week."""
TOLLS = Tolls(week=1_000_000, euro=0, minute=1, step=1_000)
"""A move as soon as possible; then with few steps; then near by."""
MONEY_NO_MATTER = 1 << 60


class CareerGround:
    """One person's possibilities beside and after any job."""

    def __init__(self, person: Person, laws: Laws) -> None:
        self.person = person
        self.laws = laws
        positions, profile = person.snapshot.columns.positions, person.profile
        self._first = person.doors.position_first - person.first_week
        self._last = person.doors.position_last - person.first_week
        self._jobs = person.position_open & (positions.kind == POSITION_JOB)
        self._jobs &= positions.hours_per_week <= profile.hours_per_week

    @property
    def money(self) -> Money:
        """The employer pays."""
        return Money(
            budget_eur=MONEY_NO_MATTER,
            euro=0,
            cuts=self.person.cuts,
            least_cap_eur=MONEY_NO_MATTER,
            own_cost_floor=lambda _: 0,
        )

    @cached_property
    def _calendar(self) -> Calendar:
        rows = useful_rows(self.person, self.person.held, BESIDE_THE_JOB)
        return calendar_of(self.person, rows, 0, LAST_WEEK - 1, repeat_last_year=True)

    @cached_property
    def job_rows(self) -> Ints:
        """The jobs that may be moved to."""
        return np.flatnonzero(self._jobs).astype(np.int32)

    def openings(self, occupation: int, week: int) -> list[tuple[int, int, int]]:
        """First week (not before one), last week and row of each job of an occupation."""
        rows = self.person.snapshot.columns.occupations.positions[occupation]
        return [
            (max(week, int(self._first[row])), min(int(self._last[row]), LAST_WEEK - 1), row)
            for row in rows[self._jobs[rows]].tolist()
        ]

    def learnt_at_work(self, occupation: int, since: int) -> dict[Level, int]:
        """What doing the work teaches, and from which week."""
        occupations = self.person.snapshot.columns.occupations
        columns = (occupations.experience_skills, occupations.experience_levels, occupations.experience_weeks)
        rows = zip(*(column[occupation].tolist() for column in columns), strict=True)
        return {(skill, level): since + weeks for skill, level, weeks in rows}

    def after(self, route: Route) -> AfterRoute:
        """The stage that begins when someone is qualified."""
        return AfterRoute(self, route)

    def stage(self, held: Ints, begin: int, promised: Longs) -> Stage:
        """Learning beside the job from a week on."""
        calendar = replace(self._calendar, first=np.maximum(self._calendar.first, begin))
        span = Span(
            begin=begin,
            latest=LAST_WEEK - 1,
            hours=BESIDE_THE_JOB,
            held=held.astype(np.int8),
            tolls=TOLLS,
            budget_eur=MONEY_NO_MATTER,
            promised=promised,
        )
        return Stage(self.person, calendar, span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A move that can be made: where to, when, and the training for it."""

    occupation: int
    position: int
    week: int
    placed: tuple[Placed, ...]


class AfterRoute:
    """A person from the end of a route on."""

    def __init__(self, ground: CareerGround, route: Route) -> None:
        self.ground = ground
        self.begin = route.weeks_to_qualified
        self._offerings = [ground.person.snapshot.columns.offerings.id.row(step.offering_id) for step in route.steps]
        self._route = route

    @cached_property
    def held(self) -> Ints:
        """The level held of each ability when the route is over."""
        abilities = self.ground.person.abilities
        held = self.ground.person.held.astype(np.int32)
        for row in self._offerings:
            np.maximum.at(held, abilities.offering_gives[row], abilities.offering_give_levels[row])
        return held

    @cached_property
    def stage(self) -> Stage:
        """The stage in which all later training takes place."""
        return self.ground.stage(self.held, self.begin, self._all_that_work_may_teach())

    def _all_that_work_may_teach(self) -> Longs:
        """What any occupation could teach, as if one worked in it from the beginning: a bound, not a promise."""
        occupations = self.ground.person.snapshot.columns.occupations
        promised = np.full((self.ground.person.abilities.count, LEVELS), NEVER, dtype=np.int64)
        skills, levels = occupations.experience_skills.items, occupations.experience_levels.items
        np.minimum.at(promised, (skills, levels), self.begin + occupations.experience_weeks.items)
        table: Longs = np.minimum.accumulate(promised[:, ::-1], axis=1)[:, ::-1]
        return table

    @cached_property
    def _soonest(self) -> list[int]:
        person, table = self.ground.person, self.stage.arrival.week
        abilities, occupation = person.abilities, person.snapshot.columns.positions.occupation
        rows = self.ground.job_rows
        doors = np.maximum(soonest_weeks(table, abilities.position_asks, abilities.position_ask_levels, rows), 0)
        opened = np.full(len(person.snapshot.columns.occupations.id), NEVER, dtype=np.int64)
        np.minimum.at(opened, occupation[rows], doors)
        everywhere = np.arange(len(opened), dtype=np.int32)
        skilled = soonest_weeks(table, abilities.occupation_asks, abilities.occupation_ask_levels, everywhere)
        soonest: list[int] = np.maximum(opened, skilled).tolist()
        return soonest

    def soonest(self, occupation: int) -> int:
        """No move to an occupation can be made before this week."""
        return self._soonest[occupation]

    def gives(self, step: Placed) -> Iterable[Level]:
        """What a step gives."""
        abilities = self.ground.person.abilities
        gives = abilities.offering_gives[step.offer.row].tolist()
        return zip(gives, abilities.offering_give_levels[step.offer.row].tolist(), strict=True)

    def opening(self, first: int, last: int, position: int, needs: int) -> Opening:
        """A job as the search knows it."""
        return Opening(
            first=first,
            last=last,
            units=TOLLS.minute * int(self.ground.person.position_minutes[position]),
            position=position,
            needs=needs,
        )

    def allows(self, planned: Sequence[Placed], reached: Reached, comes: Mapping[Level, int]) -> bool:
        """Whether the rules allow a move with the training for it, beside what was planned and comes by itself."""
        laws = self.ground.laws
        if not laws.are_needed:
            return True
        before = [Stay(step.offer.row, step.start, step.end) for step in planned]
        new = [Stay(step.offer.row, step.start, step.end) for step in reached.placed]
        way = Way([*before, *new], self.held, reached.occupation, comes)
        return all(laws.allow_step(stay, way) for stay in new) and laws.allow_work(reached.position, reached.week, way)

    def is_new(self, step: Placed) -> bool:
        """Whether the route did not follow that very offering."""
        return step.offer.row not in self._offerings
