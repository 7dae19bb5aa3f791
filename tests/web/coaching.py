"""An organisation with coaches, for tests."""

from __future__ import annotations

from gouden_poort.settings import Organisation

ORGANISATION = Organisation(
    name="Werkplaats Voorbeeld",
    phone="030 123 45 67",
    hours="op werkdagen van 9 tot 17 uur",
    email="hulp@voorbeeld.example",
)
