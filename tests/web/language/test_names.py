"""What things are called on a page in another language."""

from __future__ import annotations

from gouden_poort.web.language import LANGUAGES, nl, speaking
from gouden_poort.web.words.names import Names, described, in_sentence, label
from tests.web.conftest import a_web_snapshot

SNAPSHOT = a_web_snapshot(occupations=[{"label": "Lasser", "label_en": "Welder & co", "description": "Je last."}])
WORK = SNAPSHOT.columns.occupations


def test_the_catalogue_may_know_a_name_in_the_language() -> None:
    with speaking(LANGUAGES["en"]):
        assert label(WORK, 0) == "Welder &amp; co"
        assert Names(SNAPSHOT).work("O1") == "welder &amp; co"


def test_another_language_gets_the_dutch_name_marked() -> None:
    with speaking(LANGUAGES["ar"]):
        assert label(WORK, 0) == '<bdi lang="nl">Lasser</bdi>'
        assert Names(SNAPSHOT).work("O1") == '<bdi lang="nl">lasser</bdi>'


def test_a_name_in_the_language_is_never_marked_as_dutch() -> None:
    with speaking(LANGUAGES["en"]):
        assert nl(label(WORK, 0)) == label(WORK, 0)


def test_a_text_about_something_is_dutch_until_the_catalogue_has_another() -> None:
    with speaking(LANGUAGES["en"]):
        assert described(WORK, 0, "description") == '<bdi lang="nl">Je last.</bdi>'
        assert described(WORK, 0, "no_such_column") == ""


def test_a_dutch_page_has_the_bare_name() -> None:
    assert (label(WORK, 0), in_sentence("CNC-verspaner")) == ("Lasser", "CNC-verspaner")
