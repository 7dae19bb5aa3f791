"""Messages in the database."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, delete, select, update

from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.storage.once import add_missing, keep_once, with_id
from gouden_poort.storage.tables.dossiers import DOSSIERS
from gouden_poort.storage.tables.messages import MESSAGES

_COLUMNS = MESSAGES.c
_UNSENT = _COLUMNS.sent_at.is_(None)
_FREE = _UNSENT & _COLUMNS.claimed_at.is_(None)
"""Nobody is sending it now."""


class SQLOutbox:
    """Fulfils `ports.Outbox`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, message: Message) -> Message:
        """Keep a message; when its id is here already, the one that was kept."""
        kept = keep_once(self._connection, MESSAGES, _row(message))
        return message if kept is None else _message(kept)

    def add_all(self, messages: Sequence[Message]) -> Sequence[Message]:
        """Keep those whose id is not here yet, also when somebody else does the same now; which these are."""
        asked = select(_COLUMNS.id).where(_COLUMNS.id.in_([each.id for each in messages]))
        known = set(self._connection.scalars(asked))
        fresh = [each for each in messages if each.id not in known]
        add_missing(self._connection, MESSAGES, list(map(_row, fresh)))
        return fresh

    def find(self, message_id: UUID) -> Message | None:
        row = with_id(self._connection, MESSAGES, message_id)
        return None if row is None else _message(row)

    def mails_to_send(self, moment: datetime, most: int) -> Sequence[Message]:
        """Mails whose time has come and that nobody is sending; the longest waiting first."""
        due = _FREE & (_COLUMNS.channel == Channel.MAIL.value) & (_COLUMNS.next_try <= moment)
        return self._all(select(MESSAGES).where(due).order_by(_COLUMNS.next_try, _COLUMNS.id).limit(most))

    def claim(self, message: Message, moment: datetime) -> Message | None:
        """Begin with a message, which one sender can do: None when it is no longer as it was read."""
        claimed = replace(message, claimed_at=moment, tries=message.tries + 1)
        return claimed if self.change(message, claimed) else None

    def change(self, before: Message, after: Message) -> bool:
        """Put a message in the place of what was read, unless somebody else did that in the meantime."""
        same = and_(
            _COLUMNS.id == before.id,
            _same(_COLUMNS.sent_at, before.sent_at),
            _same(_COLUMNS.claimed_at, before.claimed_at),
            _same(_COLUMNS.next_try, before.next_try),
            _COLUMNS.tries == before.tries,
        )
        return bool(self._connection.execute(update(MESSAGES).where(same).values(_row(after))).rowcount)

    def unsent(self) -> Sequence[Message]:
        """What waits, is under way or was given up; oldest first. What stands on a screen is where it should be."""
        here = _UNSENT & (_COLUMNS.channel != Channel.SCREEN.value)
        return self._all(select(MESSAGES).where(here).order_by(_COLUMNS.due, _COLUMNS.id))

    def unsent_about(self, dossier_id: UUID) -> Sequence[Message]:
        """What was not sent yet to the person of a dossier, oldest first."""
        here = _UNSENT & (_COLUMNS.dossier_id == dossier_id)
        return self._all(select(MESSAGES).where(here).order_by(_COLUMNS.due, _COLUMNS.id))

    def of_coach(self, coach_id: UUID, organisation_id: UUID, since: datetime, most: int) -> Sequence[Message]:
        """Unsent ones by when they had to go, and then what was sent since a moment, the last one first."""
        here = (DOSSIERS.c.coach_id == coach_id) & (DOSSIERS.c.organisation_id == organisation_id)
        about_clients = _COLUMNS.dossier_id.in_(select(DOSSIERS.c.id).where(here))
        return self._unsent_and_sent(about_clients | _of_house(organisation_id, to_staff=False), since, most)

    def to_staff_of(self, organisation_id: UUID, since: datetime, most: int) -> Sequence[Message]:
        """To people who work there, in the same order."""
        return self._unsent_and_sent(_of_house(organisation_id, to_staff=True), since, most)

    def sent_about(self, dossier_id: UUID, moment: datetime) -> Sequence[Message]:
        """What was sent by a moment to the person of a dossier, the last one first."""
        sent = (_COLUMNS.dossier_id == dossier_id) & (_COLUMNS.sent_at <= moment)
        return self._all(select(MESSAGES).where(sent).order_by(_COLUMNS.sent_at.desc(), _COLUMNS.id))

    def on_screen_of(self, account_id: UUID, moment: datetime) -> Sequence[Message]:
        """What someone can read when signed in, the last one first."""
        own = (_COLUMNS.account_id == account_id) & (_COLUMNS.channel == Channel.SCREEN.value)
        return self._all(
            select(MESSAGES).where(own & (_COLUMNS.due <= moment)).order_by(_COLUMNS.due.desc(), _COLUMNS.id)
        )

    def remove(self, message_id: UUID) -> bool:
        """Take back what nobody sent yet."""
        mine = delete(MESSAGES).where((_COLUMNS.id == message_id) & _FREE)
        return bool(self._connection.execute(mine).rowcount)

    def remove_about(self, dossier_id: UUID) -> int:
        """Remove all of a dossier, also that something was sent."""
        return self._connection.execute(delete(MESSAGES).where(_COLUMNS.dossier_id == dossier_id)).rowcount

    def remove_unsent_due_until(self, moment: datetime) -> int:
        """Remove what was given up, or never finished, and had to be sent by a moment; what was useless by then too."""
        stuck = _COLUMNS.next_try.is_(None) | _COLUMNS.claimed_at.is_not(None)
        old = (stuck & (_COLUMNS.due <= moment)) | (_COLUMNS.useless_after <= moment)
        return self._connection.execute(delete(MESSAGES).where(_UNSENT & old)).rowcount

    def remove_of_kinds_made_until(self, kinds: Collection[MessageKind], moment: datetime) -> int:
        """Remove all of some kinds that were made by a moment, whatever became of them."""
        old = _COLUMNS.kind.in_([kind.value for kind in kinds]) & (_COLUMNS.made_at <= moment)
        return self._connection.execute(delete(MESSAGES).where(old)).rowcount

    def _unsent_and_sent(self, where: ColumnElement[bool], since: datetime, most: int) -> Sequence[Message]:
        unsent = select(MESSAGES).where(where, _UNSENT).order_by(_COLUMNS.due, _COLUMNS.id).limit(most)
        sent = select(MESSAGES).where(where, _COLUMNS.sent_at >= since)
        return [
            *self._all(unsent),
            *self._all(sent.order_by(_COLUMNS.sent_at.desc(), _COLUMNS.id).limit(most)),
        ]

    def _all(self, query: Select[tuple[object, ...]]) -> Sequence[Message]:
        return [_message(row) for row in self._connection.execute(query).mappings()]


def _of_house(organisation_id: UUID, *, to_staff: bool) -> ColumnElement[bool]:
    """What is about no dossier: to somebody who works there, or to somebody who only asked something."""
    of_nobody = _COLUMNS.dossier_id.is_(None) & (_COLUMNS.organisation_id == organisation_id)
    return of_nobody & (_COLUMNS.account_id.is_not(None) if to_staff else _COLUMNS.account_id.is_(None))


def _same(column: ColumnElement[datetime], moment: datetime | None) -> ColumnElement[bool]:
    return column.is_(None) if moment is None else column == moment


def _row(message: Message) -> dict[str, object]:
    row = {each.name: getattr(message, each.name) for each in fields(Message)}
    given_to = row.pop("to")  # a word that SQL keeps for itself
    kind, channel = message.kind.value, message.channel.value
    return {**row, "kind": kind, "channel": channel, "facts": dict(message.facts), "recipient": given_to}


def _message(row: RowMapping) -> Message:
    given = dict(row)
    kind, channel = MessageKind(given.pop("kind")), Channel(given.pop("channel"))
    return Message(kind=kind, channel=channel, to=given.pop("recipient"), **given)
