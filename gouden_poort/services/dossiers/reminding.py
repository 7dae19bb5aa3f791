"""Reminding a citizen by mail of the day of the next contact, as it is at the moment that the mail goes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from gouden_poort.profiles.dutch_time import beginning_of, dutch_day, moment_at
from gouden_poort.profiles.people.consent import Consent, Line, allows
from gouden_poort.profiles.people.dossier import UNDER_WAY, Dossier
from gouden_poort.profiles.people.message import Message, MessageKind
from gouden_poort.services.dossiers.telling import phone_of
from gouden_poort.services.outbox import post_if_deliverable, same_message, withdraw
from gouden_poort.services.ports import UnitOfWork

BEFORE = timedelta(days=2)
CLOCK = time(9)
"""On that day, in the Netherlands; at once when that moment has been."""
_KIND = MessageKind.REMINDER_APPOINTMENT


def remind(unit: UnitOfWork, dossier: Dossier, consents: Sequence[Consent], moment: datetime) -> None:
    """Let one reminder wait of the next contact as it is now, or none; one that waited of how it was is taken back.

    Called in the unit of work that changed the dossier, with the dossier as it is kept. Of a day of which someone was
    reminded already they hear nothing more.
    """
    for each in unit.outbox.unsent_about(dossier.id):
        if each.kind is _KIND:
            withdraw(unit, each.id)
    message = _reminder(unit, dossier, moment) if _may_be_reminded(dossier, consents) else None
    if message is not None:
        post_if_deliverable(unit, message)


def _may_be_reminded(dossier: Dossier, consents: Sequence[Consent]) -> bool:
    """Only of a talk that the coach sees coming as well."""
    shared = allows(consents, Line.MESSAGES) and allows(consents, Line.COACH_SEES_DOSSIER)
    return shared and dossier.state in UNDER_WAY


def _reminder(unit: UnitOfWork, dossier: Dossier, moment: datetime) -> Message | None:
    """None when there is no day, when it is here already, or when there is nobody to speak with."""
    day, coach = dossier.next_contact_on, unit.accounts.find(dossier.coach_id)
    if day is None or day <= dutch_day(moment) or coach is None:
        return None
    return Message(
        id=same_message(_KIND, dossier.id, day.isoformat()),
        kind=_KIND,
        language=dossier.language,
        to=dossier.email,
        facts={"day": day.isoformat(), "coach": coach.name, "phone": phone_of(unit, coach)},
        made_at=moment,
        due=max(moment, moment_at(day - BEFORE, CLOCK)),
        useless_after=beginning_of(day + timedelta(days=1)),
        organisation_id=dossier.organisation_id,
        dossier_id=dossier.id,
        account_id=dossier.citizen_id,
    )
