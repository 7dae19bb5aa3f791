"""Every Dutch text of the pages and of the rules reads as we want to speak."""

from __future__ import annotations

import pytest

from tools.messages.collecting import collected
from tools.readability.ease import hard_texts, reading_ease
from tools.readability.faults import MEAN, faults, mean_length
from tools.readability.rule_texts import rule_texts
from tools.readability.sentences import text, texts_of

TEXTS = [*texts_of(collected()), *rule_texts()]


def test_no_text_is_long_or_formal_or_shouts() -> None:
    """Red? `make readability` says which text, and where it stands."""
    assert list(faults(TEXTS)) == []


def test_sentences_are_short_on_the_whole() -> None:
    assert 0 < mean_length(TEXTS) <= MEAN


def test_the_texts_of_pages_questions_and_rules_are_all_read() -> None:
    places = {each.place.split("/")[0] + "/" + each.place.split("/")[1] for each in TEXTS}
    assert places >= {"gouden_poort/web", "gouden_poort/profiles", "gouden_poort/rules"}
    assert any(each.place.startswith("templates/") for each in TEXTS)


@pytest.mark.parametrize(
    "words",
    [
        "Gefeliciteerd!",
        "Wat is uw postcode?",
        "Hier ziet u uw routes.",
        "Klik hier voor je routes",
        "Klik op de knop.",
        "Verzenden",
        "OK",
        "Oké, ga verder.",
        "Je niveau is onvoldoende.",
        "Een gegarandeerd contract.",
        f"Je {'leest ' * 20}nu.",
    ],
)
def test_a_text_that_does_not_fit_is_seen(words: str) -> None:
    assert list(faults([text(words, "somewhere")]))


def test_a_guarantee_may_be_named_only_on_its_own_page() -> None:
    assert list(faults([text("Mijn garantie", "templates/citizen/my_guarantee.html")])) == []
    assert list(faults([text("Mijn garantie", "templates/citizen/my_plan.html")]))
    assert list(faults([text("Je hebt garantie.", "templates/citizen/my_guarantee.html")]))


@pytest.mark.parametrize("words", ["Bekijk deze route", "Je kunt 8 uur per week.", "Vul je postcode in: 8011 AB."])
def test_a_text_that_fits_passes(words: str) -> None:
    assert list(faults([text(words, "somewhere")])) == []


def test_a_label_is_not_a_sentence_and_makes_nothing_shorter() -> None:
    assert mean_length([text("Volgende", "x"), text("Je woont in %(place)s. Je werkt in %(other)s.", "x")]) == 4.0


def test_a_hard_text_is_listed_and_an_easy_one_is_not() -> None:
    hard = text(
        "De arbeidsmarkttoeleidingsvoorziening ondersteunt in arbeidsmarktregio's"
        " werkgelegenheidsbevorderende samenwerkingsinitiatieven met uitvoeringsverantwoordelijkheid.",
        "x",
    )
    easy = text("Je kunt nu gaan leren. De cursus is gratis en je begint in mei.", "x")
    assert [each for _ease, each in hard_texts([hard, easy])] == [hard]
    assert reading_ease(hard.words) < reading_ease(easy.words)
