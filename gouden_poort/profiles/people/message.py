"""What the service tells someone by mail, by letter or on the screen, from the moment it has to be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Self
from uuid import UUID

WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
)
"""How long to wait after each time that a message was not taken; after the last of them it is given up."""
UNDER_WAY_FOR = timedelta(minutes=15)
"""Sending takes seconds: whoever began so long ago stopped half-way, and nobody knows how far that was."""
KEPT_AFTER_GIVING_UP = timedelta(days=30)
"""Time for a colleague to see that it did not arrive, and to print it as a letter."""
_NOTHING: Mapping[str, str] = MappingProxyType({})


class MessageKind(StrEnum):
    """What a message is about; each kind has words of its own, and facts that it needs."""

    INVITATION = "invitation"
    """To a colleague."""
    CITIZEN_INVITATION = "citizen_invitation"
    CITIZEN_RECOVERY = "citizen_recovery"
    """A citizen who lost mail and telephone gets it from the coach."""
    SIGN_IN_LINK = "sign_in_link"
    RESET = "reset"
    """Someone else let this person choose a new password or second factor."""
    RESUME_CODE = "resume_code"
    """To whoever saved answers without an account, at an address that was given for this one mail."""
    REFERRAL_RECEIVED = "referral_received"
    """To a coach: a counsellor refers somebody."""
    REFERRAL_ANSWERED = "referral_answered"
    """To a counsellor: the coach accepted it, or sent it back."""
    REFERRAL_MESSAGE = "referral_message"
    """To counsellor or coach: the other one wrote something about a referral."""
    REMINDER_APPOINTMENT = "reminder_appointment"
    PLACE_OFFER = "place_offer"
    PLAN_READY = "plan_ready"
    REQUEST_RECEIPT = "request_receipt"
    REQUEST_ANSWER = "request_answer"
    HANDED_OVER = "handed_over"
    """To a citizen: another coach goes on."""
    YEARLY_QUESTIONS = "yearly_questions"
    """To a citizen: the five questions of a year of the plan are there."""
    YEARLY_REMINDER = "yearly_reminder"
    PROMISE_TO_READ = "promise_to_read"
    """To a citizen: a coach recorded what somebody put on paper, and it waits for their yes."""
    PROPOSAL_TO_ANSWER = "proposal_to_answer"
    """To a citizen: a coach wants to propose them to a company, which sees nothing before their yes."""
    PROPOSAL_REMINDER = "proposal_reminder"


class Channel(StrEnum):
    """How a message reaches someone."""

    MAIL = "mail"
    LETTER = "letter"
    """A colleague prints and posts it."""
    SCREEN = "screen"
    """It stands among someone's own messages."""


class Standing(StrEnum):
    """How far a message is."""

    WAITING = "waiting"
    UNDER_WAY = "under_way"
    """Someone began to send it, and has not said yet how that went."""
    UNCERTAIN = "uncertain"
    """Perhaps it was sent: it is not sent again by itself, so that nobody gets it twice."""
    SENT = "sent"
    GIVEN_UP = "given_up"


STUCK = frozenset({Standing.GIVEN_UP, Standing.UNCERTAIN})
"""It goes no further by itself: a person has to look."""

OPENS_ACCOUNT = frozenset(
    {
        MessageKind.INVITATION,
        MessageKind.CITIZEN_INVITATION,
        MessageKind.CITIZEN_RECOVERY,
        MessageKind.SIGN_IN_LINK,
        MessageKind.RESET,
        MessageKind.RESUME_CODE,
    }
)
"""Kinds with a link or a code that lets in whoever has it, as the one it is for."""

ADDRESS_FOR_ONCE = frozenset({MessageKind.RESUME_CODE})
"""Kinds to an address that was given for that one mail: it is kept no longer than sending takes, however that ends."""
KEPT_FOR_ONCE = timedelta(days=1)
"""How long it is tried to send them, and how long it then shows that they went out or did not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message to one person. Once it was sent only kind, channel and moments are left of it."""

    id: UUID
    """Made by whoever posts it: the same id is the same message, however often it is posted."""
    kind: MessageKind
    channel: Channel = Channel.MAIL
    language: str = "nl"
    to: str = ""
    """An e-mail address; for a letter the lines of name and address; for the screen nothing."""
    facts: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """What the words need to know, as `message_facts.FACTS` says: short texts, and days as ISO writes them."""
    made_at: datetime
    due: datetime
    """Not to be sent before."""
    useless_after: datetime | None = None
    """From then on it only confuses: the appointment was, the link does not work any more."""
    organisation_id: UUID | None = None
    """Whose people may see that it waits, and post it when it is a letter."""
    dossier_id: UUID | None = None
    account_id: UUID | None = None
    """Whom it is for, when they have an account."""
    sent_at: datetime | None = None
    tries: int = 0
    claimed_at: datetime | None = None
    """When a sender began with it."""
    next_try: datetime | None = None
    """None: it was sent, or nobody tries any more."""
    failure: str = ""
    """Why the last try did not succeed: a word or the number of a mail server, never anything about the person."""

    def standing(self, moment: datetime) -> Standing:
        """How far it is at a moment."""
        if self.sent_at is not None:
            return Standing.SENT
        if self.claimed_at is not None:
            return Standing.UNDER_WAY if moment < self.claimed_at + UNDER_WAY_FOR else Standing.UNCERTAIN
        return Standing.GIVEN_UP if self.next_try is None else Standing.WAITING

    @property
    def opens_account(self) -> bool:
        """Whether nobody but the one it is for may read it; a letter is there to be printed and handed over."""
        return self.kind in OPENS_ACCOUNT and self.channel is not Channel.LETTER

    def is_useless(self, moment: datetime) -> bool:
        """Whether it would only confuse by now."""
        return self.useless_after is not None and moment >= self.useless_after

    def may_be_tried(self, moment: datetime) -> bool:
        """Whether a person may send it once more: a mail that is stuck, that says where to, and that still helps."""
        is_whole = self.channel is Channel.MAIL and bool(self.to)
        return is_whole and self.standing(moment) in STUCK and not self.is_useless(moment)

    def sent(self, moment: datetime) -> Self:
        """After it went out: what it said and to whom is kept no longer."""
        return replace(self._emptied(), sent_at=moment, claimed_at=None, next_try=None, failure="", useless_after=None)

    def not_taken(self, moment: datetime, failure: str) -> Self:
        """After a try in vain: later again, or given up when that was the last one."""
        if self.tries > len(WAITS):
            return self.given_up(failure)
        return replace(self, claimed_at=None, next_try=moment + WAITS[self.tries - 1], failure=failure)

    def given_up(self, failure: str) -> Self:
        """After nobody will ever take it, or when it is too late."""
        left = self._emptied() if self.kind in ADDRESS_FOR_ONCE else self
        return replace(left, claimed_at=None, next_try=None, failure=failure)

    def in_doubt(self, failure: str) -> Self:
        """After the line broke when it may have been sent: a person decides whether to send it again.

        With an address for once nobody can: whoever misses the mail asks for another one.
        """
        return self.given_up(failure) if self.kind in ADDRESS_FOR_ONCE else replace(self, failure=failure)

    def not_tried(self, failure: str) -> Self:
        """After there was no way to send anything at all: that counts for no try of this message."""
        return replace(self, claimed_at=None, tries=self.tries - 1, failure=failure)

    def once_more(self, moment: datetime) -> Self:
        """From the start, because a person said so."""
        return replace(self, claimed_at=None, tries=0, next_try=moment, failure="")

    def _emptied(self) -> Self:
        return replace(self, to="", facts=_NOTHING)
