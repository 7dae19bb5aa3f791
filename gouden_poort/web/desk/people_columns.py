"""The columns of a file of people: what the list shows and how to reach them, and nothing of answers or notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.web.desk.people_words import STATES, language_name

COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "name": "Naam",
        "state": "Stand",
        "state_since": "Sinds",
        "language": "Taal",
        "phone": "Telefoon",
        "email": "Mailadres",
        "registered_at": "Aangemeld",
        "last_contact_on": "Laatst gesproken",
        "next_contact_on": "Volgend contact",
        "labels": "Labels",
    }
)
"""What each is called, by the name of the field."""
HEADER = tuple(COLUMNS.values())


def row(dossier: Dossier) -> Sequence[str]:
    """Someone as the cells of a row; days as every spreadsheet reads them."""
    return (
        dossier.name,
        STATES[dossier.state],
        dossier.state_since.isoformat(),
        language_name(dossier.language),
        dossier.phone,
        dossier.email,
        dutch_day(dossier.registered_at).isoformat(),
        _day(dossier.last_contact_on),
        _day(dossier.next_contact_on),
        ", ".join(dossier.labels),
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
