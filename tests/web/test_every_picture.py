"""What holds for every picture of every page, and that a broken one is seen."""

from __future__ import annotations

import re

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from tests.fakes import Memory, ShelfWith
from tests.web.conftest import Visitor, a_web_snapshot, make_app
from tests.web.picture_rules import faults_in_pictures, pictures_in
from tests.web.test_pages import PAGES, WITH_A_CLOSED_DOOR


def a_visitor(folder: pytest.TempPathFactory, snapshot: Snapshot) -> Visitor:
    visitor = Visitor(make_app(folder.mktemp("pictures"), Memory(), ShelfWith(snapshot)).test_client())
    visitor.answer_all()
    return visitor


@pytest.fixture(scope="module")
def everyone(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    return a_visitor(tmp_path_factory, a_web_snapshot(**WITH_A_CLOSED_DOOR))


@pytest.fixture(scope="module")
def gallery(everyone: Visitor) -> str:
    """The page with every part, on which each sort of picture stands."""
    return everyone.read("/onderdelen")


@pytest.mark.parametrize("address", PAGES)
def test_the_pictures_of_a_page_keep_the_rules(everyone: Visitor, address: str) -> None:
    assert faults_in_pictures(everyone.read(address)) == []


@pytest.mark.parametrize("address", ["/ar/routes/O1", "/ar/onderdelen", "/ar/plekken"])
def test_the_pictures_of_a_page_from_the_right_keep_the_rules(everyone: Visitor, address: str) -> None:
    assert faults_in_pictures(everyone.read(address)) == []


def test_the_map_of_the_whole_country_is_small(builtin: Snapshot, tmp_path_factory: pytest.TempPathFactory) -> None:
    visitor = Visitor(make_app(tmp_path_factory.mktemp("map"), Memory(), ShelfWith(builtin)).test_client())
    for place in ("Utrecht", "Den Burg", "Maastricht"):
        visitor.send("/plekken", {"place": place})
        page = visitor.read("/plekken")
        assert len(pictures_in(page)) == 1
        assert faults_in_pictures(page) == []


@pytest.mark.parametrize("sort", ["timeline", "years", "ten-boxes", "hundreds", "months", "gaps", "map", "metro"])
def test_every_sort_of_picture_stands_in_the_gallery(gallery: str, sort: str) -> None:
    assert gallery.count(f'data-test="{sort}"') == 1


@pytest.mark.parametrize(
    ("broken", "by"),
    [
        (r'<title id="metro-title">.*?</title>', ""),
        (r'<desc id="map-desc">.*?</desc>', ""),
        (r'(<desc id="years-desc">).*?</desc>', r"\1</desc>"),
        (r'(<svg class="metro" viewBox="0 0 )340', r"\g<1>960"),
        (r'(<svg class="map"[^>]*) role="img"', r"\1"),
        (r'(data-test="months".*?<text class="strong"[^>]*>[^<]*?€\s?)\d', r"\g<1>9"),
        (r'(<th scope="row">)1(</th>)', r"\g<1>9\2"),
        (r'(data-test="gaps".*?<rect class=")have', r"\1empty-box"),
        (r"(Niveaus van 0 tot 5.*?<td[^>]*>)3", r"\g<1>4"),
        (r"(?<=>)63(?=</td>)", "64"),
        (r"1 februari 2027(?=</td>)", "2 februari 2027"),
        (r'(data-test="map".*?)<details', r"\1<div"),
        (r'(<svg class="map"[^>]*>)', r"\1" + "<path d='M0 0'/>" * 1000),
        (r'(<svg class="icon")', r"<svg><text>1</text></svg>\1"),
    ],
)
def test_a_broken_picture_is_seen(gallery: str, broken: str, by: str) -> None:
    page, times = re.subn(broken, by, gallery, count=1, flags=re.DOTALL)
    assert times == 1
    assert faults_in_pictures(page)
