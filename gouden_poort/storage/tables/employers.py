"""What companies have here without an account: nothing of it is about a person."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, Text, UniqueConstraint, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import not_personal
from gouden_poort.storage.types import Moment

COMPANY_LINKS = Table(
    "company_links",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("organisation_id", Uuid, nullable=False),
    Column("company_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("token_hash", Text, nullable=False),
    Column("made_by", Uuid, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("seen_at", Moment),
    UniqueConstraint("token_hash", name="uq_company_links_token_hash"),
    Index("ix_company_links_organisation_id", "organisation_id"),
    info=not_personal(),
)

SURPLUSES = Table(
    "surpluses",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("organisation_id", Uuid, nullable=False),
    Column("occupation_id", Text, nullable=False),
    Column("people", Integer, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("employer", Text, nullable=False),
    Column("town", Text, nullable=False),
    Column("region", Text, nullable=False),
    Column("company_id", Text, nullable=False),
    Column("told_at", Moment, nullable=False),
    Column("told_by", Uuid, nullable=False),
    Column("by_company", Boolean(create_constraint=False), nullable=False),
    Column("withdrawn_at", Moment),
    Index("ix_surpluses_organisation_id", "organisation_id", "last_day"),
    info=not_personal(),
)
