"""Where someone is signed in, and links that let someone in once: hashes of what stands in a browser or a mail."""

from __future__ import annotations

from functools import partial

from sqlalchemy import Boolean, Column, ForeignKey, Index, Table, Text, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, personal
from gouden_poort.storage.types import Moment

_of_session = partial(personal, ground=Ground.CONTRACT, kept=Kept.SESSION, seen_by=SeenBy.SELF)
_of_link = partial(personal, ground=Ground.CONTRACT, kept=Kept.SESSION, seen_by=SeenBy.NOBODY)

ACCOUNT_SESSIONS = Table(
    "account_sessions",
    METADATA,
    personal(
        "token_hash",
        Text,
        primary_key=True,
        purpose="to know a browser again",
        ground=Ground.CONTRACT,
        kept=Kept.SESSION,
        seen_by=SeenBy.NOBODY,
    ),
    _of_session("id", Uuid, nullable=False, unique=True, purpose="to end this session from another"),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    _of_session("begun_at", Moment, nullable=False, purpose="when it is over at the latest"),
    _of_session("used_at", Moment, nullable=False, purpose="when it is over for being idle"),
    _of_session("complete", Boolean, nullable=False, purpose="whether all factors were given"),
    _of_session("own_device", Boolean, nullable=False, purpose="how long it holds"),
    _of_session("device", Text, nullable=False, purpose="to know one's own devices in a list"),
    _of_session("ended_at", Moment, purpose="that it was ended"),
    Index(None, "account_id"),
    Index(None, "used_at"),
)
ONE_TIME_LINKS = Table(
    "one_time_links",
    METADATA,
    _of_link("token_hash", Text, primary_key=True, purpose="to know a link again"),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    _of_link("purpose", Text, nullable=False, purpose="what the link is for"),
    _of_link("made_at", Moment, nullable=False, purpose="since when it works"),
    _of_link("until", Moment, nullable=False, purpose="until when it works"),
    Column("made_by", ForeignKey("accounts.id")),
    _of_link("used_at", Moment, purpose="a link works once"),
    Index(None, "account_id"),
    Index(None, "until"),
)
