"""A message of each kind, to test with: clearly invented people, and a sign in each fact by which it is found again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from gouden_poort.profiles.people.message import Message, MessageKind

_LINK = "https://poort.example/l1nk"
FACTS: Mapping[MessageKind, Mapping[str, str]] = {
    MessageKind.INVITATION: {"organisation": "Voorbeeldgemeente", "link": _LINK, "until": "2026-12-01"},
    MessageKind.CITIZEN_RECOVERY: {"coach": "Voorbeeld Twee", "link": _LINK, "until": "2026-12-01"},
    MessageKind.CITIZEN_INVITATION: {"coach": "Voorbeeld Twee", "link": _LINK, "until": "2026-12-01"},
    MessageKind.SIGN_IN_LINK: {"link": _LINK, "minutes": "15"},
    MessageKind.RESET: {"link": _LINK, "until": "2026-12-01"},
    MessageKind.RESUME_CODE: {"code": "7KQ2 M9XA", "link": _LINK, "until": "2026-12-01"},
    MessageKind.REFERRAL_RECEIVED: {"link": _LINK, "answer_by": "2026-12-01"},
    MessageKind.REFERRAL_ANSWERED: {"link": _LINK},
    MessageKind.REFERRAL_MESSAGE: {"link": _LINK},
    MessageKind.REMINDER_APPOINTMENT: {
        "day": "2026-12-01",
        "coach": "Voorbeeld Twee",
        "phone": "038 000 00 00",
    },
    MessageKind.PLACE_OFFER: {
        "work": "lasser",
        "company": "Voorbeeldbedrijf",
        "answer_by": "2026-12-01",
        "link": _LINK,
    },
    MessageKind.PLAN_READY: {"coach": "Voorbeeld Twee", "link": _LINK},
    MessageKind.REQUEST_RECEIPT: {"number": "9WFT-4HAM", "answer_by": "2026-12-01"},
    MessageKind.REQUEST_ANSWER: {
        "number": "9WFT-4HAM",
        "answer": "Eerste zin.\n\nTweede zin.",
        "dutch": "Zin een.\nZin twee.",
    },
    MessageKind.HANDED_OVER: {"coach": "Voorbeeld Twee", "phone": "038 000 00 00"},
    MessageKind.YEARLY_QUESTIONS: {"year": "3", "link": _LINK},
    MessageKind.YEARLY_REMINDER: {"year": "3", "link": _LINK},
    MessageKind.PROMISE_TO_READ: {"coach": "Voorbeeld Twee", "link": _LINK},
    MessageKind.PROPOSAL_TO_ANSWER: {"coach": "Voorbeeld Twee", "answer_by": "2026-12-01", "link": _LINK},
    MessageKind.PROPOSAL_REMINDER: {"answer_by": "2026-12-01", "link": _LINK},
}
SHOWN = {"2026-12-01": "1 december 2026"}
"""How days are written."""


def a_message_of(kind: MessageKind, **told: Any) -> Message:
    """A mail of one kind to somebody who reads Dutch."""
    noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
    usual: dict[str, Any] = {
        "id": UUID(int=1),
        "kind": kind,
        "to": "een@voorbeeld.example",
        "facts": FACTS[kind],
        "made_at": noon,
        "due": noon,
        "next_try": noon,
    }
    return Message(**(usual | told))
