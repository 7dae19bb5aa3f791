"""Rules on a page: in their own English, translated from their Dutch, or in Dutch and told apart."""

from __future__ import annotations

import doctest

import pytest

from gouden_poort.rules.case.placeholders import filled, measured
from gouden_poort.rules.case.wordings import in_language
from gouden_poort.rules.language.words import Fact, Kind, Wording, WordList
from gouden_poort.web.language import LANGUAGES, saying, speaking
from gouden_poort.web.words import rule_words
from gouden_poort.web.words.rule_words import as_law, dutch_name, law_language, law_text
from tests.builders import MONDAY

AGE = Fact(name="person.age", kind=Kind.NUMBER, unit="year", wording=Wording(nl="leeftijd", en="age"))
CAN = Fact(name="person.skills", kind=Kind.SET, wording=Wording(nl="wat je kunt", en="skills"))
WORDS = WordList(facts={fact.name: fact for fact in (AGE, CAN)}, parameters={})
RULE = Wording(nl="Je bent {person.age} jaar. Je kunt {person.skills}.", en="You are {person.age}.")
"""The English names no unit, so it gets one with the number."""


class Shouting:
    """A language of capitals, which says age last and knows one text only."""

    def gettext(self, text: str) -> str:
        return "JE KUNT %(person_skills)s EN BENT %(person_age)s LJR." if text.startswith("Je bent") else text

    def ngettext(self, one: str, more: str, num: int) -> str:  # noqa: ARG002
        return "%(num)s LJAAR" if num == 1 else "%(num)s LJAREN"


@pytest.fixture
def shouting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saying, "translations", lambda _language: Shouting())


def told() -> str:
    language = law_language()
    facts = {"person.age": 19, "person.skills": frozenset({"S1"})}
    text = in_language(RULE, language)
    names = {"S1": dutch_name("Lassen & meten")}
    return as_law(filled(text, facts, MONDAY, WORDS, language, names=names, dutch=RULE.nl))


def test_english_is_that_of_the_rule() -> None:
    with speaking(LANGUAGES["en"]):
        assert told() == "You are 19 years."


@pytest.mark.usefixtures("shouting")
def test_another_language_translates_the_dutch_and_then_fills_in() -> None:
    with speaking(LANGUAGES["tr"]):
        assert told() == 'JE KUNT <bdi lang="nl">Lassen &amp; meten</bdi> EN BENT 19 LJR.'


@pytest.mark.usefixtures("shouting")
def test_what_nobody_translated_is_dutch_and_told_apart() -> None:
    with speaking(LANGUAGES["tr"]):
        assert law_text(Wording(nl="Vraag na.", en="Ask.")) == '<bdi lang="nl">Vraag na.</bdi>'


@pytest.mark.usefixtures("shouting")
def test_a_number_has_the_form_of_its_language_and_is_written_as_in_dutch() -> None:
    with speaking(LANGUAGES["tr"]):
        said = [measured(number, "year", law_language()) for number in ((1, 0), (1200, 0), (15, 1))]
    assert said == ["1 LJAAR", "1.200 LJAREN", "1,5 LJAREN"]


def test_a_dutch_page_says_the_dutch() -> None:
    assert told() == "Je bent 19 jaar. Je kunt Lassen & meten."


def test_examples_hold() -> None:
    found = doctest.testmod(rule_words)
    assert found.attempted > 0
    assert found.failed == 0
