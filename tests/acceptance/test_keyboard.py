"""The keyboard alone is enough for the whole list of questions, and one always sees where one is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from gouden_poort.profiles.question import Kind
from gouden_poort.profiles.questions import QUESTIONS
from tests.acceptance import measuring
from tests.browsing import Site
from tests.journeys.people import STARTER

pytestmark = [pytest.mark.browser, pytest.mark.acceptance(4)]
MOST_STEPS = 120
"""More presses of Tab than any page has things to stop at."""
Focus = Mapping[str, Any]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=measuring.PHONE, locale="nl-NL", bypass_csp=True)
    context.add_init_script(measuring.MEASURES)
    yield context.new_page()
    context.close()


def focus(page: Page) -> Focus:
    found: Focus = page.evaluate("measure.focus()")
    return found


def step(page: Page, before: Focus | None) -> Focus:
    """One press of Tab: to something further down the page, that one sees."""
    page.keyboard.press("Tab")
    now = focus(page)
    assert now["seen"], f"{page.url}: one does not see the focus on {now['words']}"
    assert now["shown"], f"{page.url}: the focus is outside the screen, on {now['words']}"
    assert before is None or now["dom"] > before["dom"], f"{page.url}: {now['words']} comes after {before['words']}"
    return now


def step_to(page: Page, before: Focus | None, **wanted: str) -> Focus:
    """Press Tab until something is reached."""
    for _ in range(MOST_STEPS):
        before = step(page, before)
        if all(before[key] == value for key, value in wanted.items()):
            return before
    raise AssertionError(f"{page.url}: no way to {wanted} with the keyboard")


def send(page: Page, key: str = "Enter") -> None:
    with page.expect_navigation():
        page.keyboard.press(key)


def answer(page: Page) -> None:
    """Answer the question on the page with Tab, arrows, space and Enter, as the starter would."""
    number = int(page.url.rpartition("/")[2])
    question = QUESTIONS[number - 1]
    given = STARTER.answers.get(question.id)
    before = None
    if question.kind is Kind.PLACE:
        before = step_to(page, None, name=question.id)
        page.keyboard.type(str(given))
    elif question.kind is Kind.DATE:
        for part, value in zip(("day", "month", "year"), reversed(str(given).split("-")), strict=True):
            before = step_to(page, before, name=f"{question.id}-{part}")
            page.keyboard.type(value)
    elif question.kind is Kind.NUMBER:
        before = step_to(page, None, name=question.id)
        page.keyboard.press("Control+A")
        page.keyboard.type(str(given))
    elif question.kind is Kind.CHOICE and given is not None:
        before = step_to(page, None, name=question.id)
        for _ in range(len(question.choices)):
            page.keyboard.press("ArrowDown" if before["value"] != given else "Space")
            before = focus(page)
            assert before["seen"]
            if before["value"] == given and page.locator(f'input[value="{given}"]').is_checked():
                break
    elif question.kind is Kind.CHOICES and question.fewest:
        before = step_to(page, None, name=question.id)
        page.keyboard.press("Space")
    elif question.kind is not Kind.CHOICES:
        step_to(page, None, name="action", value="unknown")
        return send(page)
    step_to(page, before, test="primary")
    return send(page)


def test_all_questions_are_answered_with_the_keyboard_alone(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/voor-je-begint")
    step_to(page, None, test="primary")
    send(page)
    for _ in range(2 * len(QUESTIONS)):
        if page.url.endswith("/controle"):
            break
        if "/vraag/" in page.url and page.url.rpartition("/")[2].isdigit():
            answer(page)
        else:
            step_to(page, None, test="primary")
            send(page)
        expect(page.locator("[data-test=error-summary]")).to_have_count(0)
    expect(page).to_have_url(f"{site.address}/controle")
    step_to(page, None, test="primary")
    send(page)
    expect(page.locator("[data-test=route-card]").first).to_be_visible()
    step_to(page, None, test="primary")
    send(page)
    expect(page.locator("[data-test=first-step]")).to_be_visible()


def test_the_first_stop_of_a_page_skips_to_what_it_is_about(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/hoe-het-werkt")
    first = step(page, None)
    assert first["text"] == "Naar de inhoud"
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_after_a_fault_one_begins_at_the_summary(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/voor-je-begint")
    step_to(page, None, test="primary")
    send(page)
    step_to(page, None, test="primary")
    send(page)
    expect(page.locator("[data-test=error-summary]")).to_be_focused()
    link = step(page, None)
    assert link["tag"] == "a"
    page.keyboard.press("Enter")
    expect(page.locator("input[name=place]")).to_be_focused()


def test_focus_that_one_does_not_see_is_noticed(page: Page) -> None:
    page.set_content('<style>:focus { outline: none }</style><a href="/x" style="display:block">Verder</a>')
    page.evaluate(measuring.MEASURES)
    with pytest.raises(AssertionError, match="does not see the focus"):
        step(page, None)


def test_an_order_that_jumps_is_noticed(page: Page) -> None:
    look = "<style>:focus { outline: 3px solid }</style>"
    page.set_content(f'{look}<a href="/x" tabindex="2">Een</a><a href="/y" tabindex="1">Twee</a>')
    page.evaluate(measuring.MEASURES)
    first = step(page, None)
    with pytest.raises(AssertionError, match="comes after"):
        step(page, first)
