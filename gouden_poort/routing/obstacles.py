"""What is in the way of an occupation for which there is no route now, by looking at the nearest work and training."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from gouden_poort.catalogue.columns import Ints
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.abilities import Level
from gouden_poort.routing.person import Person
from gouden_poort.routing.planner import Planner
from gouden_poort.rules.book.rule import Rule, RuleKind
from gouden_poort.rules.case.verdict import Outcome, Verdict
from gouden_poort.rules.entry import Mask
from gouden_poort.rules.judge import verdicts
from gouden_poort.rules.language.words import Facts
from gouden_poort.rules.opening import not_grown


class ObstacleKind(Enum):
    """Why there is no way now."""

    NO_WORK = "no_work"
    """No company of the catalogue has this work."""
    WORK_TOO_FAR = "work_too_far"
    WORK_CLOSED = "work_closed"
    """Rules close the nearest work."""
    TRAINING_TOO_FAR = "training_too_far"
    TRAINING_CLOSED = "training_closed"
    """Rules close the nearest training that gives something that is needed."""
    NOT_TAUGHT = "not_taught"
    """Something is needed that no training of the catalogue gives."""
    TOO_LITTLE = "too_little"
    """Everything is there, but it does not fit in the time, the hours or the money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """One thing in the way, with what it was found at."""

    kind: ObstacleKind
    offering_id: str = ""
    position_id: str = ""
    minutes: int = 0
    """One way, to the nearest."""
    needs: tuple[Level, ...] = ()
    """Abilities (by number) with their levels that cannot be reached."""
    verdicts: tuple[Verdict, ...] = ()
    """What closes it."""


def obstacles(snapshot: Snapshot, profile: Profile, occupation_id: str) -> tuple[Obstacle, ...]:
    """What is in the way; never empty when there is no route."""
    occupation = snapshot.columns.occupations.id.row(occupation_id)
    seen = _Seen(Planner(snapshot, profile), occupation)
    found = (*seen.at_work(), *seen.in_training()) or tuple(seen.held_back())
    return found or (Obstacle(kind=ObstacleKind.TOO_LITTLE),)


