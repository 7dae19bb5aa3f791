"""The ways that there are for someone from today: to the work that was planned, and to other work beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from gouden_poort.development.drift import is_better
from gouden_poort.development.plan import Plan
from gouden_poort.development.standing import Standing
from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.services.routes import ExplainedRoute, suggest_routes, suggested_or_best
from gouden_poort.services.ten_years.person_now import PersonNow


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way from today, beside the plan."""

    explained: ExplainedRoute
    is_same_work: bool
    is_better: bool
    """It asks so much less than the way from today to the planned work that somebody should hear of it."""
    has_opened: bool
    """There was none when the plan was made: the catalogue or a rule changed since."""
    was_better: bool
    """It asked so much less when the plan was made too, so whoever chose the plan knew."""


def does_planned_work(plan: Plan, standing: Standing) -> bool:
    """Whether someone began with the work that was planned; then no way to it is sought."""
    return plan.route.target_occupation_id in standing.first_worked_on


def ways_from_now(plan: Plan, standing: Standing, now: PersonNow, then: PersonNow | None) -> Iterator[Way]:
    """The way to the planned work first, then the others; none to the work of now.

    `then`: the same person as the plan found them; None when nothing changed since, or nobody can tell.
    """
    target = plan.route.target_occupation_id
    suggested = {each.route.target_occupation_id: each for each in suggest_routes(now.snapshot, now.profile)}
    same = None if does_planned_work(plan, standing) else _route(now, target)
    if same is not None:
        yield Way(explained=same, is_same_work=True, is_better=False, has_opened=False, was_better=False)
    work_now = standing.job.occupation_id if standing.job else ""
    for occupation_id, each in suggested.items():
        if occupation_id in (target, work_now):
            continue
        better = same is not None and is_better(same.route.effort, each.route.effort)
        yield Way(
            explained=each,
            is_same_work=False,
            is_better=better,
            has_opened=then is not None and _route(then, occupation_id) is None,
            was_better=better and then is not None and _was_better(then, target, occupation_id),
        )


def _was_better(then: PersonNow, target: str, occupation_id: str) -> bool:
    same, other = _route(then, target), _route(then, occupation_id)
    return same is not None and other is not None and is_better(same.route.effort, other.route.effort)


def _route(person: PersonNow, occupation_id: str) -> ExplainedRoute | None:
    """The best route to work; None as well where their catalogue does not know the work."""
    with suppress(UnknownThing, InvalidInput):
        return suggested_or_best(person.snapshot, person.profile, occupation_id)
    return None
