"""Places with and without an imported table."""

import pytest

from gouden_poort.errors import UnknownPlace
from gouden_poort.services.places import find_place, search_places
from gouden_poort.services.ports import Postcode
from tests.builders import a_snapshot
from tests.fakes import Memory

SNAPSHOT = a_snapshot(places=[{"pc4_from": 3511, "pc4_to": 3515}], postcode_areas=[{}])


@pytest.fixture
def memory() -> Memory:
    return Memory()


def test_a_postcode_is_exact_once_it_was_imported(memory: Memory) -> None:
    assert find_place(SNAPSHOT, memory, "3511 AB").approximate
    memory.postcodes.replace_all([Postcode(pc4=3511, lat=52.09, lon=5.11)])
    place = find_place(SNAPSHOT, memory, "3511 AB")
    assert (place.lat, place.lon, place.approximate) == (52.09, 5.11, False)
    assert search_places(SNAPSHOT, memory, "3511 AB") == (place,)


def test_a_name_asks_nothing_of_the_database(memory: Memory) -> None:
    assert find_place(SNAPSHOT, memory, "utrecht").label == "Utrecht"
    assert [place.label for place in search_places(SNAPSHOT, memory, "utr")] == ["Utrecht"]
    assert memory.opened == 0


def test_an_unknown_place_is_told(memory: Memory) -> None:
    with pytest.raises(UnknownPlace):
        find_place(SNAPSHOT, memory, "Verweggistan")
