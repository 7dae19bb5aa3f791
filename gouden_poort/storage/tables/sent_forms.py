"""Forms that were sent with something wrong in them, for the short time until they are shown again."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table, Text, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, not_personal, personal
from gouden_poort.storage.types import Moment

SENT_FORMS = Table(
    "sent_forms",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("kept_at", Moment, nullable=False),
    personal(
        "content",  # JSON in ASCII, so that anything typed can be kept
        Text,
        nullable=False,
        purpose="to show a form again with what was typed and what was wrong",
        ground=Ground.PUBLIC_TASK,
        kept=Kept.HOUR,
        seen_by=SeenBy.SELF,
    ),
    Index(None, "kept_at"),
    info=not_personal("kept_at"),
)
