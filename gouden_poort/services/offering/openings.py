"""Openings of the catalogue at which an organisation may keep seats: positions, and starts of trainings on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.people.dossier import name_key
from gouden_poort.profiles.people.place_offer import OpeningKind

MOST_FOUND = 8
"""Openings of each kind that a search gives: whoever gets so many types a word more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One opening, in rows of a snapshot."""

    kind: OpeningKind
    id: str
    row: int
    """Of the position, or of the offering."""
    begins_on: date | None = None
    """Of a start only."""


def start_id(offering_id: str, day: date) -> str:
    """How the start of an offering on a day is named.

    >>> start_id("T1", date(2027, 2, 1))
    'T1@2027-02-01'
    """
    return f"{offering_id}@{day.isoformat()}"


def opening_of(snapshot: Snapshot, kind: OpeningKind, opening_id: str) -> Opening | None:
    """The opening in this catalogue; None when it is not there, or not any more."""
    columns = snapshot.columns
    if kind is OpeningKind.POSITION:
        if opening_id not in columns.positions.id:
            return None
        return Opening(kind=kind, id=opening_id, row=columns.positions.id.row(opening_id))
    offering_id, _, written = opening_id.rpartition("@")
    day = _day(written)
    if day is None or offering_id not in columns.offerings.id:
        return None
    row = columns.offerings.id.row(offering_id)
    if day not in (snapshot.monday(week) for week in columns.offerings.starts[row].tolist()):
        return None
    return Opening(kind=kind, id=opening_id, row=row, begins_on=day)


def find_openings(snapshot: Snapshot, typed: str, today: date) -> Sequence[Opening]:
    """Openings whose work or training, company or school, and town have all these words: positions, then starts."""
    words = name_key(typed).split()
    if not words:
        return ()
    starts = sorted(_starts(snapshot, words, today), key=lambda start: start.id.rpartition("@")[2])
    return (*islice(_positions(snapshot, words, today), MOST_FOUND), *starts[:MOST_FOUND])


def _positions(snapshot: Snapshot, words: Sequence[str], today: date) -> Iterator[Opening]:
    positions, companies, occupations = (
        snapshot.columns.positions,
        snapshot.columns.companies,
        snapshot.columns.occupations,
    )
    work = [name_key(label) for label in occupations.label]
    at = [name_key(f"{label} {city}") for label, city in zip(companies.label, companies.city, strict=True)]
    places = zip(positions.occupation.tolist(), positions.company.tolist(), positions.open_to.tolist(), strict=True)
    for row, (occupation, company, until) in enumerate(places):
        if _has(f"{work[occupation]} {at[company]}", words) and snapshot.monday(until) >= today:
            yield Opening(kind=OpeningKind.POSITION, id=positions.id[row], row=row)


def _starts(snapshot: Snapshot, words: Sequence[str], today: date) -> Iterator[Opening]:
    offerings, sites, providers = snapshot.columns.offerings, snapshot.columns.sites, snapshot.columns.providers
    given_by, given_at = [name_key(label) for label in providers.label], [name_key(city) for city in sites.city]
    rows = zip(offerings.label, offerings.provider.tolist(), offerings.site.tolist(), strict=True)
    for row, (label, provider, site) in enumerate(rows):
        if _has(f"{name_key(label)} {given_by[provider]} {given_at[site] if site >= 0 else 'online'}", words):
            for day in map(snapshot.monday, offerings.starts[row].tolist()):
                if day >= today:
                    yield Opening(
                        kind=OpeningKind.OFFERING_START,
                        id=start_id(offerings.id[row], day),
                        row=row,
                        begins_on=day,
                    )


def _has(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
