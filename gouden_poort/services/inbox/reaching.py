"""Where, and in which language, somebody who asked something is written to."""

from __future__ import annotations

from collections.abc import Collection

from gouden_poort.profiles.coach_request import CoachRequest
from gouden_poort.profiles.mail_address import is_mail_address
from gouden_poort.profiles.objection import Objection

Asked = CoachRequest | Objection
DUTCH = "nl"


def mail_of(asked: Asked) -> str:
    """Where they may be mailed; empty where no mail address was given, or more than that."""
    given = asked.reach.email if isinstance(asked, CoachRequest) else asked.contact
    return given if is_mail_address(given) else ""


def language_of(asked: Asked, spoken: Collection[str], else_in: str = DUTCH) -> str:
    """The language of a mail to them: the one they chose when messages speak it, or else the one that is given."""
    chosen = asked.reach.language if isinstance(asked, CoachRequest) else else_in
    return chosen if chosen in spoken else else_in
