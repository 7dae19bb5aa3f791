"""What the rules say of a schedule, judged with what is held when each step begins.

Doors are opened with what may still be gained; only here is it known what has been gained by then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

import numpy as np

from gouden_poort.catalogue.columns import Ints
from gouden_poort.profiles.levels import CEFR
from gouden_poort.routing.person import Person
from gouden_poort.rules.book.rule import Rule
from gouden_poort.rules.entry import Holdings, Mask
from gouden_poort.rules.judge import WORK, Judge, shutting, subjects_of
from gouden_poort.rules.language.words import Facts


class Stay(NamedTuple):
    """An offering row, its start and its end, in weeks of the person."""

    row: int
    start: int
    end: int


class Way(NamedTuple):
    """All stays on the way to an occupation, and what was held of each ability before any of them."""

    stays: Sequence[Stay]
    held: Ints
    occupation: int


class Laws:
    """Judges the steps of schedules of one person; remembers what it shut."""

    def __init__(self, judge: Judge, person: Person) -> None:
        self._judge = judge
        self._person = person
        self._known: dict[tuple[object, ...], tuple[Rule, ...]] = {}
        self.shut_offerings: Mask = np.zeros(len(person.offering_open), dtype=bool)
        self.shut_positions: Mask = np.zeros(len(person.position_open), dtype=bool)

    @cached_property
    def _pair_laws(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self._judge.step_laws if subjects_of(rule) & WORK)

    @property
    def has_shut(self) -> bool:
        """Whether any door was found shut."""
        return bool(self.shut_offerings.any() or self.shut_positions.any())

    def allow_step(self, stay: Stay, way: Way, *, position: int | None = None) -> bool:
        """Whether a step may be taken on its way; a bbl step is worked at a position."""
        laws = () if self._person.doors.offering_sure[stay.row] else self._judge.step_laws
        if position is not None and not laws:
            laws = self._pair_laws
        if not laws:
            return True
        holdings = self._holdings(way, stay.start)
        person = self._facts(holdings, stay.start)
        facts = self._judge.step(person, stay.row, position=position, occupation=way.occupation)
        broken = self._broken(laws, facts, stay.start, holdings, (stay.row, position, way.occupation))
        for rule in broken:
            self._shut_like(rule, stay, position, facts)
        return not broken

    def allow_work(self, position: int, week: int, way: Way) -> bool:
        """Whether work may begin at a position in a week, after the steps of a way that are over by then."""
        if self._person.doors.position_sure[position]:
            return True
        holdings = self._holdings(way, week)
        facts = self._judge.work(self._facts(holdings, week), position=position, occupation=way.occupation)
        broken = self._broken(self._judge.placement_laws, facts, week, holdings, (position, way.occupation))
        for rule in broken:
            self.shut_positions |= ~self._judge.position_doors.judge(facts, self._day(week)).possibly(rule.id)
            self.shut_positions[position] = True
        return not broken

    def _shut_like(self, rule: Rule, stay: Stay, position: int | None, facts: Facts) -> None:
        """Shut whatever the same rule shuts with the same things held; of a pair the place where one works."""
        if subjects_of(rule) & WORK:
            self.shut_positions[[] if position is None else [position]] = True
            return
        judged = self._judge.offering_doors.judge(facts, self._day(stay.start))
        self.shut_offerings |= ~judged.possibly(rule.id)
        self.shut_offerings[stay.row] = True

    def _broken(
        self, laws: Iterable[Rule], facts: Facts, week: int, holdings: Holdings, what: tuple[int | None, ...]
    ) -> tuple[Rule, ...]:
        skills = frozenset(holdings.skills.items())
        key = (what, week, skills, holdings.credentials, holdings.cefr, holdings.nlqf)
        if key not in self._known:
            self._known[key] = shutting(laws, facts, self._day(week))
        return self._known[key]

    def _facts(self, holdings: Holdings, week: int) -> Facts:
        return self._judge.person(self._person.profile, self._day(week), holdings)

    def _day(self, week: int) -> date:
        return self._person.profile.available_from + timedelta(weeks=week)

    def _holdings(self, way: Way, week: int) -> Holdings:
        """What is held in a week: what was held, and what the steps that are over gave."""
        abilities = self._person.abilities
        now = way.held.copy()
        for stay in way.stays:
            if stay.end <= week:
                np.maximum.at(now, abilities.offering_gives[stay.row], abilities.offering_give_levels[stay.row])
        skills = {row: int(now[row]) for row in np.flatnonzero(now[: abilities.credentials_from]).tolist()}
        papers = np.flatnonzero(now[abilities.credentials_from : abilities.cefr]).tolist()
        return Holdings(
            skills=skills,
            credentials=frozenset(papers),
            cefr=CEFR(int(now[abilities.cefr])),
            nlqf=int(now[abilities.nlqf]),
        )
