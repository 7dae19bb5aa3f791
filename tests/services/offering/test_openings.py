"""Openings of a catalogue: found by words, and read back by their id."""

from __future__ import annotations

from datetime import date

import pytest

from gouden_poort.profiles.people.place_offer import OpeningKind
from gouden_poort.services.offering.openings import find_openings, opening_of, start_id
from tests.builders import MONDAY, a_snapshot

START = date(2027, 2, 1)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lasser", ["J1"]),
        ("LASBEDRIJF utrecht", ["J1"]),
        ("leren lassen", ["T1@2027-02-01"]),
        ("techniekcollege", ["T1@2027-02-01"]),
        ("utrecht", ["J1", "T1@2027-02-01"]),
        ("lasser zwolle", []),
        ("  ", []),
    ],
)
def test_openings_are_found_by_all_of_the_words(typed: str, found: list[str]) -> None:
    assert [each.id for each in find_openings(a_snapshot(), typed, MONDAY)] == found


def test_what_is_over_is_not_found() -> None:
    closed = a_snapshot(positions=[{"open_to": "2027-01-04"}])
    assert find_openings(closed, "utrecht", date(2027, 2, 2)) == ()


@pytest.mark.parametrize(
    ("kind", "opening_id"),
    [
        (OpeningKind.POSITION, "J2"),
        (OpeningKind.OFFERING_START, "T1"),
        (OpeningKind.OFFERING_START, "T2@2027-02-01"),
        (OpeningKind.OFFERING_START, "T1@2027-02-08"),
        (OpeningKind.OFFERING_START, "T1@morgen"),
    ],
)
def test_what_the_catalogue_does_not_have_is_no_opening(kind: OpeningKind, opening_id: str) -> None:
    assert opening_of(a_snapshot(), kind, opening_id) is None


def test_an_opening_is_read_back_by_its_id() -> None:
    snapshot = a_snapshot()
    start = opening_of(snapshot, OpeningKind.OFFERING_START, start_id("T1", START))
    assert start is not None
    assert (start.row, start.begins_on) == (0, START)
    assert opening_of(snapshot, OpeningKind.POSITION, "J1") is not None
