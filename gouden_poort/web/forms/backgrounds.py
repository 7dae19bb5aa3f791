"""Work outside technology on the page: a list to pick from, and its tasks, each with the skills it counts for.

What kind of work it was is kept nowhere: only the skills that someone confirms are.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.question import Choice
from gouden_poort.services.skills import TaskToConfirm, tasks_of_background
from gouden_poort.web.forms.answers import AND, Form
from gouden_poort.web.language import _, plain
from gouden_poort.web.wording import SKILL_LEVELS, comma_list
from gouden_poort.web.words.names import Names, label

BACKGROUND, SHOWN = "background", "shown"
"""Fields of the form: the work that was picked, and the one whose tasks are on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backgrounds:
    """The kinds of work, and what people do in the one that was picked."""

    names: tuple[Choice, ...]
    picked: str = ""
    title: str = ""
    tasks: tuple[Choice, ...] = ()


def backgrounds(snapshot: Snapshot, picked: str, known: Container[str]) -> Backgrounds | None:
    """What to offer, apart from skills that are known already; None where the catalogue knows no such work."""
    table, names = snapshot.columns.backgrounds, Names(snapshot)
    listed = tuple(Choice(value=str(key), label=str(plain(label(table, row)))) for row, key in enumerate(table.id))
    if not listed or picked not in table.id:
        return Backgrounds(names=listed) if listed else None
    return Backgrounds(
        names=listed,
        picked=picked,
        title=_("%(work)s: wat doe je daar vaak, of deed je vaak?", work=label(table, table.id.row(picked))),
        tasks=tuple(
            _choice(snapshot, names, task)
            for task in tasks_of_background(snapshot, picked)
            if any(skill not in known for skill in task.levels)
        ),
    )


def is_unseen(form: Form) -> bool:
    """Whether work was picked whose tasks were not shown yet: going on would lose it."""
    return form.get(BACKGROUND, "") not in ("", form.get(SHOWN, ""))


def _choice(snapshot: Snapshot, names: Names, task: TaskToConfirm) -> Choice:
    tasks = snapshot.columns.background_tasks
    return Choice(
        value=AND.join(f"{skill}:{level}" for skill, level in task.levels.items()),
        label=label(tasks, tasks.id.row(task.task_id)),
        help=_("Dit telt als: %(skills)s.", skills=_skills(names, task.levels)),
    )


def _skills(names: Names, levels: Mapping[str, int]) -> str:
    return comma_list(
        [
            _("%(skill)s (%(level)s)", skill=names.skill(skill), level=_(SKILL_LEVELS[level]))
            for skill, level in levels.items()
        ]
    )
