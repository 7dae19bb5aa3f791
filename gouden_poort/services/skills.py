"""Finding what someone can: by searching, or by taking over the skills of work they did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gouden_poort.catalogue.columns import Ints
from gouden_poort.catalogue.skill_search import OccupationMatch, SkillMatch
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.story import Story
from gouden_poort.services.catalogue_views import row_of
from gouden_poort.services.finders import occupation_finder, skill_finder, story_reader

_WEEKS_IN_A_YEAR = 52


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillToConfirm:
    """A skill that goes with work someone did, at the level it asks; theirs only when they say so."""

    skill_id: str
    label: str
    level: int
    essential: bool
    """The work cannot be done without it, so it is most likely held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskToConfirm:
    """Something people do in work outside technology; who says to do it has its skills."""

    task_id: str
    levels: Mapping[str, int]
    """Levels by skill: what a careful person would conclude from the task alone."""


def search_skills(snapshot: Snapshot, text: str, limit: int = 10) -> tuple[SkillMatch, ...]:
    """Skills by label, synonym or English name, mistakes included; best first."""
    return skill_finder(snapshot).search(text, limit)


def search_occupations(snapshot: Snapshot, text: str, limit: int = 10) -> tuple[OccupationMatch, ...]:
    """Occupations by name or by what is done in them; best first."""
    return occupation_finder(snapshot).search(text, limit)


def skills_in_story(snapshot: Snapshot, text: str) -> Story:
    """Skills and work in what someone tells in Dutch or English, with their words. Nothing of the text is kept."""
    return story_reader(snapshot).read(text)


def skills_of_occupation(snapshot: Snapshot, occupation_id: str, years: int = 0) -> tuple[SkillToConfirm, ...]:
    """What someone who did this work probably can: essentials first, each to be confirmed.

    Years of doing it raise levels as far as the catalogue says that the work teaches. UnknownThing for no such work.
    """
    occupations, skills = snapshot.columns.occupations, snapshot.columns.skills
    row = row_of(occupations.id, "occupation", occupation_id)
    essential = dict(_pairs(occupations.essential_skills[row], occupations.essential_levels[row]))
    optional = dict(_pairs(occupations.optional_skills[row], occupations.optional_levels[row]))
    levels = essential | {skill: level for skill, level in optional.items() if skill not in essential}
    for skill, level in _learnt_by_doing(snapshot, row, years * _WEEKS_IN_A_YEAR):
        levels[skill] = max(level, levels.get(skill, 0))
    return tuple(
        SkillToConfirm(skill_id=skills.id[skill], label=skills.label[skill], level=level, essential=skill in essential)
        for skill, level in levels.items()
    )


def tasks_of_background(snapshot: Snapshot, background_id: str) -> tuple[TaskToConfirm, ...]:
    """What people do in work outside technology, in the order of the catalogue; UnknownThing for no such work."""
    backgrounds, tasks = snapshot.columns.backgrounds, snapshot.columns.background_tasks
    row, ids = row_of(backgrounds.id, "background", background_id), snapshot.columns.skills.id
    return tuple(
        TaskToConfirm(
            task_id=str(tasks.id[task]),
            levels={str(ids[skill]): level for skill, level in _pairs(tasks.skills[task], tasks.levels[task])},
        )
        for task in backgrounds.tasks[row].tolist()
    )


def _learnt_by_doing(snapshot: Snapshot, row: int, weeks: int) -> Iterator[tuple[int, int]]:
    occupations = snapshot.columns.occupations
    after = occupations.experience_weeks[row].tolist()
    learnt = _pairs(occupations.experience_skills[row], occupations.experience_levels[row])
    return (pair for pair, needed in zip(learnt, after, strict=True) if needed <= weeks)


def _pairs(skills: Ints, levels: Ints) -> Iterator[tuple[int, int]]:
    return zip(skills.tolist(), levels.tolist(), strict=True)
