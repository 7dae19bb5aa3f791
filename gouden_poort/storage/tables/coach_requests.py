"""Requests to a coach, until 30 days after someone reacted, or 90 days when nobody did."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Date, Index, Table, Text, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.types import Moment

COACH_REQUESTS = Table(
    "coach_requests",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("number", Text, nullable=False, unique=True),
    Column("received_at", Moment, nullable=False),
    Column("react_by", Date, nullable=False),
    Column("name", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("daypart", Text, nullable=False),
    Column("route", Text, nullable=False),
    Column("shared", JSON, nullable=False),
    Column("answered_at", Moment),
    Index(None, "received_at"),  # how many came in today is asked for each new one
)
