"""The ten years after a choice: plans as they were chosen, what happened, what was promised, and one line for lists."""

from __future__ import annotations

from functools import partial

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)

from gouden_poort.development.check_in import Going, Onward, WorkNow
from gouden_poort.development.commitment import Party
from gouden_poort.development.drift import DriftKind
from gouden_poort.development.event import EventKind
from gouden_poort.development.proof import ProofKind
from gouden_poort.development.proof_file import FileKind
from gouden_poort.development.standing import Phase
from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, not_personal, personal
from gouden_poort.storage.types import Choice, Members, Moment, OpenYears

_of_citizen = partial(personal, ground=Ground.PUBLIC_TASK, kept=Kept.DOSSIER, seen_by=SeenBy.COACH)
_of_plan = partial(_of_citizen, nullable=False, purpose="to hold what happens against what was promised")
_of_event = partial(_of_citizen, purpose="to know what happened in ten years")
_of_promise = partial(_of_citizen, purpose="to know what someone may claim, and from whom")
_of_year = partial(_of_citizen, nullable=False, purpose="to know each year how someone does, and what they want next")
_of_proof = partial(_of_citizen, purpose="to show for ten years what someone can, and how that is known")
_of_review = partial(_of_citizen, purpose="to tell someone when the catalogue or the rules changed for their plan")
_of_journey = partial(_of_citizen, purpose="to see who stalls, and what became of all together")

PLANS = Table(
    "plans",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("dossier_id", Uuid, ForeignKey("dossiers.id"), nullable=False),
    _of_plan("made_at", Moment),
    Column("made_by", Uuid, nullable=False),
    Column("catalogue_version", Text, nullable=False),
    Column("rules_version", Text, nullable=False),
    _of_plan("kept", Text),
    Index("ix_plans_dossier_id", "dossier_id", "made_at"),
    info=not_personal("made_by", "catalogue_version", "rules_version"),
)

EVENTS = Table(
    "events",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("dossier_id", Uuid, ForeignKey("dossiers.id"), nullable=False),
    _of_event("kind", Choice(EventKind), nullable=False),
    _of_event("day", Date, nullable=False),
    _of_event("written_at", Moment, nullable=False),
    Column("written_by", Uuid),
    Column("plan_id", Uuid),
    Column("milestone_id", Uuid),
    _of_event("occupation_id", Text, nullable=False),
    _of_event("sector", Text, nullable=False),
    _of_event("employer", Text, nullable=False),
    _of_event("hours_per_week", Integer),
    _of_event("moved_to", Date),
    _of_event("year", Integer),
    _of_event("words", Text, nullable=False),
    Column("corrects", Uuid),
    _of_event("instead", Choice(EventKind)),
    Index("ix_events_dossier_id", "dossier_id", "day"),
    info=not_personal("written_by", "plan_id", "milestone_id", "corrects"),
)

COMMITMENTS = Table(
    "commitments",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("dossier_id", Uuid, ForeignKey("dossiers.id"), nullable=False),
    _of_promise("party", Choice(Party), nullable=False),
    _of_promise("name", Text, nullable=False),
    _of_promise("paper", Text, nullable=False),
    _of_promise("holds_from", Date, nullable=False),
    _of_promise("holds_until", Date),
    _of_promise("work_within_weeks", Integer),
    _of_promise("training_every_months", Integer),
    _of_promise("takes_back", Boolean(create_constraint=False), nullable=False),
    _of_promise("pause_extends", Boolean(create_constraint=False), nullable=False),
    _of_promise("recorded_at", Moment, nullable=False),
    Column("recorded_by", Uuid, nullable=False),
    _of_promise("agreed_by_citizen_at", Moment),
    _of_promise("agreed_by_staff_at", Moment),
    _of_promise("doubted_at", Moment),
    _of_promise("doubt", Text, nullable=False, server_default=""),
    _of_promise("ended_on", Date),
    _of_promise("ended_because", Text, nullable=False, server_default=""),
    Column("version", Integer, nullable=False, server_default="1"),
    Index("ix_commitments_dossier_id", "dossier_id", "recorded_at"),
    info=not_personal("recorded_by", "version"),
)

