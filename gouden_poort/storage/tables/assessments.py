"""Assessments of people without an account, and every answer they ever gave in them."""

from __future__ import annotations

from functools import partial

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, Table, Text, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, personal
from gouden_poort.storage.types import Moment

_of_someone = partial(personal, ground=Ground.PUBLIC_TASK, kept=Kept.UNUSED, seen_by=SeenBy.COACH)

ASSESSMENTS = Table(
    "assessments",
    METADATA,
    Column("id", Uuid, primary_key=True),
    _of_someone("started_at", Moment, nullable=False, purpose="to know when to wipe answers that nobody uses"),
    _of_someone("last_used_at", Moment, purpose="the same; empty: not since it was started"),
)

ANSWERS = Table(
    "assessment_answers",
    METADATA,
    Column("id", Integer, primary_key=True),  # rises: the highest answer to a question is the one that counts
    Column("assessment_id", ForeignKey("assessments.id"), nullable=False),
    _of_someone("question_id", Text, nullable=False, purpose="to know what was asked"),
    _of_someone("answer", JSON, nullable=False, purpose="to find routes to work that fit someone"),
    _of_someone("answered_at", Moment, nullable=False, purpose="to show what changed, and when"),
    Index(None, "assessment_id"),
)
