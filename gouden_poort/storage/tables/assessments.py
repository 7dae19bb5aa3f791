"""Assessments of people without an account, and every answer they ever gave in them."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, Table, Text, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.types import Moment

ASSESSMENTS = Table(
    "assessments",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("started_at", Moment, nullable=False),
    Column("last_used_at", Moment),  # empty: not since it was started
)

ANSWERS = Table(
    "assessment_answers",
    METADATA,
    Column("id", Integer, primary_key=True),  # rises: the highest answer to a question is the one that counts
    Column("assessment_id", ForeignKey("assessments.id"), nullable=False),
    Column("question_id", Text, nullable=False),
    Column("answer", JSON, nullable=False),
    Column("answered_at", Moment, nullable=False),
    Index(None, "assessment_id"),
)
