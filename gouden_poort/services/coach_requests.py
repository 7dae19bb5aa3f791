"""Asking a coach: taking a request in, opening it with its code, and taking it back."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.profiles.coach_request import WORKING_DAYS, CoachRequest, Reach, SharedLine, check_reach
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.working_days import working_days_after
from gouden_poort.services.case_numbers import new_number, same_for_same_words
from gouden_poort.services.inbox.reaching import DUTCH
from gouden_poort.services.inbox.receipt import mail_receipt, take_back
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.requests import COACH_REQUESTS, find, take_in
from gouden_poort.services.resume_code import read_code, work_out

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
    spoken: Collection[str] = (DUTCH,),
    reads: str = DUTCH,
    may_come_in: Callable[[], bool] = lambda: True,
) -> CoachRequest:
    """Keep a request and give it back with its number; InvalidInput and NoRoomToday keep nothing.

    The same form with the same words, sent twice, is one request; `may_come_in` is asked for a new one only, and only
    that is mailed a receipt. `languages`: to be spoken to in. `spoken`: those of mails. `reads`: that of the form.
    """
    reach = check_reach(given, languages)
    request = CoachRequest(
        id=same_for_same_words(form_id, *_words(reach, told)),
        number=new_number(),
        received_at=moment,
        answer_by=working_days_after(dutch_day(moment), WORKING_DAYS),
        reach=reach,
        route=told.route,
        shared=told.shared,
    )
    return take_in(
        open_unit,
        COACH_REQUESTS,
        request,
        most_a_day=MOST_A_DAY,
        may_come_in=may_come_in,
        beside=lambda unit: mail_receipt(unit, request, spoken, reads),
    )


def opened_with(open_unit: UnitOfWorkFactory, key: str, number: str, code: str, moment: datetime) -> CoachRequest:
    """The request with this number for who has its code too; UnknownThing does not tell which of the two is wrong."""
    try:
        typed, found = read_code(code), find(open_unit, COACH_REQUESTS, number, moment)
    except (InvalidInput, UnknownThing) as unknown:
        raise UnknownThing(COACH_REQUESTS.name, "") from unknown
    if not hmac.compare_digest(typed, code_of(key, found)):
        raise UnknownThing(COACH_REQUESTS.name, "")
    return found


def code_of(key: str, request: CoachRequest) -> str:
    """The code on the receipt: worked out from the key of the installation, so it is kept nowhere."""
    return work_out(f"coach request\0{key}", request.id, 0)


def withdraw(open_unit: UnitOfWorkFactory, request_id: UUID) -> None:
    """Remove a request with all that was shared, and a receipt that was not sent yet; gone already changes nothing."""
    with open_unit() as unit:
        found = unit.coach_requests.with_id(request_id)
        if found is not None:
            take_back(unit, found)
            unit.coach_requests.remove(request_id)
        unit.commit()


def _words(reach: Reach, told: Told) -> tuple[str, ...]:
    lines = (text for line in told.shared for text in (line.key, *line.words))
    return (reach.name, reach.phone, reach.email, reach.language, reach.daypart.value, told.route, *lines)
