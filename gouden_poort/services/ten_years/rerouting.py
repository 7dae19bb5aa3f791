"""Looking again: what is planned beside the ways that there are from today, so that somebody can choose.

Nothing is chosen here and nothing changes by itself; the old plan stays as it was, also after another one was taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.drift import Drift, DriftKind, drifts
from gouden_poort.development.journal import standing_of
from gouden_poort.development.plan import Plan
from gouden_poort.development.progress import Point, points
from gouden_poort.development.review import Review
from gouden_poort.development.standing import Standing
from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import seeing
from gouden_poort.profiles.people.trail import Why
from gouden_poort.rules.choosing import rulebook_of
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import CatalogueShelf, UnitOfWorkFactory
from gouden_poort.services.ten_years.line import plan_of_now
from gouden_poort.services.ten_years.person_now import Kept, kept_of, person_now
from gouden_poort.services.ten_years.resting import person_of_plan, rests_on
from gouden_poort.services.ten_years.reviews import keep_review
from gouden_poort.services.ten_years.ways import Way, does_planned_work, ways_from_now
from gouden_poort.services.trail import record


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
    ways: Sequence[Way]
    """The way from today to the planned work first, then the others; none to the work of now."""
    snapshot: Snapshot
    """The catalogue as it answers this person."""
    review: Review
    """What there is to tell since the plan was chosen."""


def look_again(
    open_unit: UnitOfWorkFactory, shelf: CatalogueShelf, actor: Actor, dossier_id: UUID, moment: datetime
) -> Again | None:
    """The plan of a dossier beside the ways from today; None without a plan. The look of staff is written down."""
    deed = seeing(actor)
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
        does_planned_work=does_planned_work(plan, standing),
        rules_changed=not rests_on(active, plan),
        lacks_answers=False,
        ways=(),
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
    moment = again.review.reviewed_at
    try:
        now = person_now(open_unit, again.snapshot, kept, moment)
    except InvalidInput:
        return replace(again, lacks_answers=True)
    then = person_of_plan(open_unit, shelf, again.snapshot, again.plan, kept, moment=moment)
    ways = [*ways_from_now(again.plan, again.standing, now, then)]
    found = [*_of_ways(again, ways, now.snapshot)]
    return replace(
        again,
        ways=ways,
        reasons=[*again.reasons, *(each.drift for each in found)],
        snapshot=now.snapshot,
        review=_reviewed(again, found),
    )


def _can_have_news(again: Again) -> bool:
    """Whoever does the planned work already is told nothing about ways to it, nor of others."""
    return again.rules_changed and not again.does_planned_work


def _reviewed(again: Again, found: Sequence[_OfWay]) -> Review:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfWay:
    """What the catalogue and the rules of today say about a plan."""

    drift: Drift
    occupation_id: str
    is_news: bool
    """It was not so when the plan was chosen."""


def _of_ways(again: Again, ways: Sequence[Way], snapshot: Snapshot) -> Iterator[_OfWay]:
    """The planned way when it is closed, the best of those that ask less, and the first that opened."""
    target = again.plan.route.target_occupation_id
    if not again.does_planned_work and not any(each.is_same_work for each in ways):
        closed = Drift(kind=DriftKind.ROUTE_CLOSED, since=again.day, label=again.plan.named.occupations[target])
        yield _OfWay(drift=closed, occupation_id=target, is_news=True)
    occupations = snapshot.columns.occupations
    for kind, those in (
        (DriftKind.BETTER_ROUTE, [each for each in ways if each.is_better]),
        (DriftKind.ROUTE_OPENED, [each for each in ways if each.has_opened]),
    ):
        for each in sorted(those, key=lambda each: each.was_better)[:1]:
            occupation_id = each.explained.route.target_occupation_id
            drift = Drift(kind=kind, since=again.day, label=occupations.label[occupations.id.row(occupation_id)])
            yield _OfWay(drift=drift, occupation_id=occupation_id, is_news=not each.was_better)
