"""Leaving a sector out from a card of a route."""

from __future__ import annotations

import re

import pytest

from tests.fakes import ShelfWith
from tests.web.conftest import Visitor, a_web_snapshot
from tests.web.page_rules import faults_in_page

BUILDING = {
    "bundle": [{"key": "rulebook", "value": "builtin"}],
    "occupations": [{}, {"occupation_id": "O2", "label": "Timmerman", "sector": "bouw"}],
    "positions": [{}, {"position_id": "J2", "occupation_id": "O2"}],
}
ADDRESS = "/routes/zonder-sector"


def order(page: str) -> list[str]:
    """The sectors of the cards, first card first."""
    return re.findall(r'data-test="sector">(\w+)<', page)


@pytest.fixture
def two_sectors(visitor: Visitor, shelf: ShelfWith) -> Visitor:
    shelf.snapshot = a_web_snapshot(**BUILDING)
    visitor.answer_all(sectors={})
    return visitor


def test_each_card_can_leave_out_its_sector(two_sectors: Visitor) -> None:
    page = two_sectors.read("/routes")
    offered = re.findall(r'name="sector" value="(\w+)" form="zonder-sector"', page)
    assert sorted(offered) == ["bouw", "metal"]
    assert f'action="{ADDRESS}" id="zonder-sector"' in page
    assert faults_in_page(page) == []


def test_a_sector_that_is_left_out_comes_last_and_the_page_says_what_changed(two_sectors: Visitor) -> None:
    first = order(two_sectors.read("/routes"))[0].lower()
    answer = two_sectors.send(ADDRESS, {"sector": first})
    assert (answer.status_code, answer.location) == (303, "/routes")
    page = two_sectors.read("/routes")
    assert order(page)[-1].lower() == first
    assert "Je antwoorden zijn veranderd." in page
    assert f"Liever niet: {first.capitalize()}" in page
    assert faults_in_page(page) == []


def test_it_is_put_back_from_the_same_page(two_sectors: Visitor) -> None:
    before = order(two_sectors.read("/routes"))
    two_sectors.send(ADDRESS, {"sector": before[0].lower()})
    assert "Zet mijn antwoord terug" in two_sectors.read("/routes")
    two_sectors.send("/wat-als/terug", {})
    assert order(two_sectors.read("/routes")) == before


def test_a_sector_nobody_knows_changes_nothing(two_sectors: Visitor) -> None:
    before = order(two_sectors.read("/routes"))
    assert two_sectors.send(ADDRESS, {"sector": "zorg"}).location == "/routes"
    assert order(two_sectors.read("/routes")) == before


def test_who_has_not_begun_is_led_to_the_beginning(visitor: Visitor) -> None:
    assert visitor.send(ADDRESS, {"sector": "metal"}).location == "/voor-je-begint"


def test_a_card_and_a_route_lead_to_the_page_of_the_work(two_sectors: Visitor) -> None:
    assert 'href="/beroep/O1"' in two_sectors.read("/routes")
    assert 'href="/beroep/O1"' in two_sectors.read("/routes/O1")
