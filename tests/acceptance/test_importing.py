"""Point 21, with script off: 500 rows with 20 bad ones are looked at, taken in after the yes, and never twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.acceptance.stands import Guests
from tests.browsing import Site
from tests.services.importing.files import a_row, a_table

ROWS, BAD = 500, 20
IS_IN = re.compile(r"mensen staan er nu in")


@pytest.fixture
def page(browser: Browser, guests: Guests) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    context.add_cookies(guests.who("coach").cookies())
    yield context.new_page()
    context.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Each 25th row has no birth date."""
    rows = [a_row(number, **({} if number % (ROWS // BAD) else {"Geboortedatum": ""})) for number in range(ROWS)]
    path = tmp_path / "mensen.csv"
    path.write_text("\r\n".join(";".join(row) for row in a_table(*rows)))
    return path


def look(page: Page, site: Site, file: Path) -> None:
    page.goto(f"{site.address}/import")
    page.get_by_label("Bestand", exact=True).set_input_files(file)
    page.get_by_role("button", name="Controleer bestand").click()


def kept(site: Site) -> int:
    with site.house.unit_of_work() as unit:
        everywhere = [unit.imports.known(each.id) for each in unit.organisations.all()]
    return sum(map(len, everywhere))


def test_a_file_is_looked_at_then_taken_in_and_never_twice(page: Page, site: Site, file: Path) -> None:
    before = kept(site)
    look(page, site, file)
    expect(page.locator("[data-test=fresh]")).to_have_text(str(ROWS - BAD))
    expect(page.locator("[data-test=faulty]")).to_have_text(str(BAD))
    listed = page.locator("[data-test=fouten] tbody tr")
    expect(listed).to_have_count(BAD)
    expect(listed.first).to_contain_text("Rij 2")
    expect(listed.first).to_contain_text("Geboortedatum")
    expect(listed.first).to_contain_text("Vul een geboortedatum in")
    assert kept(site) == before

    page.get_by_role("button", name=f"Neem {ROWS - BAD} mensen op").click()
    expect(page.get_by_role("heading", name=IS_IN)).to_be_visible(timeout=30_000)  # the page comes again by itself
    assert kept(site) == before + ROWS - BAD

    look(page, site, file)
    expect(page.locator("[data-test=fresh]")).to_have_text("0")
    assert kept(site) == before + ROWS - BAD