class _Seen:
    """One occupation through the eyes of one person."""

    def __init__(self, planner: Planner, occupation: int) -> None:
        self._planner = planner
        self._occupation = occupation
        self._today: Facts = planner.judge.person(self._person.profile, self._person.profile.available_from)
        self._facts: Facts = not_grown(self._today)
        """What can still be learnt counts as not known, so that it closes nothing."""
        self._work_open, self._training_open = self._open_in_time()

    @property
    def _person(self) -> Person:
        return self._planner.person

    def _open_in_time(self) -> tuple[Mask, Mask]:
        """Work and training whose doors are open in some week that counts."""
        person, horizon = self._person, self._person.profile.horizon_weeks
        work = person.position_open & (person.position_first <= np.minimum(person.position_last, horizon))
        training = person.offering_open & (person.offering_first <= np.minimum(person.offering_last, horizon))
        return work, training & (person.offering_last >= 0)

    def at_work(self) -> Iterable[Obstacle]:
        """What is wrong with the work itself."""
        person = self._person
        positions = person.snapshot.columns.positions
        rows = self._work()
        if not len(rows):
            yield Obstacle(kind=ObstacleKind.NO_WORK)
            return
        if self._work_open[rows].any():
            return
        row = _nearest(rows, person.position_minutes)
        where = Obstacle(
            kind=ObstacleKind.WORK_CLOSED, position_id=positions.id[row], minutes=int(person.position_minutes[row])
        )
        if where.minutes > person.profile.max_travel_minutes:
            yield _as(where, ObstacleKind.WORK_TOO_FAR)
        facts = self._planner.judge.work(self._facts, position=row, occupation=self._occupation)
        closing = self._closing(self._planner.judge.placement_rules, facts)
        if closing:
            yield _as(where, ObstacleKind.WORK_CLOSED, closing)

    def _work(self) -> Ints:
        """The work of the occupation: with a free place if there is any."""
        columns = self._person.snapshot.columns
        rows = columns.occupations.positions[self._occupation]
        free = rows[columns.positions.capacity[rows] >= 1]
        return free if len(free) else rows

    def in_training(self) -> Iterable[Obstacle]:
        """What is needed and cannot be learnt, with the nearest training that teaches it; then what that asks."""
        person, abilities = self._person, self._person.abilities
        needs = self._wanted()
        told: set[int] = set()
        for need in needs:  # grows while it is walked through
            if self._planner.is_in_reach(need):
                continue
            rows = self._person.abilities.giving(need)
            if not len(rows):
                yield Obstacle(kind=ObstacleKind.NOT_TAUGHT, needs=(need,))
                continue
            is_open = self._training_open[rows]
            row = _nearest(rows[is_open] if is_open.any() else rows, person.offering_minutes)
            if row in told:
                continue
            told.add(row)
            if is_open.any():
                asked = person.lacking(*abilities.asked_by(row))
                needs += [one for one in asked if one not in needs]
            else:
                yield from self._at_training(row, need)

    def held_back(self) -> Iterable[Obstacle]:
        """Where nothing else is wrong: open work and training that rules close with what is held today."""
        person, judge = self._person, self._planner.judge
        columns = person.snapshot.columns
        work = self._work()
        work = work[self._work_open[work]]
        for row in [_nearest(work, person.position_minutes)] if len(work) else []:
            closing = self._closing(judge.placement_laws, judge.work(self._today, position=row))
            if closing:
                where = Obstacle(kind=ObstacleKind.WORK_CLOSED, position_id=columns.positions.id[row])
                yield replace(where, minutes=int(person.position_minutes[row]), verdicts=closing)
        for need in self._wanted():
            rows = self._person.abilities.giving(need)
            rows = rows[self._training_open[rows]]
            for row in [_nearest(rows, person.offering_minutes)] if len(rows) else []:
                facts = judge.step(self._today, row, occupation=self._occupation)
                closing = self._closing(judge.step_laws, facts)
                if closing:
                    where = Obstacle(kind=ObstacleKind.TRAINING_CLOSED, offering_id=columns.offerings.id[row])
                    yield replace(where, minutes=int(person.offering_minutes[row]), needs=(need,), verdicts=closing)

    def _wanted(self) -> list[Level]:
        """What the occupation asks, and the nearest work that is open, as far as it is not held."""
        person, abilities = self._person, self._person.abilities
        wanted = person.lacking(*abilities.asked_for(self._occupation))
        rows = self._work()
        rows = rows[self._work_open[rows]]
        if len(rows):
            row = _nearest(rows, person.position_minutes)
            wanted += person.lacking(*abilities.asked_at(row))
        return list(dict.fromkeys(wanted))

    def _at_training(self, row: int, need: Level) -> Iterable[Obstacle]:
        person = self._person
        where = Obstacle(
            kind=ObstacleKind.TRAINING_CLOSED,
            offering_id=person.snapshot.columns.offerings.id[row],
            minutes=int(person.offering_minutes[row]),
            needs=(need,),
        )
        if where.minutes > person.profile.max_travel_minutes:
            yield _as(where, ObstacleKind.TRAINING_TOO_FAR)
        closing = self._closing(
            self._planner.judge.step_rules, self._planner.judge.step(self._facts, row, occupation=self._occupation)
        )
        if closing:
            yield _as(where, ObstacleKind.TRAINING_CLOSED, closing)

    def _closing(self, rules: Iterable[Rule], facts: Facts) -> tuple[Verdict, ...]:
        admissions = (rule for rule in rules if rule.kind is RuleKind.ADMISSION)
        day = self._person.profile.available_from
        return tuple(one for one in verdicts(admissions, facts, day) if one.outcome is Outcome.NO)


def _nearest(rows: Ints, minutes: Ints) -> int:
    return int(rows[np.argmin(minutes[rows])])


def _as(where: Obstacle, kind: ObstacleKind, closing: tuple[Verdict, ...] = ()) -> Obstacle:
    return replace(where, kind=kind, verdicts=closing)
