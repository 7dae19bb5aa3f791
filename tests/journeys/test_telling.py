"""Someone tells what they did, chooses what of it counts, and sees the first routes half-way: in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from gouden_poort.profiles.questions import NUMBER, QUESTIONS
from tests.journeys.people import CAREER_CHANGER
from tests.journeys.test_promises import look, walk
from tests.journeys.walking import Walk

__all__ = ["walk"]
pytestmark = pytest.mark.browser
STORY = "I repaired bikes and cooked for 20 people. Ik was 5 jaar stratenmaker, maar ik kan niet schilderen."


def test_someone_tells_what_they_did_and_chooses_what_counts(walk: Walk) -> None:
    page = walk.page
    page.goto(f"{walk.address}/voor-je-begint")
    walk.press_primary()
    page.goto(f"{walk.address}/vraag/{NUMBER['tasks']}")
    page.locator("#story").fill(STORY)
    walk.press_primary()  # going on would lose the text, so it is read first
    look(walk, "story-read")
    quotes = page.locator("legend").all_inner_texts()
    assert "Je schreef: “repaired bikes”" in quotes
    assert not any("schilder" in quote for quote in quotes)
    assert all(chosen.input_value() == "" for chosen in page.locator('select[name^="tasks."]').all())
    assert page.locator("input[type=checkbox]:checked").count() == 0

    page.locator('select[name="tasks.sk-fietstechniek"]').select_option("3")
    page.get_by_label("stratenmaker, 5 jaar").check()
    walk.press_primary()
    expect(page).to_have_url(f"{walk.address}/vraag/{NUMBER['skills']}")
    page.go_back()
    page.reload()
    expect(page.locator('select[name="tasks.sk-fietstechniek"]')).to_have_value("3")
    page.goto(f"{walk.address}/controle")
    expect(page.get_by_text("Stratenmaker: 5 jaar")).to_be_visible()
    expect(page.get_by_text("zelfstandig")).to_be_visible()


def test_the_first_routes_half_way(walk: Walk) -> None:
    page = walk.page
    page.goto(f"{walk.address}/voor-je-begint")
    walk.press_primary()
    for question in QUESTIONS[: NUMBER["schooling"]]:
        walk.answer(question, CAREER_CHANGER.answers.get(question.id))
    expect(page).to_have_url(f"{walk.address}/dit-zien-we-al")
    expect(page.locator("[data-test=first-route]").first).to_be_visible()
    look(walk, "first-routes")
    walk.press_primary()
    expect(page).to_have_url(f"{walk.address}/vraag/{NUMBER['schooling'] + 1}")
    page.locator("a.back").click()
    expect(page).to_have_url(f"{walk.address}/dit-zien-we-al")
