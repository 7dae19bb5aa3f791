"""Messages that wait to be sent, what became of them, and who carries them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.people.message import Message, MessageKind


class Outbox(Protocol):
    """Messages, from the moment they are posted; of those that were sent only that they were."""

    def add(self, message: Message) -> Message: ...  # the one with its id, when there is one already

    def add_all(self, messages: Sequence[Message]) -> Sequence[Message]: ...  # those that were not here yet

    def find(self, message_id: UUID) -> Message | None: ...

    def mails_to_send(self, moment: datetime, most: int) -> Sequence[Message]: ...  # the longest waiting first

    def claim(self, message: Message, moment: datetime) -> Message | None: ...  # None: somebody else was first

    def change(self, before: Message, after: Message) -> bool: ...  # False: it changed meanwhile, and stays as it is

    def unsent(self) -> Sequence[Message]: ...  # that wait, are under way or were given up; oldest first

    def unsent_about(self, dossier_id: UUID) -> Sequence[Message]: ...  # oldest first

    def of_coach(
        self, coach_id: UUID, organisation_id: UUID, since: datetime, most: int
    ) -> Sequence[Message]: ...  # about clients, and of the house to nobody in particular: unsent, or sent since then

    def to_staff_of(self, organisation_id: UUID, since: datetime, most: int) -> Sequence[Message]: ...  # the same

    def sent_about(self, dossier_id: UUID, moment: datetime) -> Sequence[Message]: ...  # the last one first

    def on_screen_of(self, account_id: UUID, moment: datetime) -> Sequence[Message]: ...  # the last one first

    def remove(self, message_id: UUID) -> bool: ...  # only one that waits or was given up; whether it went

    def remove_about(self, dossier_id: UUID) -> int: ...

    def remove_unsent_due_until(self, moment: datetime) -> int: ...  # those that were given up, or useless by then

    def remove_of_kinds_made_until(self, kinds: Collection[MessageKind], moment: datetime) -> int: ...  # however far


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A message in words, as a mail server carries it."""

    id: UUID
    to: str
    language: str
    subject: str
    text: str
    html: str


Write = Callable[[Message], Mail]
"""Puts a message into words."""


class Mailer(Protocol):
    """Hands a mail to a server."""

    def send(self, mail: Mail) -> None: ...  # MailRefused, MailPostponed, MailServerAway or MailUncertain
