"""Forms that were sent with something wrong in them, for the short time until they are shown again."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table, Text, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.types import Moment

SENT_FORMS = Table(
    "sent_forms",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("kept_at", Moment, nullable=False),
    Column("content", Text, nullable=False),  # JSON in ASCII, so that anything typed can be kept
    Index(None, "kept_at"),
)