PROOFS = Table(
    "proofs",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("dossier_id", Uuid, ForeignKey("dossiers.id"), nullable=False),
    _of_proof("kind", Choice(ProofKind), nullable=False),
    _of_proof("source", Text, nullable=False),
    _of_proof("skill_id", Text, nullable=False),
    _of_proof("confirmed_at", Moment),
    Column("confirmed_by", Uuid),
    Column("version", Integer, nullable=False),
    Index("ix_proofs_dossier_id", "dossier_id"),
    info=not_personal("confirmed_by", "version"),
)

PROOF_FILES = Table(
    "proof_files",
    METADATA,
    Column("proof_id", Uuid, ForeignKey("proofs.id"), primary_key=True),
    _of_proof("kind", Choice(FileKind), nullable=False),
    _of_proof("size", Integer, nullable=False),
    _of_proof("content", LargeBinary, nullable=False),
)

CHECK_INS = Table(
    "check_ins",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("dossier_id", Uuid, ForeignKey("dossiers.id"), nullable=False),
    _of_year("year", Integer),
    _of_year("answered_at", Moment),
    Column("answered_by", Uuid, nullable=False),
    _of_year("going", Choice(Going)),
    _of_year("work", Choice(WorkNow)),
    _of_year("learnt", Text),
    _of_year("onward", Choice(Onward)),
    _of_year("wants_talk", Boolean(create_constraint=False)),
    UniqueConstraint("dossier_id", "year", name="uq_check_ins_dossier_id_year"),
    info=not_personal("answered_by"),
)

JOURNEYS = Table(
    "journeys",
    METADATA,
    Column("dossier_id", Uuid, ForeignKey("dossiers.id"), primary_key=True),
    Column("plan_id", Uuid, ForeignKey("plans.id"), nullable=False),
    _of_journey("region", Text, nullable=False),
    _of_journey("groups", Members, nullable=False),
    _of_journey("target_id", Text, nullable=False),
    _of_journey("target_sector", Text, nullable=False),
    _of_journey("chosen_on", Date, nullable=False),
    _of_journey("planned_work_on", Date, nullable=False),
    _of_journey("phase", Choice(Phase), nullable=False),
    _of_journey("started_on", Date),
    _of_journey("finished_on", Date),
    _of_journey("work_on", Date),
    _of_journey("left_on", Date),
    _of_journey("first_sector", Text, nullable=False),
    _of_journey("sector", Text, nullable=False),
    _of_journey("occupation_id", Text, nullable=False),
    _of_journey("seen_until", Date),
    _of_journey("missed", Integer, nullable=False),
    _of_journey("call_since", Date),
    _of_journey("drift", Choice(DriftKind)),
    _of_journey("drift_since", Date),
    _of_journey("ask_from", Date),
    _of_journey("open_years", OpenYears),
    _of_journey("look_on", Date),
    Index("ix_journeys_look_on", "look_on"),
    Index("ix_journeys_region", "region"),
)

PLAN_REVIEWS = Table(
    "plan_reviews",
    METADATA,
    Column("dossier_id", Uuid, ForeignKey("dossiers.id"), primary_key=True),
    Column("plan_id", Uuid, ForeignKey("plans.id"), nullable=False),
    Column("catalogue_version", Text, nullable=False),
    Column("rules_version", Text, nullable=False),
    _of_review("reviewed_at", Moment, nullable=False),
    _of_review("kind", Choice(DriftKind)),
    _of_review("since", Date),
    _of_review("occupation_id", Text, nullable=False),
    _of_review("label", Text, nullable=False),
    _of_review("kept_at", Moment),
    Column("kept_by", Uuid),
    info=not_personal("catalogue_version", "rules_version", "kept_by"),
)
