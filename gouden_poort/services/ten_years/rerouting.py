"""Looking again: what is planned beside the ways that there are from today, so that somebody can choose.

Nothing is chosen here and nothing changes by itself; the old plan stays as it was, also after another one was taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.drift import Drift, DriftKind, drifts, is_better
from gouden_poort.development.journal import standing_of
from gouden_poort.development.plan import Plan
from gouden_poort.development.progress import Point, points
from gouden_poort.development.review import Review
from gouden_poort.development.standing import Standing
from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.rules.choosing import rulebook_of, under
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import CatalogueShelf, UnitOfWorkFactory
from gouden_poort.services.receipts import read_again
from gouden_poort.services.routes import ExplainedRoute, suggest_routes, suggested_or_best
from gouden_poort.services.ten_years.line import plan_of_now
from gouden_poort.services.ten_years.person_now import Kept, PersonNow, kept_of, person_now, person_then
from gouden_poort.services.ten_years.reviews import keep_review
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
    was_better: bool
    """It asked so much less when the plan was made too, so whoever chose the plan knew."""


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
    review: Review
    """What there is to tell since the plan was chosen."""


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
    again = _with_ways(open_unit, shelf, kept, _without_ways(shelf, kept, moment))
    return replace(again, review=keep_review(open_unit, again.review))


def review_of(open_unit: UnitOfWorkFactory, shelf: CatalogueShelf, kept: Kept, moment: datetime) -> Review:
    """What there is to tell about a plan since it was chosen; no way is sought for whom nothing can have changed."""
    again = _without_ways(shelf, kept, moment)
    return _with_ways(open_unit, shelf, kept, again).review if _can_have_news(again) else again.review


def _without_ways(shelf: CatalogueShelf, kept: Kept, moment: datetime) -> Again:
    """What the journal says by itself."""
    today, active = dutch_day(moment), shelf.active()
    plan, standing = plan_of_now(kept.plans, kept.events), standing_of(kept.events)
    found = points(plan, standing, today)
    return Again(
        dossier=kept.dossier,
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
        review=Review(
            dossier_id=kept.dossier.id,
            plan_id=plan.id,
            catalogue_version=active.version,
            rules_version=rulebook_of(active).version,
            reviewed_at=moment,
        ),
    )


def _with_ways(open_unit: UnitOfWorkFactory, shelf: CatalogueShelf, kept: Kept, again: Again) -> Again:
    """The same with the ways from today, and what they say about the plan."""
    try:
        now = person_now(open_unit, again.snapshot, kept, again.review.reviewed_at)
    except InvalidInput:
        return replace(again, lacks_answers=True)
    proposals = [*_proposals(again, now, _then(open_unit, shelf, again, kept))]
    found = [*_of_routes(again, proposals, now.snapshot)]
    return replace(
        again,
        proposals=proposals,
        reasons=[*again.reasons, *(each.drift for each in found)],
        snapshot=now.snapshot,
        review=_reviewed(again, found),
    )


def _can_have_news(again: Again) -> bool:
    """Whoever does the planned work already is told nothing about ways to it, nor of others."""
    return again.rules_changed and not again.does_planned_work


def _reviewed(again: Again, found: Sequence[_OfRoute]) -> Review:
    """The first that somebody did not know when they chose."""
    first = next((each for each in found if each.is_news), None)
    if first is None or not _can_have_news(again):
        return again.review
    return replace(
        again.review,
        kind=first.drift.kind,
        since=first.drift.since,
        occupation_id=first.occupation_id,
        label=first.drift.label,
    )


def _contents(version: str) -> str:
    """The catalogue of a version, without the marks of full places and of rules set aside."""
    return re.split(r"[+/]", version, maxsplit=1)[0]


def _changed(active: Snapshot, plan: Plan) -> bool:
    rules = rulebook_of(active).version
    return active.version != _contents(plan.catalogue_version) or rules != _contents(plan.rules_version)


def _then(open_unit: UnitOfWorkFactory, shelf: CatalogueShelf, again: Again, kept: Kept) -> PersonNow | None:
    """The person in the catalogue and under the rules on which the plan rested.

    None when both are those of now, or the catalogue is not kept any more; rules that are not kept are those of now.
    """
    contents, rules = _contents(again.plan.catalogue_version), _contents(again.plan.rules_version)
    snapshot = again.snapshot
    if contents != snapshot.version:
        try:
            snapshot = shelf.earlier(contents)
        except UnknownThing:
            return None
    if rulebook_of(snapshot).version != rules:
        with suppress(UnknownThing):
            snapshot = _under(open_unit, snapshot, rules)  # type: ignore[arg-type]  # each factory can be a key
    return None if snapshot is again.snapshot else person_then(snapshot, kept, again.plan, again.review.reviewed_at)


@lru_cache(maxsize=4)
def _under(open_unit: UnitOfWorkFactory, snapshot: Snapshot, rules: str) -> Snapshot:
    """A catalogue under rules that were kept, made once for all plans that rest on both; UnknownThing without them."""
    with open_unit() as unit:
        texts = unit.rule_sets.find(rules)
    if texts is None:
        raise UnknownThing("rule set", rules)
    return under(snapshot, read_again(rules, tuple(sorted(texts.items()))))


def _proposals(again: Again, now: PersonNow, then: PersonNow | None) -> Iterator[Proposal]:
    target = again.plan.route.target_occupation_id
    suggested = {each.route.target_occupation_id: each for each in suggest_routes(now.snapshot, now.profile)}
    same = None if again.does_planned_work else _route(now, target)
    if same is not None:
        yield Proposal(explained=same, is_same_work=True, is_better=False, has_opened=False, was_better=False)
    work_now = again.standing.job.occupation_id if again.standing.job else ""
    for occupation_id, each in suggested.items():
        if occupation_id in (target, work_now):
            continue
        better = same is not None and is_better(same.route.effort, each.route.effort)
        yield Proposal(
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfRoute:
    """What the catalogue and the rules of today say about a plan."""

    drift: Drift
    occupation_id: str
    is_news: bool
    """It was not so when the plan was chosen."""


def _of_routes(again: Again, proposals: Sequence[Proposal], snapshot: Snapshot) -> Iterator[_OfRoute]:
    """The planned way when it is closed, the best of those that ask less, and the first that opened."""
    target = again.plan.route.target_occupation_id
    if not again.does_planned_work and not any(each.is_same_work for each in proposals):
        closed = Drift(kind=DriftKind.ROUTE_CLOSED, since=again.day, label=again.plan.named.occupations[target])
        yield _OfRoute(drift=closed, occupation_id=target, is_news=True)
    occupations = snapshot.columns.occupations
    for kind, those in (
        (DriftKind.BETTER_ROUTE, [each for each in proposals if each.is_better]),
        (DriftKind.ROUTE_OPENED, [each for each in proposals if each.has_opened]),
    ):
        for each in sorted(those, key=lambda each: each.was_better)[:1]:
            occupation_id = each.explained.route.target_occupation_id
            drift = Drift(kind=kind, since=again.day, label=occupations.label[occupations.id.row(occupation_id)])
            yield _OfRoute(drift=drift, occupation_id=occupation_id, is_news=not each.was_better)
