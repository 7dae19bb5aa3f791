"""Keep dossiers of citizens whom a coach helps, with what they allow, what was written down and what was agreed.

On PostgreSQL a coach sees those of the own caseload and those that a colleague hands over, and a citizen the own one.
What belongs to a dossier is seen by who sees the dossier.

Revision: 0010, after 0009.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

SEEN = """
    ({role} = 'coach' AND organisation_id = {organisation} AND (coach_id = {account} OR next_coach_id = {account}))
    OR ({role} = 'citizen' AND citizen_id = {account})
"""
CHANGED = """
    ({role} = 'coach' AND organisation_id = {organisation}) OR ({role} = 'citizen' AND citizen_id = {account})
"""
"""Who hands over or takes over writes a row that they may not see afterwards."""
BELONGING = ("consents", "notes", "agreements")


def upgrade() -> None:
    op.create_table(
        "dossiers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("pseudonym", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("coach_id", sa.Uuid(), nullable=False),
        sa.Column("next_coach_id", sa.Uuid(), nullable=True),
        sa.Column("citizen_id", sa.Uuid(), nullable=True),
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("state_since", sa.Date(), nullable=False),
        sa.Column("target_id", sa.Text(), nullable=False),
        sa.Column("next_contact_on", sa.Date(), nullable=True),
        sa.Column("last_contact_on", sa.Date(), nullable=True),
        sa.Column("plan_changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("plan_accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("labels", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessments.id"], name="fk_dossiers_assessment_id"),
        sa.PrimaryKeyConstraint("id", name="pk_dossiers"),
        sa.UniqueConstraint("pseudonym", name="uq_dossiers_pseudonym"),
        sa.UniqueConstraint("assessment_id", name="uq_dossiers_assessment_id"),
    )
    op.create_index("ix_dossiers_caseload", "dossiers", ["coach_id", "name_key"])
    op.create_index("ix_dossiers_next_contact", "dossiers", ["coach_id", "next_contact_on"])
    op.create_index("ix_dossiers_next_coach_id", "dossiers", ["next_coach_id"])
    op.create_index("ix_dossiers_citizen_id", "dossiers", ["citizen_id"])
    op.create_index("ix_dossiers_birth_date", "dossiers", ["organisation_id", "birth_date"])
    op.create_table(
        "consents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name="fk_consents_dossier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
    )
    op.create_index("ix_consents_dossier_id", "consents", ["dossier_id", "line"])
    op.create_table(
        "notes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("visible", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name="fk_notes_dossier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
    )
    op.create_index("ix_notes_dossier_id", "notes", ["dossier_id", "written_at"])
    op.create_table(
        "agreements",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("doer", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dropped_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name="fk_agreements_dossier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_agreements"),
    )
    op.create_index("ix_agreements_dossier_id", "agreements", ["dossier_id", "due_on"])
    op.secure_rows("dossiers", SEEN, CHANGED)  # type: ignore[attr-defined]
    for table in BELONGING:
        seen = f"EXISTS (SELECT 1 FROM dossiers WHERE dossiers.id = {table}.dossier_id)"  # noqa: S608 - our own names
        op.secure_rows(table, seen)  # type: ignore[attr-defined]


def downgrade() -> None:
    for table in ("agreements", "notes", "consents", "dossiers"):
        op.drop_table(table)
