"""Writing down what came up: for the coach alone or for the citizen too, and never one over the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from gouden_poort.errors import ChangedMeanwhile, FieldError, InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.note import LONGEST_NOTE, Note
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.profiles.typed import readable, unfit
from gouden_poort.services.case_numbers import id_for
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record


def write(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    dossier_id: UUID,
    text: str,
    *,
    visible: bool | None,
    moment: datetime,
    form_id: UUID | None = None,
) -> Note:
    """Keep a note. `visible` must be said: None is a fault. The same `form_id` twice is one note."""
    checked = _checked(text, visible)
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, Deed.CHANGE_DOSSIER, dossier_id).dossier
        note_id = id_for(form_id or uuid4(), dossier_id)
        kept = unit.notes.find(note_id)
        if kept is not None:
            return kept
        note = Note(
            id=note_id,
            dossier_id=dossier_id,
            author_id=actor.account_id,
            written_at=moment,
            text=checked,
            visible=bool(visible),
        )
        unit.notes.add(note)
        record(unit, actor, Deed.CHANGE_DOSSIER, dossier.pseudonym, Why.GUIDANCE, moment)
        unit.commit()
    return note


def rewrite(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    note_id: UUID,
    text: str,
    *,
    visible: bool | None,
    version: int,
    moment: datetime,
) -> Note:
    """Change a note that was shown in this version; ChangedMeanwhile holds the other one's text."""
    checked = _checked(text, visible)
    with open_unit(actor) as unit:
        note, dossier = _own(unit, actor, note_id)
        changed = replace(note, text=checked, visible=bool(visible), changed_at=moment, version=version)
        if not unit.notes.change(changed):
            raise ChangedMeanwhile("note", note)
        record(unit, actor, Deed.CHANGE_DOSSIER, dossier.pseudonym, Why.GUIDANCE, moment)
        unit.commit()
    return replace(changed, version=version + 1)


def _own(unit: UnitOfWork, actor: Actor, note_id: UUID) -> tuple[Note, Dossier]:
    note = unit.notes.find(note_id)
    if note is None:
        raise NotAllowed(Deed.CHANGE_DOSSIER.value)
    return note, opened(unit, actor, Deed.CHANGE_DOSSIER, note.dossier_id).dossier


def _checked(text: str, visible: bool | None) -> str:
    words, faults = readable(text), []
    if not words:
        faults.append(FieldError(path="text", code="missing", given="", expected="what came up"))
    faults += unfit({"text": words}, {"text": LONGEST_NOTE})
    if visible is None:
        faults.append(FieldError(path="visible", code="missing", given="", expected="whether the citizen reads it"))
    if faults:
        raise InvalidInput(faults)
    return words
