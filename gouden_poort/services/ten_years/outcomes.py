"""What became of people: who started, finished and found work, who still works in technology, and in which sector.

Only numbers leave this module, rounded to fives and of ten people or more; docs/outcomes.md says what is counted, and
why nobody can be found in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import islice

import numpy as np

from gouden_poort.development.lines import EPOCH, NEVER, Days, Lines, Mask
from gouden_poort.development.suppression import FEWEST, hidden_in_row
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.rights import Deed, Ties, require
from gouden_poort.services.demo.mark import is_demo
from gouden_poort.services.dossiers.reporting import rounded
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.ten_years.groups import By, Group, members, shown_groups
from gouden_poort.services.ten_years.staying import Point, Waiting, staying, waiting

ON_TIME_DAYS, SOON_DAYS = 30, 120
"""After the day of the plan."""


class Reached(StrEnum):
    """How far someone came."""

    CHOSEN = "chosen"
    STARTED = "started"
    FINISHED = "finished"
    WORK = "work"


class Kept(StrEnum):
    """When work came, beside the day on which the plan said it would."""

    ON_TIME = "on_time"
    SOON = "soon"
    LATER = "later"
    NOT_YET = "not_yet"
    """The day of the plan is over, and there was no technical work yet."""


class Elsewhere(StrEnum):
    """In the place of a sector, for who does no technical work now."""

    OUTSIDE = "-outside"
    NO_WORK = "-no-work"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flows:
    """From the sector of the first technical work to that of now; None is hidden."""

    firsts: Sequence[str] = ()
    now: Sequence[str] = ()
    """Sectors, and values of `Elsewhere`."""
    many: Sequence[Sequence[int | None]] = ()
    """A row for each first sector."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """The figures of one group; None is hidden."""

    choices: Mapping[By, Sequence[str]]
    """Groups that may be asked for."""
    is_small: bool = False
    """Too few people, or fewer than ten would be left of the others: there are no figures."""
    is_example: bool = False
    """They are of the invented people of the demo."""
    reached: Mapping[Reached, int | None] = field(default_factory=dict)
    staying: Sequence[Point] = ()
    waiting: Waiting = field(default_factory=Waiting)
    kept: Mapping[Kept, int | None] = field(default_factory=dict)
    flows: Flows = field(default_factory=Flows)

    @property
    def is_empty(self) -> bool:
        """Whether there is not even a group that may be asked for."""
        return self.is_small and not any(self.choices.values())


def outcomes(open_unit: UnitOfWorkFactory, actor: Actor, today: date, group: Group | None = None) -> Outcomes:
    """Of all organisations together, or of one group of their people. NotAllowed for who is no staff."""
    require(actor, Deed.SEE_OUTCOMES, Ties())
    with open_unit() as unit:  # of the house: only numbers come out, of people whose dossiers the actor may not see
        lines, is_example = unit.journeys.lines(), is_demo(unit)
    return replace(counted(lines, (today - EPOCH).days, group), is_example=is_example)


def counted(lines: Lines, today: int, group: Group | None = None) -> Outcomes:
    """The figures of a group of these lines; `today` as they write a day."""
    choices = shown_groups(lines)
    if group is not None and group.value not in choices[group.by]:
        return Outcomes(choices=choices, is_small=True)
    theirs = lines if group is None else lines.where(members(lines, group))
    if len(theirs) < FEWEST:
        return Outcomes(choices=choices, is_small=True)
    return Outcomes(
        choices=choices,
        reached=_reached(theirs),
        staying=staying(theirs, today),
        waiting=waiting(theirs, today),
        kept=_kept(theirs, today),
        flows=_flows(theirs),
    )


def _reached(lines: Lines) -> Mapping[Reached, int | None]:
    days = {Reached.STARTED: lines.started_on, Reached.FINISHED: lines.finished_on, Reached.WORK: lines.work_on}
    return {Reached.CHOSEN: rounded(len(lines)), **{step: _part(_happened(column)) for step, column in days.items()}}


def _part(mask: Mask) -> int | None:
    """A part of a group whose size is shown: hidden too when few are left of the others."""
    part = int(mask.sum())
    shown, _rest = hidden_in_row([part, len(mask) - part])
    return None if shown is None else rounded(shown) if shown else 0


def _happened(days: Days) -> Mask:
    return np.not_equal(days, NEVER)


def _kept(lines: Lines, today: int) -> Mapping[Kept, int | None]:
    """Of everyone who works, or should by the plan."""
    works, late = _happened(lines.work_on), lines.work_on - lines.planned_work_on
    masks = {
        Kept.ON_TIME: works & (late <= ON_TIME_DAYS),
        Kept.SOON: works & (late > ON_TIME_DAYS) & (late <= SOON_DAYS),
        Kept.LATER: works & (late > SOON_DAYS),
        Kept.NOT_YET: ~works & (lines.planned_work_on + ON_TIME_DAYS < today),
    }
    shown = hidden_in_row([int(mask.sum()) for mask in masks.values()])
    return {kept: _in_fives(many) for kept, many in zip(masks, shown, strict=True)}


def _flows(lines: Lines) -> Flows:
    """Only the total of all streams is told elsewhere, so they are hidden as one row."""
    began = lines.where(_happened(lines.work_on) & ~lines.first_sector.among([""]))
    firsts = _by_size(began.first_sector.counts())
    sectors = [*firsts, *(name for name in _by_size(began.sector.counts()) if name not in firsts)]
    columns = [*(began.sector.among([name]) for name in sectors), *_elsewhere(began)]
    rows = [began.first_sector.among([name]) for name in firsts]
    shown = map(_in_fives, hidden_in_row([int((row & column).sum()) for row in rows for column in columns]))
    return Flows(
        firsts=firsts,
        now=[*sectors, *Elsewhere],
        many=[list(islice(shown, len(columns))) for _row in rows],
    )


def _elsewhere(lines: Lines) -> tuple[Mask, Mask]:
    """Who works outside technology, and who does not work."""
    not_technical, idle = lines.sector.among([""]), lines.occupation_id.among([""])
    return not_technical & ~idle, not_technical & idle


def _by_size(counts: Mapping[str, int]) -> list[str]:
    """The names that stand there, the one of most people first."""
    return sorted((name for name, many in counts.items() if name and many), key=lambda name: (-counts[name], name))


def _in_fives(many: int | None) -> int | None:
    return rounded(many) if many else many
