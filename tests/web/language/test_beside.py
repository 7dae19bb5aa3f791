"""Dutch beside the language of a route, so that someone can show it at a counter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gouden_poort.web.language import saying
from tests.fakes import Memory, ShelfWith
from tests.web.conftest import Visitor, a_web_snapshot, make_app
from tests.web.page_rules import faults_in_page

ASKED = 'class="wrap with-dutch"'


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """Someone whose course asks a medical check, in a catalogue that knows a few names in English."""
    snapshot = a_web_snapshot(
        bundle=[{"key": "rulebook", "value": "builtin"}],
        offerings=[{"entry_conditions": "medical_ok=true", "label_en": "Learning to weld"}],
        occupations=[{"label_en": "Welder"}],
    )
    visitor = Visitor(make_app(Path(tmp_path_factory.mktemp("beside")), Memory(), ShelfWith(snapshot)).test_client())
    visitor.answer_all()
    return visitor


def dutch_in(page: str) -> list[str]:
    return re.findall(r'<span class="dutch" lang="nl" dir="ltr">(.*?)</span>', page)


def test_a_dutch_page_has_nothing_beside_it(visitor: Visitor) -> None:
    page = visitor.read("/routes/O1")
    assert dutch_in(page) == []
    assert 'data-test="dutch"' not in page


def test_a_page_in_another_language_has_the_dutch_with_it_for_paper(visitor: Visitor) -> None:
    page = visitor.read("/en/routes/O1")
    said = dutch_in(page)
    assert said[0] == "Lasser"
    assert "Leren lassen" in said
    assert any("Regel" not in one and "medische keuring" in one for one in said)
    assert ASKED not in page
    assert faults_in_page(page) == []


def test_a_switch_shows_it_on_the_screen_and_hides_it_again(visitor: Visitor) -> None:
    closed = visitor.read("/en/routes/O1")
    assert 'href="/en/routes/O1?nederlands=erbij" data-test="dutch"' in closed
    opened = visitor.read("/en/routes/O1?nederlands=erbij")
    assert ASKED in opened
    assert 'href="/en/routes/O1" data-test="dutch"' in opened


def test_what_reads_the_same_in_both_is_said_once(visitor: Visitor) -> None:
    assert "Lasser" not in dutch_in(visitor.read("/ar/routes/O1")), "the Arabic page has the Dutch name itself"


class Dots:
    """A language in which every text is three dots."""

    def gettext(self, text: str) -> str:  # noqa: ARG002
        return "…"

    def ngettext(self, one: str, more: str, num: int) -> str:  # noqa: ARG002
        return "…"


@pytest.fixture
def shut(tmp_path: Path) -> Visitor:
    """Someone for whom the only work is closed: its course costs more than they have."""
    snapshot = a_web_snapshot(offerings=[{"cost_eur": "2000"}])
    visitor = Visitor(make_app(tmp_path, Memory(), ShelfWith(snapshot)).test_client())
    visitor.answer_all(budget={"budget": "0"})
    return visitor


def test_what_is_in_the_way_has_the_dutch_with_it(shut: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saying, "translations", lambda _language: Dots())
    page = shut.read("/en/routes/O1")
    assert 'data-test="opens"' in page
    said, dutch = dutch_in(page), shut.read("/routes/O1")
    assert any("We rekenden met 36 uur per week" in one for one in said)
    assert any("Eigen geld: " in one for one in said)
    assert any("Dan is er een route." in one for one in said)
    assert all(one in dutch for one in said)
    assert dutch_in(dutch) == []
    assert faults_in_page(page) == []


def test_the_page_of_closed_work_has_the_switch_too(shut: Visitor) -> None:
    closed = shut.read("/en/routes/O1")
    assert 'href="/en/routes/O1?nederlands=erbij" data-test="dutch"' in closed
    assert ASKED not in closed
    assert ASKED in shut.read("/en/routes/O1?nederlands=erbij")
