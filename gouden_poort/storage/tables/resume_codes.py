"""Ways back to answers without an account: a keyed hash of the code, never the code."""

from __future__ import annotations

from functools import partial

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, personal
from gouden_poort.storage.types import Moment

_of_code = partial(personal, ground=Ground.PUBLIC_TASK, kept=Kept.UNUSED, seen_by=SeenBy.NOBODY)

RESUME_CODES = Table(
    "resume_codes",
    METADATA,
    Column("assessment_id", ForeignKey("assessments.id"), primary_key=True),
    _of_code("code_hash", Text, nullable=False, unique=True, purpose="to let someone go on in another browser"),
    _of_code("draw", Integer, nullable=False, purpose="to draw the same code again for who forgot it"),
    _of_code("made_at", Moment, nullable=False, purpose="to know when the code was given"),
)
