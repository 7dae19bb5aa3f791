"""A child makes its card, and someone tells what is not right: in a real browser, checked for accessibility."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.tech_card_questions import QUESTIONS
from tests.journeys.conftest import Screen
from tests.journeys.walking import Walk

pytestmark = pytest.mark.browser
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
SMALLEST_TARGET = 44


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


def look(walk: Walk, what: str) -> None:
    """The page does not scroll sideways, axe finds nothing, and what can be pressed is large enough."""
    walk.look(what)
    found = Axe().run(walk.page, options=WCAG).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
    assert too_small(walk.page) == []


def too_small(page: Page) -> list[str]:
    """Buttons and fields that a finger may miss; a radio button counts with its row."""
    shown = page.locator(
        "main button, main a.button, main a.back, main input[type=text], main textarea, main label.choice"
    )
    boxes = [(each.inner_text(), each.bounding_box()) for each in shown.all()]
    return [words for words, box in boxes if box and min(box["width"], box["height"]) < SMALLEST_TARGET]


def test_a_child_makes_a_card(walk: Walk) -> None:
    walk.page.goto(f"{walk.address}/techniekkaart")
    look(walk, "welcome")
    walk.press_primary()
    for number in range(len(QUESTIONS)):
        look(walk, f"question-{number + 1}")
        with walk.page.expect_navigation():
            walk.page.locator("[data-test=pick]").nth(number % 3).press("Enter")
    walk.page.locator("#place").fill("Zwol")
    walk.press_primary()
    look(walk, "place-fault")
    with walk.page.expect_navigation():
        walk.page.get_by_role("button", name="Zwolle").click()
    expect(walk.page.locator("[data-test=outings] > li").first).to_contain_text("In Zwolle")
    look(walk, "card")
    walk.page.goto(f"{walk.address}/techniekkaart/ouders-en-school")
    look(walk, "grown-ups")
    assert walk.foreign == []


def test_someone_asks_a_coach_and_takes_it_back(walk: Walk) -> None:
    walk.page.goto(f"{walk.address}/vraag-een-coach?route=oc-lasser")
    walk.press_primary()
    expect(walk.page.locator("[data-test=error-summary]")).to_be_focused()
    look(walk, "coach-fault")
    walk.page.get_by_label("Je telefoonnummer").fill("06 1234 5678")
    walk.page.get_by_label("’s middags").check()
    walk.page.get_by_label("De route die je koos").uncheck()
    walk.press_primary()
    expect(walk.page.locator("[data-test=number]")).to_be_visible()
    expect(walk.page.get_by_text("uiterlijk op 31 december 2026")).to_be_visible()
    look(walk, "coach-receipt")
    walk.page.get_by_text("Trek mijn aanvraag in").click()
    with walk.page.expect_navigation():
        walk.page.get_by_role("button", name="Trek in en wis").click()
    look(walk, "coach-withdrawn")
    assert walk.foreign == []


def test_someone_tells_what_is_not_right(walk: Walk) -> None:
    for address in ("privacy", "toegankelijkheid", "bezwaar?pagina=/routes/oc-lasser"):
        walk.page.goto(f"{walk.address}/{address}")
        look(walk, address.partition("?")[0])
    walk.press_primary()
    expect(walk.page.locator("[data-test=error-summary]")).to_be_focused()
    look(walk, "fault")
    walk.page.get_by_label("Een route of uitkomst").check()
    walk.page.get_by_label("Wat klopt er niet?").fill("De reistijd klopt niet.")
    walk.press_primary()
    expect(walk.page.locator("[data-test=number]")).to_be_visible()
    look(walk, "received")
    assert walk.foreign == []
