"""The card of a child: every answer leads somewhere, no kind of technology is favoured, and nobody gets a score."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.tech_card import CardQuestion, Pick, Theme, liked
from gouden_poort.profiles.tech_card_questions import ACTIVITY_KINDS, BY_ID, FOR_AGES, QUESTIONS, THEMES
from gouden_poort.services.outings import outings_near, themes_at

PICKS = [pick for question in QUESTIONS for pick in question.picks]
MEAN_WORDS, MOST_WORDS = 8, 12


def themes_reached(snapshot: Snapshot) -> set[str]:
    """Themes that are taught at a site where children of these ages are welcome."""
    middle, everywhere = (52.1, 5.3), 10_000
    found = outings_near(snapshot, middle, ages=FOR_AGES, kinds=ACTIVITY_KINDS, most=everywhere)
    return {theme.id for outing in found for theme in themes_at(snapshot, outing.site, THEMES)}


def leading_nowhere(questions: tuple[CardQuestion, ...], snapshot: Snapshot) -> list[str]:
    reached = themes_reached(snapshot)
    return [pick.value for question in questions for pick in question.picks if pick.theme not in reached]


def test_every_answer_leads_to_something_a_child_can_go_to(builtin: Snapshot) -> None:
    assert leading_nowhere(QUESTIONS, builtin) == []


def test_an_answer_that_leads_nowhere_is_seen(builtin: Snapshot) -> None:
    lost = Pick(value="lost", label="Iets anders", drawn="Niets", theme="koken")
    assert leading_nowhere((replace(QUESTIONS[0], picks=(lost,)),), builtin) == ["lost"]


def test_work_of_every_theme_is_in_the_catalogue(builtin: Snapshot) -> None:
    assert [work for theme in THEMES for work in theme.work if work not in builtin.columns.occupations.id] == []


def test_the_kinds_of_activity_are_in_the_catalogue(builtin: Snapshot) -> None:
    assert set(builtin.columns.activities.kind) >= ACTIVITY_KINDS


def test_there_are_eight_questions_with_three_pictures() -> None:
    assert [len(question.picks) for question in QUESTIONS] == [3] * 8
    assert len(BY_ID) == len(QUESTIONS)
    assert len({pick.value for pick in PICKS}) == len(PICKS)


def test_every_theme_can_be_picked_as_often_as_the_others() -> None:
    assert Counter(pick.theme for pick in PICKS) == {theme.id: 3 for theme in THEMES}


def sentences() -> list[str]:
    texts = [text for theme in THEMES for text in (theme.label, theme.what)]
    texts += [text for pick in PICKS for text in (pick.label, pick.drawn)] + [question.text for question in QUESTIONS]
    return [sentence for text in texts for sentence in re.split(r"(?<=[.?])\s", text)]


def test_the_words_are_for_children_of_eight() -> None:
    lengths = {sentence: len(sentence.split()) for sentence in sentences()}
    assert sum(lengths.values()) / len(lengths) <= MEAN_WORDS
    assert {sentence for sentence, words in lengths.items() if words > MOST_WORDS or "!" in sentence} == set()


def picking(*values: str) -> dict[str, str]:
    return {question.id: pick.value for question in QUESTIONS for pick in question.picks if pick.value in values}


def names(themes: tuple[Theme, ...]) -> list[str]:
    return [theme.id for theme in themes]


def test_what_was_picked_most_often_comes_first() -> None:
    picked = picking("hut", "bike", "tractor", "car")
    assert names(liked(QUESTIONS, THEMES, picked)) == ["rijden", "bouwen"]


def test_at_most_three_themes_stand_on_a_card() -> None:
    picked = picking("hut", "bike", "plant", "ring", "walker", "windmill")
    assert names(liked(QUESTIONS, THEMES, picked)) == ["bouwen", "rijden", "groen"]


@pytest.mark.parametrize("picked", [{}, {"regen": ""}, {"regen": "onzin"}, {"other": "hut"}])
def test_who_picked_nothing_gets_no_theme(picked: dict[str, str]) -> None:
    assert liked(QUESTIONS, THEMES, picked) == ()
