"""Writing down what happened; nothing that was written is ever changed, and a correction is an event too."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid5

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journal import check, standing_of
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.agreement import Agreement
from gouden_poort.profiles.people.rights import changing
from gouden_poort.profiles.people.trail import why_of
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.ten_years.line import renew_line
from gouden_poort.services.ten_years.states import move_state
from gouden_poort.services.trail import record

MOST = 2_000
"""Events of one journal: four times what a full life of ten years has, so that every page and tick stays quick."""
FOR_THE_COACH = frozenset({EventKind.CLOSED, EventKind.TALK_HELD, EventKind.AGREEMENT_MADE})
"""What a citizen neither writes down about oneself nor corrects."""
_ABOUT_ONESELF = "an event that someone tells about oneself"


def write_down(open_unit: UnitOfWorkFactory, actor: Actor, event: Event, moment: datetime) -> Event:
    """Add an event to the journal of its dossier. The same id twice, of the form, is one event.

    A pause, a stop and going on are the state of the dossier too. InvalidInput says what was expected, also when it
    would not fit with what comes after it.
    """
    deed = changing(actor)
    if actor.role is Role.CITIZEN and (event.kind in FOR_THE_COACH or event.instead in FOR_THE_COACH):
        raise _wrong(event, "not_a_choice", _ABOUT_ONESELF)
    with open_unit(actor) as unit:
        found = opened(unit, actor, deed, event.dossier_id, hold=True)
        kept = _same(unit.journal.find(event.id), event.dossier_id)
        if kept is not None:
            return kept
        events = unit.journal.of(event.dossier_id)
        if len(events) >= MOST:
            raise _wrong(event, "full", f"at most {MOST} events")
        if actor.role is Role.CITIZEN and any(
            each.id == event.corrects for each in events if each.kind in FOR_THE_COACH
        ):
            raise _wrong(event, "not_a_choice", _ABOUT_ONESELF)
        check(events, event, dutch_day(moment))
        unit.journal.add(event)
        if event.corrects is not None and event.instead is None:  # it never happened, so it has no copy either
            unit.proof_files.remove(event.corrects)
        renew_line(unit, event.dossier_id, dutch_day(moment))
        move_state(unit, found, standing_of(events).phase, standing_of([*events, event]).phase, moment)
        record(unit, actor, deed, found.dossier.pseudonym, why_of(actor), moment)
        unit.commit()
    return event


def _wrong(event: Event, code: str, expected: str) -> InvalidInput:
    return InvalidInput([FieldError(path="kind", code=code, given=event.kind, expected=expected)])


def note_talk(  # noqa: PLR0917 - who wrote down which talk, and what was agreed in it
    unit: UnitOfWork, actor: Actor, dossier_id: UUID, talk: UUID, agreed: Sequence[Agreement], moment: datetime
) -> None:
    """Write a talk and what was agreed in the journal of who has a plan, in the unit of work of that talk.

    One talk on a day is enough; what was agreed is told with each.
    """
    if unit.journeys.find(dossier_id) is None:
        return
    held = Event(
        id=uuid5(talk, "held"),
        dossier_id=dossier_id,
        kind=EventKind.TALK_HELD,
        day=dutch_day(moment),
        written_at=moment,
        written_by=actor.account_id,
    )
    made = [replace(held, id=uuid5(each.id, "made"), kind=EventKind.AGREEMENT_MADE, words=each.text) for each in agreed]
    events = [*unit.journal.of(dossier_id)]
    for event in (held, *made):
        with suppress(InvalidInput):  # talked today already, no longer followed, or no room any more
            if len(events) >= MOST:
                raise _wrong(event, "full", f"at most {MOST} events")
            check(events, event, event.day)
            unit.journal.add(event)
            events.append(event)
    renew_line(unit, dossier_id, held.day)


def _same(found: Event | None, dossier_id: UUID) -> Event | None:
    return found if found is not None and found.dossier_id == dossier_id else None
