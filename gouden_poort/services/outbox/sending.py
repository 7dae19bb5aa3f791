"""Sending what is due, one by one: any number of senders may do it at once, in any number of processes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gouden_poort.errors import MailPostponed, MailRefused, MailServerAway, MailUncertain
from gouden_poort.profiles.people.message import Message
from gouden_poort.services.ports import Mailer, UnitOfWorkFactory, Write

AT_ONCE = 200
"""How many are looked at in one go; the rest waits for the next one."""
TOO_LATE = "too late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """How many went out in one go, and how many did not."""

    sent: int = 0
    failed: int = 0


def send_due(open_unit: UnitOfWorkFactory, write: Write, mailer: Mailer, moment: datetime) -> Sent:
    """Send the mails whose time has come. StorageUnavailable ends it; what was begun is then in doubt, and seen so.

    A message is first claimed and that is kept, then sent, then what became of it is kept. Whoever stops half-way
    leaves it claimed: nobody sends it a second time. A server that is away ends the round, and costs no try.
    """
    with open_unit() as unit:
        due = unit.outbox.mails_to_send(moment, AT_ONCE)
    sent = failed = 0
    for message in due:
        claimed = _claim(open_unit, message, moment)
        if claimed is None:
            continue
        try:
            after = _after_sending(claimed, write, mailer, moment)
        except MailServerAway as away:
            _keep(open_unit, claimed, claimed.not_tried(away.reason))
            return Sent(sent=sent, failed=failed + 1)
        _keep(open_unit, claimed, after)
        sent, failed = (sent + 1, failed) if after.sent_at else (sent, failed + 1)
    return Sent(sent=sent, failed=failed)


def _claim(open_unit: UnitOfWorkFactory, message: Message, moment: datetime) -> Message | None:
    with open_unit() as unit:
        claimed = unit.outbox.claim(message, moment)
        unit.commit()
    return claimed


def _after_sending(claimed: Message, write: Write, mailer: Mailer, moment: datetime) -> Message:
    """What became of a message; of one in doubt nothing changes: it stays claimed."""
    if claimed.is_useless(moment):
        return claimed.given_up(TOO_LATE)
    try:
        mailer.send(write(claimed))
    except MailRefused as refused:
        return claimed.given_up(refused.reason)
    except MailPostponed as postponed:
        return claimed.not_taken(moment, postponed.reason)
    except MailUncertain as uncertain:
        return claimed.in_doubt(uncertain.reason)
    return claimed.sent(moment)


def _keep(open_unit: UnitOfWorkFactory, before: Message, after: Message) -> None:
    with open_unit() as unit:
        unit.outbox.change(before, after)
        unit.commit()
