"""Looking at the copy that lies with a proof, and taking it away again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from gouden_poort.development.proof_file import FileKind
from gouden_poort.errors import NotAllowed, UnknownThing
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.rights import Deed, seeing
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.trail import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A copy with what is in it."""

    kind: FileKind
    content: bytes


def look(
    open_unit: UnitOfWorkFactory, actor: Actor, proof_id: UUID, moment: datetime, *, dossier_id: UUID | None = None
) -> Found:
    """For who may see the passport; staff are seen looking, at a proof of the dossier that they name.

    NotAllowed when there is no such proof; UnknownThing when no copy lies with it (any more).
    """
    deed = seeing(actor)
    with open_unit(actor) as unit:
        proof = unit.proofs.find(proof_id)
        if proof is None or dossier_id not in (None, proof.dossier_id):
            raise NotAllowed(deed.value)
        dossier, file = opened(unit, actor, deed, proof.dossier_id).dossier, unit.proof_files.find(proof_id)
        if file is None:
            raise UnknownThing("copy", "")
        found = Found(kind=file.kind, content=unit.proof_files.content(proof_id))
        if actor.role is not Role.CITIZEN:
            record(unit, actor, deed, dossier.pseudonym, Why.GUIDANCE, moment)
            unit.commit()
    return found


def remove(open_unit: UnitOfWorkFactory, actor: Actor, proof_id: UUID, moment: datetime) -> None:
    """The person takes the copy away, and the proof stays; a second time changes nothing."""
    if actor.role is not Role.CITIZEN:
        raise NotAllowed(Deed.OWN_DOSSIER.value)
    with open_unit(actor) as unit:
        proof = unit.proofs.find(proof_id)
        if proof is None:
            raise NotAllowed(Deed.OWN_DOSSIER.value)
        dossier = opened(unit, actor, Deed.OWN_DOSSIER, proof.dossier_id).dossier
        if unit.proof_files.find(proof_id) is None:
            return
        unit.proof_files.remove(proof_id)
        record(unit, actor, Deed.OWN_DOSSIER, dossier.pseudonym, Why.OWN, moment)
        unit.commit()
