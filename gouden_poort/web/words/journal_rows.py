"""What happened as rows of a page, by year: a journal of ten years is too long to show whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gouden_poort.development.event import EventKind
from gouden_poort.development.journal import Entry
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Role
from gouden_poort.services.ten_years.reading import TenYears
from gouden_poort.services.ten_years.writing import FOR_THE_COACH
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.language import _, fixed
from gouden_poort.web.words.event_words import Labels, Told, told

AT_ONCE = 25
"""Events on one page."""
FIRST = 10
"""Of the newest, before somebody chooses a year."""
_NEVER_AMENDED = frozenset({EventKind.PLAN_CHOSEN, EventKind.CHECKED_IN})
"""What is a choice or an answer, and no report: who wants another one makes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One event."""

    id: UUID
    day: date
    told: Told
    is_off: bool
    """It never happened after all."""
    note: str
    """That it was corrected, and when; for staff who wrote it too."""
    may_amend: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """A part of a journal, and the way to the rest."""

    rows: Sequence[Row]
    years: Sequence[tuple[int, int]]
    """Each year with how many events it has, the last one first; none when everything stands here."""
    year: int | None
    """The one that is shown; None for the newest of all."""
    part: int
    parts: int


def journal(found: TenYears, labels: Labels, role: Role, year: int | None = None, part: int = 1) -> Journal:
    """The newest events, or those of a year."""
    entries = found.entries
    many = Counter(each.place[0].year for each in entries)
    if year not in many:
        year = None
    chosen = [each for each in entries if year in (None, each.place[0].year)]
    parts = max(-(-len(chosen) // AT_ONCE), 1) if year else 1
    part = min(max(part, 1), parts)
    shown = chosen[:FIRST] if year is None else chosen[AT_ONCE * (part - 1) : AT_ONCE * part]
    is_whole = len(entries) <= FIRST
    return Journal(
        rows=[_row(each, found, labels, role) for each in shown],
        years=() if is_whole else sorted(many.items(), reverse=True),
        year=year,
        part=part,
        parts=parts,
    )


def may_amend(entry: Entry, role: Role) -> bool:
    """Whether somebody in this role may say that an event is not right."""
    kinds = _NEVER_AMENDED if role is not Role.CITIZEN else _NEVER_AMENDED | FOR_THE_COACH
    return entry.written.kind not in kinds


def _row(entry: Entry, found: TenYears, labels: Labels, role: Role) -> Row:
    event = entry.really or entry.written
    closed = found.standing.closed_on is not None and role is Role.CITIZEN
    return Row(
        id=entry.written.id,
        day=event.day,
        told=told(event, labels),
        is_off=entry.really is None,
        note=_note(entry, found, role),
        may_amend=may_amend(entry, role) and not closed,
    )


def _note(entry: Entry, found: TenYears, role: Role) -> str:
    said = [] if role is Role.CITIZEN else [_written(entry, found)]
    if entry.correction is not None:
        day = fixed(dutch_date(entry.correction.written_at))
        said.append(_("Verbeterd op %(day)s.", day=day))
        if entry.really is not None and entry.really.day != entry.written.day:
            said.append(_("Eerst stond er %(day)s.", day=fixed(dutch_date(entry.written.day))))
    return " ".join(said)


def _written(entry: Entry, found: TenYears) -> str:
    """For staff, in Dutch: who wrote it down, and when."""
    by = entry.written.written_by
    who = "vanzelf" if by is None else found.names.get(by, "iemand die hier niet meer werkt")
    if by is not None and by == found.dossier.citizen_id:
        who = found.dossier.name
    return f"Opgeschreven door {who} op {dutch_date(dutch_day(entry.written.written_at))}."
