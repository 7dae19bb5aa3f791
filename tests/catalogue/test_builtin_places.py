"""The places of the built-in catalogue, all of them and the ones that are easily mistaken."""

import pytest

from gouden_poort.catalogue.place_names import PlaceNames
from gouden_poort.catalogue.places import PlaceFinder
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.travel import kilometres
from gouden_poort.errors import UnknownPlace


@pytest.fixture(scope="module")
def finder(builtin: Snapshot) -> PlaceFinder:
    return PlaceFinder(builtin.columns.places, builtin.columns.postcode_areas)


def test_every_place_is_found_by_a_name_of_its_own(builtin: Snapshot, finder: PlaceFinder) -> None:
    names = PlaceNames(builtin.columns.places)
    labels = [names.label(row) for row in range(len(builtin.columns.places.id))]
    assert len(set(labels)) == len(labels)
    assert [finder.find(label).label for label in labels] == labels


def test_every_alias_finds_its_place(builtin: Snapshot, finder: PlaceFinder) -> None:
    places = builtin.columns.places
    known = [(row, alias) for row, text in enumerate(places.extra["aliases"]) for alias in text.split("|") if alias]
    assert len(known) >= 10
    names = PlaceNames(places)
    assert [finder.find(alias).label for _, alias in known] == [names.label(row) for row, _ in known]


def test_every_municipality_leads_to_a_place_in_it(builtin: Snapshot, finder: PlaceFinder) -> None:
    for municipality in sorted(set(builtin.columns.places.municipality)):
        place = finder.find(municipality)
        namesakes = [p for p in finder.search(municipality, 20) if p.municipality == municipality]
        assert place in namesakes or place.label == municipality


def test_every_postcode_of_a_range_lies_near_its_place(builtin: Snapshot, finder: PlaceFinder) -> None:
    places = builtin.columns.places
    for row in range(len(places.id)):
        for pc4 in {int(places.pc4_from[row]), int(places.pc4_to[row])}:
            place = finder.find(f"{pc4} AB")
            assert not place.nearby
            assert float(kilometres(places.lat[row], places.lon[row], place.lat, place.lon)) < 15


def test_every_three_digit_area_answers_for_its_postcodes(builtin: Snapshot, finder: PlaceFinder) -> None:
    areas = builtin.columns.postcode_areas
    for pc3, lat, lon in zip(areas.pc3, areas.lat, areas.lon, strict=True):
        place = finder.find(f"{pc3}5")
        assert place.approximate
        assert place.region_code
        assert float(kilometres(lat, lon, place.lat, place.lon)) < 20


@pytest.mark.parametrize(
    ("text", "region"),
    [("Hengelo", "AM05"), ("Hengelo (Gelderland)", "AM09"), ("den haag", "AM21"), ("den bosch", "AM27")],
)
def test_names_that_are_easily_mistaken_lie_in_the_right_region(finder: PlaceFinder, text: str, region: str) -> None:
    assert finder.find(text).region_code == region


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ljouwert", "Leeuwarden"),
        ("snits", "Sneek"),
        ("It Hearrenfean", "Heerenveen"),
        ("boalsert", "Bolsward"),
        ("Easterwalde", "Oosterwolde"),
        ("Sint-Jabik", "St.-Jacobiparochie"),
        ("Harns", "Harlingen"),
        ("bergum", "Burgum"),
    ],
)
def test_a_frisian_place_is_found_in_both_languages(finder: PlaceFinder, text: str, label: str) -> None:
    assert finder.find(text).label == label


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Valkenburg", {"Valkenburg (Katwijk)", "Valkenburg (Valkenburg aan de Geul)"}),
        ("Bergen", {"Bergen (NH)", "Bergen L"}),
        ("Zwole", {"Zwolle"}),
        ("Amsterdm", {"Amsterdam"}),
        ("Gronnigen", {"Groningen"}),
        ("Eindhofen", {"Eindhoven"}),
    ],
)
def test_what_is_not_clear_comes_with_near_names(finder: PlaceFinder, text: str, near: set[str]) -> None:
    with pytest.raises(UnknownPlace) as caught:
        finder.find(text)
    assert near <= set(caught.value.near)
