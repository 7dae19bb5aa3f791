"""Ways of looking at a caseload that a coach gave a name."""

from __future__ import annotations

from functools import partial

from sqlalchemy import Column, ForeignKey, Table, Text, UniqueConstraint, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, not_personal, personal
from gouden_poort.storage.types import Moment

_of_view = partial(personal, ground=Ground.CONTRACT, kept=Kept.ACCOUNT, seen_by=SeenBy.SELF, nullable=False)

SAVED_VIEWS = Table(
    "saved_views",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    _of_view("name", Text, purpose="to find a way of looking again"),
    _of_view("filters", Text, purpose="to look in that way again"),
    Column("made_at", Moment, nullable=False),
    UniqueConstraint("account_id", "name"),
    info=not_personal("made_at"),
)
