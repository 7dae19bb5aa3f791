"""Pictures of ten years as a citizen sees them, in Dutch and from right to left, for people to look at.

Keep them with `.venv/bin/pytest tests/acceptance/test_ten_years_pictures.py --pictures docs/pictures/ten-years`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.acceptance.stands import Guests
from tests.acceptance.test_desk_pictures import WIDTHS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("stand", ["in ten years", "in many events"])
@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("width", WIDTHS)
def test_ten_years_can_be_looked_at(
    browser: Browser, guests: Guests, pictures: Path | None, stand: str, language: str, width: str
) -> None:
    if pictures is None:
        pytest.skip("keeps pictures, and only where --pictures DIR says so")
    pictures.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(viewport=WIDTHS[width], java_script_enabled=False, locale="nl-NL")
    context.add_cookies(guests.who(stand).cookies())
    page = context.new_page()
    page.goto(f"{guests.site.address}{'' if language == 'nl' else f'/{language}'}/mijn-10-jaar")
    assert page.locator("h1").is_visible()
    page.screenshot(path=pictures / f"{stand.replace(' ', '-')}-{language}-{width}.png", full_page=True)
    context.close()
