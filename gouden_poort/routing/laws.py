"""What the rules say of a schedule, judged with what is held when each step begins.

Doors are opened with what may still be gained; only here is it known what has been gained by then. A door that is
found shut is looked at again for later weeks of the same schedule: somebody gets older, or learns what was missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from gouden_poort.catalogue.columns import Ints
from gouden_poort.profiles.levels import CEFR
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.abilities import Level
from gouden_poort.routing.person import Person
from gouden_poort.rules.book.rule import Rule
from gouden_poort.rules.case.judging import is_no, shutting
from gouden_poort.rules.columns.prepared import Prepared
from gouden_poort.rules.doors import Doors
from gouden_poort.rules.entry import EVER, Holdings, Mask
from gouden_poort.rules.judge import Judge
from gouden_poort.rules.language.words import Facts
from gouden_poort.rules.opening import WEEKS, later
from gouden_poort.rules.stretches import Turns, turning_mondays

FOR_GOOD = EVER + 1
"""A first week that is later than any last one."""


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
    comes: Mapping[Level, int] = MappingProxyType({})
    """What comes without training, and from which week."""


class _Question(NamedTuple):
    """Some rules about one door; `facts` are those of the case with what is held in a week."""

    laws: Sequence[Rule]
    door: tuple[int | None, ...]
    facts: Callable[[Facts], Facts]
    others: Sequence[Stay]
    """The stays that go on as they are when this door is gone through later."""
    turns: Turns


class Laws:
    """Judges the steps of schedules of one person; remembers what it shut, and until when."""

    def __init__(self, judge: Judge, person: Person) -> None:
        self._judge = judge
        self._person = person
        self._known: dict[tuple[object, ...], tuple[Rule, ...]] = {}
        self._alike: dict[tuple[object, ...], Mask] = {}
        self.forget()

    def forget(self) -> None:
        """Begin anew with remembering what is shut."""
        self.has_shut = False
        """Whether any door was found shut."""
        if self.are_needed:
            self._offering_from = np.full(len(self._person.offering_open), -EVER, dtype=np.int32)
            self._position_from = np.full(len(self._person.position_open), -EVER, dtype=np.int32)

    @cached_property
    def are_needed(self) -> bool:
        """Whether there is anything to judge at all."""
        return bool(self._judge.step_laws or self._judge.placement_laws)

    @property
    def doors(self) -> Doors:
        """The doors of the person without those that were found shut."""
        if not self.has_shut:
            return self._person.doors
        return later(self._person.doors, self._offering_from, self._position_from)

    def allow_step(self, stay: Stay, way: Way, *, position: int | None = None) -> bool:
        """Whether a step may be taken on its way; a bbl step is worked at a position."""
        is_sure = self._person.doors.offering_sure[stay.row]
        laws = self._judge.pair_laws if is_sure else self._judge.step_laws
        if not laws:
            return True

        def facts(person: Facts) -> Facts:
            return self._judge.step(person, stay.row, position=position, occupation=way.occupation)

        door = (stay.row, position, way.occupation)
        others = [other for other in way.stays if other is not stay]
        question = _Question(laws, door, facts, others, self._judge.step_turns)
        broken = self._broken(question, way, stay.start)
        for rule in broken:
            self._shut_step(rule, stay, position, question, way)
        return not broken

    def allow_work(self, position: int, week: int, way: Way) -> bool:
        """Whether work may begin at a position in a week, after the steps of a way that are over by then."""
        if self._person.doors.position_sure[position]:
            return True

        def facts(person: Facts) -> Facts:
            return self._judge.work(person, position=position, occupation=way.occupation)

        others = [stay for stay in way.stays if stay.start < week or stay.end <= week]
        door = (position, way.occupation)
        question = _Question(self._judge.placement_laws, door, facts, others, self._judge.placement_turns)
        broken = self._broken(question, way, week)
        for rule in broken:
            alike = self._shut_alike(rule, self._judge.position_doors, question, way, week)
            alike[position] = True
            self._shut(self._position_from, alike, self._later(rule, question, way, week))
        return not broken

    def _shut_step(self, rule: Rule, stay: Stay, position: int | None, question: _Question, way: Way) -> None:
        """Shut whatever the same rule shuts with the same things held; of a pair the place where one works."""
        until = self._later(rule, question, way, stay.start)
        if self._judge.is_about_a_pair(rule) and position is not None:
            alike = self._shut_alike(rule, self._judge.pair_positions, question, way, stay.start)
            alike[position] = True
            self._shut(self._position_from, alike, until)
            return
        doors = self._judge.pair_offerings if self._judge.is_about_a_pair(rule) else self._judge.offering_doors
        alike = self._shut_alike(rule, doors, question, way, stay.start)
        alike[stay.row] = True
        self._shut(self._offering_from, alike, until)

    def _shut(self, first: Ints, where: Mask, week: int) -> None:
        self.has_shut = True
        first[where] = np.maximum(first[where], week)

    def _shut_alike(self, rule: Rule, doors: Prepared, question: _Question, way: Way, week: int) -> Mask:
        holdings = self._holdings(question.others, way, week)
        key = (rule.id, question.door, week, _key_of(holdings))
        if key not in self._alike:
            facts = question.facts(self._facts(holdings, week))
            self._alike[key] = ~doors.judge(facts, self._day(week)).possibly(rule.id)
        return self._alike[key].copy()

    def _later(self, rule: Rule, question: _Question, way: Way, week: int) -> int:
        """The first catalogue week after a week in which a rule does not say no any more, as far as can be seen."""
        begin, end = self._day(week), self._day(WEEKS)
        turning = ((day - self._day(0)).days // 7 for day in turning_mondays(question.turns, self._profile, begin, end))
        ends = [stay.end for stay in question.others]
        for moment in sorted({one for one in (*turning, *ends, *way.comes.values()) if week < one <= WEEKS}):
            facts = question.facts(self._facts(self._holdings(question.others, way, moment), moment))
            if not is_no(rule, facts, self._day(moment)):
                return self._person.first_week + moment
        return FOR_GOOD

    def _broken(self, question: _Question, way: Way, week: int) -> tuple[Rule, ...]:
        holdings = self._holdings(question.others, way, week)
        key = (question.door, week, _key_of(holdings))
        if key not in self._known:
            facts = question.facts(self._facts(holdings, week))
            self._known[key] = shutting(question.laws, facts, self._day(week))
        return self._known[key]

    def _facts(self, holdings: Holdings, week: int) -> Facts:
        return self._judge.person(self._profile, self._day(week), holdings)

    @property
    def _profile(self) -> Profile:
        return self._person.profile

    def _day(self, week: int) -> date:
        return self._profile.available_from + timedelta(weeks=week)

    def _holdings(self, stays: Iterable[Stay], way: Way, week: int) -> Holdings:
        """What is held in a week: what was held, what came by itself, and what the steps that are over gave."""
        abilities = self._person.abilities
        now = way.held.copy()
        for (ability, level), at in way.comes.items():
            if at <= week:
                now[ability] = max(now[ability], level)
        for stay in stays:
            if stay.end <= week:
                np.maximum.at(now, *abilities.given_by(stay.row))
        skills = {row: int(now[row]) for row in np.flatnonzero(now[: abilities.credentials_from]).tolist()}
        papers = np.flatnonzero(now[abilities.credentials_from : abilities.cefr]).tolist()
        return Holdings(
            skills=skills,
            credentials=frozenset(papers),
            cefr=CEFR(int(now[abilities.cefr])),
            nlqf=int(now[abilities.nlqf]),
        )


def _key_of(holdings: Holdings) -> tuple[object, ...]:
    return frozenset(holdings.skills.items()), holdings.credentials, holdings.cefr, holdings.nlqf
