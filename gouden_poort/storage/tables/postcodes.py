"""Exact middles of four-digit postcode areas, as brought in from a file."""

from __future__ import annotations

from sqlalchemy import Column, Double, Integer, Table

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import not_personal

POSTCODES = Table(
    "postcodes",
    METADATA,
    Column("pc4", Integer, primary_key=True, autoincrement=False),
    Column("lat", Double, nullable=False),
    Column("lon", Double, nullable=False),
    info=not_personal(),
)
