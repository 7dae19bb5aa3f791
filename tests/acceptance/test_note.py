"""A coach writes a note in three actions from the list, and loses nothing when the session ended meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.accounts import sessions
from gouden_poort.wiring import House
from tests.acceptance.test_own_data import cookies
from tests.browsing import Site
from tests.people_with_rights import PASSWORD, People, code_of_app, keep_people, signed_in_client
from tests.web.desk.caseload import a_client

pytestmark = pytest.mark.browser


@dataclass
class AtWork:
    """A coach at a screen, with one client."""

    site: Site
    people: People
    dossier: Dossier
    page: Page
    token: str

    @property
    def house(self) -> House:
        return self.site.house

    def open_note_from_list(self) -> None:
        self.page.goto(f"{self.site.address}/vandaag?lijst=nieuw")
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=f"Notitie over {self.dossier.name}").click()

    def notes(self) -> list[str]:
        with self.house.unit_of_work() as unit:
            return [note.text for note in unit.notes.of(self.dossier.id)]


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def at_work(request: pytest.FixtureRequest, site: Site, browser: Browser) -> Iterator[AtWork]:
    people = keep_people(site.house.unit_of_work, site.house.clock(), called=f"Punt20-{uuid4().hex[:8]}")
    dossier = a_client(site.house, people, site.house.clock(), name="Voorbeeld Notitie")
    client = signed_in_client(site.app, site.house, people.coach)
    with client.session_transaction() as session:
        token = session["_user_id"]
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="nl-NL", java_script_enabled=request.param
    )
    context.add_cookies(cookies(site, client))
    yield AtWork(site, people, dossier, context.new_page(), token)
    context.close()


@pytest.mark.acceptance(20)
def test_a_note_takes_three_actions_from_the_list(at_work: AtWork) -> None:
    at_work.open_note_from_list()  # 1
    page = at_work.page
    page.get_by_label("Wat wil je onthouden?").fill("Kwam lopend.")
    page.get_by_label("Alleen voor mij").check()  # 2
    with page.expect_navigation():
        page.get_by_role("button", name="Bewaar").click()  # 3
    expect(page.locator("[data-test=timeline]")).to_contain_text("Kwam lopend.")
    assert at_work.notes() == ["Kwam lopend."]


@pytest.mark.acceptance(20)
def test_a_session_that_ended_brings_the_draft_back(at_work: AtWork) -> None:
    at_work.open_note_from_list()
    page, coach = at_work.page, at_work.people.coach
    page.get_by_label("Wat wil je onthouden?").fill("Half getypt, nog niet bewaard.")
    page.get_by_label("Ook voor Voorbeeld Notitie").check()
    sessions.leave(at_work.house.unit_of_work, at_work.token, at_work.house.clock())
    with page.expect_navigation():
        page.get_by_role("button", name="Bewaar").click()
    expect(page).to_have_url(f"{at_work.site.address}/aanmelden")
    assert at_work.notes() == []

    page.locator("#email").fill(coach.email)
    page.locator("#password").fill(PASSWORD)
    with page.expect_navigation():
        page.locator("[data-test=primary]").click()
    page.locator("#code").fill(code_of_app(at_work.site.app, coach, at_work.house.clock()))
    with page.expect_navigation():
        page.locator("[data-test=primary]").click()

    expect(page.locator("[data-test=draft]")).to_be_visible()
    expect(page.get_by_label("Wat wil je onthouden?")).to_have_value("Half getypt, nog niet bewaard.")
    expect(page.get_by_label("Ook voor Voorbeeld Notitie")).to_be_checked()
    with page.expect_navigation():
        page.get_by_role("button", name="Bewaar").click()
    assert at_work.notes() == ["Half getypt, nog niet bewaard."]
