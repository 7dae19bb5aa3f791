"""Objections and corrections, from the day they came in until 90 days after a person answered."""

from __future__ import annotations

from functools import partial

from sqlalchemy import Column, Date, Table, Text, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, not_personal, personal
from gouden_poort.storage.types import Moment

_of_sender = partial(personal, ground=Ground.LEGAL_DUTY, kept=Kept.ANSWERED, seen_by=SeenBy.HOUSE)

OBJECTIONS = Table(
    "objections",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("number", Text, nullable=False, unique=True),
    _of_sender("received_at", Moment, nullable=False, purpose="to count the term of an answer"),
    Column("answer_by", Date, nullable=False),
    Column("about", Text, nullable=False),
    _of_sender("page", Text, nullable=False, purpose="to look at what someone saw"),
    _of_sender("what", Text, nullable=False, purpose="to know what is not right"),
    _of_sender("contact", Text, nullable=False, purpose="to answer"),
    Column("rules", Text, nullable=False),
    Column("catalogue", Text, nullable=False),
    Column("answered_at", Moment),
    info=not_personal("number", "answer_by", "about", "rules", "catalogue", "answered_at"),
)
