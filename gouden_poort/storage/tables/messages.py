"""Messages: whole until they were sent, then only that they were; given up, for 30 days more."""

from __future__ import annotations

from functools import partial

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, Table, Text, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, not_personal, personal, points_at
from gouden_poort.storage.types import Moment

_of_message = partial(personal, ground=Ground.PUBLIC_TASK, seen_by=SeenBy.HOUSE)
_until_sent = partial(_of_message, kept=Kept.UNSENT)
_on_timeline = partial(_of_message, kept=Kept.DOSSIER)

MESSAGES = Table(
    "messages",
    METADATA,
    Column("id", Uuid, primary_key=True),
    _on_timeline("kind", Text, nullable=False, purpose="to show what someone was told about"),
    _on_timeline("channel", Text, nullable=False, purpose="to show how someone was told"),
    _until_sent("language", Text, nullable=False, purpose="to write in a language that someone reads"),
    _until_sent("recipient", Text, nullable=False, purpose="to deliver it"),
    _until_sent(
        "facts", JSON, nullable=False, seen_by=SeenBy.NOBODY, purpose="to fill in the words of the message, links too"
    ),
    _on_timeline("made_at", Moment, nullable=False, purpose="to show when there was something to tell"),
    _until_sent("due", Moment, nullable=False, purpose="to send it at the right moment"),
    _until_sent("useless_after", Moment, purpose="not to send what would only confuse"),
    Column("organisation_id", Uuid),
    Column("dossier_id", Uuid, ForeignKey("dossiers.id")),
    points_at("account_id", Uuid, at="accounts.id"),
    _on_timeline("sent_at", Moment, purpose="to show when someone was told"),
    Column("tries", Integer, nullable=False),
    Column("claimed_at", Moment),
    Column("next_try", Moment),
    Column("failure", Text, nullable=False),
    Index(None, "next_try"),  # asked every half minute: empty for what was sent
    Index(None, "dossier_id"),
    Index(None, "account_id"),
    Index(None, "organisation_id"),
    info=not_personal("organisation_id", "tries", "claimed_at", "next_try", "failure"),
)
