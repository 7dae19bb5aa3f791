"""Taking the people of a file in: after a yes, in batches, and never twice the same person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.bringing_in import Import, ImportState
from gouden_poort.profiles.people.rights import Deed, Ties, require
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.dossiers.registering import Newcomer, consents_of, dossier_of
from gouden_poort.services.importing import people
from gouden_poort.services.importing.knowing import identities, known_by
from gouden_poort.services.ports import Arrival, UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record

BATCH = 250
"""People who come in together: others who write wait no longer than for one batch."""


def show(open_unit: UnitOfWorkFactory, actor: Actor, import_id: UUID, moment: datetime) -> Import:
    """How far it is; NotAllowed when it is of another, or when its hour went by without a yes."""
    with open_unit(actor) as unit:
        return _own(unit, actor, import_id, moment)


def say_yes(
    open_unit: UnitOfWorkFactory, actor: Actor, import_id: UUID, moment: datetime, *, with_alike: bool
) -> Import:
    """Let the people come in, from now; a second yes changes nothing."""
    with open_unit(actor) as unit:
        unit.organisations.hold(_organisation(actor))
        found = _own(unit, actor, import_id, moment)
        if found.state is not ImportState.CHECKED:
            return found
        begun = replace(found, state=ImportState.RUNNING, with_alike=with_alike, worked_at=moment)
        unit.imports.change(begun)
        unit.commit()
    return begun


def throw_away(open_unit: UnitOfWorkFactory, actor: Actor, import_id: UUID, moment: datetime) -> None:
    """Keep nothing of a file after all; one that is under way stays."""
    with open_unit(actor) as unit:
        if _own(unit, actor, import_id, moment).state is ImportState.CHECKED:
            unit.imports.remove(import_id)
            unit.commit()


def run(open_unit: UnitOfWorkFactory, actor: Actor, import_id: UUID, clock: Callable[[], datetime]) -> None:
    """Take everybody in, batch by batch. Broken off and begun again it goes on where it was."""
    with open_unit(actor) as unit:
        everyone = people.read(unit.imports.people(import_id))
    while _take_batch(open_unit, actor, import_id, everyone, clock()):
        pass


def _take_batch(
    open_unit: UnitOfWorkFactory, actor: Actor, import_id: UUID, everyone: Sequence[Newcomer], moment: datetime
) -> bool:
    """Whether there is more to do. Who takes a batch holds the organisation, so nobody else brings the same in."""
    with open_unit() as unit:  # for the house: doubles are looked for among the people of colleagues too
        unit.organisations.hold(_organisation(actor))
        found = _own(unit, actor, import_id, moment)
        if found.state is not ImportState.RUNNING:
            return False
        batch = everyone[found.seen : min(found.seen + BATCH, found.whole)]
        arrivals = [_arrival(actor, newcomer, moment) for newcomer in _strangers(unit, actor, batch)]
        unit.imports.take_in(arrivals, moment)
        for arrival in arrivals:
            record(unit, actor, Deed.REGISTER, arrival.dossier.pseudonym, Why.REGISTRATION, moment)
        seen = found.seen + len(batch)
        done = seen >= found.whole
        unit.imports.change(
            replace(
                found,
                seen=seen,
                made=found.made + len(arrivals),
                worked_at=moment,
                state=ImportState.DONE if done else ImportState.RUNNING,
            )
        )
        unit.commit()
    return not done


def _strangers(unit: UnitOfWork, actor: Actor, batch: Sequence[Newcomer]) -> Iterator[Newcomer]:
    """Those who are not here by now."""
    born = {newcomer.birth_date for newcomer in batch}
    here = {identity for who in unit.imports.known(_organisation(actor), born) for identity in identities(who)}
    for newcomer in batch:
        own = identities(known_by(newcomer))
        if here.isdisjoint(own):
            yield newcomer
        here.update(own)


def _arrival(actor: Actor, newcomer: Newcomer, moment: datetime) -> Arrival:
    dossier = dossier_of(actor, newcomer, moment, assessment_id=uuid4())
    return Arrival(dossier=dossier, answers=newcomer.answers, consents=consents_of(dossier, newcomer))


def _own(unit: UnitOfWork, actor: Actor, import_id: UUID, moment: datetime) -> Import:
    found = unit.imports.find(import_id)
    if found is None or found.is_over(moment):
        raise NotAllowed(Deed.BRING_IN.value)
    require(actor, Deed.BRING_IN, Ties(account_id=found.account_id, organisation_id=found.organisation_id))
    return found


def _organisation(actor: Actor) -> UUID:
    if actor.organisation_id is None:
        raise NotAllowed(Deed.BRING_IN.value)
    return actor.organisation_id
