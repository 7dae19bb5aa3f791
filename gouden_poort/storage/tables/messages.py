"""Messages: whole until they were sent, then only that they were; given up, for 30 days more."""

from __future__ import annotations

from functools import partial

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, Table, Text, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, not_personal, personal
from gouden_poort.storage.types import Moment

_of_message = partial(personal, nullable=False, ground=Ground.PUBLIC_TASK, kept=Kept.MESSAGE, seen_by=SeenBy.COACH)

MESSAGES = Table(
    "messages",
    METADATA,
    Column("id", Uuid, primary_key=True),
    _of_message("kind", Text, purpose="to know what somebody was told"),
    _of_message("channel", Text, purpose="to know how somebody was told"),
    _of_message("language", Text, purpose="to write in the language of the reader"),
    _of_message("recipient", Text, purpose="to send it there; empty once it was sent"),
    _of_message(
        "facts", JSON, seen_by=SeenBy.NOBODY, purpose="to fill in the words, links too; empty once it was sent"
    ),
    Column("made_at", Moment, nullable=False),
    Column("due", Moment, nullable=False),
    Column("useless_after", Moment),
    Column("organisation_id", Uuid),
    Column("dossier_id", Uuid, ForeignKey("dossiers.id")),
    Column("account_id", Uuid),
    _of_message("sent_at", Moment, nullable=True, purpose="to know when somebody was told"),
    Column("tries", Integer, nullable=False),
    Column("claimed_at", Moment),
    Column("next_try", Moment),
    Column("failure", Text, nullable=False),
    Index(None, "next_try"),  # asked every half minute: empty for what was sent
    Index(None, "dossier_id"),
    Index(None, "account_id"),
    info=not_personal(
        "made_at",
        "due",
        "useless_after",
        "organisation_id",
        "account_id",
        "tries",
        "claimed_at",
        "next_try",
        "failure",
    ),
)
