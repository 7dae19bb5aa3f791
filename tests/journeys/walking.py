"""Someone with a browser who answers whatever is asked, as a person would."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.question import Answer, Kind, Question
from gouden_poort.profiles.questions import QUESTIONS
from gouden_poort.web.language.table import DUTCH, Language
from tests.journeys.people import Visitor

_LAST = "/controle"
_MOST_PAGES = 2 * len(QUESTIONS) + 5
"""A walk that takes longer goes in circles."""


class Walk:
    """A browser window of one visitor, that remembers what it fetched."""

    def __init__(
        self,
        page: Page,
        address: str,
        builtin: Snapshot,
        pictures: Path | None,
        name: str,
        language: Language = DUTCH,
    ) -> None:
        self.page = page
        self.address = address
        self.language = language
        self._skills = builtin.columns.skills
        self._occupations = builtin.columns.occupations
        self._pictures = pictures
        self.name = name
        self.foreign: list[str] = []
        self.visited: list[str] = []
        page.on("request", lambda request: self._note(request.url))

    def _note(self, url: str) -> None:
        self.visited.append(url)
        if not url.startswith(self.address):
            self.foreign.append(url)

    def at(self, path: str) -> str:
        """The address of a page in the language of this walk."""
        return f"{self.address}{'' if self.language == DUTCH else '/' + self.language.code}{path}"

    def look(self, what: str) -> None:
        """Check what holds for every page, and keep a picture when asked."""
        too_wide = self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        assert not too_wide, f"{self.page.url} scrolls sideways"
        if self._pictures is not None:
            self._pictures.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=self._pictures / f"{self.name}-{what}.png", full_page=True)

    def press_primary(self) -> None:
        self._press("[data-test=primary]")

    def _press(self, button: str) -> None:
        """Press what leads to another page, and wait until that page is there."""
        with self.page.expect_navigation():
            self.page.locator(button).first.click()

    def asked(self) -> Question | None:
        """The question that this page asks; None on a page between the questions."""
        number = re.search(r"/vraag/(\d+)$", urlsplit(self.page.url).path)
        return QUESTIONS[int(number[1]) - 1] if number else None

    def answer_all(self, visitor: Visitor) -> None:
        """From the first page to the one with all answers."""
        self.page.goto(self.at("/"))
        self.press_primary()
        self.press_primary()
        self.go_through(visitor.answers)

    def go_through(self, answers: Mapping[str, Answer]) -> None:
        """Answer what is asked until all answers are shown; what was not thought of is `Dat weet ik nog niet`."""
        for _ in range(_MOST_PAGES):
            if urlsplit(self.page.url).path.endswith(_LAST):
                return
            question = self.asked()
            if question is None:
                self.look(f"between-{urlsplit(self.page.url).path.rpartition('/')[2]}")
                self.press_primary()
            else:
                self.answer(question, answers.get(question.id))
        raise AssertionError(f"still not at all answers: {self.page.url}")

    def answer(self, question: Question, answer: Answer) -> None:
        """Fill in one question as a person would, and go on."""
        if answer is not None:
            self._fill_in(question, answer)
        self.look(f"question-{question.id}")
        self._press("[data-test=primary]" if answer is not None else "button[name=action][value=unknown]")

    def _fill_in(self, question: Question, answer: Answer) -> None:
        if question.kind in (Kind.PLACE, Kind.NUMBER):
            self.page.locator(f"input[name={question.id}]").fill(str(answer))
        elif question.kind is Kind.DATE:
            for part, value in zip(("year", "month", "day"), str(answer).split("-"), strict=True):
                self.page.locator(f"input[name={question.id}-{part}]").fill(value)
        elif question.kind in (Kind.CHOICE, Kind.CHOICES, Kind.CREDENTIALS):
            for value in [answer] if isinstance(answer, str) else _texts(answer):
                self._tick(f'input[name="{question.id}"][value="{value}"]')
        elif question.kind is Kind.NUMBERS:
            for name, number in _numbers(answer).items():
                self.page.locator(f'input[name="{question.id}.{name}"]').fill(str(number))
        else:
            self._pick(question, answer)

    def _pick(self, question: Question, answer: Answer) -> None:
        if question.kind is Kind.SECTORS:
            for sector, wish in _numbers(answer).items():
                self._tick(f'input[name="{question.id}.{sector}"][value="{wish}"]')
        elif question.kind is Kind.SKILLS:
            for skill, level in _numbers(answer).items():
                self._search(self._skills.label[self._skills.id.row(skill)])
                self.page.locator(f'select[name="{question.id}.{skill}"]').select_option(str(level))
        elif question.kind is Kind.OCCUPATIONS:
            for occupation, years in _numbers(answer).items():
                self._search(self._occupations.label[self._occupations.id.row(occupation)])
                self.page.locator(f'input[name="{question.id}.{occupation}"]').fill(str(years))

    def _tick(self, box: str) -> None:
        """Tick a box, also one that is folded away."""
        found = self.page.locator(box)
        if not found.is_visible():
            self.page.locator("details", has=found).locator("> summary").click()
        found.check()
        expect(found).to_be_checked()

    def _search(self, words: str) -> None:
        """Type and press Enter, which searches also where other buttons stand above the box."""
        self.page.locator("input[name=query]").fill(words)
        with self.page.expect_navigation():
            self.page.locator("input[name=query]").press("Enter")


def _texts(answer: Answer) -> Sequence[str]:
    assert not isinstance(answer, str | int | Mapping)
    return answer or ()


def _numbers(answer: Answer) -> Mapping[str, int]:
    assert isinstance(answer, Mapping)
    return answer
