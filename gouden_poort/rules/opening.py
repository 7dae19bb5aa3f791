"""The doors that rules leave open: whole tables judged for each stretch of time, folded into first and last weeks.

A door is shut only where a rule surely says no. What someone can still gain on the way (Dutch, papers, skills) is
not known here, so that it shuts nothing: a finished route is judged again with what is really held by then.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

import numpy as np

from gouden_poort.catalogue.columns import Ints
from gouden_poort.profiles.levels import CEFR
from gouden_poort.profiles.profile import Circumstances, Profile
from gouden_poort.rules.columns.prepared import Prepared
from gouden_poort.rules.doors import Doors, doors_by_format
from gouden_poort.rules.entry import EVER, Mask
from gouden_poort.rules.facts.person import GROWING, ages
from gouden_poort.rules.judge import Judge
from gouden_poort.rules.language.words import Facts, Value
from gouden_poort.rules.paying import schemes_of
from gouden_poort.rules.stretches import Stretch, Turns, stretches

KEPT = 2
"""Of one person before and after a change; more would only hold what is done with."""
WEEKS = 520
"""Ten years: how far routes and careers look."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Window:
    """For each row whether it is ever open, first and last catalogue week of one time that it is, and how surely."""

    open: Mask
    first: Ints
    last: Ints
    sure: Mask


def doors_of(judge: Judge, profile: Profile, *, full_too: bool = False) -> Doors:
    """What the catalogue format and the rules together leave open; with `full_too` as if no place were taken."""
    if not judge.laws:
        return doors_by_format(judge.snapshot, profile, full_too=full_too)
    return _judged(judge, _seen(profile), _read(judge, profile), full_too)


def _seen(profile: Profile) -> Profile:
    """What the catalogue format and the calendar look at; whatever else is otherwise, it is equal."""
    return Profile(
        profile_id="",
        birth_date=profile.birth_date,
        available_from=profile.available_from,
        lat=0,
        lon=0,
        modes=frozenset(),
        max_travel_minutes=0,
        hours_per_week=0,
        cefr=CEFR.A0,
        nlqf=0,
        target_groups=profile.target_groups,
        benefit=profile.benefit,
        circumstances=Circumstances(dayparts=profile.circumstances.dayparts),
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """What the rules read of a person; `key` is the same as something that can be compared."""

    key: Hashable
    facts: Facts = field(compare=False)


def _read(judge: Judge, profile: Profile) -> _Read:
    told = judge.person(profile, profile.available_from)
    facts = {name: told.get(name) for name in judge.facts_of_doors}
    key = tuple(frozenset(value.items()) if isinstance(value, Mapping) else value for value in facts.values())
    return _Read(key, facts)


@lru_cache(maxsize=KEPT)
def _judged(judge: Judge, profile: Profile, read: _Read, full_too: bool) -> Doors:
    """Kept for who asks again with answers that shut no door; its arrays are to be read only."""
    doors = doors_by_format(judge.snapshot, profile, full_too=full_too)
    today = read.facts
    lasting = not_grown(today)

    def time_of(turns: Turns) -> tuple[Stretch, ...]:
        return stretches(turns, profile, judge.snapshot.base_date, WEEKS, facts_on)

    def facts_on(day: date) -> Facts:
        return lasting | ages(profile, day)

    offerings = narrowed(
        Window(
            open=doors.offering_open,
            first=doors.offering_first,
            last=doors.offering_last,
            sure=doors.offering_sure,
        ),
        judge.offering_doors,
        time_of(judge.step_turns),
    )
    positions = narrowed(
        Window(
            open=doors.position_open,
            first=doors.position_first,
            last=doors.position_last,
            sure=doors.position_sure,
        ),
        judge.position_doors,
        time_of(judge.placement_turns),
    )
    return Doors(
        offering_open=offerings.open,
        offering_first=offerings.first,
        offering_last=offerings.last,
        offering_sure=offerings.sure,
        position_open=positions.open,
        position_first=positions.first,
        position_last=positions.last,
        position_sure=positions.sure,
        schemes=schemes_of(judge, doors.schemes, time_of(judge.paying_turns)),
        points=_points(judge, today, profile.available_from),
    )


def not_grown(facts: Facts) -> dict[str, Value | None]:
    """The facts with what can still grow taken as not known; a yes stays, for nobody loses a paper on the way."""
    return {name: None if name in GROWING and value is not True else value for name, value in facts.items()}


def narrowed(window: Window, prepared: Prepared, times: Sequence[Stretch]) -> Window:
    """The window where no rule surely says no; of several such times the first."""
    first = np.full(len(window.open), EVER, dtype=np.int32)
    last = np.full(len(window.open), -EVER, dtype=np.int32)
    is_running = np.zeros(len(window.open), dtype=bool)
    is_over = np.zeros(len(window.open), dtype=bool)
    sure = window.sure.copy()
    growing = [rule_id for rule_id, read in prepared.reads.items() if not read.isdisjoint(GROWING)]
    # Learning can turn the answers of those; what is not known and cannot be learnt stays a question.
    for stretch in times:
        judged = prepared.judge(stretch.facts, stretch.monday)
        _, possibly = judged.admitted()
        begin, end = np.maximum(window.first, stretch.first), np.minimum(window.last, stretch.last)
        is_open = possibly & window.open & (begin <= end) & ~is_over
        starting = is_open & ~is_running
        first[starting] = begin[starting]
        last[is_open] = end[is_open]
        is_over |= is_running & ~is_open
        is_running = is_open
        for rule_id in growing:
            sure &= judged.surely(rule_id) | ~is_open
    return Window(open=first <= last, first=first, last=last, sure=sure)


def later(doors: Doors, offering_from: Ints, position_from: Ints) -> Doors:
    """The doors with each open no sooner than a catalogue week; after `EVER` never."""
    offering_first = np.maximum(doors.offering_first, offering_from)
    position_first = np.maximum(doors.position_first, position_from)
    return replace(
        doors,
        offering_open=doors.offering_open & (offering_first <= doors.offering_last),
        offering_first=offering_first,
        position_open=doors.position_open & (position_first <= doors.position_last),
        position_first=position_first,
    )


def _points(judge: Judge, facts: Facts, day: date) -> Ints:
    points = np.zeros(judge.occupations.rows, dtype=np.int32)
    ranked = judge.ranking.judge(facts, day)
    for rule in judge.ranking_rules:
        if rule.is_in_force_on(day):
            points[ranked.surely(rule.id)] += rule.points or 0
    return points
