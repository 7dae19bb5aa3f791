"""Keeping what was found when a plan was looked at again, and the answer that the plan stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from gouden_poort.development.review import Review
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.rights import changing
from gouden_poort.profiles.people.trail import why_of
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record


def keep_review(open_unit: UnitOfWorkFactory, review: Review) -> Review:
    """What is kept of the same dossier with this look; nothing is written where it says nothing new.

    It is the house that looked, whoever opened the page.
    """
    with open_unit() as unit:
        before = unit.plan_reviews.find(review.dossier_id)
    after = review.after(before)
    says_nothing_new = not review.kind if before is None else after == replace(before, reviewed_at=review.reviewed_at)
    if not says_nothing_new:
        keep_reviews(open_unit, [review])
    return after


def keep_reviews(open_unit: UnitOfWorkFactory, reviews: Sequence[Review]) -> tuple[Sequence[Review], Sequence[Review]]:
    """All of them as they are kept, and those of them that tell something that was not known yet.

    Dossiers that are being erased meanwhile are left out.
    """
    with open_unit() as unit:
        ids = [each.dossier_id for each in reviews]
        before = {each.dossier_id: each for each in unit.plan_reviews.to_change(ids)}
        there = {each.id for each in unit.dossiers.find_all(ids, hold=True)}
        found = [each for each in reviews if each.dossier_id in there]
        kept = [each.after(before.get(each.dossier_id)) for each in found]
        unit.plan_reviews.put_all(kept)
        unit.commit()
    fresh = [each for each in kept if each.kind and not each.says_as_much_as(before.get(each.dossier_id))]
    return kept, fresh


def news_of(unit: UnitOfWork, dossier_id: UUID, plan_id: UUID) -> Review | None:
    """What there is to tell about a plan, also when somebody keeps it knowing that; None when nothing is."""
    found = unit.plan_reviews.find(dossier_id)
    return found if found is not None and found.plan_id == plan_id and found.kind else None


def keep_plan(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, knowing: str, moment: datetime) -> bool:
    """Say that the plan stays as it is, `knowing` the gist of what was found; False when something else is by now.

    It leaves the lists until there is something else to tell. A second time changes nothing.
    """
    deed = changing(actor)
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, deed, dossier_id).dossier
        found = next(iter(unit.plan_reviews.to_change([dossier_id])), None)
        if found is None or not knowing or found.gist != knowing:
            return False
        if found.kept_at is None:
            unit.plan_reviews.put_all([replace(found, kept_at=moment, kept_by=actor.account_id)])
            record(unit, actor, deed, dossier.pseudonym, why_of(actor), moment)
            unit.commit()
    return True
