"""How one occupation stands for a person: open, nearly open, waiting for a place, closed, or hanging on an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.change import Change, made
from gouden_poort.routing.explanation import RouteExplanation, explain
from gouden_poort.routing.obstacles import Obstacle, obstacles
from gouden_poort.routing.opening_changes import cheapest_opening
from gouden_poort.routing.route import Route
from gouden_poort.routing.thorough import best_route
from gouden_poort.rules.book.rule import RuleKind
from gouden_poort.rules.case.missing import facts_missing
from gouden_poort.rules.case.verdict import Verdict
from gouden_poort.rules.language.words import Fact

FEW_CHANGES = 2
"""With more changes than this a route is not nearly open."""


class RouteState(Enum):
    """The only states of a route; the same everywhere."""

    OPEN = "open"
    ALMOST = "almost"
    WAITING = "waiting"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """How one occupation stands for one person."""

    occupation_id: str
    state: RouteState
    route: Route | None
    """The route there is now, or that there would be with a free place or after the changes."""
    explanation: RouteExplanation | None
    changes: tuple[Change, ...] = ()
    """What opens the route, each of it needed; empty when nothing must change, or nothing we know of helps."""
    obstacles: tuple[Obstacle, ...] = ()
    """What is in the way now."""
    questions: tuple[Fact, ...] = ()
    """The answers on which an unknown route hangs, the one that settles most first."""


def outlook(snapshot: Snapshot, profile: Profile, occupation_id: str) -> Outlook:
    """How an occupation stands; UnknownThing when there is none of that id."""
    if occupation_id not in snapshot.columns.occupations.id:
        raise UnknownThing("occupation", occupation_id[:100])
    route = best_route(snapshot, profile, occupation_id)
    if route is not None:
        return outlook_of(snapshot, profile, route)
    with_a_place = best_route(snapshot, profile, occupation_id, full_too=True)
    if with_a_place is not None:
        return Outlook(
            occupation_id=occupation_id,
            state=RouteState.WAITING,
            route=with_a_place,
            explanation=explain(snapshot, profile, with_a_place),
        )
    opened = cheapest_opening(snapshot, profile, occupation_id)
    is_near = opened is not None and len(opened.changes) <= FEW_CHANGES
    return Outlook(
        occupation_id=occupation_id,
        state=RouteState.ALMOST if is_near else RouteState.CLOSED,
        route=opened.route if opened else None,
        explanation=None,
        changes=opened.changes if opened else (),
        obstacles=obstacles(snapshot, profile, occupation_id),
    )


def outlook_of(snapshot: Snapshot, profile: Profile, route: Route) -> Outlook:
    """How a route that was found stands: open, unless an answer decides about it."""
    explanation = explain(snapshot, profile, route)
    questions = questions_of(explanation)
    return Outlook(
        occupation_id=route.target_occupation_id,
        state=RouteState.UNKNOWN if questions else RouteState.OPEN,
        route=route,
        explanation=explanation,
        questions=questions,
    )


def questions_after(snapshot: Snapshot, profile: Profile, changes: Iterable[Change], route: Route) -> tuple[Fact, ...]:
    """The answers on which a route still hangs once some changes are made."""
    return questions_of(explain(snapshot, made(changes, profile), route))


def questions_of(explanation: RouteExplanation) -> tuple[Fact, ...]:
    """What the person was asked and did not answer, while admission hangs on it."""
    admissions = (verdict for verdict in _verdicts(explanation) if verdict.rule.kind is RuleKind.ADMISSION)
    asked = (fact for fact in facts_missing(admissions) if fact.question)
    return tuple(fact for fact in asked if fact.question not in explanation.answered)


def _verdicts(explanation: RouteExplanation) -> Iterator[Verdict]:
    for step in explanation.steps:
        yield from step.verdicts
    yield from explanation.placement_verdicts
    yield from explanation.person_verdicts
