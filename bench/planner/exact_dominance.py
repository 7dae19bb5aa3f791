"""Sessions that another beats in every way: they start sooner or end later, cost more, and give no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ground import Course, Need


def worthwhile(courses: Sequence[Course], needs: Iterable[Need]) -> list[Course]:
    """The courses without the starts for which one that gives the same of these needs has a better one."""
    asked = list(needs)
    alike: dict[frozenset[Need], list[Course]] = defaultdict(list)
    for course in courses:
        alike[frozenset(need for need in asked if course.meets(need))].append(course)
    kept = []
    for among in alike.values():
        for course in among:
            starts = tuple(week for week in course.starts if not _is_beaten(course, week, among))
            if starts:
                kept.append(replace(course, starts=starts))
    return kept


def _is_beaten(course: Course, week: int, among: Iterable[Course]) -> bool:
    end = week + course.weeks
    for other in among:
        if other is course or not (other.asks <= course.asks and other.minutes <= course.minutes):
            continue
        if other.offering.hours_per_week > course.offering.hours_per_week:
            continue
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
    paying = {each.scheme_id: each for each in course.helps if week in each.weeks}
    if price <= its_price - sum(each.limit_eur for each in paying.values()):
        return True
    same = {each.scheme_id for each in other.helps if start in each.weeks and each.scheme_id in paying}
    return same == paying.keys() and (price == its_price or (price < its_price and len(paying) <= 1))
