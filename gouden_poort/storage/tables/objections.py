"""Objections and corrections, from the day they came in until 90 days after a person answered."""

from __future__ import annotations

from sqlalchemy import Column, Date, Table, Text, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.types import Moment

OBJECTIONS = Table(
    "objections",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("number", Text, nullable=False, unique=True),
    Column("received_at", Moment, nullable=False),
    Column("answer_by", Date, nullable=False),
    Column("about", Text, nullable=False),
    Column("page", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("contact", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("catalogue", Text, nullable=False),
    Column("answered_at", Moment),
)
