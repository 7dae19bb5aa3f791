"""Sentences by key: every reason has one, and they are plain Dutch."""

from __future__ import annotations

import re

import pytest

from gouden_poort.catalogue.format import GROUPS, OFFERING_KINDS
from gouden_poort.profiles.levels import CEFR, NLQF_HIGHEST, SKILL_LEVEL_HIGHEST, Daypart
from gouden_poort.routing.explanation import FactKind
from gouden_poort.web.wording import (
    CEFR_LEVELS,
    DAYPARTS,
    KINDS,
    NLQF_LEVELS,
    SENTENCES,
    SKILL_LEVELS,
    TARGET_GROUPS,
    and_list,
    say,
)

PERSONS_OWN = {FactKind.MIN_AGE, FactKind.MAX_AGE, FactKind.TARGET_GROUP}
"""What no step can give: it is held, or it stays open."""
MOST_WORDS = 20


@pytest.mark.parametrize("kind", FactKind)
def test_every_need_has_a_sentence_for_each_way_to_meet_it(kind: FactKind) -> None:
    assert f"need.{kind.value}.held" in SENTENCES
    assert f"need.{kind.value}.open" in SENTENCES
    if kind not in PERSONS_OWN:
        assert f"need.{kind.value}.new" in SENTENCES
        assert f"gain.{kind.value}" in SENTENCES


def test_every_level_and_kind_has_words() -> None:
    assert len(SKILL_LEVELS) == SKILL_LEVEL_HIGHEST + 1
    assert len(CEFR_LEVELS) == len(CEFR)
    assert len(NLQF_LEVELS) == NLQF_HIGHEST + 1
    assert set(KINDS) == set(OFFERING_KINDS)
    assert set(TARGET_GROUPS) == set(GROUPS)
    assert set(DAYPARTS) == {part.value for part in Daypart}


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_sentences_are_short_and_calm(key: str) -> None:
    text = SENTENCES[key]
    assert "!" not in text
    for sentence in re.split(r"(?<=[.?:])\s", text):
        assert len(sentence.split()) <= MOST_WORDS, sentence


def test_an_unknown_sentence_is_an_error_and_not_an_empty_page() -> None:
    with pytest.raises(KeyError):
        say("no.such.sentence")
    with pytest.raises(KeyError):
        say("need.skill.new", what="Lassen")


def test_lists_are_read_aloud() -> None:
    assert and_list([]) == ""
    assert and_list(["lassen"]) == "lassen"
    assert and_list(["lassen", "meten"]) == "lassen en meten"
