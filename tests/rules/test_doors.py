"""Without a rulebook the doors are those of the catalogue format, and cost nothing else."""

from __future__ import annotations

from datetime import date

import numpy as np

from gouden_poort.rules.doors import Doors, doors_by_format
from gouden_poort.rules.judge import judge_of
from gouden_poort.rules.opening import doors_of
from tests.builders import a_profile, a_snapshot
from tests.rules.books import ruled

OFFERINGS = [{}, {"offering_id": "T2", "capacity": 0}, {"offering_id": "T3", "min_age": 18, "max_age": 40}]
STARTS = [{"offering_id": f"T{number}"} for number in (1, 2, 3)]


def alike(some: Doors, others: Doors) -> bool:
    names = (
        "offering_open",
        "offering_first",
        "offering_last",
        "offering_sure",
        "position_open",
        "position_first",
        "position_last",
        "position_sure",
        "points",
    )
    return all(np.array_equal(getattr(some, name), getattr(others, name)) for name in names)


def test_a_catalogue_without_rulebook_has_the_doors_of_the_format() -> None:
    snapshot = a_snapshot(offerings=OFFERINGS, offering_starts=STARTS, schemes=[{}])
    person = a_profile(birth_date=date(2009, 3, 1))
    doors, by_format = doors_of(judge_of(snapshot), person), doors_by_format(snapshot, person)
    assert alike(doors, by_format)
    assert [scheme.id for scheme in doors.schemes] == [scheme.id for scheme in by_format.schemes] == ["F1"]


def test_a_rulebook_without_rules_changes_nothing() -> None:
    snapshot = ruled(offerings=OFFERINGS, offering_starts=STARTS)
    assert alike(doors_of(judge_of(snapshot), a_profile()), doors_by_format(snapshot, a_profile()))


def test_a_full_course_is_shut() -> None:
    doors = doors_by_format(a_snapshot(offerings=OFFERINGS, offering_starts=STARTS), a_profile())
    assert doors.offering_open.tolist() == [True, False, True]


def test_a_full_course_is_open_for_who_looks_past_places() -> None:
    doors = doors_by_format(a_snapshot(offerings=OFFERINGS, offering_starts=STARTS), a_profile(), full_too=True)
    assert doors.offering_open.all()


def test_all_doors_of_the_format_are_sure() -> None:
    doors = doors_by_format(a_snapshot(), a_profile())
    assert doors.offering_sure.all()
    assert doors.position_sure.all()


def test_without_a_rulebook_no_wish_counts() -> None:
    assert not doors_by_format(a_snapshot(), a_profile()).points.any()
