"""The page of places: from the answers or from a place that is asked, as a map and as a list that say the same."""

from __future__ import annotations

import re

import pytest

from tests.fakes import ShelfWith
from tests.web.conftest import NOW, Visitor, a_web_snapshot
from tests.web.page_rules import faults_in_page

AMERSFOORT = {"place_id": "pl-2", "label": "Amersfoort", "municipality": "Amersfoort", "lat": 52.155, "lon": 5.387}
CENTRE = {
    "site_id": "L2",
    "label": "Techniekhal",
    "city": "Amersfoort",
    "subkind": "hybrid_learning_centre",
    "url": "https://techniekhal.example",
    "lat": 52.155,
    "lon": 5.387,
}
BARN = {
    "site_id": "L3",
    "label": "Schuur",
    "city": "Den Helder",
    "lat": 52.96,
    "lon": 4.76,
    "subkind": "orientation_hub",
}


@pytest.fixture
def shelf() -> ShelfWith:
    return ShelfWith(
        a_web_snapshot(places=[{}, AMERSFOORT], sites=[{"subkind": "roc", "url": ""}, CENTRE, BARN | {"url": ""}])
    )


def towns(page: str) -> list[str]:
    listed = page.partition('data-test="towns"')[2].partition("</ol>")[0]
    return re.findall(r"<h3>([^<]+)</h3>", listed)


def test_who_told_nothing_is_asked_for_a_place(visitor: Visitor) -> None:
    page = visitor.read("/plekken")
    assert "Welke plekken zijn er bij jou in de buurt?" in page
    assert faults_in_page(page) == []


def test_a_place_is_enough_to_see_what_is_near(visitor: Visitor) -> None:
    answer = visitor.send("/plekken", {"place": "utrecht"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/plekken")
    page = visitor.read("/plekken")
    assert "rond Utrecht" in page
    assert towns(page) == ["Utrecht", "Amersfoort"]
    assert "We rekenden met fiets en openbaar vervoer" in page
    assert faults_in_page(page) == []


def test_a_place_we_do_not_know_gets_names_that_look_like_it(visitor: Visitor) -> None:
    page = visitor.follow(visitor.send("/plekken", {"place": "Amersfort"}))
    assert '<button class="button small" type="submit" name="place" value="Amersfoort">' in page
    assert "<title>Fout: " in page
    assert faults_in_page(page) == []


def test_nothing_filled_in_says_what_to_fill_in(visitor: Visitor) -> None:
    page = visitor.follow(visitor.send("/plekken", {"place": " "}))
    assert "Vul een postcode of een plaats in. Bijvoorbeeld 8011 AB of Zwolle." in page


def test_where_someone_looks_is_forgotten_after_an_hour(visitor: Visitor) -> None:
    visitor.send("/plekken", {"place": "Utrecht"})
    with visitor.client.session_transaction() as session:
        assert session["near"]["place"] == "Utrecht"
        session["near"] = {"since": int(NOW.timestamp()) - 3601, "place": "Utrecht"}
    assert "Welke plekken" in visitor.read("/plekken")


def test_who_answered_sees_what_is_near_home_and_on_their_routes(visitor: Visitor) -> None:
    visitor.answer_all(travel_minutes={"travel_minutes": "120"})
    page = visitor.read("/plekken")
    assert towns(page) == ["Utrecht", "Amersfoort"]
    assert re.search(r'Op je route naar: <a href="/routes/O1">Lasser</a>', page)
    assert "Lasbedrijf" in page
    assert "De gouden stip is Utrecht, ongeveer." in page


def test_who_told_only_a_place_sees_what_is_near(visitor: Visitor) -> None:
    visitor.begin()
    visitor.answer("place")
    page = visitor.read("/plekken")
    assert towns(page) == ["Utrecht", "Amersfoort"]
    assert "Op je route" not in page


def test_the_nearest_come_first_with_their_travel_time(visitor: Visitor) -> None:
    visitor.answer_all(travel_minutes={"travel_minutes": "120"})
    listed = visitor.read("/plekken").partition('data-test="towns"')[2]
    assert re.findall(r'<p class="when">([^<]+)</p>', listed) == [
        "Dicht bij jou",
        "Ongeveer 1 uur en 44 minuten reizen",
    ]


def test_one_kind_of_place_can_be_seen_alone(visitor: Visitor) -> None:
    visitor.answer_all(travel_minutes={"travel_minutes": "120"})
    page = visitor.read("/plekken?soort=hybrid")
    assert towns(page) == ["Amersfoort"]
    assert re.search(r'aria-current="true"[^/]+/[^/]+/svg>Techniekcentra', page)
    assert '<a href="https://techniekhal.example" rel="noreferrer">' in page


def test_a_kind_that_does_not_exist_shows_all(visitor: Visitor) -> None:
    visitor.answer_all()
    assert towns(visitor.read("/plekken?soort=onzin"))[0] == "Utrecht"


def test_where_nothing_is_near_enough_the_nearest_are_shown_with_help(visitor: Visitor) -> None:
    visitor.answer_all()
    page = visitor.read("/plekken?soort=meeting")
    assert "Binnen 45 minuten vonden we geen plek." in page
    assert "meerijden" in page
    assert towns(page) == ["Den Helder"]
    assert faults_in_page(page) == []


def test_someone_can_look_around_another_place_and_come_back(visitor: Visitor) -> None:
    visitor.answer_all()
    visitor.send("/plekken", {"place": "Amersfoort"})
    page = visitor.read("/plekken")
    assert towns(page)[0] == "Amersfoort"
    assert "Op je route" not in page
    visitor.send("/plekken", {"action": "home"})
    assert towns(visitor.read("/plekken"))[0] == "Utrecht"


def test_map_table_and_list_have_the_same_numbers(visitor: Visitor) -> None:
    visitor.answer_all(travel_minutes={"travel_minutes": "120"})
    page = visitor.read("/plekken")
    drawing, _, rest = page.partition('data-test="map"')[2].partition("</svg>")
    numbers = re.findall(r'<text class="strong"[^>]+>(\d+)</text>', drawing)
    assert numbers == re.findall(r'<th scope="row">(\d+)</th>', rest)
    assert numbers == [str(n) for n in range(1, len(towns(page)) + 1)]


def test_a_catalogue_without_places_to_go_says_so(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(
        sites=[{"subkind": "municipality"}], positions=[], offerings=[], offering_starts=[], offering_skills=[]
    )
    visitor.send("/plekken", {"place": "Utrecht"})
    page = visitor.read("/plekken")
    assert "We kennen nog geen plekken" in page
    assert faults_in_page(page) == []


@pytest.mark.parametrize("address", ["/routes", "/routes/O1"])
def test_routes_lead_to_the_map(visitor: Visitor, address: str) -> None:
    visitor.answer_all()
    assert re.search(r'<a href="/plekken">\s*Bekijk de plekken op de kaart</a>', visitor.read(address))
