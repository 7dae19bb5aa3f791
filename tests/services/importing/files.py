"""Files with people for tests; every name says that it is made up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gouden_poort.catalogue.snapshot import Snapshot
from tests.builders import a_snapshot

HEADER = ("Naam", "Geboortedatum", "Telefoon", "E-mail", "Woonplaats", "Nederlands", "Taal", "Toestemming", "Berichten")
ROW: Mapping[str, str] = {
    "Naam": "Voorbeeld Een",
    "Geboortedatum": "14-9-1998",
    "Telefoon": "06 12345678",
    "E-mail": "",
    "Woonplaats": "Utrecht",
    "Nederlands": "B1",
    "Taal": "Arabisch",
    "Toestemming": "voorgelezen",
    "Berichten": "ja",
}
LANGUAGES = ("nl", "en", "ar", "uk", "tr", "ti")


def a_country() -> Snapshot:
    """A catalogue that knows one place."""
    return a_snapshot(places=[{"pc4_from": 3511, "pc4_to": 3515}], postcode_areas=[{}])


def a_row(number: int = 1, **told: str) -> dict[str, str]:
    """Someone who is like nobody else with another number."""
    return {
        **ROW,
        "Naam": f"Voorbeeld{number} Proef{number}",
        "Telefoon": f"06 1{number:07d}",
        **told,
    }


def a_table(*rows: Mapping[str, str]) -> Sequence[Sequence[str]]:
    """A header and rows below it."""
    return [HEADER, *([row[name] for name in HEADER] for row in rows)]
