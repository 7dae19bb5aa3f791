"""The words of the builtin rules are short, plain and kind, so that someone with little Dutch can read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import mean

import pytest

from gouden_poort.rules.book.rule import Rule, leaves_in
from gouden_poort.rules.language.words import Wording
from gouden_poort.rules.loading.books import builtin_rulebook

MOST_WORDS = 20
MEAN_WORDS = 12
HARD = (
    "aanwijzing",
    "BEI",
    "BRL",
    "code 95",
    "CO-vrij",
    "derde leerweg",
    "doelgroepregister",
    "doelgroepverklaring",
    "EVC",
    "F-gas",
    "GVVA",
    "IDW",
    "kennismigrant",
    "loondispensatie",
    "loonaangifte",
    "loonkostenvoordeel",
    "loonwaarde",
    "MAP",
    "NEN 3140",
    "no-risk",
    "PIP",
    "ploegendienst",
    "praktijkverklaring",
    "proefplaatsing",
    "SOWIS",
    "staatssteun",
    "startkwalificatie",
    "TWV",
    "VCA",
    "VIAG",
    "VOG",
    "vrijstelling",
    "zij-instromer",
)
"""Words of laws and offices. Who uses one says what it is: between brackets, or in a sentence with `is` or `heet`."""
STIFF = (
    "alsmede",
    "conform",
    "derhalve",
    "desbetreffende",
    "dien(t|en) te",
    "geschied",
    "hetgeen",
    "indien",
    "ingevolge",
    "inzake",
    "krachtens",
    "middels",
    "mits",
    "omtrent",
    "teneinde",
    "ten behoeve van",
    "ten gevolge van",
    "tenzij",
    "tevens",
    "verstrek",
    "voornoemd",
)
FORMAL_YOU = re.compile(r"\b(u|uw|uwe|uzelf)\b", re.IGNORECASE)
LOUD = re.compile("[!\N{INVERTED EXCLAMATION MARK}\U0001f000-\U0001faff\u2600-\u27bf]")
NEGATIVE = re.compile(r"\b(niet|geen|nooit|niets|niemand)\b", re.IGNORECASE)


def wordings(rule: Rule) -> Iterator[Wording]:
    """All that one rule may say."""
    yield rule.wording
    for condition in (rule.only_if, rule.when):
        yield from (leaf.wording for leaf in leaves_in(condition) if leaf.wording)
    yield from rule.not_expressed
    yield from (one for one in (rule.unsure, rule.scheme and rule.scheme.window) if one)


def labels() -> Iterator[Wording]:
    """What facts, their values and parameters are called."""
    words = builtin_rulebook().words
    for fact in words.facts.values():
        yield fact.wording
        yield from fact.value_wordings.values()
    yield from (parameter.wording for parameter in words.parameters.values())


def sentences(text: str) -> list[str]:
    """The sentences of a text.

    >>> sentences("Je bent 18. Dan kan het (met een test).")
    ['Je bent 18.', 'Dan kan het (met een test).']
    """
    return re.split(r"(?<=[.?!])\s+", text)


SAID = [(rule.id, wording) for rule in builtin_rulebook().rules for wording in wordings(rule)]
DUTCH = [(rule_id, sentence) for rule_id, wording in SAID for sentence in sentences(wording.nl)]


def explained(word: str, text: str) -> bool:
    """Whether a text says what a hard word means."""
    said = re.escape(word)
    forms = (
        rf"{said}[^.?!()]*\(",
        rf"\([^)]*{said}",
        rf"{said}\w*\.? (dat )?(is|zijn) (een|de|het|geld|leren)\b",
        rf"\bheet\b[^.?!]*{said}",
    )
    return any(re.search(form, text, re.IGNORECASE) for form in forms)


def test_no_sentence_is_long() -> None:
    assert [(rule_id, one) for rule_id, one in DUTCH if len(one.split()) > MOST_WORDS] == []


def test_sentences_are_short_on_the_whole() -> None:
    assert mean(len(sentence.split()) for _, sentence in DUTCH) <= MEAN_WORDS


@pytest.mark.parametrize("word", HARD)
def test_a_hard_word_is_explained_by_the_rule_that_uses_it(word: str) -> None:
    unexplained = []
    for rule in builtin_rulebook().rules:
        text = " ".join(wording.nl for wording in wordings(rule))
        if re.search(rf"(?<!\w){re.escape(word)}", text) and not explained(word, text):
            unexplained.append(rule.id)
    assert unexplained == []


@pytest.mark.parametrize("word", STIFF)
def test_no_sentence_has_words_of_a_letter_from_an_office(word: str) -> None:
    assert [(rule_id, one) for rule_id, one in DUTCH if re.search(rf"\b{word}", one, re.IGNORECASE)] == []


def test_no_sentence_keeps_its_distance() -> None:
    assert [(rule_id, one) for rule_id, one in DUTCH if FORMAL_YOU.search(one)] == []


def test_no_sentence_shouts_or_draws() -> None:
    loud = [wording for _, wording in SAID if LOUD.search(wording.nl + wording.en)]
    assert loud == []


def test_no_sentence_denies_twice() -> None:
    assert [(rule_id, one) for rule_id, one in DUTCH if len(NEGATIVE.findall(one)) > 1] == []


def test_a_sentence_begins_with_a_capital_and_ends() -> None:
    odd = [(rule_id, one) for rule_id, one in DUTCH if not re.match(r"[A-Z0-9‘{]", one) or one[-1] not in ".?"]
    assert odd == []


def test_the_english_is_there_and_is_no_dutch() -> None:
    same = [(rule_id, wording.nl) for rule_id, wording in SAID if not wording.en or wording.en == wording.nl]
    assert same == []


def test_no_label_is_long_or_ends_like_a_sentence() -> None:
    odd = [one.nl for one in labels() if len(one.nl.split()) > MEAN_WORDS or one.nl.endswith((".", "?", "!"))]
    assert odd == []
