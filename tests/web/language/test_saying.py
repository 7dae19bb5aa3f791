"""A text in the language that is spoken, with what differs filled in."""

from __future__ import annotations

import doctest

from markupsafe import Markup

from gouden_poort.web.language import DUTCH, LANGUAGES, _, fixed, ngettext, nl, plain, saying, speaking
from gouden_poort.web.language.catalogues import offered

ENGLISH, ARABIC = LANGUAGES["en"], LANGUAGES["ar"]


def test_dutch_is_said_as_it_is_written() -> None:
    assert _("Je woont in %(place)s.", place="Zwolle") == "Je woont in Zwolle."


def test_a_text_is_said_in_the_language_that_is_spoken() -> None:
    with speaking(ENGLISH):
        assert _("Je woont in %(place)s.", place="Zwolle") == "You live in Zwolle."
    assert _("Begin") == "Begin"


def test_what_nobody_translated_stays_dutch() -> None:
    with speaking(ENGLISH):
        assert _("Nog niet vertaald") == "Nog niet vertaald"


def test_what_is_in_doubt_stays_dutch() -> None:
    with speaking(LANGUAGES["tr"]):
        assert _("Begin") == "Begin"


def test_an_empty_text_stays_empty() -> None:
    with speaking(ENGLISH):
        assert _("") == ""


def test_a_number_has_the_form_of_its_language() -> None:
    with speaking(ENGLISH):
        assert [ngettext("%(num)s week", "%(num)s weken", many) for many in (1, 3)] == ["1 week", "3 weeks"]


def test_dutch_can_stand_beside_another_language() -> None:
    with speaking(ENGLISH), speaking(DUTCH):
        assert _("Begin") == "Begin"


def test_a_value_keeps_its_own_direction_in_a_text_from_the_right() -> None:
    with speaking(ARABIC):
        assert "\u2068Zwolle\u2069" in _("Je woont in %(place)s.", place="Zwolle")


def test_a_dutch_name_is_told_apart_in_another_language() -> None:
    with speaking(ENGLISH):
        said = _("Je woont in %(place)s.", place=nl("A & B"))
    assert said == Markup('You live in <bdi lang="nl">A &amp; B</bdi>.')
    assert plain(said) == "You live in A & B."


def test_a_value_beside_html_is_escaped() -> None:
    with speaking(ENGLISH):
        assert "&lt;b&gt;" in _("%(one)s en %(two)s", one=nl("x"), two="<b>")


def test_a_dutch_page_needs_no_marks() -> None:
    assert (nl("Zwolle"), fixed("€ 100")) == ("Zwolle", "€ 100")
    assert not isinstance(_("Je woont in %(place)s.", place=nl("Zwolle")), Markup)


def test_a_sum_reads_from_left_to_right_on_a_page_from_the_right() -> None:
    with speaking(ARABIC):
        assert fixed("€ 100") == Markup('<bdi dir="ltr">€ 100</bdi>')


def test_only_a_whole_language_is_offered() -> None:
    assert [language.code for language in offered()] == ["nl", "en", "ar", "ti"]


def test_examples_hold() -> None:
    found = doctest.testmod(saying)
    assert found.attempted > 0
    assert found.failed == 0


def test_a_number_with_a_word_from_the_right_begins_at_the_right() -> None:
    """The word stands apart already, and a browser looks past that when it seeks the first letter."""
    assert saying.isolated(f"9 {saying.isolated('سنوات')}") == "\u20679 \u2067سنوات\u2069\u2069"
    assert saying.isolated("9 jaar") == "\u20689 jaar\u2069"
