"""One answer to where someone is: the state of a dossier, and what its journal says of a pause or a stop, in step.

Either may be told first: the citizen or the coach writes it in the journal, or the coach changes the state. The other
follows in the same unit of work. Being done is of the state alone and closing of the journal alone: guidance may be
over years before the ten years are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from uuid import uuid4

from gouden_poort.development.check_ins import QUIET
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journal import check, standing_of
from gouden_poort.development.standing import Phase
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import AWAY, Dossier, DossierState
from gouden_poort.services.dossiers.opening import Opened
from gouden_poort.services.dossiers.reminding import remind
from gouden_poort.services.dossiers.versions import keep
from gouden_poort.services.ports import UnitOfWork
from gouden_poort.services.referrals.following import follow
from gouden_poort.services.ten_years.line import renew_line

_STATES: Mapping[Phase, DossierState] = MappingProxyType(
    {Phase.PAUSED: DossierState.PAUSED, Phase.STOPPED: DossierState.STOPPED}
)
_EVENTS: Mapping[DossierState, EventKind] = MappingProxyType(
    {DossierState.PAUSED: EventKind.PAUSED, DossierState.STOPPED: EventKind.STOPPED}
)


def move_state(unit: UnitOfWork, found: Opened, before: Phase, now: Phase, moment: datetime) -> None:
    """Let the state follow something that was written in the journal, from the phase that was to the one that is."""
    state = _state_of(found.dossier, now)
    if before is now or state is found.dossier.state:
        return
    moved = replace(found.dossier, state=state, state_since=dutch_day(moment))
    keep(unit, moved)
    follow(unit, moved, moment)
    remind(unit, moved, found.consents, moment)


def write_state(unit: UnitOfWork, actor: Actor, dossier: Dossier, moment: datetime) -> None:
    """Write the state in a journal that began and says something else; InvalidInput when it does not fit there."""
    events, today = unit.journal.of(dossier.id), dutch_day(moment)
    kind = _event_of(dossier.state, standing_of(events).phase) if events else None
    if kind is None:
        return
    event = Event(
        id=uuid4(), dossier_id=dossier.id, kind=kind, day=today, written_at=moment, written_by=actor.account_id
    )
    check(events, event, today)
    unit.journal.add(event)
    renew_line(unit, dossier.id, today)


def _state_of(dossier: Dossier, phase: Phase) -> DossierState:
    """The state that goes with a phase; who is done stays done, and closing the ten years changes nothing."""
    if dossier.state is DossierState.DONE or phase is Phase.CLOSED:
        return dossier.state
    return _STATES.get(phase, DossierState.ACTIVE if dossier.state in AWAY else dossier.state)


def _event_of(state: DossierState, phase: Phase) -> EventKind | None:
    """What must have happened for a journal in this phase to say the same as the state; None when it does."""
    if phase is Phase.CLOSED or _STATES.get(phase) is state:
        return None
    if state is DossierState.ACTIVE and phase in QUIET:
        return EventKind.RESUMED
    return _EVENTS.get(state)
