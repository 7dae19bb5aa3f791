"""The list of the day in a real browser: its numbers are true, and what is late says so in words and stands on top."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page

from gouden_poort.profiles.people.dossier import DossierState
from tests.acceptance.test_own_data import cookies
from tests.browsing import Site
from tests.people_with_rights import keep_people, signed_in_client
from tests.web.desk.caseload import a_client

pytestmark = pytest.mark.browser


@pytest.fixture
def day(site: Site, browser: Browser) -> Iterator[Page]:
    """A coach without script, with people behind each filter."""
    now, house = site.house.clock(), site.house
    people = keep_people(house.unit_of_work, now, called=f"Punt19-{uuid4().hex[:8]}")
    for number, away in enumerate((-3, -1, 0, 0, 2)):
        a_client(
            house,
            people,
            now,
            name=f"Voorbeeld {number}",
            state=DossierState.ACTIVE,
            next_contact_on=now.date() + timedelta(days=away),
            last_contact_on=now.date() - timedelta(days=9),
        )
    a_client(house, people, now, name="Voorbeeld Nieuw")
    a_client(house, people, now, name="Voorbeeld Stil", state=DossierState.ACTIVE, last_contact_on=None,
             state_since=now.date() - timedelta(weeks=9))  # fmt: skip
    client = signed_in_client(site.app, house, people.coach)
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="nl-NL", java_script_enabled=False)
    context.add_cookies(cookies(site, client))
    page = context.new_page()
    page.goto(f"{site.address}/vandaag")
    yield page
    context.close()


@pytest.mark.acceptance(19)
def test_each_number_is_the_length_of_the_list_behind_it(day: Page) -> None:
    found = {}
    for name in ("Nu", "Week", "Nieuw", "Stil"):
        with day.expect_navigation():
            day.get_by_role("link", name=name).and_(day.locator(".lists a")).click()
        count = int(day.locator(".lists [aria-current] [data-test=count]").inner_text())
        assert day.locator("[data-test=line]").count() == count
        found[name] = count
    assert found == {"Nu": 4, "Week": 1, "Nieuw": 1, "Stil": 1}


@pytest.mark.acceptance(19)
def test_what_is_late_says_so_in_words_and_stands_on_top(day: Page) -> None:
    lines = day.locator("[data-test=line]").all_inner_texts()
    assert ["Te laat" in line for line in lines] == [True, True, False, False]
    assert "Voorbeeld 0" in lines[0]
    assert day.get_by_role("link", name="Begin met Voorbeeld 0").is_visible()
