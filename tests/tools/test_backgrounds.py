"""Work outside technology: told in plain sentences, and each task is fair evidence of skills that lead somewhere."""

from __future__ import annotations

from statistics import mean

import pytest

from gouden_poort.catalogue.bundle import BUILTIN, read_bundle
from gouden_poort.catalogue.entries import Bundle
from tools.build_catalogue.facts import listed, table

MOST_WORDS, MEAN_WORDS = 14, 10
HIGHEST = 3
"""`Zelfstandig`: nobody is taken for more than that because of one press on a task of other work."""
OWN_JUDGEMENT = "niveaus: eigen schatting"


def levels() -> dict[str, dict[str, int]]:
    """Levels by skill, for each task."""
    return {
        row["task_id"]: {
            skill: int(level) for skill, _, level in (pair.partition(":") for pair in listed(row["skills"]))
        }
        for row in table("background_tasks")
    }


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return read_bundle(BUILTIN)


def test_every_background_has_five_to_eight_tasks_that_differ() -> None:
    tasks: dict[str, list[str]] = {row["background_id"]: [] for row in table("backgrounds")}
    for row in table("background_tasks"):
        tasks[row["background_id"]].append(row["label"])
    assert {work: told for work, told in tasks.items() if not 5 <= len(set(told)) == len(told) <= 8} == {}


def test_every_task_gives_one_to_three_skills_that_exist(bundle: Bundle) -> None:
    known = set(bundle.files["skills"].columns["skill_id"])
    assert {task: held for task, held in levels().items() if not 1 <= len(held) <= 3 or not held.keys() <= known} == {}


def test_no_skill_is_given_that_no_work_and_no_training_asks(bundle: Bundle) -> None:
    asked = set(bundle.files["occupation_skills"].columns["skill_id"])
    asked |= set(bundle.files["offering_requires"].columns["ref_id"])
    assert {skill for held in levels().values() for skill in held} - asked == set()


def test_a_task_is_evidence_of_no_more_than_working_independently() -> None:
    assert {level for held in levels().values() for level in held.values()} <= set(range(1, HIGHEST + 1))


def test_a_skill_of_a_trade_is_given_at_a_lower_level_than_the_trade_itself(bundle: Bundle) -> None:
    skills = bundle.files["skills"].columns
    trade = {key for key, kind in zip(skills["skill_id"], skills["kind"], strict=True) if kind == "sector"}
    high = {(task, skill) for task, held in levels().items() for skill, level in held.items() if level > 2}
    assert {skill for _, skill in high} & trade <= {"sk-voedselveilig"}, "which a kitchen asks as a factory does"


def test_own_judgement_is_said_to_be_that() -> None:
    assert [row["task_id"] for row in table("background_tasks") if OWN_JUDGEMENT not in row["source"]] == []


def test_codes_of_occupations_are_four_digits_and_say_their_source() -> None:
    for row in table("backgrounds"):
        assert all(len(code) == 4 and code.isdigit() for code in listed(row["isco_codes"])), row
        assert ("ISCO-08" in row["source"]) == bool(row["isco_codes"])


def test_the_sentences_are_short_and_said_by_who_does_it() -> None:
    dutch = [row["label"] for row in table("background_tasks")]
    english = [row["label_en"] for row in table("background_tasks")]
    assert [one for one in dutch if not (one.startswith("Ik ") and one.endswith(".") and "!" not in one)] == []
    assert [one for one in english if not (one.startswith("I ") and one.endswith("."))] == []
    lengths = [len(one.split()) for one in dutch]
    assert max(lengths) <= MOST_WORDS
    assert mean(lengths) <= MEAN_WORDS


def test_every_background_has_a_name_in_english_and_words_each_written_once() -> None:
    for row in table("backgrounds"):
        words = listed(row["synonyms"])
        assert row["label_en"]
        assert len(set(words)) == len(words) >= 3, row["background_id"]
