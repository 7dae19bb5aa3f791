"""What each kind of message needs to know, and what may stand in it: no mail server ever gets two lines for one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.mail_address import is_mail_address
from gouden_poort.profiles.people.message import Channel, Message, MessageKind

FACTS: Mapping[MessageKind, frozenset[str]] = MappingProxyType(
    {
        MessageKind.INVITATION: frozenset({"organisation", "link", "until"}),
        MessageKind.CITIZEN_INVITATION: frozenset({"coach", "link", "until"}),
        MessageKind.CITIZEN_RECOVERY: frozenset({"coach", "link", "until"}),
        MessageKind.SIGN_IN_LINK: frozenset({"link", "minutes"}),
        MessageKind.RESET: frozenset({"link", "until"}),
        MessageKind.RESUME_CODE: frozenset({"code", "link", "until"}),
        MessageKind.REFERRAL_RECEIVED: frozenset({"link", "answer_by"}),
        MessageKind.REFERRAL_ANSWERED: frozenset({"link"}),
        MessageKind.REFERRAL_MESSAGE: frozenset({"link"}),
        MessageKind.REMINDER_APPOINTMENT: frozenset({"day", "coach", "phone"}),
        MessageKind.PLACE_OFFER: frozenset({"work", "company", "answer_by", "link"}),
        MessageKind.PLAN_READY: frozenset({"coach", "link"}),
        MessageKind.REQUEST_RECEIPT: frozenset({"number", "answer_by"}),
        MessageKind.REQUEST_ANSWER: frozenset({"number", "answer", "dutch"}),
        MessageKind.HANDED_OVER: frozenset({"coach", "phone"}),
        MessageKind.YEARLY_QUESTIONS: frozenset({"year", "link"}),
        MessageKind.YEARLY_REMINDER: frozenset({"year", "link"}),
        MessageKind.PROMISE_TO_READ: frozenset({"coach", "link"}),
        MessageKind.PROPOSAL_TO_ANSWER: frozenset({"coach", "answer_by", "link"}),
        MessageKind.PROPOSAL_REMINDER: frozenset({"answer_by", "link"}),
    }
)
"""The facts of each kind, all of them needed. A fact that nobody knows is an empty text, where `MAY_BE_EMPTY`."""
LONG = frozenset({"answer", "dutch"})
"""Facts that a person wrote, with lines."""
MAY_BE_EMPTY = frozenset({"phone", "dutch"})
_DAYS = frozenset({"until", "answer_by", "day"})
_SHORT, _LONG = 300, 5000
_LINES, _LINE = 6, 60
"""Of an address on a letter: what fits in the window of an envelope."""


def check(message: Message) -> None:
    """InvalidInput with all that is wrong; what was given is not repeated, for it is about a person."""
    faults = [*_faults_of_to(message), *_faults_of_facts(message)]
    if faults:
        raise InvalidInput(faults)


def _faults_of_to(message: Message) -> Iterator[FieldError]:
    expected = {
        Channel.MAIL: "one e-mail address",
        Channel.LETTER: f"2 to {_LINES} lines of at most {_LINE} characters: name and address",
        Channel.SCREEN: "nothing; the account says whose screen",
    }[message.channel]
    if not may_be_sent_to(message):
        yield FieldError(path="to", code="malformed" if message.to else "missing", given="", expected=expected)


def may_be_sent_to(message: Message) -> bool:
    """Whether somebody is reached so: one address for a mail, lines for a letter, an account for the screen."""
    if message.channel is Channel.SCREEN:
        return not message.to and message.account_id is not None
    if message.channel is Channel.LETTER:
        lines = message.to.split("\n")
        return 1 < len(lines) <= _LINES and all(0 < len(line) <= _LINE and line.isprintable() for line in lines)
    return is_mail_address(message.to)


def _faults_of_facts(message: Message) -> Iterator[FieldError]:
    needed, given = FACTS[message.kind], set(message.facts)
    for name in sorted(needed - given):
        yield FieldError(path=f"facts.{name}", code="missing", given="", expected="a text")
    for name in sorted(given - needed):
        yield FieldError(path=f"facts.{name}", code="unknown_field", given="", expected="only what the words need")
    for name in sorted(needed & given):
        yield from _faults_of(name, message.facts[name])


def _faults_of(name: str, text: str) -> Iterator[FieldError]:
    most = _LONG if name in LONG else _SHORT
    if len(text) > most:
        yield FieldError(path=f"facts.{name}", code="too_many", given="", expected=f"at most {most} characters")
    elif not text and name not in MAY_BE_EMPTY:
        yield FieldError(path=f"facts.{name}", code="missing", given="", expected="a text")
    elif not _is_well_written(name, text):
        yield FieldError(path=f"facts.{name}", code="malformed", given="", expected=_expected(name))


def _is_well_written(name: str, text: str) -> bool:
    lines = text.split("\n") if name in LONG else [text]
    if not all(line.isprintable() for line in lines):
        return False
    if name == "link":
        return re.fullmatch(r"https?://[^\s<>\"']+", text) is not None
    return _is_day(text) if name in _DAYS else True


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2027-01-04")


def _expected(name: str) -> str:
    if name == "link":
        return "an address that begins with http:// or https://"
    return "a day such as 2027-01-04" if name in _DAYS else "characters that can be read, on one line"
