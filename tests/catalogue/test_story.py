"""What is recognised in a story: enough, hardly anything that was not told, and nothing that was denied."""

from __future__ import annotations

import pytest

from gouden_poort.catalogue.clauses import LONGEST_STORY
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.story import MOST_SKILLS, StoryReader
from tests.catalogue.stories import STORIES, Told

LEAST_PRECISION, LEAST_RECALL = 0.97, 0.93


@pytest.fixture(scope="module")
def reader(builtin: Snapshot) -> StoryReader:
    return StoryReader(builtin)


def found(reader: StoryReader, text: str) -> set[str]:
    return {skill for told in reader.read(text).skills for skill in told.skill_ids}


def test_what_is_found_was_told_and_what_was_told_is_found(reader: StoryReader) -> None:
    right = wrong = missed = 0
    for story in STORIES:
        skills = found(reader, story.text)
        right += len(skills & story.skills)
        wrong += len(skills - story.skills - story.also)
        missed += len(story.skills - skills)
    assert right / (right + wrong) >= LEAST_PRECISION
    assert right / (right + missed) >= LEAST_RECALL


@pytest.mark.parametrize(
    "story", [each for each in STORIES if not each.skills and not each.also], ids=lambda story: story.text
)
def test_nothing_is_made_of_what_was_denied_wished_for_or_done_by_others(reader: StoryReader, story: Told) -> None:
    told = reader.read(story.text)
    assert [(each.fragment, each.skill_ids) for each in told.skills] == []
    assert told.work == ()


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("Vroeger heb ik 5 jaar  gelast, in Enschede", "5 jaar gelast"),
        ("en kan Tekeningen lezen", "Tekeningen lezen"),
        ("I repaired some old bikes", "repaired some old bikes"),
    ],
)
def test_the_words_are_quoted_as_they_were_written(reader: StoryReader, text: str, fragment: str) -> None:
    assert [told.fragment for told in reader.read(text).skills] == [fragment]


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Ik was 7 jaar metselaar", [("oc-metselaar", 7)]),
        ("five years as an electrician", [("oc-monteur-elektro", 5)]),
        ("ik heb 5 jaar gelast", [("oc-lasser", 5)]),  # by what was done, where no work is named
        ("ik ben 40 jaar en schilder", [("oc-schilder", 40)]),  # an age looks the same: it is for the person to refuse
        ("Ik was metselaar", []),
        ("ik was geen 7 jaar metselaar", []),
        ("7 jaar in een kantoor", []),
    ],
)
def test_years_of_work_are_offered_where_they_were_said(
    reader: StoryReader, text: str, work: list[tuple[str, int]]
) -> None:
    assert [(told.occupation_id, told.years) for told in reader.read(text).work] == work


def test_the_same_skill_is_told_once(reader: StoryReader) -> None:
    assert [told.fragment for told in reader.read("Ik metselde. Ik metselde nog meer.").skills] == ["metselde"]


def test_no_more_is_read_than_a_short_story(reader: StoryReader) -> None:
    assert found(reader, "x " * LONGEST_STORY + "gelast") == set()
    everything = ". ".join(story.text for story in STORIES)
    assert len(found(reader, everything)) <= MOST_SKILLS


@pytest.mark.parametrize("text", ["", " ", "!?…", "\0\x07", "😀 gelast", "'", "ge", "1 jaar", "jaar", "niet", "mijn"])
def test_any_text_can_be_read(reader: StoryReader, text: str) -> None:
    assert found(reader, text) <= {"sk-lassen-migmag", "sk-lassen-tig", "sk-lassen-elektrode"}
