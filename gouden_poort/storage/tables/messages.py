"""Messages: whole until they were sent, then only that they were; given up, for 30 days more."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, Integer, Table, Text, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.types import Moment

MESSAGES = Table(
    "messages",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("due", Moment, nullable=False),
    Column("useless_after", Moment),
    Column("organisation_id", Uuid),
    Column("dossier_id", Uuid),
    Column("account_id", Uuid),
    Column("sent_at", Moment),
    Column("tries", Integer, nullable=False),
    Column("claimed_at", Moment),
    Column("next_try", Moment),
    Column("failure", Text, nullable=False),
    Index(None, "next_try"),  # asked every half minute: empty for what was sent
    Index(None, "dossier_id"),
    Index(None, "account_id"),
)
