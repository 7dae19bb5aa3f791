"""Requests to a coach: taking one in, what waits for whom, what was answered, and what may go."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from gouden_poort.errors import InvalidInput, NoRoomToday, UnknownThing
from gouden_poort.profiles.coach_request import (
    KEPT_AFTER_REACTION,
    KEPT_WITHOUT_REACTION,
    WORKING_DAYS,
    CoachRequest,
    Reach,
    SharedLine,
    check_reach,
)
from gouden_poort.profiles.working_days import working_days_after
from gouden_poort.services.case_numbers import new_number, same_for_same_words, tidy
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.resume_code import read_code, work_out
from gouden_poort.services.tries import midnight

MOST_A_DAY = 500
"""Requests of one day in the whole installation: more than coaches could react to, and no room for a flood."""
A_DAY_FROM_A_BROWSER = 3
A_DAY_FROM_A_BLOCK = 20
"""More than one browser may stand behind one block of addresses: a library, a class, a mobile network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a visitor wants a coach to know: a route, and lines that were shown one by one."""

    route: str = ""
    shared: tuple[SharedLine, ...] = ()


def ask_coach(
    open_unit: UnitOfWorkFactory,
    form_id: UUID,
    given: Mapping[str, str],
    told: Told,
    moment: datetime,
    *,
    languages: Collection[str],
    may_come_in: Callable[[], bool] = lambda: True,
) -> CoachRequest:
    """Keep a request and give it back with its number; InvalidInput and NoRoomToday keep nothing.

    The same form with the same words, sent twice, is one request; `may_come_in` is asked for a new one only.
    """
    reach = check_reach(given, languages)
    request = CoachRequest(
        id=same_for_same_words(form_id, *_words(reach, told)),
        number=new_number(),
        received_at=moment,
        react_by=working_days_after(moment.date(), WORKING_DAYS),
        reach=reach,
        route=told.route,
        shared=told.shared,
    )
    with open_unit() as unit:
        kept = unit.coach_requests.with_id(request.id)
        if kept is not None:
            return kept
        if unit.coach_requests.received_since(midnight(moment)) >= MOST_A_DAY or not may_come_in():
            raise NoRoomToday("coach request")
        kept = unit.coach_requests.add(request)
        unit.commit()
    return kept


def waiting_requests(open_unit: UnitOfWorkFactory, moment: datetime) -> Sequence[CoachRequest]:
    """Those that nobody reacted to, the one that must be reacted to first on top."""
    with open_unit() as unit:
        return [each for each in unit.coach_requests.open() if moment < each.kept_until]


def find_request(open_unit: UnitOfWorkFactory, number: str, moment: datetime) -> CoachRequest:
    """The one with this number, however it was typed; UnknownThing, also when it is over its date."""
    with open_unit() as unit:
        found = unit.coach_requests.find(tidy(number))
    if found is None or moment >= found.kept_until:
        raise UnknownThing("coach request", number[:40])
    return found


def opened_with(open_unit: UnitOfWorkFactory, key: str, number: str, code: str, moment: datetime) -> CoachRequest:
    """The request with this number for who has its code too; UnknownThing does not tell which of the two is wrong."""
    try:
        typed, found = read_code(code), find_request(open_unit, number, moment)
    except (InvalidInput, UnknownThing) as unknown:
        raise UnknownThing("coach request", "") from unknown
    if not hmac.compare_digest(typed, code_of(key, found)):
        raise UnknownThing("coach request", "")
    return found


def code_of(key: str, request: CoachRequest) -> str:
    """The code on the receipt: worked out from the key of the installation, so it is kept nowhere."""
    return work_out(f"coach request\0{key}", request.id, 0)


def mark_answered(open_unit: UnitOfWorkFactory, number: str, moment: datetime) -> CoachRequest:
    """Note that a coach reacted; from then on it is kept for 30 days. UnknownThing."""
    request = find_request(open_unit, number, moment)
    with open_unit() as unit:
        unit.coach_requests.mark_answered(request.id, moment)
        unit.commit()
    return find_request(open_unit, number, moment)


def withdraw(open_unit: UnitOfWorkFactory, request_id: UUID) -> None:
    """Remove a request with all that was shared; nothing happens when it is gone already."""
    with open_unit() as unit:
        unit.coach_requests.remove(request_id)
        unit.commit()


def forget_expired(open_unit: UnitOfWorkFactory, moment: datetime) -> int:
    """Remove those that are over their date; how many there were."""
    with open_unit() as unit:
        removed = unit.coach_requests.remove_old(
            answered_until=moment - KEPT_AFTER_REACTION, received_until=moment - KEPT_WITHOUT_REACTION
        )
        unit.commit()
    return removed


def _words(reach: Reach, told: Told) -> tuple[str, ...]:
    lines = (text for line in told.shared for text in (line.key, *line.words))
    return (reach.name, reach.phone, reach.email, reach.language, reach.daypart.value, told.route, *lines)
