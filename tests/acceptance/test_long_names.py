"""A name that is longer than a line of a small phone takes more lines, and pushes nothing off the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.acceptance.stands import Guests

pytestmark = pytest.mark.browser
NAME = "Werkvoorbereiderelektrotechnischeinstallatietechniek"
_WITH_LONG_NAMES = """([where, name]) => {
    document.querySelectorAll('details').forEach(each => { each.open = true; });
    document.querySelectorAll(where).forEach(each => { each.textContent = name; });
    return document.documentElement.scrollWidth;
}"""


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("/routes/{open}", ".events span"),
        ("/routes/{open}", "[data-test=years] ~ details td:nth-of-type(1)"),
        ("/controle", ".answers :is(li, dd:not(.change))"),
    ],
)
def test_a_long_name_stays_on_the_page(browser: Browser, guests: Guests, width: int, path: str, where: str) -> None:
    guest = guests.who("finished")
    context = browser.new_context(viewport={"width": width, "height": 844}, bypass_csp=True)
    context.add_cookies(guest.cookies())
    page = context.new_page()
    page.goto(f"{guests.site.address}{path.format(open=guest.work_on('/routes')[0])}")
    needed = page.evaluate(_WITH_LONG_NAMES, [where, NAME])
    context.close()
    assert needed <= width
