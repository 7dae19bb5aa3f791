"""On the built-in catalogue no suggested route or career breaks a law, by the plain reading of every rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.route import Route
from gouden_poort.routing.suggestion import suggest
from gouden_poort.routing.verification import Done, done_steps, held_at
from gouden_poort.rules.book.rule import Rule, RuleKind
from gouden_poort.rules.case.judging import judge as judge_rule
from gouden_poort.rules.case.verdict import Outcome
from gouden_poort.rules.doors import doors_by_format
from gouden_poort.rules.entry import Holdings
from gouden_poort.rules.facts.person import GROWING
from gouden_poort.rules.judge import Judge, judge_of
from gouden_poort.rules.language.walking import facts_in
from gouden_poort.rules.language.words import Facts
from gouden_poort.rules.opening import doors_of, not_grown
from tests.people import four_people
from tests.rules.crowd import PLACES, somebody


@pytest.fixture(scope="module")
def judge(builtin: Snapshot) -> Judge:
    return judge_of(builtin)


def crowd(snapshot: Snapshot, seed: str, count: int) -> list[Profile]:
    random = Random(seed)
    return [somebody(snapshot, random) for _ in range(count)]


def broken(judge: Judge, profile: Profile, route: Route) -> Iterator[tuple[str, str, date]]:
    """Every admission rule that surely fails at a step, at the work, or at a move of the career."""
    columns = judge.snapshot.columns
    occupation = columns.occupations.id.row(route.target_occupation_id)
    done = done_steps(judge.snapshot, route.steps)
    for step in done:
        held = held_at(judge.snapshot, profile, done, step.start)
        yield from _at_step(judge, profile, step, held, occupation)
    day = route.placement.start_date
    held = held_at(judge.snapshot, profile, done, day)
    yield from _at_work(judge, profile, route.placement.position_id, day, held, occupation)
    yield from _in_career(judge, profile, route, done)


def _in_career(judge: Judge, profile: Profile, route: Route, done: list[Done]) -> Iterator[tuple[str, str, date]]:
    assert route.career is not None
    columns, worked = judge.snapshot.columns, []
    since = profile.available_from + timedelta(weeks=route.weeks_to_qualified)
    here = columns.occupations.id.row(route.target_occupation_id)
    for move in route.career.moves:
        worked.append((here, since, move.start_date))
        here = columns.occupations.id.row(move.occupation_id)
        new = done_steps(judge.snapshot, move.steps)
        done = [*done, *new]
        for step in new:
            held = _experienced(judge.snapshot, held_at(judge.snapshot, profile, done, step.start), worked, step.start)
            yield from _at_step(judge, profile, step, held, here)
        since = move.start_date
        held = _experienced(judge.snapshot, held_at(judge.snapshot, profile, done, since), worked, since)
        yield from _at_work(judge, profile, move.position_id, since, held, here)


def _experienced(snapshot: Snapshot, held: Holdings, worked: list[tuple[int, date, date]], day: date) -> Holdings:
    """What is held with all that work has taught by a day."""
    occupations, skills = snapshot.columns.occupations, dict(held.skills)
    for occupation, since, until in worked:
        taught = zip(
            occupations.experience_skills[occupation].tolist(),
            occupations.experience_levels[occupation].tolist(),
            occupations.experience_weeks[occupation].tolist(),
            strict=True,
        )
        for skill, level, weeks in taught:
            if since + timedelta(weeks=weeks) <= min(day, until):
                skills[skill] = max(skills.get(skill, 0), level)
    return Holdings(skills=skills, credentials=held.credentials, cefr=held.cefr, nlqf=held.nlqf)


def _at_step(
    judge: Judge, profile: Profile, step: Done, held: Holdings, occupation: int
) -> Iterator[tuple[str, str, date]]:
    place = step.step.position_id
    position = None if place is None else judge.snapshot.columns.positions.id.row(place)
    person = judge.person(profile, step.start, held)
    facts = judge.step(person, step.row, position=position, occupation=occupation)
    yield from _closing(judge.step_laws, facts, step.start, step.step.offering_id)


def _at_work(
    judge: Judge, profile: Profile, position_id: str, day: date, held: Holdings, occupation: int
) -> Iterator[tuple[str, str, date]]:
    position = judge.snapshot.columns.positions.id.row(position_id)
    facts = judge.work(judge.person(profile, day, held), position=position, occupation=occupation)
    yield from _closing(judge.placement_laws, facts, day, position_id)


def _closing(rules: tuple[Rule, ...], facts: Facts, day: date, what: str) -> Iterator[tuple[str, str, date]]:
    for rule in rules:
        if rule.kind is RuleKind.ADMISSION and judge_rule(rule, facts, day).outcome is Outcome.NO:
            yield rule.id, what, day


@pytest.mark.parametrize("place", PLACES)
def test_no_route_of_the_four_people_breaks_a_law(judge: Judge, place: tuple[float, float]) -> None:
    for person in four_people(*place):
        routes = suggest(judge.snapshot, person)
        assert routes
        assert [fault for route in routes for fault in broken(judge, person, route)] == [], person.profile_id


@pytest.mark.parametrize("seed", ["one", "two", "three"])
def test_no_route_of_anybody_breaks_a_law(judge: Judge, seed: str) -> None:
    shown = 0
    for person in crowd(judge.snapshot, seed, 10):
        routes = suggest(judge.snapshot, person)
        shown += len(routes)
        assert [fault for route in routes for fault in broken(judge, person, route)] == [], person
    assert shown > 0


def _alone(judge: Judge) -> list[Rule]:
    return [rule for rule in judge.step_laws if rule not in judge.pair_laws]


@pytest.mark.parametrize("seed", ["doors one", "doors two"])
def test_doors_agree_with_the_plain_reading(judge: Judge, seed: str) -> None:
    """An open week is one in which no law surely says no with what can grow not known; a shut one has such a law."""
    random = Random(seed)
    offerings, positions = len(judge.snapshot.columns.offerings.id), len(judge.snapshot.columns.positions.id)
    for person in crowd(judge.snapshot, seed, 8):
        doors, by_format = doors_of(judge, person), doors_by_format(judge.snapshot, person)
        begin = judge.snapshot.week_of(person.available_from)
        weeks = sorted(random.sample(range(begin, begin + 300), 12))
        for row in random.sample(range(offerings), 12):
            is_in_format = _within(by_format.offering_open, by_format.offering_first, by_format.offering_last, row)
            is_open = _within(doors.offering_open, doors.offering_first, doors.offering_last, row)
            said = {week: _noes(judge, person, week, _alone(judge), offering=row) for week in weeks}
            _agree(weeks, is_in_format, is_open, said)
        for row in random.sample(range(positions), 12):
            is_in_format = _within(by_format.position_open, by_format.position_first, by_format.position_last, row)
            is_open = _within(doors.position_open, doors.position_first, doors.position_last, row)
            said = {week: _noes(judge, person, week, list(judge.placement_laws), position=row) for week in weeks}
            _agree(weeks, is_in_format, is_open, said)


def _within(opened, first, last, row):  # type: ignore[no-untyped-def]
    return lambda week: bool(opened[row]) and int(first[row]) <= week <= int(last[row])


def _agree(weeks, is_in_format, is_open, said):  # type: ignore[no-untyped-def]
    was_open = is_over = False
    for week in weeks:
        expected = is_in_format(week) and not said[week] and not is_over
        is_over = is_over or (was_open and not expected)
        was_open = was_open or expected
        assert is_open(week) == expected, (week, said[week])


def _noes(judge: Judge, person: Profile, week: int, laws: list[Rule], **what: int) -> list[str]:
    day = judge.snapshot.base_date + timedelta(weeks=week)
    facts = _facts(judge, person, day, **what)
    return [rule.id for rule in laws if judge_rule(rule, facts, day).outcome is Outcome.NO]


def _facts(judge: Judge, person: Profile, day: date, *, offering: int = -1, position: int = -1) -> Facts:
    known = not_grown(judge.person(person, day))
    return judge.step(known, offering) if offering >= 0 else judge.work(known, position=position)


def test_what_is_sure_can_be_shut_by_nothing_that_is_learnt(judge: Judge) -> None:
    random = Random("sure")
    laws = [rule for rule in _alone(judge) if _reads_what_grows(rule)]
    for person in crowd(judge.snapshot, "sure", 8):
        doors = doors_of(judge, person)
        begin = judge.snapshot.week_of(person.available_from)
        for row in random.sample(range(len(doors.offering_sure)), 25):
            first = max(begin, int(doors.offering_first[row]))
            weeks = [week for week in range(first, first + 120, 9) if week <= doors.offering_last[row]]
            for week in weeks if doors.offering_open[row] else []:
                day = judge.snapshot.base_date + timedelta(weeks=week)
                facts = _facts(judge, person, day, offering=row)
                unknown = [rule.id for rule in laws if judge_rule(rule, facts, day).outcome is Outcome.UNKNOWN]
                assert not (doors.offering_sure[row] and unknown), (row, week, unknown)


def _reads_what_grows(rule: Rule) -> bool:
    return any(fact.name in GROWING for leaf in rule.leaves for fact in facts_in(leaf.test))
