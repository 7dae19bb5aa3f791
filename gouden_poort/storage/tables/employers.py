"""What companies have here without an account; of people only whom they see after a yes."""

from __future__ import annotations

from functools import partial

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, Uuid

from gouden_poort.profiles.people.proposal import ProposalState
from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, not_personal, personal
from gouden_poort.storage.types import Choice, Members, Moment

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
    Index("ix_surpluses_told_by", "told_by"),
    info=not_personal(),
)

_of_proposal = partial(
    personal, ground=Ground.CONSENT, kept=Kept.DOSSIER, seen_by=SeenBy.COMPANY, purpose="to be asked by a company"
)
_of_answer = partial(
    personal, ground=Ground.PUBLIC_TASK, kept=Kept.DOSSIER, seen_by=SeenBy.COACH, purpose="to show nobody without a yes"
)

PROPOSALS = Table(
    "proposals",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("dossier_id", ForeignKey("dossiers.id"), nullable=False),
    Column("place_id", ForeignKey("free_places.id"), nullable=False),
    Column("organisation_id", Uuid, nullable=False),
    Column("company_id", Text, nullable=False),
    _of_answer("company", Text, nullable=False),
    _of_answer("work", Text, nullable=False),
    Column("made_by", Uuid, nullable=False),
    _of_answer("made_at", Moment, nullable=False),
    _of_answer("until", Date, nullable=False),
    _of_answer("state", Choice(ProposalState), nullable=False),
    _of_answer("answered_at", Moment),
    _of_proposal("initials", Text, nullable=False),
    _of_proposal("skills", Members, nullable=False),
    _of_proposal("town", Text, nullable=False),
    _of_proposal("starts_on", Date, nullable=False),
    Index("ix_proposals_dossier_id", "dossier_id", "made_at"),
    Index("ix_proposals_company", "organisation_id", "company_id"),
    info=not_personal("organisation_id", "company_id", "made_by"),
)
