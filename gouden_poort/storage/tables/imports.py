"""Files with people on their way in: the people for an hour at most, what was found about the rows without them."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Index, Integer, Table, Text, Uuid

from gouden_poort.profiles.people.bringing_in import ImportState
from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, not_personal, personal
from gouden_poort.storage.types import Choice, Moment

IMPORTS = Table(
    "imports",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("organisation_id", Uuid, nullable=False),
    Column("account_id", Uuid, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("state", Choice(ImportState), nullable=False),
    Column("fresh", Integer, nullable=False),
    Column("alike", Integer, nullable=False),
    Column("remarks", JSON, nullable=False),
    Column("with_alike", Boolean(create_constraint=False), nullable=False),
    Column("seen", Integer, nullable=False),
    Column("made", Integer, nullable=False),
    Column("worked_at", Moment),
    personal(
        "people",  # JSON in ASCII
        Text,
        nullable=False,
        purpose="to let a coach look at a file before its people come in",
        ground=Ground.PUBLIC_TASK,
        kept=Kept.HOUR,
        seen_by=SeenBy.NOBODY,
    ),
    Index(None, "made_at"),
    info=not_personal(
        "organisation_id",
        "account_id",
        "made_at",
        "state",
        "fresh",
        "alike",
        "remarks",
        "with_alike",
        "seen",
        "made",
        "worked_at",
    ),
)
