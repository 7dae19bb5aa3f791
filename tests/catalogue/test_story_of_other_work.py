"""How well stories are read that are not of trades alone; `make stories` prints the figures."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.story import StoryReader
from tests.catalogue.stories import STORIES, Told
from tests.catalogue.stories_kept_apart import KEPT_APART
from tests.catalogue.stories_of_all_kinds import TUNING
from tests.catalogue.stories_of_other_work import DEVELOPMENT, UNSEEN


@pytest.fixture(scope="module")
def reader(builtin: Snapshot) -> StoryReader:
    return StoryReader(builtin)


def precision_and_recall(reader: StoryReader, stories: Iterable[Told]) -> tuple[float, float]:
    """Of what is found, which share was told; of what was told, which share is found."""
    right = wrong = missed = 0
    for story in stories:
        found = {skill for told in reader.read(story.text).skills for skill in told.skill_ids}
        right += len(found & story.skills)
        wrong += len(found - story.skills - story.also)
        missed += len(story.skills - found)
    return right / (right + wrong), right / (right + missed)


@pytest.mark.parametrize(
    ("name", "stories", "least"),
    [
        ("development", DEVELOPMENT, (0.97, 0.9)),
        ("unseen", UNSEEN, (0.83, 0.8)),
        ("all kinds, to improve by", TUNING, (0.97, 0.97)),
        ("all kinds, kept apart", KEPT_APART, (0.93, 0.95)),
    ],
    ids=["development", "unseen", "tuning", "kept apart"],
)
def test_stories_are_read_as_well_as_they_were(
    reader: StoryReader, name: str, stories: tuple[Told, ...], least: tuple[float, float]
) -> None:
    precision, recall = precision_and_recall(reader, stories)
    print(f"{name}: {len(stories)} sentences, precision {precision:.2f}, recall {recall:.2f}")
    assert (precision >= least[0], recall >= least[1]) == (True, True)


def test_no_sentence_is_in_two_sets() -> None:
    sets = (STORIES, DEVELOPMENT, UNSEEN, TUNING, KEPT_APART)
    texts = [story.text.casefold() for each in sets for story in each]
    assert [text for text in set(texts) if texts.count(text) > 1] == []
    assert [len(each) for each in sets[1:]] == [60, 40, 68, 68]


def test_a_word_that_the_catalogue_writes_itself_is_no_mistake_for_another(reader: StoryReader) -> None:
    assert reader.read("Ik werkte met een recept").skills == ()


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("mijn broer heeft een garage waar ik remmen vervang", {"sk-auto-onderhoud"}),
        ("my father is a welder and a painter", set()),
        ("my brother has a garage where he replaces brakes", set()),
    ],
)
def test_what_a_relative_does_ends_where_the_teller_begins(reader: StoryReader, text: str, skills: set[str]) -> None:
    assert {skill for told in reader.read(text).skills for skill in told.skill_ids} == skills


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Ik werkte in een bakkerij en later in de thuiszorg", ("bg-bakkerij", "bg-zorg")),
        ("I was a nurse", ("bg-verpleging",)),
        ("Ik was 5 jaar lasser", ()),
        ("Ik heb nooit in een bakkerij gewerkt", ()),
        ("Mijn moeder is kapster", ()),
    ],
)
def test_work_outside_technology_is_named_so_that_its_tasks_can_be_asked(
    reader: StoryReader, text: str, work: tuple[str, ...]
) -> None:
    assert reader.read(text).background_ids == work


def test_every_name_of_other_work_leads_to_it(reader: StoryReader, builtin: Snapshot) -> None:
    table = builtin.columns.backgrounds
    strays = [
        (str(table.id[row]), name)
        for row in range(len(table.id))
        for name in str(table.extra["synonyms"][row]).split("|")
        if str(table.id[row]) not in reader.read(f"ik deed {name}").background_ids
    ]
    assert strays == []
