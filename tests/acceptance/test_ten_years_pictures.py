"""Pictures of ten years as a citizen, a coach and a passer-by see them, in Dutch and from right to left, to look at.

Keep them with `make ten-years-pictures`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.acceptance import stands
from tests.acceptance.stands import Guests
from tests.acceptance.test_desk_pictures import WIDTHS

pytestmark = pytest.mark.browser


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A page to look at, and as what its picture is kept."""

    name: str
    path: str
    stand: str
    language: str = "nl"

    def __str__(self) -> str:
        return f"{self.name}-{self.language}"


def _in_both(name: str, path: str, stand: str) -> list[Look]:
    return [Look(name=name, path=path, stand=stand, language=language) for language in ("nl", "ar")]


LOOKS = (
    *_in_both("in-ten-years", "/mijn-10-jaar", "with promises"),
    *_in_both("guarantee", "/mijn-garantie", "with promises"),
    *_in_both("proofs", "/mijn-bewijs", "with promises"),
    *_in_both("going-on", "/hoe-gaat-het-verder", "among many"),
    Look(name="guarantee-of-coach", path="/persoon/{dossier}/garantie", stand="coach of promises"),
    Look(name="outcomes", path="/resultaten", stand="coach among many"),
)


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("width", WIDTHS)
def test_ten_years_can_be_looked_at(
    browser: Browser, guests: Guests, pictures: Path | None, look: Look, width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if pictures is None:
        pytest.skip("keeps pictures, and only where --pictures DIR says so")
    pictures.mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr(stands, "LONG_NAME", "Voorbeeld Eerste")  # the longest stands in test_long_names.py
    guest = guests.who(look.stand)
    context = browser.new_context(viewport=WIDTHS[width], java_script_enabled=False, locale="nl-NL")
    context.add_cookies(guest.cookies())
    page = context.new_page()
    prefix = "" if look.language == "nl" else f"/{look.language}"
    page.goto(f"{guests.site.address}{prefix}{look.path.format(dossier=guest.dossier_id)}")
    assert page.locator("h1").is_visible()
    page.screenshot(path=pictures / f"{look}-{width}.png", full_page=True)
    context.close()
