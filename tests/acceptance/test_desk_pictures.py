"""Pictures of every screen of staff, for people to look at: `make desk-pictures`. Only that each comes is judged here.

What a machine can judge of these screens stands in test_every_page.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.acceptance import measuring, stands
from tests.acceptance.looking import fill_in
from tests.acceptance.spots import SPOTS, Spot, path_of
from tests.acceptance.stands import Guests

pytestmark = pytest.mark.browser
WIDTHS: dict[str, ViewportSize] = {"phone": measuring.PHONE, "desk": {"width": 1280, "height": 900}}


def name_of(spot: Spot) -> str:
    """A screen, who looks at it, and whether something wrong was typed: as the name of a file."""
    parts = [spot.path.replace("{", "").replace("}", ""), spot.stand, "wrong" if spot.fill is not None else ""]
    return "-".join(re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in parts if part)


@pytest.fixture(params=WIDTHS)
def window(browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[str, Page]]:
    """A window without script, on a telephone and on a desk."""
    context = browser.new_context(viewport=WIDTHS[request.param], java_script_enabled=False, locale="nl-NL")
    yield request.param, context.new_page()
    context.close()


def test_every_screen_of_staff_can_be_looked_at(
    guests: Guests, window: tuple[str, Page], pictures: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if pictures is None:
        pytest.skip("keeps pictures, and only where --pictures DIR says so")
    width, page = window
    pictures.mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr(stands, "LONG_NAME", "Voorbeeld Eerste")  # the longest stands in test_long_names.py
    for spot in (each for each in SPOTS if each.dutch_only):
        page.context.clear_cookies()
        page.context.add_cookies(guests.who(spot.stand).cookies())
        page.goto(f"{guests.site.address}{path_of(spot, guests)}")
        if spot.fill is not None:
            fill_in(page, spot.fill)
        assert page.locator("h1").is_visible(), spot
        page.screenshot(path=pictures / f"{name_of(spot)}-{width}.png", full_page=True)
