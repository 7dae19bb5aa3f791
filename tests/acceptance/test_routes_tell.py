"""What routes and cards must say: the state and why, the step that is missing, and a way to a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.acceptance.measuring import PHONE
from tests.acceptance.stands import Guests

pytestmark = pytest.mark.browser
Visit = Callable[[str, str], Page]


@pytest.fixture
def visit(browser: Browser, guests: Guests) -> Iterator[Visit]:
    """Opens a page as someone who stands so, without script."""
    context = browser.new_context(viewport=PHONE, locale="nl-NL", java_script_enabled=False)

    def opened(stand: str, path: str) -> Page:
        context.clear_cookies()
        context.add_cookies(guests.who(stand).cookies())
        page = context.new_page()
        page.goto(f"{guests.site.address}{path}")
        return page

    yield opened
    context.close()


@pytest.mark.acceptance(10)
@pytest.mark.parametrize("stand", ["finished", "starter"])
def test_each_route_says_its_state_with_an_icon_and_why(visit: Visit, stand: str) -> None:
    cards = visit(stand, "/routes").locator("[data-test=route-card]")
    assert cards.count() >= 3
    for card in cards.all():
        expect(card.locator("[data-test=state]")).to_have_text("Open voor jou")
        expect(card.locator("[data-test=state] svg")).to_be_visible()
        expect(card.locator("[data-test=reason]").first).to_be_visible()


@pytest.mark.acceptance(10)
def test_what_is_almost_open_names_the_step_and_what_it_then_takes(visit: Visit, guests: Guests) -> None:
    cards = visit("starter", "/routes/bijna").locator("[data-test=near-card]")
    assert cards.count() >= 1
    for card in cards.all():
        expect(card.locator("[data-test=state]")).to_contain_text("Nog 1 stap")
        expect(card.locator("[data-test=changes] li").first).to_be_visible()
        expect(card).to_contain_text("Dan")  # what follows on the change: how long until work, and what it costs


@pytest.mark.acceptance(12)
def test_what_opens_closed_work_really_opens_it(visit: Visit, guests: Guests) -> None:
    near = guests.who("starter").work_on("/routes/bijna")[0]
    page = visit("starter", f"/routes/{near}")
    expect(page.locator("[data-test=changes] li").first).to_be_visible()
    page.get_by_role("button", name="Kijk wat er verandert").click()
    expect(page.locator("[data-test=aim]")).to_contain_text("Gaat open")


@pytest.mark.acceptance(13)
def test_without_an_open_route_there_is_a_smallest_step_and_a_person(visit: Visit) -> None:
    page = visit("barred", "/routes")
    expect(page.locator("[data-test=route-card]")).to_have_count(0)
    expect(page.locator(".empty [data-test=primary]")).to_be_visible()
    expect(page.locator("main [data-test=coach]")).to_be_visible()


@pytest.mark.acceptance(25)
@pytest.mark.parametrize("stand", ["finished", "starter"])
def test_the_table_of_the_timeline_has_the_dates_of_the_picture(visit: Visit, guests: Guests, stand: str) -> None:
    page = visit(stand, f"/routes/{guests.who(stand).work_on('/routes')[0]}")
    drawn = page.locator("[data-test=timeline] svg.upright text.strong").all_text_contents()
    steps = page.locator("[data-test=timeline] + details tbody th").all_text_contents()
    assert len(steps) >= 2
    assert _joined(drawn) == _joined(steps)


@pytest.mark.acceptance(25)
def test_the_table_of_the_ten_years_has_each_year_of_the_picture(visit: Visit, guests: Guests) -> None:
    page = visit("finished", f"/routes/{guests.who('finished').work_on('/routes')[0]}")
    years = page.locator("[data-test=years] svg text:not(.strong)").all_text_contents()
    rows = page.locator("[data-test=years] ~ details").first.locator("tbody th").all_text_contents()
    assert [int(year) for year in years] == [year for row in rows for year in _years(row)]


def _years(row: str) -> range:
    """Which years a row is about: `4`, or `1 tot en met 3`."""
    told = [int(number) for number in re.findall(r"\d+", row)]
    return range(told[0], told[-1] + 1)


def _joined(words: list[str]) -> str:
    """A picture breaks a long name over lines."""
    return "".join("".join(words).split())
