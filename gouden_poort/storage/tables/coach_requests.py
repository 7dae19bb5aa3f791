"""Requests to a coach, until 30 days after someone reacted, or 90 days when nobody did."""

from __future__ import annotations

from functools import partial

from sqlalchemy import JSON, Column, Date, Index, Table, Text, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, not_personal, personal
from gouden_poort.storage.types import Moment

_of_sender = partial(personal, ground=Ground.CONSENT, kept=Kept.REACTED, seen_by=SeenBy.HOUSE)
_to_reach = partial(_of_sender, purpose="to get in touch")

COACH_REQUESTS = Table(
    "coach_requests",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("number", Text, nullable=False, unique=True),
    _of_sender("received_at", Moment, nullable=False, purpose="to count the term of a reaction"),
    Column("react_by", Date, nullable=False),
    _to_reach("name", Text, nullable=False),
    _to_reach("phone", Text, nullable=False),
    _to_reach("email", Text, nullable=False),
    _to_reach("language", Text, nullable=False),
    _to_reach("daypart", Text, nullable=False),
    _of_sender("route", Text, nullable=False, purpose="to talk about the route that someone chose"),
    _of_sender("shared", JSON, nullable=False, purpose="to show a coach what someone wanted to share"),
    Column("answered_at", Moment),
    Index(None, "received_at"),  # how many came in today is asked for each new one
    info=not_personal("number", "react_by", "answered_at"),
)
