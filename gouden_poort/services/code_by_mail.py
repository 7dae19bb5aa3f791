"""The code of saved answers in the mail, for whoever asks; nothing keeps together whose address it was and whose code.

The mail holds no word of who asks for it, and there is a limit to how often: nobody can plague others with it.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from gouden_poort.errors import FieldError, InvalidInput, NoRoomToday, UnknownThing
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.message import KEPT_FOR_ONCE, Message, MessageKind
from gouden_poort.profiles.people.particulars import read_email
from gouden_poort.services import outbox
from gouden_poort.services.case_numbers import same_for_same_words
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.resume_code import read_code, written
from gouden_poort.services.resuming import Saved, saved_code

A_DAY_OF_ONE_CODE = 3
A_DAY_TO_AN_ADDRESS = 3
A_DAY_OF_ALL = 1_000
"""Mails with a code from the whole installation: more than visitors ask for, and no room for a flood."""
A_DAY_FROM_A_BROWSER = 5
A_DAY_FROM_A_BLOCK = 20
"""More than one browser may stand behind one block of addresses: a library, a class, a mobile network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody sent from the page with their code."""

    form_id: UUID
    """The same form with the same address, sent twice, is one mail."""
    code: str
    """The one that they saw."""
    email: str
    language: str


def mail_code(
    open_unit: UnitOfWorkFactory,
    key: str,
    assessment_id: UUID,
    asked: Asked,
    moment: datetime,
    *,
    link: str,
    may_go: Callable[[Mapping[str, int]], bool],
) -> None:
    """Post the code of an assessment, and only when it is the one that was seen: else UnknownThing.

    InvalidInput for an address that is none, NoRoomToday for one mail too many. `may_go` counts a new mail by the names
    of `services.tries`; what is sent twice does not count. `link`: to where a code is typed.
    """
    email = read_email(asked.email)
    saved = saved_code(open_unit, key, assessment_id)
    if saved is None or moment >= saved.until or not _is_of(saved, asked.code):
        raise UnknownThing("code", "")
    message = Message(
        id=same_for_same_words(asked.form_id, saved.code, email),
        kind=MessageKind.RESUME_CODE,
        language=asked.language,
        to=email,
        facts={"code": written(saved.code), "link": link, "until": _last_day(saved).isoformat()},
        made_at=moment,
        due=moment,
        useless_after=moment + KEPT_FOR_ONCE,
    )
    with open_unit() as unit:
        if unit.outbox.find(message.id) is not None:
            return
        _post(unit, message)
        if not may_go(_limits(assessment_id, email, dutch_day(moment))):
            raise NoRoomToday("mail with a code")
        unit.commit()


def _is_of(saved: Saved, seen: str) -> bool:
    try:
        return hmac.compare_digest(saved.code, read_code(seen))
    except InvalidInput:
        return False


def _last_day(saved: Saved) -> date:
    """The last whole day on which the code works, when nobody comes back before it."""
    return dutch_day(saved.until - timedelta(days=1))


def _post(unit: UnitOfWork, message: Message) -> None:
    """Into the outbox; what the outbox calls no address is a fault in the address that was typed."""
    try:
        outbox.post(unit, message)
    except InvalidInput as wrong:
        if any(fault.path != "to" for fault in wrong.faults):
            raise
        fault = FieldError(path="email", code="malformed", given="", expected="one e-mail address")
        raise InvalidInput([fault]) from None


def _limits(assessment_id: UUID, email: str, day: date) -> dict[str, int]:
    return {
        f"code mail of {assessment_id} {day}": A_DAY_OF_ONE_CODE,
        f"code mail to {email} {day}": A_DAY_TO_AN_ADDRESS,
        f"code mail of all {day}": A_DAY_OF_ALL,
    }
