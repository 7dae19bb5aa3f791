"""Someone lays routes beside each other, tries another answer, takes it over: in a browser with script off."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from gouden_poort.catalogue.snapshot import Snapshot
from tests.journeys.people import STARTER
from tests.journeys.walking import Walk

pytestmark = pytest.mark.browser


@pytest.mark.acceptance(11)
@pytest.mark.acceptance(18)
@pytest.mark.parametrize("width", [320, 1280])
def test_from_the_routes_to_a_choice_and_another_answer(
    browser: Browser, address: str, builtin: Snapshot, width: int, pictures: Path | None
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 844}, locale="nl-NL")
    page = context.new_page()
    walk = Walk(page, address, builtin, pictures, f"weighing-{width}")
    walk.answer_all(STARTER)
    walk.press_primary()

    boxes = page.locator("input[name=route]")
    for place in range(3):
        boxes.nth(place).check()
    page.get_by_role("button", name="Vergelijk deze routes").click()
    expect(page.locator("[data-test=compare] [data-test=primary]")).to_have_count(3)
    for cell in page.locator("[data-test=compare] td").all():
        expect(cell).to_be_visible()
    walk.look("compare")
    walk.press_primary()
    expect(page.locator("[data-test=first-step]")).to_be_visible()

    page.goto(f"{address}/routes")
    page.get_by_role("link", name="Wat als").click()
    walk.look("what-if")
    page.locator("select[name=week]").select_option("-8")
    walk.press_primary()
    expect(page.locator("[data-test=changed]").first).to_be_visible()
    walk.look("what-if-outcome")
    walk.press_primary()
    expect(page).to_have_url(f"{address}/routes")
    expect(page.get_by_text("Uren per week: 36 uur wordt 28 uur.")).to_be_visible()
    walk.look("what-if-taken")
    assert walk.foreign == []
    context.close()
