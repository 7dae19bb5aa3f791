"""One occupation as a goal: its problem, and the jobs and bbl places in which a route to it can end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from gouden_poort.catalogue.columns import Ints
from gouden_poort.catalogue.snapshot import KIND_BBL, POSITION_JOB
from gouden_poort.routing.calendar import Calendar, calendar_of
from gouden_poort.routing.finish import BBLFinish, JobFinish, Opening, Session
from gouden_poort.routing.person import Person
from gouden_poort.routing.problem import Problem, pose
from gouden_poort.routing.stage import Stage
from gouden_poort.routing.training import Level
from gouden_poort.rules.entry import Mask


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Target:
    """What the search needs to know of one occupation."""

    problem: Problem
    jobs: Sequence[JobFinish]
    bbls: Sequence[BBLFinish]


class BBLOfferings:
    """The bbl offerings a person can follow, found by the credential they award."""

    def __init__(self, person: Person) -> None:
        offerings = person.snapshot.columns.offerings
        fits = person.offering_open & (offerings.kind == KIND_BBL)
        fits &= offerings.hours_per_week <= person.profile.hours_per_week
        rows = np.flatnonzero(fits).astype(np.int32)
        self.calendar: Calendar = calendar_of(person, rows, 0, person.profile.horizon_weeks)
        self._by_credential: dict[int, list[int]] = {}
        for index, row in enumerate(rows.tolist()):
            for credential in offerings.awards[row].tolist():
                self._by_credential.setdefault(credential, []).append(index)
        self._starts: dict[int, list[int]] = {}

    def awarding(self, credential: int) -> list[int]:
        """Their places in the calendar."""
        return self._by_credential.get(credential, [])

    def starts_of(self, index: int) -> list[int]:
        """The weeks in which one may start."""
        if index not in self._starts:
            self._starts[index] = self.calendar.starts_of(index)
        return self._starts[index]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """A bbl offering with a position that trains for what it awards."""

    index: int
    row: int
    position: int
    before: tuple[Level, ...]
    gives: tuple[Level, ...]


def openings_mask(person: Person) -> Mask:
    """Positions whose door can ever be open to the person within the horizon, holdings not yet asked."""
    positions = person.snapshot.columns.positions
    last = np.minimum(person.position_last, person.profile.horizon_weeks)
    fits: Mask = person.position_open & (person.position_first <= last)
    return fits & (positions.hours_per_week <= person.profile.hours_per_week)


def aim(stage: Stage, bbl: BBLOfferings, occupation: int, positions: Iterable[int]) -> Target:
    """Make an occupation with the positions that suit the person into a target."""
    person, abilities = stage.person, stage.person.abilities
    kinds = person.snapshot.columns.positions.kind
    wanted = stage.beyond(abilities.occupation_asks[occupation], abilities.occupation_ask_levels[occupation])
    asked = {
        position: stage.beyond(abilities.position_asks[position], abilities.position_ask_levels[position])
        for alike in _alike(person, positions)
        for position in _unbeaten(person, alike)
    }
    jobs = {position: asks for position, asks in asked.items() if kinds[position] == POSITION_JOB}
    pairs = [
        pair
        for position, asks in asked.items()
        if kinds[position] != POSITION_JOB
        for pair in _pairs(stage, bbl, position, asks)
    ]
    needs = [*wanted, *(need for asks in jobs.values() for need in asks), *(need for p in pairs for need in p.before)]
    problem = pose(stage, needs)
    return Target(
        problem=problem,
        jobs=_job_finishes(person, problem, problem.mask(wanted), jobs),
        bbls=_bbl_finishes(person, bbl, problem, wanted, pairs),
    )


def _alike(person: Person, positions: Iterable[int]) -> Iterable[list[int]]:
    """Positions of one kind that train for the same and ask the same."""
    columns, abilities = person.snapshot.columns.positions, person.abilities
    groups: dict[tuple[int, int, bytes, bytes], list[int]] = {}
    for position in positions:
        key = (
            int(columns.kind[position]),
            int(columns.credential[position]),
            abilities.position_asks[position].tobytes(),
            abilities.position_ask_levels[position].tobytes(),
        )
        groups.setdefault(key, []).append(position)
    return groups.values()


def _unbeaten(person: Person, alike: Iterable[int]) -> Iterable[int]:
    """Of positions that are alike those that no other beats in travel, hours and the time they are open."""
    kept: list[tuple[int, int, int]] = []
    hours = person.snapshot.columns.positions.hours_per_week
    offers = sorted(
        (int(person.position_minutes[each]), int(hours[each]), int(person.position_first[each]), each) for each in alike
    )
    for _, load, first, position in offers:
        last = min(int(person.position_last[position]), person.profile.horizon_weeks)
        if not any(other <= load and begin <= first and end >= last for other, begin, end in kept):
            kept.append((load, first, last))
            yield position


def _job_finishes(person: Person, problem: Problem, wanted: int, jobs: dict[int, list[Level]]) -> list[JobFinish]:
    prices = person.prices
    openings = [
        Opening(
            first=int(person.position_first[position]),
            last=int(person.position_last[position]),
            units=prices.minute * int(person.position_minutes[position]),
            position=position,
            needs=problem.mask(asks) & ~wanted,
        )
        for position, asks in jobs.items()
    ]
    openings.sort(key=lambda opening: opening.needs)
    return [
        JobFinish(
            after=wanted | needs,
            openings=list(alike),
            all_openings=openings,
            week=prices.week + prices.qualified,
            begin=0,
            latest=person.profile.horizon_weeks,
            hours=person.profile.hours_per_week,
        )
        for needs, alike in groupby(openings, key=lambda opening: opening.needs)
    ]


def _pairs(stage: Stage, bbl: BBLOfferings, position: int, asks: list[Level]) -> list[_Pair]:
    person, abilities = stage.person, stage.person.abilities
    columns = person.snapshot.columns
    room = person.profile.hours_per_week - int(columns.positions.hours_per_week[position])
    found = []
    for index in bbl.awarding(int(columns.positions.credential[position])):
        row = int(bbl.calendar.rows[index])
        if columns.offerings.hours_per_week[row] <= room and bbl.starts_of(index):
            own = stage.beyond(abilities.offering_asks[row], abilities.offering_ask_levels[row])
            gives = stage.beyond(abilities.offering_gives[row], abilities.offering_give_levels[row])
            before = tuple(sorted({*asks, *own}))
            found.append(_Pair(index=index, row=row, position=position, before=before, gives=tuple(gives)))
    return found


def _bbl_finishes(
    person: Person, bbl: BBLOfferings, problem: Problem, wanted: Sequence[Level], pairs: Sequence[_Pair]
) -> list[BBLFinish]:
    everything = problem.mask(wanted)
    asked = {before: problem.mask(before) for before in {pair.before for pair in pairs}}
    left = {gives: everything & ~problem.met_by(gives, wanted) for gives in {pair.gives for pair in pairs}}
    groups: dict[tuple[int, int], list[_Pair]] = {}
    for pair in pairs:
        groups.setdefault((asked[pair.before], left[pair.gives]), []).append(pair)
    found = []
    for (before, after), alike in sorted(groups.items()):
        sessions = _not_beaten(session for pair in alike for session in _sessions(person, bbl, pair))
        if sessions:
            found.append(
                BBLFinish(before=before, after=after, sessions=sessions, begin=0, hours=person.profile.hours_per_week)
            )
    return found


def _sessions(person: Person, bbl: BBLOfferings, pair: _Pair) -> Iterable[Session]:
    prices, columns = person.prices, person.snapshot.columns
    weeks = int(columns.offerings.weeks[pair.row])
    own = int(person.offering_own_eur[pair.row])
    travel = int(person.offering_minutes[pair.row]) + int(person.position_minutes[pair.position])
    hours = int(columns.offerings.hours_per_week[pair.row]) + int(columns.positions.hours_per_week[pair.position])
    first, last = int(person.position_first[pair.position]), int(person.position_last[pair.position])
    for start in bbl.starts_of(pair.index):
        if first <= start <= last:
            units = prices.effort(
                weeks_to_work=start,
                weeks_to_qualified=start + weeks,
                own_cost_eur=own,
                travel_minutes=travel,
                steps=1,
            )
            yield Session(
                start=start,
                end=start + weeks,
                hours=hours,
                units=units,
                own_eur=own,
                row=pair.row,
                position=pair.position,
            )


def _not_beaten(sessions: Iterable[Session]) -> list[Session]:
    """For each bbl offering and start the positions that no other beats in both hours and effort."""
    kept: list[Session] = []
    in_order = sorted(sessions, key=lambda s: (s.row, s.start, s.units, s.hours, s.position))
    for _, alike in groupby(in_order, key=lambda s: (s.row, s.start)):
        lightest = None
        for session in alike:
            if lightest is None or session.hours < lightest:
                kept.append(session)
                lightest = session.hours
    return kept


def positions_of(person: Person, occupation: int, fitting: Mask) -> Ints:
    """The positions of an occupation that are in a mask."""
    rows = person.snapshot.columns.occupations.positions[occupation]
    return rows[fitting[rows]]
