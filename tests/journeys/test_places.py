"""Someone looks for places near a town, filters them and looks elsewhere: in a real browser, also from the right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from gouden_poort.catalogue.snapshot import Snapshot
from tests.journeys.conftest import Screen
from tests.journeys.test_promises import look
from tests.journeys.walking import Walk

pytestmark = pytest.mark.browser
_TEXT_HEIGHTS = """[...document.querySelectorAll('.picture text')].filter(each => each.checkVisibility())
    .map(each => 14 * each.ownerSVGElement.getScreenCTM().d)"""
_LOST = """[...document.querySelectorAll('.picture text')].filter(each => each.checkVisibility()).filter(each => {
    const text = each.getBoundingClientRect(), picture = each.ownerSVGElement.getBoundingClientRect();
    return text.left < picture.left - 4 || text.right > picture.right + 4; }).map(each => each.textContent)"""
SMALLEST_TEXT = 11


@pytest.fixture
def walk(
    browser: Browser,
    address: str,
    builtin: Snapshot,
    screen: Screen,
    pictures: Path | None,
    request: pytest.FixtureRequest,
) -> Iterator[Walk]:
    """A window on the start page; axe is a script of the test, so our own ban on scripts is set aside for it."""
    context = browser.new_context(
        viewport={"width": screen.width, "height": screen.height}, locale="nl-NL", bypass_csp=True
    )
    yield Walk(context.new_page(), address, builtin, pictures, f"{request.node.originalname}-{screen.name}")
    context.close()


@pytest.mark.parametrize("language", ["", "/ar"])
def test_someone_finds_places_near_a_town(walk: Walk, language: str) -> None:
    walk.page.goto(f"{walk.address}{language}/plekken")
    look(walk, f"ask{language[1:]}")
    walk.page.locator("#place").fill("Zwole")
    walk.press_primary()
    look(walk, f"fault{language[1:]}")
    with walk.page.expect_navigation():
        walk.page.get_by_role("button", name="Zwolle").click()
    expect(walk.page.locator("[data-test=towns] > li").first).to_contain_text("Zwolle")
    look(walk, f"near{language[1:]}")
    with walk.page.expect_navigation():
        walk.page.locator("nav a").nth(2).click()
    assert "soort=school" in walk.page.url
    look(walk, f"schools{language[1:]}")
    assert walk.foreign == []


@pytest.mark.parametrize("path", ["/onderdelen", "/ar/onderdelen"])
def test_text_in_pictures_can_be_read_and_stays_inside(walk: Walk, path: str) -> None:
    walk.page.goto(f"{walk.address}{path}")
    for width in (320, 390, 768, 1280):
        walk.page.set_viewport_size({"width": width, "height": 800})
        heights = walk.page.evaluate(_TEXT_HEIGHTS)
        assert len(heights) > 20
        assert min(heights) >= SMALLEST_TEXT
        assert walk.page.evaluate(_LOST) == []


def test_shapes_are_mirrored_and_maps_are_not(walk: Walk) -> None:
    walk.page.goto(f"{walk.address}/ar/onderdelen")
    turned = "each => new DOMMatrix(getComputedStyle(each).transform).a"
    assert walk.page.locator(".gaps svg").first.evaluate(turned) == -1
    assert walk.page.locator("svg.metro").evaluate(turned) == -1
    assert walk.page.locator("svg.map").evaluate(turned) == 1
