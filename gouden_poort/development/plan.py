"""A plan: one chosen route, kept whole as it was on that day, and the milestones of ten years that it promises.

What a plan needs to be read stands in the plan itself, names and amounts included, so that a later catalogue or law
never rewrites it. Versions say on which catalogue and which rules it rested.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from gouden_poort.development.years import years_after
from gouden_poort.routing.route import Move, Route, Step

YEARS = 10


class MilestoneKind(StrEnum):
    """What a milestone is."""

    LEARNING = "learning"
    PLACEMENT = "placement"
    """The first day of work, or of learning and working at once."""
    FIRST_YEAR = "first_year"
    """A year at work: the time in which most people who leave do so."""
    BRIDGING = "bridging"
    """Training beside the job, before a move."""
    MOVE = "move"
    YEARLY_TALK = "yearly_talk"


COURSES = (MilestoneKind.LEARNING, MilestoneKind.BRIDGING)
"""What somebody begins, is busy with and finishes."""
RUNGS = (MilestoneKind.PLACEMENT, MilestoneKind.MOVE)
"""Work that somebody comes into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The words and amounts of the catalogue at the moment of choosing."""

    offerings: Mapping[str, str]
    weeks: Mapping[str, int]
    """Of each offering."""
    occupations: Mapping[str, str]
    sectors: Mapping[str, str]
    """Of each occupation."""
    wages: Mapping[str, int]
    """Whole euros a month, of each occupation."""
    sites: Mapping[str, str]
    """Of each offering and each position; empty for online."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One point on the way."""

    id: UUID
    kind: MilestoneKind
    planned_on: date
    ready_on: date
    """When it would be done; of what takes no time, the same day."""
    label: str = ""
    """Of the training or the work, as it was called then."""
    occupation_id: str = ""
    year: int | None = None
    """Of a yearly talk: 1 to 10."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A chosen route with its milestones."""

    id: UUID
    dossier_id: UUID
    made_at: datetime
    made_by: UUID
    catalogue_version: str
    rules_version: str
    route: Route
    named: Named

    @property
    def begins_on(self) -> date:
        """The day from which the years are counted: of the first step, or of the work when there is none."""
        return min([self.route.placement.start_date, *(step.start_date for step in self.route.steps)])

    @property
    def milestones(self) -> Sequence[Milestone]:
        """All of ten years, in order of day."""
        return self.milestones_counted_from(self.begins_on)

    def milestones_counted_from(self, day: date) -> Sequence[Milestone]:
        """The same with the years counted from another day: those of a first plan go on when another is chosen."""
        return sorted(_milestones(self, day), key=lambda each: (each.planned_on, each.ready_on, each.id))


def courses(plan: Plan) -> Mapping[UUID, Step]:
    """The step of each milestone in which something is learnt."""
    steps = {_course_id(plan, step, MilestoneKind.LEARNING): step for step in plan.route.steps}
    for move in plan.route.career.moves if plan.route.career else ():
        steps |= {_course_id(plan, step, MilestoneKind.BRIDGING): step for step in move.steps}
    return steps


def occupations_of(plans: Iterable[Plan]) -> Mapping[str, str]:
    """What work was called in these plans, by id; a later plan goes before an earlier one."""
    return {key: name for plan in plans for key, name in plan.named.occupations.items()}


def _milestones(plan: Plan, counted_from: date) -> Iterator[Milestone]:
    route = plan.route
    target = route.target_occupation_id
    for step in route.steps:
        yield _learning(plan, step, MilestoneKind.LEARNING, target)
    work = route.placement.start_date
    yield _moment(plan, MilestoneKind.PLACEMENT, work, target)
    yield _moment(plan, MilestoneKind.FIRST_YEAR, years_after(work, 1), target)
    for move in route.career.moves if route.career else ():
        yield from _moved(plan, move)
    for year in range(1, YEARS + 1):
        day = years_after(counted_from, year)
        yield Milestone(
            id=_id(plan, f"talk {year}"), kind=MilestoneKind.YEARLY_TALK, planned_on=day, ready_on=day, year=year
        )


def _moved(plan: Plan, move: Move) -> Iterator[Milestone]:
    for step in move.steps:
        yield _learning(plan, step, MilestoneKind.BRIDGING, move.occupation_id)
    yield _moment(plan, MilestoneKind.MOVE, move.start_date, move.occupation_id)


def _learning(plan: Plan, step: Step, kind: MilestoneKind, occupation_id: str) -> Milestone:
    return Milestone(
        id=_course_id(plan, step, kind),
        kind=kind,
        planned_on=step.start_date,
        ready_on=step.start_date + timedelta(weeks=plan.named.weeks[step.offering_id]),
        label=plan.named.offerings[step.offering_id],
        occupation_id=occupation_id,
    )


def _moment(plan: Plan, kind: MilestoneKind, day: date, occupation_id: str) -> Milestone:
    return Milestone(
        id=_id(plan, f"{kind} {occupation_id}"),
        kind=kind,
        planned_on=day,
        ready_on=day,
        label=plan.named.occupations[occupation_id],
        occupation_id=occupation_id,
    )


def _course_id(plan: Plan, step: Step, kind: MilestoneKind) -> UUID:
    return _id(plan, f"{kind} {step.offering_id} {step.start_date.isoformat()}")


def _id(plan: Plan, what: str) -> UUID:
    """The same for the same plan, wherever it is worked out."""
    return uuid5(plan.id, what)
