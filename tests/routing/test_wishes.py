"""A wish counts in the order of suggestions and closes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.suggestion import suggest
from tests.people import four_people


def sectors_of(snapshot: Snapshot, profile: Profile) -> list[str]:
    """The sectors of what is suggested, in order."""
    occupations = snapshot.columns.occupations
    rows = (occupations.id.row(route.target_occupation_id) for route in suggest(snapshot, profile))
    return [snapshot.columns.sectors[int(occupations.sector[row])] for row in rows]


@pytest.fixture(scope="module")
def person() -> Profile:
    return four_people(52.517, 6.104)[2]


def test_a_wished_sector_comes_forward(builtin: Snapshot, person: Profile) -> None:
    without = sectors_of(builtin, person)
    wished = next(sector for sector in ("mobiliteit", "proces", "energie") if sector not in without)
    hopeful = replace(person, circumstances=replace(person.circumstances, wished_sectors=frozenset({wished})))
    assert wished in sectors_of(builtin, hopeful)


def test_an_unwanted_sector_goes_back(builtin: Snapshot, person: Profile) -> None:
    without = sectors_of(builtin, person)
    unwanted = without[0]
    picky = replace(person, circumstances=replace(person.circumstances, unwanted_sectors=frozenset({unwanted})))
    assert sectors_of(builtin, picky).count(unwanted) < without.count(unwanted)


def test_wishing_everything_away_still_shows_what_there_is(builtin: Snapshot, person: Profile) -> None:
    everything = frozenset(builtin.columns.sectors)
    picky = replace(person, circumstances=replace(person.circumstances, unwanted_sectors=everything))
    assert sectors_of(builtin, picky) == sectors_of(builtin, person)
