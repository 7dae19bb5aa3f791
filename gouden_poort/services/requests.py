"""What waits for a person, of any kind: taken in, open, found by its number, answered, and what may go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic

from gouden_poort.errors import NoRoomToday, UnknownThing
from gouden_poort.profiles.coach_request import CoachRequest
from gouden_poort.profiles.objection import Objection
from gouden_poort.services.case_numbers import tidy
from gouden_poort.services.inbox.receipt import take_back
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.ports.requests import R, Requests
from gouden_poort.services.tries import midnight


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[R]):
    """A kind of request, by where it is kept."""

    name: str
    kept_in: Callable[[UnitOfWork], Requests[R]]


OBJECTIONS: Kind[Objection] = Kind(name="objection", kept_in=lambda unit: unit.objections)
COACH_REQUESTS: Kind[CoachRequest] = Kind(name="coach request", kept_in=lambda unit: unit.coach_requests)


def take_in(
    open_unit: UnitOfWorkFactory,
    kind: Kind[R],
    request: R,
    *,
    most_a_day: int,
    may_come_in: Callable[[], bool],
    beside: Callable[[UnitOfWork], None],
) -> R:
    """Keep a request, or give back the one with its id; NoRoomToday when a new one is one too many for its day.

    `beside`: what is kept together with a new one, and only with that.
    """
    with open_unit() as unit:
        there = kind.kept_in(unit)
        before = there.with_id(request.id)
        if before is not None:
            return before
        if there.received_since(midnight(request.received_at)) >= most_a_day or not may_come_in():
            raise NoRoomToday(kind.name)
        kept = there.add(request)
        if kept == request:  # else the same form came in a moment earlier, with a number of its own
            beside(unit)
        unit.commit()
    return kept


def waiting(open_unit: UnitOfWorkFactory, kind: Kind[R], moment: datetime) -> Sequence[R]:
    """Those that nobody answered, the one that must be answered first on top."""
    with open_unit() as unit:
        return [each for each in kind.kept_in(unit).open() if each.is_kept_at(moment)]


def find(open_unit: UnitOfWorkFactory, kind: Kind[R], number: str, moment: datetime) -> R:
    """The one with this number, however it was typed; UnknownThing, also when it is over its date."""
    with open_unit() as unit:
        found = kind.kept_in(unit).find(tidy(number))
    if found is None or not found.is_kept_at(moment):
        raise UnknownThing(kind.name, number[:40])
    return found


def mark_answered(open_unit: UnitOfWorkFactory, kind: Kind[R], number: str, moment: datetime) -> R:
    """Note that a person answered; from then on it is kept for as long as its kind says. UnknownThing."""
    request = find(open_unit, kind, number, moment)
    with open_unit() as unit:
        kind.kept_in(unit).mark_answered(request.id, moment)
        take_back(unit, request)
        unit.commit()
    return find(open_unit, kind, number, moment)


def forget_expired(open_unit: UnitOfWorkFactory, kind: Kind[R], moment: datetime) -> int:
    """Remove those that are over their date; how many there were."""
    with open_unit() as unit:
        removed = kind.kept_in(unit).remove_not_kept_at(moment)
        unit.commit()
    return removed
