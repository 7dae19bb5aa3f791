"""Skills by search and from work that was done before."""

import pytest

from gouden_poort.errors import UnknownThing
from gouden_poort.services.skills import (
    SkillToConfirm,
    search_occupations,
    search_skills,
    skills_in_story,
    skills_of_occupation,
    tasks_of_background,
)
from tests.builders import a_snapshot

SNAPSHOT = a_snapshot(
    skills=[{}, {"skill_id": "S2", "label": "Slijpen"}, {"skill_id": "S3", "label": "Richten"}],
    occupation_skills=[
        {"skill_id": "S2", "level": 1, "importance": "optional"},
        {"skill_id": "S1", "level": 2, "importance": "essential"},
    ],
    experience=[
        {"skill_id": "S1", "level": 3, "after_weeks": 52},
        {"skill_id": "S1", "level": 4, "after_weeks": 260},
        {"skill_id": "S3", "level": 2, "after_weeks": 104},
    ],
)


def levels(years: int) -> dict[str, int]:
    return {skill.skill_id: skill.level for skill in skills_of_occupation(SNAPSHOT, "O1", years)}


def test_work_brings_its_skills_to_confirm_essentials_first() -> None:
    assert skills_of_occupation(SNAPSHOT, "O1") == (
        SkillToConfirm(skill_id="S1", label="Lassen", level=2, essential=True),
        SkillToConfirm(skill_id="S2", label="Slijpen", level=1, essential=False),
    )


def test_years_of_work_raise_levels_and_add_skills() -> None:
    assert levels(0) == {"S1": 2, "S2": 1}
    assert levels(1) == {"S1": 3, "S2": 1}
    assert levels(2) == {"S1": 3, "S2": 1, "S3": 2}
    assert levels(5) == {"S1": 4, "S2": 1, "S3": 2}


def test_work_that_does_not_exist_is_told() -> None:
    with pytest.raises(UnknownThing):
        skills_of_occupation(SNAPSHOT, "O9")


def test_searching_gives_skills_and_occupations() -> None:
    assert [match.skill_id for match in search_skills(SNAPSHOT, "slijpn")] == ["S2"]
    assert [match.occupation_id for match in search_occupations(SNAPSHOT, "lasser")] == ["O1"]


def test_a_story_gives_skills_to_confirm_with_the_words_they_came_from() -> None:
    story = skills_in_story(a_snapshot(), "Vroeger heb ik gelast")
    assert [(told.fragment, told.skill_ids) for told in story.skills] == [("gelast", ("S1",))]


def test_a_task_of_work_outside_technology_brings_its_skills() -> None:
    snapshot = a_snapshot(
        skills=[{}, {"skill_id": "S2", "label": "Slijpen"}],
        backgrounds=[{}, {"background_id": "G2"}],
        background_tasks=[{}, {"task_id": "D2"}, {"task_id": "D3", "background_id": "G2"}],
        task_skills=[{"task_id": "D2", "skill_id": "S2", "level": 2}, {}, {"task_id": "D2", "level": 1}],
    )
    told = tasks_of_background(snapshot, "G1")
    assert [(task.task_id, dict(task.levels)) for task in told] == [("D1", {"S1": 1}), ("D2", {"S2": 2, "S1": 1})]


def test_a_background_that_does_not_exist_is_told() -> None:
    with pytest.raises(UnknownThing):
        tasks_of_background(SNAPSHOT, "G9")
