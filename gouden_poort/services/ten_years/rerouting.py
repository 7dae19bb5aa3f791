"""Looking again: what is planned beside the ways that there are from today, so that somebody can choose.

Nothing is chosen here and nothing changes by itself; the old plan stays as it was, also after another one was taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.drift import Drift, DriftKind, drifts, is_better
from gouden_poort.development.journal import standing_of
from gouden_poort.development.plan import Plan
from gouden_poort.development.progress import Point, points
from gouden_poort.development.standing import Standing
from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.choosing import rulebook_of
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import CatalogueShelf, UnitOfWorkFactory
from gouden_poort.services.routes import ExplainedRoute, route_to, suggest_routes
from gouden_poort.services.ten_years.line import plan_of_now
from gouden_poort.services.ten_years.person_now import PersonNow, kept_of, person_now
from gouden_poort.services.trail import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A way from today, beside the plan."""

    explained: ExplainedRoute
    is_same_work: bool
    is_better: bool
    """It asks so much less than the way from today to the planned work that somebody should hear of it."""
    has_opened: bool
    """There was none when the plan was made: the catalogue or a rule changed since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """A plan looked at again."""

    dossier: Dossier
    day: date
    """Today."""
    plan: Plan
    standing: Standing
    points: Sequence[Point]
    reasons: Sequence[Drift]
    """Why somebody should look; none when the plan is still the best there is."""
    does_planned_work: bool
    rules_changed: bool
    """The catalogue or the rules are others than when the plan was made."""
    lacks_answers: bool
    """An answer is absent without which there are no routes."""
    proposals: Sequence[Proposal]
    """The way from today to the planned work first, then the others; none to the work of now."""
    snapshot: Snapshot
    """The catalogue as it answers this person."""


def look_again(
    open_unit: UnitOfWorkFactory, shelf: CatalogueShelf, actor: Actor, dossier_id: UUID, moment: datetime
) -> Again | None:
    """The plan of a dossier beside the ways from today; None without a plan. The look of staff is written down."""
    deed = Deed.OWN_DOSSIER if actor.role is Role.CITIZEN else Deed.SEE_DOSSIER
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, deed, dossier_id).dossier
        kept = kept_of(unit, dossier)
        if actor.role is not Role.CITIZEN:
            record(unit, actor, deed, dossier.pseudonym, Why.GUIDANCE, moment)
            unit.commit()
    if not kept.plans:
        return None
    today = dutch_day(moment)
    plan, standing = plan_of_now(kept.plans, kept.events), standing_of(kept.events)
    found = points(plan, standing, today)
    active = shelf.active()
    again = Again(
        dossier=dossier,
        day=today,
        plan=plan,
        standing=standing,
        points=found,
        reasons=drifts(found, standing, today),
        does_planned_work=plan.route.target_occupation_id in standing.first_worked_on,
        rules_changed=_changed(active, plan),
        lacks_answers=False,
        proposals=(),
        snapshot=active,
    )
    try:
        now = person_now(open_unit, active, kept, moment)
    except InvalidInput:
        return replace(again, lacks_answers=True)
    proposals = [*_proposals(again, now, _before(shelf, again))]
    reasons = [*again.reasons, *_of_routes(again, proposals)]
    return replace(again, proposals=proposals, reasons=reasons, snapshot=now.snapshot)


def _contents(version: str) -> str:
    """The catalogue of a version, without the marks of full places and of rules set aside."""
    return re.split(r"[+/]", version, maxsplit=1)[0]


def _changed(active: Snapshot, plan: Plan) -> bool:
    rules = rulebook_of(active).version
    return active.version != _contents(plan.catalogue_version) or rules != _contents(plan.rules_version)


def _before(shelf: CatalogueShelf, again: Again) -> Snapshot | None:
    """The catalogue on which the plan rested; None when it is the one of now, or is not kept any more."""
    contents = _contents(again.plan.catalogue_version)
    if contents == again.snapshot.version:
        return None
    with suppress(UnknownThing):
        return shelf.earlier(contents)
    return None


def _proposals(again: Again, now: PersonNow, before: Snapshot | None) -> Iterator[Proposal]:
    target = again.plan.route.target_occupation_id
    suggested = {each.route.target_occupation_id: each for each in suggest_routes(now.snapshot, now.profile)}
    same = None if again.does_planned_work else suggested.get(target) or _route(now.snapshot, now.profile, target)
    if same is not None:
        yield Proposal(explained=same, is_same_work=True, is_better=False, has_opened=False)
    work_now = again.standing.job.occupation_id if again.standing.job else ""
    for occupation_id, each in suggested.items():
        if occupation_id in (target, work_now):
            continue
        yield Proposal(
            explained=each,
            is_same_work=False,
            is_better=same is not None and is_better(same.route.effort, each.route.effort),
            has_opened=before is not None and _route(before, now.profile, occupation_id) is None,
        )


def _route(snapshot: Snapshot, profile: Profile, occupation_id: str) -> ExplainedRoute | None:
    """The best route to work; None as well where this catalogue does not know the work, or a skill of the person."""
    with suppress(UnknownThing, InvalidInput):
        return route_to(snapshot, profile, occupation_id)
    return None


def _of_routes(again: Again, proposals: Sequence[Proposal]) -> Iterator[Drift]:
    """What the catalogue and the rules of today say about the plan."""
    occupations = again.snapshot.columns.occupations
    target = again.plan.route.target_occupation_id
    if not again.does_planned_work and not any(each.is_same_work for each in proposals):
        yield Drift(kind=DriftKind.ROUTE_CLOSED, since=again.day, label=again.plan.named.occupations[target])
    for kind, those in (
        (DriftKind.BETTER_ROUTE, [each for each in proposals if each.is_better]),
        (DriftKind.ROUTE_OPENED, [each for each in proposals if each.has_opened]),
    ):
        for each in those[:1]:
            row = occupations.id.row(each.explained.route.target_occupation_id)
            yield Drift(kind=kind, since=again.day, label=occupations.label[row])
