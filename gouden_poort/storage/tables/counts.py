"""How many took each step of the service on a day; nothing about a person."""

from __future__ import annotations

from sqlalchemy import Column, Date, Integer, Table, Text

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import not_personal

DAILY_COUNTS = Table(
    "daily_counts",
    METADATA,
    Column("day", Date, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("milestone", Text, primary_key=True),
    Column("many", Integer, nullable=False),
    info=not_personal(),
)
