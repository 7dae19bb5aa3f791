"""Opening a dossier for one who asks: the rights are judged on what is kept. Who opens it records why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.consent import Consent, Line, allows
from gouden_poort.profiles.people.dossier import Dossier, ties_of
from gouden_poort.profiles.people.rights import Deed, may, require
from gouden_poort.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A dossier that someone may do something with, and what its citizen allows."""

    dossier: Dossier
    consents: tuple[Consent, ...]


def opened(unit: UnitOfWork, actor: Actor, deed: Deed, dossier_id: UUID, *, hold: bool = False) -> Opened:
    """The dossier, for this deed. NotAllowed, also when there is none: nobody learns which ids exist.

    `hold`: for who adds what must fit with all that is there, such as an event of a journal: one after the other.
    """
    if hold:
        unit.dossiers.hold(dossier_id)
    dossier = unit.dossiers.find(dossier_id)
    if dossier is None:
        raise NotAllowed(deed.value)
    consents = tuple(unit.consents.of(dossier_id))
    require(actor, deed, ties_of(dossier, shared=allows(consents, Line.COACH_SEES_DOSSIER)))
    return Opened(dossier=dossier, consents=consents)


def seen_too(
    unit: UnitOfWork, actor: Actor, known: Mapping[UUID, Dossier], dossier_ids: Sequence[UUID]
) -> Mapping[UUID, Dossier]:
    """Those who are known already, and of these dossiers the others that the actor may see."""
    others = [each for each in dict.fromkeys(dossier_ids) if each not in known]
    if not others:
        return known
    shared = unit.consents.sharing(others, Line.COACH_SEES_DOSSIER)
    seen = (
        dossier
        for dossier in unit.dossiers.find_all(others)
        if may(actor, Deed.SEE_DOSSIER, ties_of(dossier, shared=dossier.id in shared))
    )
    return {**known, **{each.id: each for each in seen}}
