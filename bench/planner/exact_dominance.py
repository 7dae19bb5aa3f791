"""Sessions that another beats in every way: they start sooner or end later, cost more, and give no more."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from ground import Course, Need


def worthwhile(courses: Sequence[Course], needs: Iterable[Need], deadline: float) -> list[Course]:
    """The courses without the starts for which one that gives the same of these needs has a better one.

    Whatever was not compared by the `deadline`, in seconds of processor time, stays: it is not wrong, only more.
    """
    asked = list(needs)
    alike: dict[frozenset[Need], list[Course]] = defaultdict(list)
    for course in courses:
        alike[frozenset(need for need in asked if course.meets(need))].append(course)
    kept = []
    for among in alike.values():
        for course in among:
            if time.process_time() > deadline:
                kept.append(course)
                continue
            rivals = [other for other in among if other is not course and _asks_no_more(other, course)]
            starts = tuple(week for week in course.starts if not _is_beaten(course, week, rivals))
            if starts:
                kept.append(replace(course, starts=starts))
    return kept


def _asks_no_more(other: Course, course: Course) -> bool:
    """Whether it is as good in what does not depend on when they start."""
    return (
        other.minutes <= course.minutes
        and other.offering.hours_per_week <= course.offering.hours_per_week
        and other.weeks <= course.weeks
        and other.asks <= course.asks
    )


def _is_beaten(course: Course, week: int, rivals: Iterable[Course]) -> bool:
    end = week + course.weeks
    for other in rivals:
        for start in other.starts:
            if start < week or start + other.weeks > end or not _is_as_cheap(other, start, course, week):
                continue
            # Two sessions may beat each other; then the one with the lower id stays.
            if other.offering.offering_id < course.offering.offering_id or not _beats_back(course, week, other, start):
                return True
    return False


def _beats_back(course: Course, week: int, other: Course, start: int) -> bool:
    return (
        (week, week + course.weeks) == (start, start + other.weeks)
        and (course.minutes, course.asks) == (other.minutes, other.asks)
        and course.offering.hours_per_week == other.offering.hours_per_week
        and _is_as_cheap(course, week, other, start)
    )


def _is_as_cheap(other: Course, start: int, course: Course, week: int) -> bool:
    """Whether the own cost of one session is surely no more than of another, whatever is left of the schemes.

    One scheme that pays a share of both leaves more to pay of the dearer; with several, rounding may turn that.
    """
    price, its_price = other.offering.cost_eur, course.offering.cost_eur
    paying = _paying(course, week)
    if price <= its_price - sum(paying.values()):
        return True
    same = _paying(other, start).keys() & paying.keys()
    return same == paying.keys() and (price == its_price or (price < its_price and len(paying) <= 1))


@lru_cache(maxsize=100_000)
def _paying(course: Course, week: int) -> Mapping[str, int]:
    """The schemes that can pay towards one session, and how much each at the most."""
    return {each.scheme_id: each.limit_eur for each in course.helps if week in each.weeks}
