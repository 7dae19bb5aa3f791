"""The dossier of the citizen who asks, and whether the answers that a browser noted are within reach of it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier, ties_of
from gouden_poort.profiles.people.rights import Deed, require
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Which answers a browser may show and change."""

    assessment_id: UUID | None
    is_of_dossier: bool = False
    """They are of the own dossier of who is signed in."""
    target_id: str = ""
    """The occupation in the plan of that dossier."""
    is_locked: bool = False
    """The browser noted answers of a dossier, and its citizen is not signed in here."""


def own_dossier(open_unit: UnitOfWorkFactory, actor: Actor) -> Dossier | None:
    """The dossier of a citizen, the newest when there are more; None for who has none."""
    if actor.role is not Role.CITIZEN:
        return None
    with open_unit(actor) as unit:
        return newest_of(unit, actor)


def newest_of(unit: UnitOfWork, actor: Actor) -> Dossier | None:
    """The same within a unit of work."""
    newest = max(unit.dossiers.of_citizen(actor.account_id), key=lambda each: each.registered_at, default=None)
    if newest is not None:
        require(actor, Deed.OWN_DOSSIER, ties_of(newest, shared=True))
    return newest


def reach(open_unit: UnitOfWorkFactory, actor: Actor | None, noted: UUID | None) -> Reach:
    """Who is signed in reaches the answers of the own dossier; who is not, those that are of no dossier.

    So an id or a code from before someone got a coach opens nothing any more. Answers that are gone are not locked:
    whoever reads them finds that out.
    """
    dossier = None if actor is None else own_dossier(open_unit, actor)
    if dossier is not None:
        return Reach(assessment_id=dossier.assessment_id, is_of_dossier=True, target_id=dossier.target_id)
    if noted is not None and _is_of_a_dossier(open_unit, noted):
        return Reach(assessment_id=None, is_locked=True)
    return Reach(assessment_id=noted)


def _is_of_a_dossier(open_unit: UnitOfWorkFactory, assessment_id: UUID) -> bool:
    with open_unit() as unit:
        try:
            return unit.assessments.keeping(assessment_id).has_dossier
        except UnknownThing:
            return False
