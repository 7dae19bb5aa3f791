"""What is open to one person of a catalogue, in weeks of the person: what the contenders of the bench start from.

Written on the plain reading of tests/feasibility, so that it shares nothing with the planner it is held against.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.feasibility.money import applies, most_for_step
from tests.feasibility.person import Person
from tests.feasibility.reading import Catalogue, Entry, Offering, Position

Need = tuple[str, str, int]
"""What is asked: `skill`, `credential`, `cefr` or `nlqf`; its id (empty for the last two); the level."""
Gifts = Mapping[tuple[str, str], int]
"""What is held or given: the highest level of each thing."""
NEVER = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """A scheme that can pay towards an offering, in which of its start weeks, and how much at the most."""

    scheme_id: str
    stack_group: str
    weeks: frozenset[int]
    limit_eur: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Course:
    """An offering that the person may follow, with the weeks in which it may start; `asks` beyond what is held."""

    offering: Offering
    starts: tuple[int, ...]
    minutes: int
    asks: frozenset[Need]
    gives: Gifts
    helps: tuple[Help, ...]

    @property
    def weeks(self) -> int:
        """How long it takes."""
        return self.offering.weeks

    @property
    def is_bbl(self) -> bool:
        """Whether it only goes with a learn-and-work place."""
        return self.offering.kind == "bbl"

    def meets(self, need: Need) -> bool:
        """Whether finishing it gives what is asked."""
        return meets(self.gives, need)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Opening:
    """A position that may start from week `first` up to `last`; `asks` beyond what is held."""

    position: Position
    first: int
    last: int
    minutes: int
    asks: frozenset[Need]

    def beats(self, other: Opening) -> bool:
        """Whether it is as good as another in every way."""
        mine, its = self.position, other.position
        return (
            (mine.kind, mine.credential_id) == (its.kind, its.credential_id)
            and mine.hours_per_week <= its.hours_per_week
            and self.first <= other.first
            and self.last >= other.last
            and self.minutes <= other.minutes
            and self.asks <= other.asks
        )


def meets(gifts: Gifts, need: Need) -> bool:
    """Whether gifts are enough for what is asked."""
    return gifts.get(need[:2], 0) >= need[2]


class Ground:
    """One person before one catalogue."""

    def __init__(self, catalogue: Catalogue, profile: Mapping[str, Any]) -> None:
        self.catalogue = catalogue
        self.person = Person.of(dict(profile))
        self.horizon = self.person.horizon_weeks
        self._ages = [self.person.age_on(self.person.day_of(week)) for week in range(self.horizon + 1)]
        self._week = {self.person.day_of(week).isoformat(): week for week in range(self.horizon + 1)}
        self.held = self._held()

    def _held(self) -> dict[tuple[str, str], int]:
        person = self.person
        nlqf = max([person.nlqf, *(self.catalogue.credential_nlqf[each] for each in person.credentials)])
        held = {("skill", skill): level for skill, level in person.skills.items()}
        held |= {("credential", credential): 1 for credential in person.credentials}
        return {**held, ("cefr", ""): person.cefr, ("nlqf", ""): nlqf}

    @cached_property
    def courses(self) -> list[Course]:
        """All offerings that may be followed one day, what they ask apart."""
        return [course for each in self.catalogue.offerings.values() if (course := self._course(each))]

    def openings(self, occupation_id: str) -> list[Opening]:
        """The positions of an occupation within reach, without those that another beats."""
        kept: list[Opening] = []
        positions = self._positions.get(occupation_id, ())
        for opening in sorted((o for each in positions if (o := self._opening(each))), key=lambda o: o.minutes):
            if not any(other.beats(opening) for other in kept):
                kept = [other for other in kept if not opening.beats(other)] + [opening]
        return kept

    @cached_property
    def _positions(self) -> dict[str, list[Position]]:
        found: dict[str, list[Position]] = {}
        for position in self.catalogue.positions.values():
            found.setdefault(position.occupation_id, []).append(position)
        return found

    def essentials(self, occupation_id: str) -> frozenset[Need]:
        """What the occupation asks beyond what is held."""
        occupation = self.catalogue.occupations[occupation_id]
        skills: set[Need] = {("skill", skill, level) for skill, level in occupation.skills}
        return self._beyond(skills | {("credential", credential, 1) for credential in occupation.credentials})

    def _beyond(self, needs: Iterable[Need]) -> frozenset[Need]:
        return frozenset(need for need in needs if not meets(self.held, need))

    def _asks(self, entry: Entry) -> frozenset[Need]:
        asked = {(kind, ref_id, level or 1) for kind, ref_id, level in entry.requires}
        return self._beyond(asked | {("cefr", "", entry.min_cefr), ("nlqf", "", entry.min_nlqf)})

    def _admits(self, entry: Entry, week: int) -> bool:
        age = self._ages[week]
        return (entry.min_age is None or age >= entry.min_age) and (entry.max_age is None or age <= entry.max_age)

    def _is_for(self, entry: Entry) -> bool:
        return not entry.target_groups or bool(entry.target_groups & self.person.target_groups)

    def _course(self, offering: Offering) -> Course | None:
        person, entry = self.person, offering.entry
        if offering.capacity < 1 or offering.hours_per_week > person.hours_per_week or not self._is_for(entry):
            return None
        minutes = person.minutes_to(offering.site)
        starts = tuple(week for week in sorted(self._starts(offering)) if self._admits(entry, week))
        if minutes > person.max_travel_minutes or not starts:
            return None
        return Course(
            offering=offering,
            starts=starts,
            minutes=minutes,
            asks=self._asks(entry),
            gives=self._gives(offering),
            helps=tuple(self._helps(offering, starts)),
        )

    def _starts(self, offering: Offering) -> Iterator[int]:
        if offering.rolling:
            first = self.person.week_of(self.catalogue.base_date)
            yield from range(max(0, first), min(self.horizon + 1, first + self.catalogue.horizon_weeks))
            return
        last_day = (self.catalogue.horizon_weeks - 1) * 7
        for day in self.catalogue.starts.get(offering.offering_id, ()):
            week = self._week.get(day)
            if week is not None and 0 <= (self.person.day_of(week) - self.catalogue.base_date).days <= last_day:
                yield week

    def _gives(self, offering: Offering) -> Gifts:
        gifts: dict[tuple[str, str], int] = {("cefr", ""): offering.awards_cefr}
        for skill, level in offering.teaches:
            gifts["skill", skill] = max(level, gifts.get(("skill", skill), 0))
        gifts |= {("credential", credential): 1 for credential in offering.awards}
        gifts["nlqf", ""] = max((self.catalogue.credential_nlqf[each] for each in offering.awards), default=0)
        return {thing: level for thing, level in gifts.items() if level > self.held.get(thing, 0)}

    def _helps(self, offering: Offering, starts: Iterable[int]) -> Iterator[Help]:
        for scheme in self.catalogue.schemes.values():
            limit = most_for_step(scheme, offering)
            if limit >= 1:
                day_of = self.person.day_of
                weeks = frozenset(week for week in starts if applies(scheme, self.person, offering, day_of(week)))
                if weeks:
                    yield Help(scheme_id=scheme.scheme_id, stack_group=scheme.stack_group, weeks=weeks, limit_eur=limit)

    def _opening(self, position: Position) -> Opening | None:
        person, entry = self.person, position.entry
        if position.capacity < 1 or position.hours_per_week > person.hours_per_week or not self._is_for(entry):
            return None
        minutes = person.minutes_to(position.company)
        first = max(0, person.week_of(position.open_from))
        last = min(self.horizon, person.week_of(position.open_to))
        weeks = [week for week in range(first, last + 1) if self._admits(entry, week)]
        if minutes > person.max_travel_minutes or not weeks:
            return None
        return Opening(position=position, first=weeks[0], last=weeks[-1], minutes=minutes, asks=self._asks(entry))

    @cached_property
    def soonest(self) -> dict[tuple[str, str], list[tuple[int, int]]]:
        """For each thing the (level, week) in which courses can have given it at the soonest, load left out."""
        given: dict[tuple[str, str], list[tuple[int, int]]] = {}
        ends = {index: NEVER for index, course in enumerate(self.courses) if not course.is_bbl}
        while True:
            changed = False
            for index, end in ends.items():
                course = self.courses[index]
                sooner = self.first_end(course, given)
                if sooner < end:
                    ends[index], changed = sooner, True
                    for thing, level in course.gives.items():
                        given.setdefault(thing, []).append((level, sooner))
            if not changed:
                return given

    def first_end(self, course: Course, given: Mapping[tuple[str, str], list[tuple[int, int]]] | None = None) -> int:
        """The week in which a course can be finished at the soonest."""
        ready = max((self.week_of(need, given) for need in course.asks), default=0)
        return next((start + course.weeks for start in course.starts if start >= ready), NEVER)

    def week_of(self, need: Need, given: Mapping[tuple[str, str], list[tuple[int, int]]] | None = None) -> int:
        """The soonest week in which a need can be met by courses."""
        entries = (self.soonest if given is None else given).get(need[:2], ())
        return min((week for level, week in entries if level >= need[2]), default=NEVER)
