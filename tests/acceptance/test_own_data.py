"""The citizen with a coach: a look of the coach is told within one reload, and stopping shuts the coach out at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect

from gouden_poort.profiles.people.account import Account
from tests.browsing import Site
from tests.own_dossiers import Coached, coached
from tests.people_with_rights import keep_people, signed_in_client

pytestmark = pytest.mark.browser


@dataclass
class Both:
    """A citizen and the coach, each at a screen of their own."""

    address: str
    made: Coached
    citizen: Page
    coach: Page

    @property
    def of_coach(self) -> str:
        """A page of the coach about this citizen."""
        return f"{self.address}/persoon/{self.made.dossier.id}"


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def both(request: pytest.FixtureRequest, site: Site, browser: Browser) -> Iterator[Both]:
    called = f"Punt{23 + request.param}"
    people = keep_people(site.house.unit_of_work, site.house.clock(), called=called)
    made = coached(site.app, site.house, people)
    contexts = []

    def screen_of(account: Account) -> Page:
        context = browser.new_context(
            viewport={"width": 390, "height": 844}, locale="nl-NL", java_script_enabled=request.param
        )
        client = signed_in_client(site.app, site.house, account)
        context.add_cookies(cookies(site, client))
        contexts.append(context)
        return context.new_page()

    yield Both(site.address, made, screen_of(people.citizen), screen_of(people.coach))
    for context in contexts:
        context.close()


def cookies(site: Site, client: FlaskClient) -> list[dict[str, str]]:
    return [
        {"name": cookie.key, "value": cookie.value, "url": site.address}
        for cookie in client._cookies.values()  # the test client has no list of them
    ]


@pytest.mark.acceptance(23)
def test_a_look_is_told_and_stopping_shuts_the_coach_out(both: Both) -> None:
    citizen, coach, name = both.citizen, both.coach, both.made.dossier.name
    citizen.goto(f"{both.address}/mijn-gegevens")
    expect(citizen.locator("[data-test=nobody]")).to_be_visible()

    coach.goto(both.of_coach)
    expect(coach.locator("h1")).to_contain_text(name)
    coach.goto(f"{both.address}/vandaag?lijst=nieuw")
    expect(coach.locator("main")).to_contain_text(name)

    citizen.reload()
    expect(citizen.locator("#gezien table")).to_contain_text("Een coach van Gemeente Punt")

    with citizen.expect_navigation():
        citizen.locator("[data-test=line-coach_sees_dossier] [data-test=stop]").click()
    expect(citizen.locator("[data-test=line-coach_sees_dossier]")).to_contain_text("Nu ziet niemand dit.")

    answer = coach.goto(both.of_coach)
    assert answer is not None
    assert answer.status == 404
    assert name not in coach.content()
    coach.goto(f"{both.address}/vandaag?lijst=nieuw")
    expect(coach.locator("main")).not_to_contain_text(name)

    with citizen.expect_navigation():
        citizen.locator("[data-test=line-coach_sees_dossier] [data-test=share]").click()
    answer = coach.goto(both.of_coach)
    assert answer is not None
    assert answer.status == 200
