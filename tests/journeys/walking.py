"""Someone with a browser who answers questions as a person would."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Page

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.question import Answer, Kind, Question
from gouden_poort.profiles.questions import QUESTIONS
from tests.journeys.people import Visitor


class Walk:
    """A browser window of one visitor, that remembers what it fetched."""

    def __init__(self, page: Page, address: str, builtin: Snapshot, pictures: Path | None, name: str) -> None:
        self.page = page
        self.address = address
        self._skills = builtin.columns.skills
        self._occupations = builtin.columns.occupations
        self._pictures = pictures
        self.name = name
        self.foreign: list[str] = []
        self.weight: dict[str, int] = {}
        page.on("request", lambda request: self._note(request.url))
        page.on("response", lambda answer: self._weigh(answer.url, answer.body) if answer.status == 200 else None)

    def _note(self, url: str) -> None:
        if not url.startswith(self.address):
            self.foreign.append(url)

    def _weigh(self, url: str, body: object) -> None:
        assert callable(body)
        self.weight[url] = len(body())

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

    def answer(self, question: Question, answer: Answer) -> None:
        """Fill in one question as a person would, and go on."""
        if question.kind is Kind.PLACE:
            self.page.locator(f"input[name={question.id}]").fill(str(answer))
        elif question.kind is Kind.DATE:
            for part, value in zip(("year", "month", "day"), str(answer).split("-"), strict=True):
                self.page.locator(f"input[name={question.id}-{part}]").fill(value)
        elif question.kind is Kind.NUMBER:
            self.page.locator(f"input[name={question.id}]").fill(str(answer))
        elif question.kind in (Kind.CHOICE, Kind.CHOICES, Kind.CREDENTIALS):
            for value in [answer] if isinstance(answer, str) else _texts(answer):
                self.page.locator(f"input[name={question.id}][value={value}]").check()
        elif question.kind is Kind.NUMBERS:
            for name, number in _numbers(answer).items():
                self.page.locator(f'input[name="{question.id}.{name}"]').fill(str(number))
        elif question.kind is Kind.SKILLS:
            for skill, level in _numbers(answer).items():
                self._search(self._skills.label[self._skills.id.row(skill)])
                self.page.locator(f'select[name="{question.id}.{skill}"]').select_option(str(level))
        elif question.kind is Kind.OCCUPATIONS:
            for occupation, years in _numbers(answer).items():
                self._search(self._occupations.label[self._occupations.id.row(occupation)])
                self.page.locator(f'input[name="{question.id}.{occupation}"]').fill(str(years))
        self.look(f"question-{question.id}")
        self.press_primary()

    def _search(self, words: str) -> None:
        """Type and press Enter, which searches also where other buttons stand above the box."""
        self.page.locator("input[name=query]").fill(words)
        with self.page.expect_navigation():
            self.page.locator("input[name=query]").press("Enter")

    def answer_all(self, visitor: Visitor) -> None:
        """From the first page to the one with all answers."""
        self.page.goto(f"{self.address}/")
        self.press_primary()
        self.press_primary()
        for question in QUESTIONS:
            self.answer(question, visitor.answers[question.id])


def _texts(answer: Answer) -> Sequence[str]:
    assert not isinstance(answer, str | int | Mapping)
    return answer or ()


def _numbers(answer: Answer) -> Mapping[str, int]:
    assert isinstance(answer, Mapping)
    return answer
