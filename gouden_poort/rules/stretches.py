"""The stretches of time in which nothing differs for a person but the catalogue: law, figures and age stay the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.book.rule import Rule
from gouden_poort.rules.case.evaluating import answer
from gouden_poort.rules.entry import EVER, OLDEST, birthday
from gouden_poort.rules.language.tree import Test
from gouden_poort.rules.language.walking import facts_in, parameters_in
from gouden_poort.rules.language.words import Facts, Subject, Value

AGE = "person.age"
AGE_ON_1_AUGUST = "person.age_on_1_august"
AGES = frozenset({AGE, AGE_ON_1_AUGUST})
"""The facts of a person that change by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Catalogue weeks, both included, with the facts and the Monday that stand for all of them."""

    first: int
    last: int
    monday: date
    facts: Facts


def stretches(
    rules: Sequence[Rule], profile: Profile, base: date, weeks: int, facts_on: Callable[[date], Facts]
) -> tuple[Stretch, ...]:
    """The time from `available_from` on, cut where an answer to one of the rules can change; nothing lies outside.

    `weeks` is how far the cuts go; what holds then is taken to last.
    """
    begin = profile.available_from
    mondays = sorted({begin, *_mondays(_turning_days(rules, profile, begin, begin + timedelta(weeks=weeks)))})
    tests = _tests_that_may_turn(rules)
    kept: list[tuple[object, date, Facts]] = []
    for monday in mondays:
        facts = facts_on(monday)
        standing = _standing(rules, tests, facts, monday)
        if not kept or kept[-1][0] != standing:
            kept.append((standing, monday, facts))
    starts = [-EVER, *((monday - base).days // 7 for _, monday, _ in kept[1:]), EVER + 1]
    return tuple(
        Stretch(first=first, last=after - 1, monday=monday, facts=facts)
        for (first, after), (_, monday, facts) in zip(pairwise(starts), kept, strict=True)
    )


def _turning_days(rules: Iterable[Rule], profile: Profile, begin: date, end: date) -> Iterator[date]:
    for rule in rules:
        days = [rule.period.first, rule.period.last and rule.period.last + timedelta(days=1)]
        for leaf in rule.leaves:
            for parameter in parameters_in(leaf.test):
                days += [day for day, _ in parameter.values]
        yield from (day for day in days if day is not None and begin < day <= end)
    read = {fact.name for rule in rules for leaf in rule.leaves for fact in facts_in(leaf.test)}
    if AGE in read:
        ages = (birthday(profile, age) for age in range(OLDEST) if profile.birth_date.year + age < date.max.year)
        yield from (day for day in ages if begin < day <= end)
    if AGE_ON_1_AUGUST in read:
        augusts = (date(year, 8, 1) for year in range(begin.year, end.year + 1))
        yield from (day for day in augusts if begin < day <= end)


def _mondays(days: Iterable[date]) -> Iterator[date]:
    """The first Monday on or after each day."""
    return (day + timedelta(days=-day.weekday() % 7) for day in days)


def _tests_that_may_turn(rules: Iterable[Rule]) -> list[Test]:
    """Those that read an age or a figure that has more than one value."""
    tests = {leaf.test: None for rule in rules for leaf in rule.leaves}
    return [
        test
        for test in tests
        if any(fact.name in AGES for fact in facts_in(test))
        or any(len(parameter.values) > 1 for parameter in parameters_in(test))
    ]


def _standing(rules: Iterable[Rule], tests: Iterable[Test], facts: Facts, day: date) -> tuple[object, ...]:
    """Equal standings give equal verdicts: which rules count, what the person alone decides, and else the figures."""
    return (
        tuple(rule.fires_on(day) for rule in rules),
        tuple(_turned(test, facts, day) for test in tests),
    )


def _turned(test: Test, facts: Facts, day: date) -> tuple[Value | None, ...] | bool | None:
    if all(fact.subject is Subject.PERSON for fact in facts_in(test)):
        return answer(test, facts, day)
    ages = (facts.get(name) for name in sorted(AGES))
    return (*ages, *(parameter.on(day) for parameter in sorted(parameters_in(test), key=lambda one: one.name)))
