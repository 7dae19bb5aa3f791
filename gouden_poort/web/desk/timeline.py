"""What happened with one person, the latest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from uuid import UUID

from gouden_poort.profiles.people.message import MessageKind
from gouden_poort.profiles.people.referral import Referral
from gouden_poort.services.dossiers.viewing import Seen
from gouden_poort.web.desk.person_words import HOW_GIVEN, LINES, MESSAGES, OTHER_MESSAGE, why_shared

_NOON = time(12, tzinfo=UTC)
"""Where something of which only the day is known stands among the rest of that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened."""

    moment: datetime
    what: str
    words: str = ""
    """What was written, as it was."""
    note_id: UUID | None = None
    """Of a note, which may be changed."""
    referral_id: UUID | None = None
    """Of a referral, which has a page of its own."""


def timeline(seen: Seen) -> list[Event]:
    """Registered, referral, notes, agreements, consents, rules set aside, and messages that were sent."""
    found = [
        Event(moment=seen.dossier.registered_at, what="Ingeschreven"),
        *_referrals(seen),
        *_notes(seen),
        *_agreements(seen),
        *_consents(seen),
        *_rules(seen),
        *_messages(seen),
    ]
    return sorted(found, key=lambda event: event.moment, reverse=True)


def _referrals(seen: Seen) -> Iterator[Event]:
    for each in seen.referrals:
        referral = each.referral
        yield Event(
            moment=referral.sent_at,
            what=f"Verwezen door {each.organisation}",
            words=referral.reason,
            referral_id=referral.id,
        )
        if referral.answered_at:
            yield Event(moment=referral.answered_at, what="Verwijzing aangenomen")
        for message in each.messages:
            writer = seen.names.get(message.author_id, "een collega")
            yield Event(moment=message.written_at, what=f"Bericht over de verwijzing van {writer}", words=message.text)
        yield from _steps(referral)


def _steps(referral: Referral) -> Iterator[Event]:
    """What the counsellor reads of it; only the day of a step is kept."""
    steps = {
        "Eerste gesprek geweest": referral.first_talk_on,
        "Gestart met de route": referral.started_on,
        "Gestopt": referral.stopped_on,
    }
    for what, day in steps.items():
        if day:
            yield Event(moment=datetime.combine(day, _NOON), what=f"{what}. De adviseur ziet dit")


def _notes(seen: Seen) -> Iterator[Event]:
    for note in seen.notes:
        reader = f"ook voor {seen.dossier.name}" if note.visible else "alleen voor coaches"
        writer = seen.names.get(note.author_id, "een collega")
        yield Event(moment=note.written_at, what=f"Notitie van {writer}, {reader}", words=note.text, note_id=note.id)


def _agreements(seen: Seen) -> Iterator[Event]:
    for each in seen.agreements:
        yield Event(moment=each.made_at, what="Afgesproken", words=each.text)
        if each.done_at:
            yield Event(moment=each.done_at, what="Gedaan", words=each.text)
        if each.dropped_at:
            yield Event(moment=each.dropped_at, what="Niet meer nodig", words=each.text)


def _consents(seen: Seen) -> Iterator[Event]:
    for each in seen.consents:
        shared = f"Ja gezegd, {HOW_GIVEN[each.given]}" if each.is_a_yes else f"Gedeeld, {why_shared(each)}"
        yield Event(moment=each.given_at, what=f"{shared}: {LINES[each.line]}")
        if each.ended_at:
            yield Event(moment=each.ended_at, what=f"Gestopt met delen: {LINES[each.line]}")


def _rules(seen: Seen) -> Iterator[Event]:
    for each in seen.set_aside:
        yield Event(moment=each.made_at, what="Regel opzij gezet", words=each.reason)
        if each.ended_at:
            yield Event(moment=each.ended_at, what="Regel telt weer mee", words=each.reason)


def _messages(seen: Seen) -> Iterator[Event]:
    for each in seen.messages:
        if each.sent_at:
            yield Event(moment=each.sent_at, what=MESSAGES.get(each.kind, OTHER_MESSAGE))
    for each in (*seen.messages, *seen.waiting):
        if each.kind is MessageKind.CITIZEN_RECOVERY:
            yield Event(moment=each.made_at, what="Nieuwe link gemaakt. Alle apparaten zijn afgemeld")
