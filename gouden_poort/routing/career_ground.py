"""What careers stand on: training of at most eight hours a week beside the job, and jobs whenever they come.

In a career the last catalogue year repeats, openings are not dated, and the employer pays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gouden_poort.catalogue.columns import Ints
from gouden_poort.catalogue.snapshot import POSITION_JOB
from gouden_poort.routing.abilities import Level
from gouden_poort.routing.kernel import entries
from gouden_poort.routing.kernel.entries import Ground
from gouden_poort.routing.kernel.ground import NEVER, UNREACHED, Arrival, Flags, Longs
from gouden_poort.routing.laws import Laws, Stay, Way
from gouden_poort.routing.network import network_of
from gouden_poort.routing.person import Person
from gouden_poort.routing.route import Route
from gouden_poort.routing.terrain import NOTHING, Answer, access_of, help_of, solve
from gouden_poort.routing.wages import LAST_WEEK

BESIDE_THE_JOB = 8
"""Hours a week."""
MOST_MOVES = 3
WEEK, MINUTE, STEP = 1_000_000, 1, 1_000
"""A move as soon as possible; then with few steps; then near by."""
LABELS = 80
PLACEMENTS = 160
EXTRAS = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A move that can be made: where to, when, and the training for it."""

    occupation: int
    position: int
    week: int
    placed: tuple[Stay, ...]


class CareerGround:
    """One person's possibilities beside and after any job."""

    def __init__(self, person: Person, laws: Laws) -> None:
        self.person = person
        self.laws = laws
        self.network = network_of(person.snapshot)
        positions = person.snapshot.columns.positions
        self.jobs: Flags = person.position_open & (positions.kind == POSITION_JOB)
        """The jobs that may be moved to; the ground below reads this very array."""
        self.laid_out = self._laid_out()

    def _laid_out(self) -> Ground:
        person, network, hours = self.person, self.network, self.person.profile.hours_per_week
        first = person.doors.position_first - np.int32(person.first_week)
        last = np.minimum(person.doors.position_last - person.first_week, LAST_WEEK - 1)
        access = access_of(person, self.jobs, first, last)
        return entries.make_ground(
            network.walked,
            network.catalogue,
            access,
            entries.make_rates(WEEK, 0, 0, MINUTE, STEP, BESIDE_THE_JOB, hours, UNREACHED, LAST_WEEK - 1),
            help_of((), person.first_week, len(person.offering_open)),
            network.held(person.held),
            person.first_week,
            LAST_WEEK - 1,
            True,
            True,
            network.chance,
        )

    @cached_property
    def _taught_after(self) -> Longs:
        """For each need after how many weeks some occupation may have taught it."""
        occupations = self.person.snapshot.columns.occupations
        taught = zip(
            occupations.experience_skills.items.tolist(), occupations.experience_levels.items.tolist(), strict=True
        )
        return self.network.weeks(zip(taught, occupations.experience_weeks.items.tolist(), strict=True), NEVER)

    def learnt_at_work(self, occupation: int, since: int) -> dict[Level, int]:
        """What doing the work teaches, and from which week."""
        occupations = self.person.snapshot.columns.occupations
        columns = (occupations.experience_skills, occupations.experience_levels, occupations.experience_weeks)
        rows = zip(*(column[occupation].tolist() for column in columns), strict=True)
        return {(skill, level): since + weeks for skill, level, weeks in rows}

    def after(self, route: Route) -> AfterRoute:
        """The stage that begins when someone is qualified."""
        return AfterRoute(self, route)

    @cached_property
    def work_teaches(self) -> bool:
        """Whether any work at all teaches something."""
        return bool((self._taught_after < NEVER).any())

    def later(self, begin: int, held: Ints) -> Arrival:
        """Learning beside the job from a week on, with all that any work may teach as if one began in it then."""
        promised = np.where(self._taught_after < NEVER, self._taught_after + begin, NEVER)
        return entries.make_arrival(self.laid_out, begin, self.network.held(held), promised)


class AfterRoute:
    """A person from the end of a route on."""

    def __init__(self, ground: CareerGround, route: Route) -> None:
        self.ground = ground
        self.begin = route.weeks_to_qualified
        rows = ground.person.snapshot.columns.offerings.id
        self._offerings = [rows.row(step.offering_id) for step in route.steps]

    @cached_property
    def held(self) -> Ints:
        """The level held of each ability when the route is over."""
        abilities = self.ground.person.abilities
        held = self.ground.person.held.astype(np.int32)
        for row in self._offerings:
            np.maximum.at(held, *abilities.given_by(row))
        return held

    @cached_property
    def _arrival(self) -> Arrival:
        return self.ground.later(self.begin, self.held)

    @cached_property
    def soonest_of_any(self) -> list[int]:
        """For each occupation the week before which no move to it can be made, whatever the work before it was."""
        soonest: list[int] = entries.soonest_jobs(self.ground.laid_out, self._arrival).tolist()
        return soonest

    def soonest_after(self, learnt: Mapping[Level, int]) -> list[int]:
        """The same when work teaches only this, and from these weeks."""
        if not self.ground.work_teaches:
            return self.soonest_of_any
        network = self.ground.network
        held, promised = network.held(self.held), network.weeks(learnt.items(), NEVER)
        arrival = entries.make_arrival(self.ground.laid_out, self.begin, held, promised)
        soonest: list[int] = entries.soonest_jobs(self.ground.laid_out, arrival).tolist()
        return soonest

    def soonest(self, occupation: int) -> int:
        """No move to an occupation can be made before this week."""
        return self.soonest_of_any[occupation]

    def gives(self, stay: Stay) -> Iterable[Level]:
        """What a step gives."""
        abilities, levels = self.ground.person.abilities.given_by(stay.row)
        return zip(abilities.tolist(), levels.tolist(), strict=True)

    def search(
        self, occupation: int, week: int, comes: Mapping[Level, int], placed: Sequence[Stay], shut: Sequence[int]
    ) -> Answer:
        """The soonest move to an occupation, not before a week, beside training that is planned already."""
        person = self.ground.person
        offerings = person.snapshot.columns.offerings
        used = np.zeros(len(offerings.id), dtype=bool)
        used[[*self._offerings, *(stay.row for stay in placed), *shut]] = True
        rows = [stay.row for stay in placed]
        taken = (
            np.array([stay.start for stay in placed], dtype=np.int64),
            np.array([stay.end for stay in placed], dtype=np.int64),
            offerings.hours_per_week[rows].astype(np.int64),
        )
        return solve(
            self.ground.laid_out,
            self._arrival,
            occupation,
            labels=LABELS,
            placements=PLACEMENTS,
            extras=EXTRAS,
            not_before=week,
            used=used,
            comes=self.ground.network.weeks(comes.items(), NEVER) if comes else NOTHING,
            taken=taken,
        )

    def refused(self, planned: Sequence[Stay], reached: Reached, comes: Mapping[Level, int]) -> tuple[list[int], bool]:
        """The offerings that the rules do not allow on a move, and whether they do not allow the work itself."""
        laws = self.ground.laws
        if not laws.are_needed:
            return [], False
        way = Way([*planned, *reached.placed], self.held, reached.occupation, comes)
        steps = [stay.row for stay in reached.placed if not laws.allow_step(stay, way)]
        return steps, not laws.allow_work(reached.position, reached.week, way)
