"""What is recognised in a story: enough, hardly anything that was not told, and nothing that was denied."""

from __future__ import annotations

import pytest

from gouden_poort.catalogue.clauses import LONGEST_STORY
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.story import MOST_SKILLS, StoryReader
from tests.catalogue.stories import STORIES, Told

LEAST_PRECISION, LEAST_RECALL = 0.98, 0.95


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


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Ik heb een tafel van hout gemaakt", {"sk-meubelmaken"}),
        ("vragtwagen gereden", {"sk-rijden-c"}),  # it sounds the same
        ("heft truck gereden", {"sk-heftruck"}),  # written apart
        ("gewerkt bij een schildersbedrijf", {"sk-schilderen"}),
        ("PLC's geprogrammeerd", {"sk-plc-programmeren"}),
        ("I fixed bikes and cars", {"sk-fietstechniek", "sk-auto-onderhoud"}),  # one verb for two things
    ],
)
def test_words_are_known_in_every_shape(reader: StoryReader, text: str, skills: set[str]) -> None:
    assert found(reader, text) == skills


@pytest.mark.parametrize(
    "text",
    [
        "Kan ik bij jullie lasser worden?",  # asked
        "Is heftruck rijden moeilijk?",
        "Ik ben van plan te gaan schilderen",  # planned
        "I am going to drive a truck",
        "Het lijkt me leuk om te metselen",
        "I might start welding",
        "Wij laten zonnepanelen leggen",  # done by somebody who is asked to
        "Vroeger repareerde mijn opa fietsen",
        "Bij ons thuis was mijn vader de timmerman",
        "Hij repareert fietsen",
        "De elektricien kwam langs om de groepenkast te vervangen",
        "We had a list of ten welders",  # many others
        "Ik ben bang voor heftrucks",
        "Ik kom met een elektrisch wagentje",  # `met` is no form of `meten`
        "Ik stekte planten",  # and this no form of STEK
        "Ik woonde in Spanje",  # a name is no mistake for `spanten`
        "meteen begonnen",
    ],
)
def test_nothing_is_made_of_words_that_only_look_like_something_done(reader: StoryReader, text: str) -> None:
    assert found(reader, text) == set()


def test_what_was_shown_was_done(reader: StoryReader) -> None:
    assert found(reader, "Ik liet zien hoe ik metsel") == {"sk-metselen"}


@pytest.mark.parametrize("text", ["", " ", "!?…", "\0\x07", "😀 gelast", "'", "ge", "1 jaar", "jaar", "niet", "mijn"])
def test_any_text_can_be_read(reader: StoryReader, text: str) -> None:
    assert found(reader, text) <= {"sk-lassen-migmag", "sk-lassen-tig", "sk-lassen-elektrode"}
