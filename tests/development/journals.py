"""Short ways to write a journal down."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID, uuid5

from gouden_poort.development.event import Event, EventKind

DOSSIER = UUID(int=7)
COURSE = UUID(int=100)
OTHER_COURSE = UUID(int=101)
PLAN = UUID(int=50)


def an_event(kind: EventKind, day: str, *, number: int = 0, **rest: Any) -> Event:
    """An event of a day, written down on that day at noon unless said otherwise."""
    happened = date.fromisoformat(day)
    written = rest.pop("written_at", datetime.combine(happened, time(12), UTC))
    key = f"{kind} {day} {number} {sorted(rest.items(), key=lambda one: one[0])}"
    return Event(
        id=rest.pop("id", uuid5(DOSSIER, key)), dossier_id=DOSSIER, kind=kind, day=happened, written_at=written, **rest
    )


def started(day: str, milestone: UUID = COURSE, **rest: Any) -> Event:
    """A course began."""
    return an_event(EventKind.STARTED, day, milestone_id=milestone, **rest)


def finished(day: str, milestone: UUID = COURSE, **rest: Any) -> Event:
    """A course was done."""
    return an_event(EventKind.FINISHED, day, milestone_id=milestone, **rest)


def hired(day: str, occupation: str = "welder", sector: str = "metal", employer: str = "Example", **rest: Any) -> Event:
    """A job began."""
    return an_event(
        EventKind.NEW_JOB, day, occupation_id=occupation, sector=sector, employer=employer, hours_per_week=36, **rest
    )


def fired(day: str, **rest: Any) -> Event:
    """A job ended."""
    return an_event(EventKind.LOST_JOB, day, **rest)


def corrected(event: Event, written_on: str, instead: EventKind | None, day: str | None = None, **rest: Any) -> Event:
    """It was not so: it was `instead`, or never happened."""
    return Event(
        id=uuid5(event.id, written_on),
        dossier_id=DOSSIER,
        kind=EventKind.CORRECTED,
        day=date.fromisoformat(day) if day else event.day,
        written_at=datetime.combine(date.fromisoformat(written_on), time(12), UTC),
        corrects=event.id,
        instead=instead,
        **rest,
    )
