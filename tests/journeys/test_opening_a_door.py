"""Someone finds work that is not open yet, changes one answer, and the door opens: in a browser with script off."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from gouden_poort.catalogue.snapshot import Snapshot
from tests.journeys.conftest import Screen
from tests.journeys.people import EXPERIENCED, STARTER
from tests.journeys.walking import Walk

pytestmark = pytest.mark.browser
WORK = "Paneelbouwer"
"""Work for which the starter lives a few minutes too far from a course."""


@pytest.mark.acceptance(11)
def test_from_a_closed_door_to_an_open_one(
    browser: Browser, address: str, builtin: Snapshot, screen: Screen, pictures: Path | None
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": screen.width, "height": screen.height}, locale="nl-NL"
    )
    page = context.new_page()
    walk = Walk(page, address, builtin, pictures, f"door-{screen.name}")
    walk.answer_all(STARTER)
    walk.press_primary()

    page.get_by_role("link", name="Wat bijna kan").click()
    expect(page.locator("[data-test=near-card]").first).to_be_visible()
    walk.look("nearly")

    page.get_by_role("link", name="Al mijn routes").click()
    page.get_by_role("link", name="Zoek een beroep").click()
    for summary in page.locator("main details > summary").all():
        summary.click()
    walk.look("occupations")
    page.get_by_role("link", name=WORK, exact=True).click()
    expect(page.locator("[data-test=state]")).to_contain_text("Nog 1 stap")
    walk.look("work")
    page.get_by_role("link", name="Lees wat er in de weg zit").click()
    closed = page.url
    expect(page.locator("[data-test=state]")).to_contain_text("Nog 1 stap")
    expect(page.locator("[data-test=blockers]")).to_contain_text("Reistijd naar les")
    expect(page.locator("[data-test=changes]")).to_contain_text("Nodig: 65 minuten. Jij zei 60 minuten.")
    walk.look("standing")

    walk.press_primary()
    page.locator("input[name=travel_minutes]").fill("65")
    walk.press_primary()
    expect(page).to_have_url(f"{address}/controle")
    page.goto(closed)
    expect(page.locator("[data-test=state]")).to_contain_text("Open voor jou")
    assert walk.foreign == []
    context.close()


def test_every_rule_is_two_steps_from_a_route(
    browser: Browser, address: str, builtin: Snapshot, screen: Screen, pictures: Path | None
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": screen.width, "height": screen.height}, locale="nl-NL"
    )
    page = context.new_page()
    walk = Walk(page, address, builtin, pictures, f"rules-{screen.name}")
    walk.answer_all(EXPERIENCED)
    walk.press_primary()
    walk.press_primary()
    page.get_by_role("link", name="Lees hoe het werkt").click()
    expect(page.get_by_role("heading", name="Wie beslist")).to_be_visible()
    walk.look("how-it-works")
    for subject in range(page.locator("[data-test=subjects] a").count()):
        page.locator("[data-test=subjects] a").nth(subject).click()
        expect(page.locator(".rules li").first).to_be_attached()
        walk.look(f"rules-{subject}")
        page.get_by_role("link", name="Hoe het werkt").first.click()
    context.close()
