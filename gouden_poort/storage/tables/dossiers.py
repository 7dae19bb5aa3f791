"""Citizens whom a coach helps: who they are, what they allow, what was written down and agreed."""

from __future__ import annotations

from functools import partial

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, Table, Text, Uuid

from gouden_poort.profiles.people.agreement import Doer
from gouden_poort.profiles.people.consent import Given, LegalGround, Line
from gouden_poort.profiles.people.dossier import DossierState
from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, not_personal, owns, personal
from gouden_poort.storage.types import Choice, Members, Moment

_of_citizen = partial(personal, ground=Ground.PUBLIC_TASK, kept=Kept.DOSSIER, seen_by=SeenBy.COACH)
_to_reach = partial(_of_citizen, nullable=False, purpose="to get in touch")
_of_plan = partial(_of_citizen, purpose="to see who needs attention, and when")

DOSSIERS = Table(
    "dossiers",
    METADATA,
    Column("id", Uuid, primary_key=True),
    _of_citizen(
        "pseudonym",
        Uuid,
        nullable=False,
        unique=True,
        seen_by=SeenBy.NOBODY,
        purpose="to name someone in the audit trail; once it is gone nothing leads back from there",
    ),
    Column("organisation_id", Uuid, nullable=False),
    Column("coach_id", Uuid, nullable=False),
    Column("next_coach_id", Uuid),
    owns("citizen_id", Uuid, at="accounts.id"),
    owns("assessment_id", Uuid, ForeignKey("assessments.id"), nullable=False, unique=True),
    _to_reach("name", Text),
    _of_citizen(
        "name_key", Text, nullable=False, purpose="to find someone by name, also when it is spelled in another way"
    ),
    _of_citizen(
        "birth_date",
        Date,
        nullable=False,
        purpose="to tell people with the same name apart, and to judge rules about age",
    ),
    _to_reach("phone", Text),
    _to_reach("email", Text),
    _to_reach("language", Text),
    _of_citizen("registered_at", Moment, nullable=False, purpose="to know since when someone is helped"),
    _of_plan("state", Choice(DossierState), nullable=False),
    _of_plan("state_since", Date, nullable=False),
    _of_citizen("target_id", Text, nullable=False, purpose="to know to which work the plan leads"),
    _of_plan("next_contact_on", Date),
    _of_plan("last_contact_on", Date),
    _of_plan("plan_changed_at", Moment),
    _of_citizen("plan_accepted_at", Moment, purpose="to know that the plan is of both"),
    _of_plan("labels", Members, nullable=False),
    Column("version", Integer, nullable=False),
    Index("ix_dossiers_caseload", "coach_id", "name_key"),
    Index("ix_dossiers_next_contact", "coach_id", "next_contact_on"),
    Index("ix_dossiers_next_coach_id", "next_coach_id"),
    Index("ix_dossiers_citizen_id", "citizen_id"),
    Index("ix_dossiers_birth_date", "organisation_id", "birth_date"),
    info=not_personal("organisation_id", "coach_id", "next_coach_id", "version"),
)

_of_consent = partial(personal, ground=Ground.LEGAL_DUTY, kept=Kept.DOSSIER, seen_by=SeenBy.COACH)

CONSENTS = Table(
    "consents",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("dossier_id", Uuid, ForeignKey("dossiers.id"), nullable=False),
    _of_consent("line", Choice(Line), nullable=False, purpose="to know what someone allows"),
    _of_consent(
        "ground", Choice(LegalGround), nullable=False, purpose="to show whether it was a yes, or on which law it rests"
    ),
    _of_consent("given", Choice(Given), nullable=False, purpose="to show how it was allowed"),
    _of_consent("language", Text, nullable=False, purpose="to show in which language it was explained"),
    _of_consent("given_at", Moment, nullable=False, purpose="to show since when it is allowed"),
    _of_consent("ended_at", Moment, purpose="to show until when it was allowed"),
    Index("ix_consents_dossier_id", "dossier_id", "line"),
)

NOTES = Table(
    "notes",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("dossier_id", Uuid, ForeignKey("dossiers.id"), nullable=False),
    Column("author_id", Uuid, nullable=False),
    _of_citizen("written_at", Moment, nullable=False, purpose="to read notes in their order"),
    _of_citizen("text", Text, nullable=False, purpose="to go on where a talk ended"),
    Column("visible", Boolean(create_constraint=False), nullable=False),
    _of_citizen("changed_at", Moment, purpose="to show that it was changed"),
    Column("version", Integer, nullable=False),
    Index("ix_notes_dossier_id", "dossier_id", "written_at"),
    info=not_personal("author_id", "visible", "version"),
)

AGREEMENTS = Table(
    "agreements",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("dossier_id", Uuid, ForeignKey("dossiers.id"), nullable=False),
    _of_citizen("text", Text, nullable=False, purpose="to know what was agreed"),
    _of_citizen("doer", Choice(Doer), nullable=False, purpose="to know who does it"),
    _of_citizen("due_on", Date, nullable=False, purpose="to ask after it in time"),
    _of_citizen("made_at", Moment, nullable=False, purpose="to show when it was agreed"),
    Column("made_by", Uuid, nullable=False),
    _of_citizen("done_at", Moment, purpose="to show what was done"),
    _of_citizen("dropped_at", Moment, purpose="to show what is no longer asked"),
    Index("ix_agreements_dossier_id", "dossier_id", "due_on"),
    info=not_personal("made_by"),
)
