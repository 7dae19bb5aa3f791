"""Which organisation took up what somebody asked. Nothing about who asked: the key leads nowhere once that is wiped."""

from __future__ import annotations

from sqlalchemy import Column, Table, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import not_personal
from gouden_poort.storage.types import Moment

REQUEST_CLAIMS = Table(
    "request_claims",
    METADATA,
    Column("request_id", Uuid, primary_key=True),
    Column("organisation_id", Uuid, nullable=False),
    Column("account_id", Uuid, nullable=False),
    Column("taken_at", Moment, nullable=False),
    info=not_personal(),
)
