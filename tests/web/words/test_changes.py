"""Changes as sentences: what, how much is needed, what someone said, and what there is then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gouden_poort.routing.change import Change, ChangeKind
from gouden_poort.web.words.changes import QUESTION, change_lines
from tests.builders import a_profile, a_snapshot
from tests.fakes import Memory, ShelfWith
from tests.web.conftest import make_app


@pytest.fixture(autouse=True)
def _addresses(tmp_path: Path) -> Iterator[None]:
    with make_app(tmp_path, Memory(), ShelfWith(a_snapshot())).test_request_context():
        yield


def words(kind: ChangeKind, before: int = 0, after: int = 0, assumed: frozenset[str] = frozenset()) -> str:
    (line,) = change_lines([Change(kind=kind, before=before, after=after)], a_profile(), assumed)
    return line.words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("kind", "before", "after", "sentence"),
    [
        (ChangeKind.TRAVEL_MINUTES, 30, 45, "Reistijd: 15 minuten langer. Nodig: 45 minuten. Jij zei 30 minuten."),
        (ChangeKind.HOURS_PER_WEEK, 31, 32, "Uren per week: 1 uur meer. Nodig: 32 uur. Jij zei 31 uur."),
        (ChangeKind.BUDGET, 0, 500, "Eigen geld: € 500 meer. Nodig: € 500. Jij zei € 0."),
        (
            ChangeKind.LATER_START,
            0,
            13,
            "Begin: ongeveer 3 maanden later. Nodig: 5 april 2027. Jij zei 4 januari 2027.",
        ),
        (ChangeKind.DAYPARTS, 0, 0, "Tijden: ook op andere momenten naar les."),
        (ChangeKind.TRANSPORT, 0, 0, "Vervoer: ook met de fiets, de trein en de bus."),
        (ChangeKind.DRIVING_LICENCE, 0, 0, "Rijbewijs B: nog nodig."),
    ],
)
def test_a_change_says_what_is_needed_and_what_was_said(
    kind: ChangeKind, before: int, after: int, sentence: str
) -> None:
    assert words(kind, before, after) == sentence


def test_nobody_is_told_to_have_said_what_was_assumed() -> None:
    assert words(ChangeKind.BUDGET, 0, 100, frozenset({"budget"})).endswith("Wij rekenden met € 0.")
    assert words(ChangeKind.LONGER_ROUTE, 104, 208).endswith("Wij rekenden met ongeveer 2 jaar.")


def test_every_kind_of_change_has_words_and_all_but_one_a_question() -> None:
    for kind in ChangeKind:
        (line,) = change_lines([Change(kind=kind, before=0, after=10)], a_profile(), frozenset())
        assert line.words
        assert line.advice
        assert bool(line.url) is bool(line.button) is (kind in QUESTION)
    assert set(ChangeKind) - set(QUESTION) == {ChangeKind.LONGER_ROUTE}
