"""The stretches of time in which nothing differs for a person but the catalogue: law, figures and age stay the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.book.rule import Rule
from gouden_poort.rules.case.evaluating import answer
from gouden_poort.rules.entry import EVER, OLDEST, birthday
from gouden_poort.rules.facts.person import AGE, AGE_ON_1_AUGUST, SCHOOL_YEAR_BEGINS
from gouden_poort.rules.language.tree import Expression, Test
from gouden_poort.rules.language.walking import atoms, facts_in, parameters_in
from gouden_poort.rules.language.words import Facts, Parameter, Subject

AGES = frozenset({AGE, AGE_ON_1_AUGUST})
"""The facts of a person that change by themselves."""
Tree = Test | Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Catalogue weeks, both included, with the facts and the Monday that stand for all of them."""

    first: int
    last: int
    monday: date
    facts: Facts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Turns:
    """What makes the answers of some rules change as time goes by; worked out once for a book."""

    days: tuple[date, ...]
    """On which a rule begins, has ended, or reads another figure, in order."""
    laws: tuple[object, ...]
    """Which rules count and what figures they read: before the first of the days, and from each of them on."""
    ages: frozenset[str]
    """The facts of age that are read."""
    alone: tuple[Test, ...]
    """Tests that may turn and read nothing but the person."""
    beside: tuple[str, ...]
    """The facts of age in what else may turn."""

    def law_on(self, day: date) -> object:
        """What is the same for everybody on a day; equal on days on which the rules and their figures are the same."""
        return self.laws[bisect_right(self.days, day)]


def turns_of(rules: Sequence[Rule]) -> Turns:
    """What of some rules may turn."""
    trees = tuple(dict.fromkeys(_trees(rules)))
    figures = {one.name: one for tree in trees for one in parameters_in(tree)}
    turning = [tree for tree in trees if _may_turn(tree)]
    alone = tuple(tree for tree in turning if isinstance(tree, Test) and _reads_the_person_only(tree))
    others = [tree for tree in turning if tree not in alone]
    read = dict.fromkeys(figure for tree in others for figure in parameters_in(tree))
    days = tuple(sorted({*_days_of(rules), *(day for figure in figures.values() for day, _ in figure.values)}))
    return Turns(
        days=days,
        laws=tuple(_law(rules, read, day) for day in (date.min, *days)),
        ages=frozenset(fact.name for tree in trees for fact in facts_in(tree)) & AGES,
        alone=alone,
        beside=tuple(dict.fromkeys(fact.name for tree in others for fact in facts_in(tree) if fact.name in AGES)),
    )


def _law(rules: Iterable[Rule], figures: Iterable[Parameter], day: date) -> tuple[object, ...]:
    return tuple(rule.is_in_force_on(day) for rule in rules), tuple(figure.on(day) for figure in figures)


def stretches(
    turns: Turns, profile: Profile, base: date, weeks: int, facts_on: Callable[[date], Facts]
) -> tuple[Stretch, ...]:
    """The time from `available_from` on, cut where an answer to one of the rules can change; nothing lies outside.

    `weeks` is how far the cuts go; what holds then is taken to last.
    """
    begin = profile.available_from
    kept: list[tuple[object, date, Facts]] = []
    for monday in (begin, *turning_mondays(turns, profile, begin, begin + timedelta(weeks=weeks))):
        facts = facts_on(monday)
        standing = _standing(turns, facts, monday)
        if not kept or kept[-1][0] != standing:
            kept.append((standing, monday, facts))
    starts = [-EVER, *((monday - base).days // 7 for _, monday, _ in kept[1:]), EVER + 1]
    return tuple(
        Stretch(first=first, last=after - 1, monday=monday, facts=facts)
        for (first, after), (_, monday, facts) in zip(pairwise(starts), kept, strict=True)
    )


def turning_mondays(turns: Turns, profile: Profile, begin: date, end: date) -> tuple[date, ...]:
    """The first Mondays on or after each day, later than one day and up to another, on which an answer may turn."""
    return tuple(sorted({_monday(day) for day in turning_days(turns, profile, begin, end)}))


def turning_days(turns: Turns, profile: Profile, begin: date, end: date) -> tuple[date, ...]:
    """The days, later than one and up to another, on which an answer may turn."""
    days = {*turns.days, *_days_of_age(turns, profile, begin, end)}
    return tuple(sorted(day for day in days if begin < day <= end))


def _days_of(rules: Iterable[Rule]) -> Iterator[date]:
    for rule in rules:
        if rule.period.first is not None:
            yield rule.period.first
        if rule.period.last is not None and rule.period.last < date.max:
            yield rule.period.last + timedelta(days=1)


def _days_of_age(turns: Turns, profile: Profile, begin: date, end: date) -> Iterator[date]:
    years = range(begin.year, end.year + 1)
    if AGE in turns.ages:
        ages = (year - profile.birth_date.year for year in years)
        yield from (birthday(profile, age) for age in ages if 0 <= age <= OLDEST)
    if AGE_ON_1_AUGUST in turns.ages:
        yield from (date(year, *SCHOOL_YEAR_BEGINS) for year in years)


def _monday(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def _trees(rules: Iterable[Rule]) -> Iterator[Tree]:
    """Everything in rules that has a value: their tests, cut as small as can be, and the amounts of schemes."""
    for rule in rules:
        yield from (atom for leaf in rule.leaves for atom in atoms(leaf.test))
        if rule.scheme is not None and rule.scheme.amount is not None:
            yield rule.scheme.amount.value


def _may_turn(tree: Tree) -> bool:
    """Whether it reads an age or a figure that has more than one value."""
    return any(fact.name in AGES for fact in facts_in(tree)) or any(
        len(parameter.values) > 1 for parameter in parameters_in(tree)
    )


def _reads_the_person_only(test: Test) -> bool:
    return all(fact.subject is Subject.PERSON for fact in facts_in(test))


def _standing(turns: Turns, facts: Facts, day: date) -> tuple[object, ...]:
    """Equal standings give equal verdicts: what is law, what the person alone decides, and else the age."""
    return (
        turns.law_on(day),
        tuple(answer(test, facts, day) for test in turns.alone),
        tuple(map(facts.get, turns.beside)),
    )
