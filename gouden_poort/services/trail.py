"""Writing down who did what with whose dossier, showing that to the citizen, and proving that nothing was altered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import START, Broken, Seal, TrailEntry, Why, trace
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory

_AT_ONCE = 2_000


def record(  # noqa: PLR0917 - in the order of the sentence: who did what with whose dossier, why and when
    unit: UnitOfWork, actor: Actor | None, deed: Deed, subject: UUID | None, why: Why, moment: datetime
) -> None:
    """Write down a deed in the unit of work in which it is done: committed together, or not at all.

    A look counts too: who hands out a dossier commits. `subject` is the pseudonym of the dossier, never its id; an
    actor of None is the machine.
    """
    unit.trail.add(trace(actor, deed, subject, why, moment))


def looks_at(open_unit: UnitOfWorkFactory, subject: UUID) -> Sequence[TrailEntry]:
    """What others than citizens did with a dossier, the latest first; for the page of the citizen whose it is."""
    with open_unit() as unit:
        return [entry for entry in unit.trail.about(subject) if entry.role != Role.CITIZEN]


def verify(open_unit: UnitOfWorkFactory) -> Broken | None:
    """The first place where the trail is not what was written; None when it is whole. Others may write meanwhile."""
    with open_unit() as unit:
        here = START
        while True:
            last = unit.trail.seal()  # before the entries, so that all up to this one can be read
            entries = unit.trail.after(here.seq, _AT_ONCE)
            for entry in entries:
                if not entry.follows(here):
                    return Broken(seq=here.seq + 1, found=entry)
                here = entry.seal
            if not entries:
                return None if here == last else Broken(seq=min(here.seq, last.seq) + 1, found=None)


def end(open_unit: UnitOfWorkFactory) -> Seal:
    """How long the trail is, and the seal of its last entry."""
    with open_unit() as unit:
        return unit.trail.seal()
