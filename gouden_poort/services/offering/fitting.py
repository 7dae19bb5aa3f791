"""What somebody still lacks for one opening, with what is held now: no route is planned, so that it is quick.

Whoever lacks nothing could begin: the place was the last gap. What can be learnt counts as one step when a single
training, open to this person now, gives all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import islice

from gouden_poort.catalogue.abilities import Numbering
from gouden_poort.catalogue.snapshot import KIND_BBL, POSITION_JOB, Occupations, Offerings, Positions, Snapshot
from gouden_poort.catalogue.travel import kilometres, minutes
from gouden_poort.profiles.people.place_offer import OpeningKind
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.abilities import Level, abilities_of
from gouden_poort.routing.verification import company_minutes, held_at, site_minutes
from gouden_poort.rules.case.judging import shutting
from gouden_poort.rules.entry import Condition, Holdings, unmet_by
from gouden_poort.rules.judge import Judge
from gouden_poort.services.offering.openings import Opening

MOST_TRIED = 40
"""Trainings that are tried for one that gives all somebody lacks; the shortest first."""


class Gap(StrEnum):
    """Of what kind something is that somebody lacks."""

    SKILL = "skill"
    PAPER = "paper"
    DUTCH = "dutch"
    SCHOOLING = "schooling"
    GROUP = "group"
    AGE = "age"
    TRAVEL = "travel"
    HOURS = "hours"
    BEGIN = "begin"
    """The opening is over, or has begun, before they can begin."""
    LESSONS = "lessons"
    """No school within reach gives the lessons beside a leerbaan."""
    RULE = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One thing that somebody lacks."""

    gap: Gap
    id: str = ""
    """Of the skill, the paper or the rule."""
    needed: int = 0
    """A level, an age, minutes one way, or hours a week."""
    yours: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How near an opening is to somebody."""

    lacks: tuple[Lack, ...]
    training: str | None = None
    """The offering that gives all of it, when there is one that can be begun now."""

    @property
    def is_now(self) -> bool:
        """Whether nothing but the place is lacking."""
        return not self.lacks

    @property
    def is_one_step(self) -> bool:
        """Whether one training is all that is needed besides."""
        return self.training is not None


def fit_of(
    judge: Judge,
    profile: Profile,
    opening: Opening,
    target_id: str,
    aside: frozenset[str] = frozenset(),
    *,
    whole: bool = True,
) -> Fit | None:
    """How an opening stands for somebody; None for a start that brings them no nearer to the work they chose.

    `aside`: the rules that do not count for this person. Not `whole`: of what is lacking the first thing is enough.
    """
    case = _Case(judge, profile, opening)
    if opening.kind is OpeningKind.OFFERING_START and not case.helps_towards(target_id):
        return None
    lacks = tuple(islice(case.lacks(aside), None if whole else 1))
    return Fit(lacks=lacks, training=case.training_for(lacks) if lacks and whole else None)


class _Case:
    """One person before one opening."""

    def __init__(self, judge: Judge, profile: Profile, opening: Opening) -> None:
        self._judge, self._profile, self._opening = judge, profile, opening
        self._snapshot: Snapshot = judge.snapshot
        self._day = opening.begins_on or _first_day(self._snapshot, profile, opening.row)
        self._held = held_at(self._snapshot, profile, (), self._day)
        self._abilities = abilities_of(self._snapshot)

    def helps_towards(self, target_id: str) -> bool:
        """Whether a training gives something that the chosen work asks and that is not held."""
        occupations = self._snapshot.columns.occupations.id
        if target_id not in occupations:
            return False
        asked = dict(_levels(*self._abilities.asked_for(occupations.row(target_id))))
        given = _levels(*self._abilities.given_by(self._opening.row))
        return any(
            self._level(ability) < asked[ability] and self._level(ability) < level
            for ability, level in given
            if ability in asked
        )

    def lacks(self, aside: frozenset[str]) -> Iterator[Lack]:
        """Everything that stands between this person and the opening, but for a free place."""
        yield from self._of_calendar()
        yield from self._of_way_and_week()
        yield from dict.fromkeys((*self._of_entry(), *self._of_school()))
        yield from (Lack(gap=Gap.RULE, id=rule_id) for rule_id in self._laws() if rule_id not in aside)

    def training_for(self, lacks: Sequence[Lack]) -> str | None:
        """The shortest training that gives all of it and can be entered now."""
        wanted = [level for lack in lacks if (level := self._as_level(lack)) is not None]
        if len(wanted) < len(lacks):
            return None
        offerings = self._snapshot.columns.offerings
        giving = frozenset.intersection(*(_giving(self._snapshot, level) for level in wanted))
        for row in sorted(giving, key=lambda row: (int(offerings.weeks[row]), row))[:MOST_TRIED]:
            if offerings.kind[row] != KIND_BBL and not self._is_shut(row):
                return str(offerings.id[row])
        return None

    def _is_shut(self, offering: int) -> bool:
        day = self._profile.available_from
        if unmet_by(self._profile, self._held, self._snapshot.columns.offerings, offering, day):
            return True
        return site_minutes(self._snapshot, self._profile, offering) > self._profile.max_travel_minutes

    def _of_calendar(self) -> Iterator[Lack]:
        begin = self._opening.begins_on
        if begin is not None:
            is_late = self._profile.available_from > begin
        else:
            last = int(self._snapshot.columns.positions.open_to[self._opening.row])
            is_late = self._day > self._snapshot.monday(last)
        if is_late:
            yield Lack(gap=Gap.BEGIN)

    def _of_entry(self) -> Iterator[Lack]:
        asks = self._asks
        row, profile = self._opening.row, self._profile
        unmet = set(unmet_by(profile, self._held, asks, row, self._day))
        if Condition.TARGET_GROUP in unmet:
            yield Lack(gap=Gap.GROUP)
        if unmet & {Condition.MIN_AGE, Condition.MAX_AGE}:
            low, high = int(asks.min_age[row]), int(asks.max_age[row])
            yield Lack(gap=Gap.AGE, needed=low if Condition.MIN_AGE in unmet else high, yours=profile.age_on(self._day))
        if Condition.CEFR in unmet:
            yield Lack(gap=Gap.DUTCH, needed=int(asks.min_cefr[row]), yours=int(self._held.cefr))
        if Condition.NLQF in unmet:
            yield Lack(gap=Gap.SCHOOLING, needed=int(asks.min_nlqf[row]), yours=self._held.nlqf)
        yield from self._of_skills()
        yield from self._of_papers()

    @property
    def _asks(self) -> Offerings | Positions:
        columns = self._snapshot.columns
        return columns.positions if self._opening.kind is OpeningKind.POSITION else columns.offerings

    @property
    def _work(self) -> tuple[Occupations, int] | None:
        """The occupation whose essentials must be held on the first day; where one learns while working, none."""
        positions = self._snapshot.columns.positions
        row = self._opening.row
        if self._opening.kind is not OpeningKind.POSITION or positions.kind[row] != POSITION_JOB:
            return None
        return self._snapshot.columns.occupations, int(positions.occupation[row])

    def _of_skills(self) -> Iterator[Lack]:
        asks, row = self._asks, self._opening.row
        needed = dict(zip(asks.requires_skills[row].tolist(), asks.requires_levels[row].tolist(), strict=True))
        if self._work is not None:
            occupations, work = self._work
            skills, levels = occupations.essential_skills[work], occupations.essential_levels[work]
            for skill, level in zip(skills.tolist(), levels.tolist(), strict=True):
                needed[skill] = max(level, needed.get(skill, 0))
        for skill, level in needed.items():
            yours = self._held.skills.get(skill, 0)
            if yours < level:
                yield Lack(gap=Gap.SKILL, id=self._snapshot.columns.skills.id[skill], needed=level, yours=yours)

    def _of_papers(self) -> Iterator[Lack]:
        needed = self._asks.requires_credentials[self._opening.row].tolist()
        if self._work is not None:
            occupations, work = self._work
            needed += occupations.essential_credentials[work].tolist()
        for paper in dict.fromkeys(needed):
            if paper not in self._held.credentials:
                yield Lack(gap=Gap.PAPER, id=self._snapshot.columns.credentials.id[paper])

    def _of_school(self) -> Sequence[Lack]:
        """What the lessons beside a leerbaan ask; of several the ones that ask least of this person."""
        positions, row = self._snapshot.columns.positions, self._opening.row
        if self._opening.kind is not OpeningKind.POSITION or positions.kind[row] == POSITION_JOB:
            return ()
        paper = self._abilities.credentials_from + int(positions.credential[row])
        found: Sequence[Lack] | None = None
        for each in self._lessons_in_reach(paper):
            asked = [*_Case(self._judge, self._profile, _start_of(each, self._day))._of_entry()]
            if found is None or len(asked) < len(found):
                found = asked
            if not found:
                break
        return (Lack(gap=Gap.LESSONS),) if found is None else found

    def _lessons_in_reach(self, paper: int) -> Sequence[int]:
        """The bbl offerings that give a paper, as far as this person travels."""
        offerings, sites, profile = self._snapshot.columns.offerings, self._snapshot.columns.sites, self._profile
        giving = self._abilities.giving((paper, 1))
        lessons = giving[offerings.kind[giving] == KIND_BBL]
        online, given = lessons[offerings.site[lessons] < 0], lessons[offerings.site[lessons] >= 0]
        at = offerings.site[given]
        away = minutes(kilometres(profile.lat, profile.lon, sites.lat[at], sites.lon[at]), profile.modes)
        return [*online.tolist(), *given[away <= profile.max_travel_minutes].tolist()]

    def _of_way_and_week(self) -> Iterator[Lack]:
        snapshot, profile, row = self._snapshot, self._profile, self._opening.row
        is_position = self._opening.kind is OpeningKind.POSITION
        away = (company_minutes if is_position else site_minutes)(snapshot, profile, row)
        if away > profile.max_travel_minutes:
            yield Lack(gap=Gap.TRAVEL, needed=away, yours=profile.max_travel_minutes)
        hours = int((snapshot.columns.positions if is_position else snapshot.columns.offerings).hours_per_week[row])
        if hours > profile.hours_per_week:
            yield Lack(gap=Gap.HOURS, needed=hours, yours=profile.hours_per_week)

    def _laws(self) -> Iterable[str]:
        """The laws that surely shut the opening; what is not known shuts nothing."""
        judge, row = self._judge, self._opening.row
        is_position = self._opening.kind is OpeningKind.POSITION
        laws = judge.placement_laws if is_position else judge.step_laws
        if not laws:
            return ()
        person = judge.person(self._profile, self._day, self._held)
        if is_position:
            occupation = int(self._snapshot.columns.positions.occupation[row])
            facts = judge.work(person, position=row, occupation=occupation)
        else:
            facts = judge.step(person, row)
        return dict.fromkeys(rule.id for rule in shutting(laws, facts, self._day))

    def _as_level(self, lack: Lack) -> Level | None:
        columns, numbering = self._snapshot.columns, self._abilities
        match lack.gap:
            case Gap.SKILL:
                return columns.skills.id.row(lack.id), lack.needed
            case Gap.PAPER:
                return numbering.credentials_from + columns.credentials.id.row(lack.id), 1
            case Gap.DUTCH:
                return numbering.cefr, lack.needed
            case Gap.SCHOOLING:
                return numbering.nlqf, lack.needed
            case _:
                return None

    def _level(self, ability: int) -> int:
        return _held_level(self._held, self._abilities, ability)


@lru_cache(maxsize=256)
def _giving(snapshot: Snapshot, level: Level) -> frozenset[int]:
    """The offerings that give an ability at a level: many people lack the same."""
    return frozenset(abilities_of(snapshot).giving(level).tolist())


def _start_of(offering: int, day: date) -> Opening:
    """An offering as it would be begun on a day, whenever it really starts."""
    return Opening(kind=OpeningKind.OFFERING_START, id="", row=offering, begins_on=day)


def _first_day(snapshot: Snapshot, profile: Profile, position: int) -> date:
    """The first day on which somebody could begin at a position."""
    return max(profile.available_from, snapshot.monday(int(snapshot.columns.positions.open_from[position])))


def _levels(abilities: Iterable[int], levels: Iterable[int]) -> Iterator[Level]:
    return ((int(ability), int(level)) for ability, level in zip(abilities, levels, strict=True))


def _held_level(held: Holdings, numbering: Numbering, ability: int) -> int:
    if ability == numbering.cefr:
        return int(held.cefr)
    if ability == numbering.nlqf:
        return held.nlqf
    if ability >= numbering.credentials_from:
        return int(ability - numbering.credentials_from in held.credentials)
    return held.skills.get(ability, 0)
