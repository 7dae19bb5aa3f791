"""Citizens whom a coach helps: who they are, what they allow, what was written down and agreed."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, Table, Text, Uuid

from gouden_poort.profiles.people.agreement import Doer
from gouden_poort.profiles.people.consent import Given, Line
from gouden_poort.profiles.people.dossier import DossierState
from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.types import Choice, Members, Moment

DOSSIERS = Table(
    "dossiers",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("pseudonym", Uuid, nullable=False, unique=True),
    Column("organisation_id", Uuid, nullable=False),
    Column("coach_id", Uuid, nullable=False),
    Column("next_coach_id", Uuid),
    Column("citizen_id", Uuid),
    Column("assessment_id", Uuid, ForeignKey("assessments.id"), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("birth_date", Date, nullable=False),
    Column("phone", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("registered_at", Moment, nullable=False),
    Column("state", Choice(DossierState), nullable=False),
    Column("state_since", Date, nullable=False),
    Column("target_id", Text, nullable=False),
    Column("next_contact_on", Date),
    Column("last_contact_on", Date),
    Column("plan_changed_at", Moment),
    Column("plan_accepted_at", Moment),
    Column("labels", Members, nullable=False),
    Column("version", Integer, nullable=False),
    Index("ix_dossiers_caseload", "coach_id", "name_key"),
    Index("ix_dossiers_next_contact", "coach_id", "next_contact_on"),
    Index("ix_dossiers_next_coach_id", "next_coach_id"),
    Index("ix_dossiers_citizen_id", "citizen_id"),
    Index("ix_dossiers_birth_date", "organisation_id", "birth_date"),
)

CONSENTS = Table(
    "consents",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("dossier_id", Uuid, ForeignKey("dossiers.id"), nullable=False),
    Column("line", Choice(Line), nullable=False),
    Column("given", Choice(Given), nullable=False),
    Column("language", Text, nullable=False),
    Column("given_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Index("ix_consents_dossier_id", "dossier_id", "line"),
)

NOTES = Table(
    "notes",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("dossier_id", Uuid, ForeignKey("dossiers.id"), nullable=False),
    Column("author_id", Uuid, nullable=False),
    Column("written_at", Moment, nullable=False),
    Column("text", Text, nullable=False),
    Column("visible", Boolean(create_constraint=False), nullable=False),
    Column("changed_at", Moment),
    Column("version", Integer, nullable=False),
    Index("ix_notes_dossier_id", "dossier_id", "written_at"),
)

AGREEMENTS = Table(
    "agreements",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("dossier_id", Uuid, ForeignKey("dossiers.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("doer", Choice(Doer), nullable=False),
    Column("due_on", Date, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("made_by", Uuid, nullable=False),
    Column("done_at", Moment),
    Column("dropped_at", Moment),
    Index("ix_agreements_dossier_id", "dossier_id", "due_on"),
)
