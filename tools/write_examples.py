"""Write docs/examples/: pages of the product as text, so that everyone can read what someone gets to see.

Run `python -m tools.write_examples` after a change of words or rules; a test says when it was forgotten. The people are
made up: each is a set of answers, without a name.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from secrets import token_hex

from flask.testing import FlaskClient

from gouden_poort.app import create_app
from gouden_poort.profiles.questions import QUESTIONS
from gouden_poort.services.catalogues import load_builtin
from gouden_poort.settings import Settings
from gouden_poort.storage import migrating
from gouden_poort.storage.engine import make_engine
from gouden_poort.storage.shelf import FileShelf
from gouden_poort.storage.unit_of_work import SQLUnitOfWork
from gouden_poort.wiring import House

FOLDER = Path(__file__).parents[1] / "docs" / "examples"
NOW = datetime(2026, 12, 28, 9, 0, tzinfo=UTC)
"""The moment at which the pages are looked at."""
Form = Mapping[str, str | list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One page as someone sees it."""

    file: str
    title: str
    who: str
    """Who looks, in Dutch; made up."""
    answers: Mapping[str, Form]
    """What is filled in, by question; all other questions are not known."""
    address: str


_FROM_NIJMEGEN: Mapping[str, Form] = {
    "place": {"place": "6511"},
    "birth_date": {"birth_date-day": "14", "birth_date-month": "9", "birth_date-year": "2008"},
    "situation": {"situation": "starter"},
    "benefit": {"benefit": "none"},
    "right_to_work": {"right_to_work": "free"},
    "dutch": {"dutch": "B2"},
    "schooling": {"schooling": "primary"},
    "skills": {"skills.sk-gereedschap-hand": "1", "skills.sk-digitaal-basis": "3", "skills.sk-rekenen-basis": "2"},
    "transport": {"transport": ["bike", "transit"]},
    "travel_minutes": {"travel_minutes": "60"},
    "week": {"week.hours": "36"},
    "start": {"start-day": "4", "start-month": "1", "start-year": "2027"},
    "budget": {"budget": "300"},
}
EXAMPLES = (
    Example(
        file="bijna-open.md",
        title="Voorbeeld: bijna open",
        who="Iemand van 18 uit Nijmegen wil paneelbouwer worden. Reizen mag 60 minuten duren.",
        answers=_FROM_NIJMEGEN,
        address="/routes/oc-paneelbouwer",
    ),
    Example(
        file="dicht-en-wat-opent.md",
        title="Voorbeeld: dicht, en wat de deur opent",
        who="Iemand van 18 uit Nijmegen wil servicemonteur worden. Er is 20 uur per week tijd, en 300 euro.",
        answers={**_FROM_NIJMEGEN, "week": {"week.hours": "20"}},
        address="/routes/oc-servicemonteur-elektro",
    ),
    Example(
        file="dicht-door-de-wet.md",
        title="Voorbeeld: dicht door de wet",
        who="Iemand van 18 uit Nijmegen wil lasser worden, maar mag nu nog niet werken in Nederland.",
        answers={**_FROM_NIJMEGEN, "right_to_work": {"right_to_work": "not_allowed"}},
        address="/routes/oc-lasser",
    ),
)


def written(example: Example, client: FlaskClient) -> str:
    """The page of an example as Markdown."""
    page = _visited(example, client)
    lines = (
        f"# {example.title}",
        f"_{example.who} Deze persoon is bedacht. Hieronder staat de pagina zoals die op"
        f" {NOW.day} december {NOW.year} was, woord voor woord._",
        *_as_text(page),
    )
    return "\n\n".join(lines) + "\n"


def _visited(example: Example, client: FlaskClient) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/voor-je-begint").text)
    if found is None:
        raise ValueError("a form without a token")
    token = {"csrf_token": found[1]}
    client.post("/voor-je-begint", data=token)
    for number, question in enumerate(QUESTIONS, start=1):
        filled = example.answers.get(question.id)
        form = {"action": "unknown"} if filled is None else {"action": "next", **filled}
        answer = client.post(f"/vraag/{number}", data={**token, **form})
        if answer.status_code != 303:
            raise ValueError(f"{example.file}: the answer to {question.id} was refused")
    return client.get(example.address).text


_BLOCKS: Mapping[str, str] = {
    "h1": "## ",
    "h2": "### ",
    "h3": "#### ",
    "h4": "##### ",
    "li": "- ",
    "p": "",
    "summary": "",
}


class _Reader(HTMLParser):
    """Takes the words out of `main`, one line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._inside = False
        self._mark = ""
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        look = (dict(attrs).get("class") or "").split()
        if tag == "main":
            self._inside = True
        elif tag in _BLOCKS or tag in ("div", "ul", "a"):
            if tag != "a" or "button" in look:
                self._end()
                self._mark = _BLOCKS.get(tag, self._mark if tag == "div" else "")
            if "button" in look:
                self._mark = "Knop: "
        if "back" in look:
            self._mark = "Link: "
        if "badge" in look:
            self._mark = "Stand: "
        if "tag" in look:
            self._end()
            self._mark = "Sector: "

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self._end()
            self._inside = False
        elif tag in _BLOCKS:
            self._end()

    def handle_data(self, data: str) -> None:
        if self._inside and data.strip():
            self._words.append(data)

    def _end(self) -> None:
        words = re.sub(r"\s+", " ", "".join(self._words)).strip()
        if words:
            self.lines.append(self._mark + words)
            self._mark = ""
        self._words = []


def _as_text(page: str) -> list[str]:
    reader = _Reader()
    reader.feed(page)
    return reader.lines


@contextmanager
def product() -> Iterator[Callable[[], FlaskClient]]:
    """The product with the built-in catalogue, in a folder that goes away; gives new browsers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = Settings(data_dir=folder, database_url=f"sqlite:///{folder / 'db.sqlite'}", secret_key=token_hex())
        migrating.upgrade(settings)
        engine = make_engine(settings)
        unit_of_work = partial(SQLUnitOfWork, engine)
        shelf = FileShelf(folder / "snapshots", unit_of_work)
        load_builtin(unit_of_work, shelf, NOW)
        app = create_app(house=House(settings=settings, unit_of_work=unit_of_work, shelf=shelf, clock=lambda: NOW))
        yield app.test_client
        engine.dispose()


def main() -> int:
    """Write every example anew."""
    FOLDER.mkdir(exist_ok=True)
    with product() as browser:
        for example in EXAMPLES:
            (FOLDER / example.file).write_text(written(example, browser()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
