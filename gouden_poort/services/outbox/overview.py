"""The outbox as colleagues see it: what to post, what did not arrive, what waits and what went out; never the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.consent import Line as Shared
from gouden_poort.profiles.people.message import STUCK, Channel, Message, MessageKind, Standing
from gouden_poort.profiles.people.rights import Deed, Ties, may
from gouden_poort.services.outbox.opening import ties_of_message
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory

SENT_SINCE = timedelta(days=30)
"""How long what went out stays in the list; the timeline of a dossier keeps it."""
MOST = 300
"""Messages that are looked through of what waits, and of what went out."""


class Shelf(StrEnum):
    """What a colleague has to do with a message; in the order in which that is urgent."""

    FAILED = "failed"
    TO_POST = "to_post"
    WAITING = "waiting"
    SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One message in the list."""

    id: UUID
    kind: MessageKind
    channel: Channel
    standing: Standing
    to: str
    """The name of whom it is for; empty for somebody who only asked something."""
    dossier_id: UUID | None
    due: datetime
    sent_at: datetime | None
    next_try: datetime | None
    tries: int
    failure: str
    is_early: bool
    """It goes by itself at a later moment, such as a reminder."""
    is_too_late: bool
    """By now it would only confuse."""
    may_be_tried: bool
    """Whether a person may send it once more."""
    may_read: bool

    @property
    def shelf(self) -> Shelf:
        """Where it lies."""
        if self.standing is Standing.SENT:
            return Shelf.SENT
        if self.standing in STUCK and self.channel is Channel.MAIL:
            return Shelf.FAILED
        if self.is_too_late:
            return Shelf.FAILED
        return Shelf.TO_POST if self.channel is Channel.LETTER else Shelf.WAITING


def overview(open_unit: UnitOfWorkFactory, actor: Actor, moment: datetime) -> Mapping[Shelf, Sequence[Line]]:
    """Messages about the clients of a coach, or to the colleagues of an administrator; NotAllowed for others."""
    with open_unit(actor) as unit:
        lines = list(_lines(unit, actor, moment))
    return {shelf: [line for line in lines if line.shelf is shelf] for shelf in Shelf}


def _lines(unit: UnitOfWork, actor: Actor, moment: datetime) -> Iterator[Line]:
    if actor.role is Role.COACH:
        found = _about_clients(unit, actor, moment)
    elif actor.role is Role.ADMINISTRATOR:
        found = _to_colleagues(unit, actor, moment)
    else:
        raise NotAllowed(Deed.SEE_MESSAGES.value)
    for message, ties, to in found:
        if may(actor, Deed.SEE_MESSAGES, ties):
            may_read = bool(message.facts) and may(actor, Deed.READ_MESSAGE, ties)
            yield _line(message, to, moment, may_read=may_read)


def _about_clients(unit: UnitOfWork, actor: Actor, moment: datetime) -> Iterator[tuple[Message, Ties, str]]:
    people = {each.id: each for each in unit.dossiers.of_coach(actor.account_id)}
    sharing = unit.consents.sharing(list(people), Shared.COACH_SEES_DOSSIER)
    assert actor.organisation_id is not None  # noqa: S101 - a coach has one
    for message in unit.outbox.of_coach(actor.account_id, actor.organisation_id, moment - SENT_SINCE, MOST):
        dossier = people.get(message.dossier_id) if message.dossier_id else None
        if dossier is not None or message.dossier_id is None:
            shared = dossier is None or dossier.id in sharing
            yield message, ties_of_message(message, dossier, shared=shared), dossier.name if dossier else ""


def _to_colleagues(unit: UnitOfWork, actor: Actor, moment: datetime) -> Iterator[tuple[Message, Ties, str]]:
    assert actor.organisation_id is not None  # noqa: S101 - an administrator has one
    names = {each.id: each.name for each in unit.accounts.staff(actor.organisation_id)}
    for message in unit.outbox.to_staff_of(actor.organisation_id, moment - SENT_SINCE, MOST):
        if message.account_id in names:
            yield message, ties_of_message(message, None), names[message.account_id]


def _line(message: Message, to: str, moment: datetime, *, may_read: bool) -> Line:
    return Line(
        id=message.id,
        kind=message.kind,
        channel=message.channel,
        standing=message.standing(moment),
        to=to,
        dossier_id=message.dossier_id,
        due=message.due,
        sent_at=message.sent_at,
        next_try=message.next_try,
        tries=message.tries,
        failure=message.failure,
        is_early=message.tries == 0 and moment < message.due,
        is_too_late=message.sent_at is None and message.is_useless(moment),
        may_be_tried=message.may_be_tried(moment),
        may_read=may_read,
    )
