"""From what someone typed to a point, or to names that look like it."""

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouden_poort.catalogue.places import Place, PlaceFinder
from gouden_poort.errors import UnknownPlace
from tests.builders import a_snapshot


def a_place(label: str, municipality: str, point: tuple[float, float], pc4s: tuple[int, int], aliases: str = "") -> Any:
    return {
        "place_id": f"pl-{pc4s[0]}",
        "label": label,
        "municipality": municipality,
        "region_code": "R1",
        "lat": point[0],
        "lon": point[1],
        "pc4_from": pc4s[0],
        "pc4_to": pc4s[1],
        "aliases": aliases,
    }


PLACES = (
    a_place("Zwolle", "Zwolle", (52.517, 6.1041), (8011, 8043)),
    a_place("Stadshagen", "Zwolle", (52.53, 6.05), (8043, 8043)),
    a_place("Hengelo", "Hengelo", (52.2667, 6.7976), (7551, 7559), "Hengelo (Overijssel)"),
    a_place("Hengelo (Gld)", "Bronckhorst", (52.0516, 6.3182), (7255, 7255)),
    a_place("Bergen L", "Bergen (L)", (51.6028, 6.0523), (5854, 5854)),
    a_place("Bergen (NH)", "Bergen (NH)", (52.6684, 4.7068), (1861, 1862)),
    a_place("Bergen op Zoom", "Bergen op Zoom", (51.4913, 4.2939), (4611, 4625), "BoZ"),
    a_place("Valkenburg", "Valkenburg aan de Geul", (50.8652, 5.826), (6301, 6301)),
    a_place("Walem", "Valkenburg aan de Geul", (50.8623, 5.8681), (6341, 6342)),
    a_place("Valkenburg", "Katwijk", (52.1751, 4.426), (2235, 2236)),
    a_place("'s-Gravenhage", "Den Haag", (52.0691, 4.3009), (2491, 2597), "Den Haag|The Hague"),
    a_place("'s-Hertogenbosch", "'s-Hertogenbosch", (51.7073, 5.3023), (5211, 5237), "Den Bosch|Bois-le-Duc"),
    a_place("Leeuwarden", "Leeuwarden", (53.2013, 5.8056), (8911, 8941), "Ljouwert"),
    a_place("Sneek", "Súdwest-Fryslân", (53.0321, 5.6638), (8601, 8608), "Snits"),
    a_place("Damwâld", "Dantumadiel", (53.2895, 5.9956), (9104, 9104)),
    a_place("St.-Jacobiparochie", "Waadhoeke", (53.2927, 5.6184), (9076, 9076)),
    a_place("Alphen aan den Rijn", "Alphen aan den Rijn", (52.131, 4.6627), (2401, 2409), "Alphen"),
    a_place("IJmuiden", "Velsen", (52.4569, 4.6014), (1971, 1976)),
)
AREAS = (
    {"pc3": "801", "lat": 52.5, "lon": 6.1},
    {"pc3": "755", "lat": 52.27, "lon": 6.79},
    {"pc3": "837", "lat": 52.79, "lon": 5.96},
)


@pytest.fixture(scope="module")
def finder() -> PlaceFinder:
    columns = a_snapshot(places=PLACES, postcode_areas=AREAS).columns
    return PlaceFinder(columns.places, columns.postcode_areas)


def near(finder: PlaceFinder, text: str) -> tuple[str, ...]:
    with pytest.raises(UnknownPlace) as caught:
        finder.find(text)
    return caught.value.near


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Zwolle", "Zwolle"),
        ("  zWOLLE  ", "Zwolle"),
        ("'s-Gravenhage", "Den Haag"),
        ("’s Gravenhage", "Den Haag"),
        ("sgravenhage", "Den Haag"),
        ("den haag", "Den Haag"),
        ("Denhaag", "Den Haag"),
        ("The Hague", "Den Haag"),
        ("Den Bosch", "'s-Hertogenbosch"),
        ("bois le duc", "'s-Hertogenbosch"),
        ("Ljouwert", "Leeuwarden"),
        ("snits", "Sneek"),
        ("Damwald", "Damwâld"),
        ("Sint Jacobiparochie", "St.-Jacobiparochie"),
        ("alphen a/d rijn", "Alphen aan den Rijn"),
        ("Alphen aan de Rijn", "Alphen aan den Rijn"),
        ("ijmuiden", "IJmuiden"),
        ("Ĳmuiden", "IJmuiden"),
        ("bergen op  zoom", "Bergen op Zoom"),
        ("Zwolle\0", "Zwolle"),
    ],
)
def test_a_name_is_found_in_any_spelling(finder: PlaceFinder, text: str, label: str) -> None:
    place = finder.find(text)
    assert place.label == place.name == label
    assert place.approximate


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Hengelo", "Hengelo"),
        ("Hengelo (Overijssel)", "Hengelo"),
        ("hengelo ov", "Hengelo"),
        ("Hengelo (Gelderland)", "Hengelo (Gld)"),
        ("hengelo gld", "Hengelo (Gld)"),
        ("Hengelo Bronckhorst", "Hengelo (Gld)"),
        ("Bergen (Limburg)", "Bergen L"),
        ("Bergen Noord-Holland", "Bergen (NH)"),
        ("bergen nh", "Bergen (NH)"),
        ("Valkenburg (Katwijk)", "Valkenburg (Katwijk)"),
    ],
)
def test_a_name_that_two_places_have_is_told_apart(finder: PlaceFinder, text: str, label: str) -> None:
    assert finder.find(text).label == label


