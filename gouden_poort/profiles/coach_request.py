"""Asking a coach to get in touch: what is shared, how and when to reach someone, and how long that is kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from unicodedata import decimal
from uuid import UUID

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.typed import readable, too_long

WORKING_DAYS = 3
"""Within how many working days someone reacts."""
KEPT_AFTER_REACTION = timedelta(days=30)
KEPT_WITHOUT_REACTION = timedelta(days=90)
"""How long a request stays at the most when nobody ever noted a reaction."""
LONGEST: Mapping[str, int] = {"phone": 30, "email": 200, "name": 60}
"""Characters of each text."""
_DIGITS_OF_A_PHONE = (8, 15)


class Daypart(Enum):
    """When someone likes to be called."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLine:
    """One thing that a coach may see, in the Dutch words in which it was shown to who shares it."""

    key: str
    """The question, or what else of the visitor it is."""
    about: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How, when and in which language someone wants to be spoken to; kept for the request only."""

    name: str
    """How to call them; may be empty."""
    phone: str
    email: str
    """At least one of the two is there."""
    language: str
    daypart: Daypart


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachRequest:
    """One request to a coach."""

    id: UUID
    number: str
    """What its sender may quote: eight characters in two groups."""
    received_at: datetime
    react_by: date
    reach: Reach
    route: str
    """The occupation whose route was chosen; empty when none was, or when it is not shared."""
    shared: tuple[SharedLine, ...]
    answered_at: datetime | None = None

    def is_late_on(self, day: date) -> bool:
        """Whether someone had to react before that day and nobody did."""
        return self.answered_at is None and day > self.react_by

    @property
    def kept_until(self) -> datetime:
        """The moment from which it is no longer shown, and wiped when `forget_expired` runs."""
        if self.answered_at is None:
            return self.received_at + KEPT_WITHOUT_REACTION
        return self.answered_at + KEPT_AFTER_REACTION


def check_reach(given: Mapping[str, str], languages: Collection[str]) -> Reach:
    """What was filled in, in readable characters and without loose spaces; InvalidInput names every fault."""
    texts = {name: readable(given.get(name, "")) for name in LONGEST}
    texts["phone"] = "".join(str(decimal(letter, letter)) for letter in texts["phone"])  # digits of other scripts
    language, daypart = given.get("language", ""), given.get("daypart", "")
    faults = [*_faults_of_texts(texts), *_faults_of_choices(language, daypart, languages)]
    if faults:
        raise InvalidInput(faults)
    return Reach(**texts, language=language, daypart=Daypart(daypart))


def _faults_of_choices(language: str, daypart: str, languages: Collection[str]) -> Iterator[FieldError]:
    if language not in languages:
        yield FieldError(path="language", code="not_a_choice", given=language[:80], expected="a language")
    if daypart not in {each.value for each in Daypart}:
        yield FieldError(path="daypart", code="not_a_choice", given=daypart[:80], expected="when to call")


def _faults_of_texts(texts: Mapping[str, str]) -> Iterator[FieldError]:
    """What is wrong with the ways to reach someone; what they filled in is not repeated."""
    phone, email = texts["phone"], texts["email"]
    long = [*too_long(texts, LONGEST)]
    yield from long
    if not phone and not email:
        yield FieldError(path="phone", code="missing", given="", expected="a telephone number or an e-mail address")
    if phone and not _is_phone(phone) and not any(fault.path == "phone" for fault in long):
        yield FieldError(path="phone", code="malformed", given="", expected="a telephone number")
    if email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", email):
        yield FieldError(path="email", code="malformed", given="", expected="an e-mail address")


def _is_phone(typed: str) -> bool:
    """Whether it can be dialled: enough digits, and nothing but what people write between them."""
    fewest, most = _DIGITS_OF_A_PHONE
    digits = sum(letter in "0123456789" for letter in typed)
    return fewest <= digits <= most and bool(re.fullmatch(r"\+?[0-9 ()./-]+", typed))
