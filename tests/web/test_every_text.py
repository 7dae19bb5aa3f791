"""Every text of a page can be said in another language: seen in one that has no letters of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from gouden_poort.profiles.question import Question
from gouden_poort.profiles.questions import QUESTIONS
from gouden_poort.web.filters import MONTHS, SHORT_MONTHS
from gouden_poort.web.language import LANGUAGES, saying
from tests.fakes import Memory, ShelfWith
from tests.web.conftest import NUMBER, Visitor, a_web_snapshot, make_app
from tests.web.page_rules import VOID
from tests.web.test_pages import PAGES, WITH_A_CLOSED_DOOR, WRONG

FOR_MAKERS = {"/onderdelen"}
"""What shows the parts to who makes pages has Dutch samples in every language."""
NAMES = {language.name for language in LANGUAGES.values()}
OURS = {"Gouden", "Poort", "Language", "GeoNames", *MONTHS, *SHORT_MONTHS, *NAMES}
"""What stays as it is: a name, days as they stand on Dutch paper, and the way to the other languages."""
WORK = re.compile("(?i)lasser|lassen|duiker")
WITHOUT_HTML = ("title", "desc", "text", "tspan")
"""Where names of the catalogue stand inside a text, and nothing can mark them as Dutch."""
READ_ALOUD = ("aria-label", "data-label", "alt", "title", "placeholder")


class NoLetters:
    """A language in which every letter is a dot."""

    def gettext(self, text: str) -> str:
        return "".join(
            part if part[:2] == "%(" else re.sub(r"\w", "·", part) for part in re.split(r"(%\(\w+\)s)", text)
        )

    def ngettext(self, one: str, more: str, num: int) -> str:
        return self.gettext(one if num == 1 else more)


class _Words(HTMLParser):
    """The words of a page that are not marked as Dutch, or as what reads from the left in every language."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.tags: list[str] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.found += [str(values[name]) for name in READ_ALOUD if values.get(name) and not any(self.open)]
        if tag not in VOID:
            self.tags.append(tag)
            self.open.append(
                values.get("lang") == "nl" or values.get("dir") == "ltr" or tag in ("datalist", "textarea")
            )

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.open.pop()
        self.tags.pop()

    def handle_data(self, data: str) -> None:
        if not any(self.open):
            bare = self.tags and self.tags[-1] in WITHOUT_HTML
            self.found.append(WORK.sub("", data) if bare else data)


def dutch_words(page: str) -> Iterator[str]:
    """Words that nobody can say in another language."""
    reader = _Words()
    reader.feed(page)
    return (word for text in reader.found for word in re.findall(r"[A-Za-zÀ-ÿ]{3,}", text) if word not in OURS)


@pytest.fixture(scope="module")
def everyone(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    snapshot = a_web_snapshot(bundle=[{"key": "rulebook", "value": "builtin"}], **WITH_A_CLOSED_DOOR)
    app = make_app(tmp_path_factory.mktemp("texts"), Memory(), ShelfWith(snapshot))
    visitor = Visitor(app.test_client())
    visitor.answer_all()
    return visitor


@pytest.mark.parametrize("address", sorted(set(PAGES) - FOR_MAKERS))
def test_every_text_is_said_in_the_language_of_the_reader(
    everyone: Visitor, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saying, "translations", lambda _language: NoLetters())
    assert list(dutch_words(everyone.read(f"/ar{address}"))) == []


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_fault_is_told_in_the_language_of_the_reader(
    visitor: Visitor, question: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.begin()
    monkeypatch.setattr(saying, "translations", lambda _language: NoLetters())
    wrong = WRONG.get(question.id, {question.id: "???"})
    page = visitor.follow(visitor.send(f"/ar/vraag/{NUMBER[question.id]}", {"action": "next", **wrong}))
    assert "error-summary" in page
    assert list(dutch_words(page)) == []


@pytest.mark.parametrize(
    ("address", "form", "status"),
    [
        ("/verder", {"code": ""}, 200),
        ("/verder", {"code": "1"}, 200),
        ("/verder", {"code": "K7PM3XQ9"}, 200),
        ("/bezwaar", {"about": "9", "what": ""}, 200),
        ("/bezwaar", {"about": "rule", "what": "12"}, 200),
        ("/wat-als", {}, 200),
        ("/wat-als", {"travel_minutes": "10"}, 200),
        ("/techniekkaart", {}, 200),
        ("/nergens", {}, 404),
    ],
)
def test_an_answer_to_a_form_is_told_in_the_language_of_the_reader(
    everyone: Visitor, address: str, form: dict[str, str], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saying, "translations", lambda _language: NoLetters())
    answer = everyone.client.post(f"/ar{address}", data={"csrf_token": everyone.token, **form}, follow_redirects=True)
    assert answer.status_code == status
    assert list(dutch_words(answer.text)) == []


def test_a_text_that_is_only_dutch_is_seen() -> None:
    assert list(dutch_words("<p>Kies je taal</p>")) == ["Kies", "taal"]
    assert list(dutch_words('<p aria-label="Kies">·· <span lang="nl">Zwolle</span></p>')) == ["Kies"]