def test_a_name_that_says_too_little_gives_the_names_that_say_enough(finder: PlaceFinder) -> None:
    assert set(near(finder, "Bergen")) == {"Bergen L", "Bergen (NH)"}
    assert set(near(finder, "valkenburg")) == {"Valkenburg (Katwijk)", "Valkenburg (Valkenburg aan de Geul)"}


def test_a_municipality_is_found_by_its_namesake_or_its_largest_place(finder: PlaceFinder) -> None:
    assert finder.find("sudwest fryslan").label == "Sneek"
    assert finder.find("Valkenburg aan de Geul").label == "Valkenburg (Valkenburg aan de Geul)"


@pytest.mark.parametrize(
    ("mistake", "label"),
    [("Zwole", "Zwolle"), ("zwol", "Zwolle"), ("Leewarden", "Leeuwarden"), ("s hertogenbos", "'s-Hertogenbosch")],
)
def test_a_mistake_is_not_guessed_but_named(finder: PlaceFinder, mistake: str, label: str) -> None:
    assert near(finder, mistake)[0] == label


def test_every_near_name_can_be_typed(finder: PlaceFinder) -> None:
    for text in ("Bergen", "Valkenburg", "Zwole", "Hengel", "8000"):
        for name in near(finder, text):
            assert finder.find(name).label == name


@pytest.mark.parametrize("text", ["8011 AB", "8011ab", "8011", "NL-8011 AB Zwolle"])
def test_a_postcode_in_a_range_is_about_that_place(finder: PlaceFinder, text: str) -> None:
    place = finder.find(text)
    assert (place.pc4, place.label, place.name, place.nearby) == (8011, "Zwolle", "8011 Zwolle", False)
    assert place.approximate


def test_of_two_ranges_the_narrower_one_says_where(finder: PlaceFinder) -> None:
    assert finder.find("8043").name == "8043 Stadshagen"
    assert finder.find("8042").name == "8042 Zwolle"


def test_within_one_area_the_place_is_the_point_and_beyond_it_the_area_is(finder: PlaceFinder) -> None:
    hengelo, zwolle = finder.find("7555"), finder.find("8011")
    assert (hengelo.lat, hengelo.lon) == (52.2667, 6.7976)
    assert (zwolle.lat, zwolle.lon) == (52.5, 6.1)


def test_a_large_place_without_an_area_is_its_own_middle(finder: PlaceFinder) -> None:
    assert finder.find("2511").lat == 52.0691


def test_a_postcode_outside_all_ranges_is_about_its_area(finder: PlaceFinder) -> None:
    place = finder.find("8375")
    assert (place.lat, place.lon, place.nearby, place.approximate) == (52.79, 5.96, True, True)
    assert place.name == f"8375 bij {place.label}"
    assert finder.find(place.name) == place


def test_an_imported_postcode_is_exact(finder: PlaceFinder) -> None:
    table = {8011: (52.51, 6.09), 6000: (51.25, 5.7)}
    exact = finder.find("8011 AB", table.get)
    assert (exact.lat, exact.lon, exact.approximate, exact.label) == (52.51, 6.09, False, "Zwolle")
    assert finder.find("6000", table.get).approximate is False
    assert finder.find("8012", table.get).approximate is True


def test_an_unknown_postcode_names_places_with_almost_that_number(finder: PlaceFinder) -> None:
    assert near(finder, "8000 AA") == ("Zwolle",)
    assert near(finder, "9999") == ()


def test_searching_lists_what_may_be_meant_best_first(finder: PlaceFinder) -> None:
    assert [place.label for place in finder.search("berg", 3)] == ["Bergen op Zoom", "Bergen (NH)", "Bergen L"]
    assert [place.label for place in finder.search("Hengelo", 5)] == ["Hengelo", "Hengelo (Gld)"]
    assert [place.name for place in finder.search("8011", 5)] == ["8011 Zwolle"]
    assert finder.search("9999", 5) == ()


def test_without_places_nothing_is_found_but_an_imported_postcode() -> None:
    columns = a_snapshot().columns
    empty = PlaceFinder(columns.places, columns.postcode_areas)
    assert near(empty, "Zwolle") == near(empty, "8011") == ()
    place = empty.find("8011", {8011: (52.5, 6.1)}.get)
    assert (place.name, place.lat) == ("8011", 52.5)


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "😀", "x" * 10_000, "1" * 10_000, "8011 " * 2_000, "(" * 9_999, "\ud800"]
)
def test_hostile_input_is_answered_quickly_and_shown_short(finder: PlaceFinder, text: str) -> None:
    began = time.perf_counter()
    answer = asked(finder, text)
    assert time.perf_counter() - began < 0.1
    shown = answer.given if isinstance(answer, UnknownPlace) else answer.name
    assert len(shown) <= 61
    assert shown.isprintable()


@given(st.text())
def test_whatever_is_found_is_found_again_by_its_name(finder: PlaceFinder, text: str) -> None:
    found = finder.search(text, 3)
    assert len(found) <= 3
    assert all(finder.find(place.name) == place for place in found)


def asked(finder: PlaceFinder, text: str) -> Place | UnknownPlace:
    try:
        return finder.find(text)
    except UnknownPlace as unknown:
        return unknown


@given(st.text())
def test_any_text_leads_somewhere_or_to_names_that_do(finder: PlaceFinder, text: str) -> None:
    answer = asked(finder, text)
    names = answer.near if isinstance(answer, UnknownPlace) else (answer.name,)
    assert all(finder.find(name).name == name for name in names)
