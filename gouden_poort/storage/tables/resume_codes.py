"""Ways back to answers without an account: a keyed hash of the code, never the code."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.types import Moment

RESUME_CODES = Table(
    "resume_codes",
    METADATA,
    Column("assessment_id", ForeignKey("assessments.id"), primary_key=True),
    Column("code_hash", Text, nullable=False, unique=True),
    Column("draw", Integer, nullable=False),
    Column("made_at", Moment, nullable=False),
)
