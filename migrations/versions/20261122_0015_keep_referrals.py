"""Keep referrals of counsellors, and what counsellor and coach write about them.

On PostgreSQL a referral is for the eyes of the counsellor who made it, of coaches where it was sent to, from the
dossier on of its coach alone, and of the citizen whose dossier it is; a message for whoever may see the referral.

Revision: 0015, after 0014.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

SEEN = """
    ({role} = 'counsellor' AND counsellor_id = {account})
    OR ({role} = 'coach' AND to_organisation_id = {organisation} AND (
        dossier_id IS NULL
        OR EXISTS (SELECT 1 FROM dossiers WHERE dossiers.id = referrals.dossier_id AND dossiers.coach_id = {account})
    ))
    OR EXISTS (
        SELECT 1 FROM dossiers WHERE dossiers.id = referrals.dossier_id AND dossiers.citizen_id = {account}
    )
"""
ABOUT_SEEN = "EXISTS (SELECT 1 FROM referrals WHERE referrals.id = referral_messages.referral_id)"
"""What is seen of referrals in a policy is what the policy of referrals lets through."""


def upgrade() -> None:
    op.create_table(
        "referrals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("pseudonym", sa.Uuid(), nullable=False),
        sa.Column("counsellor_id", sa.Uuid(), nullable=False),
        sa.Column("from_organisation_id", sa.Uuid(), nullable=False),
        sa.Column("to_organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("back_reason", sa.Text(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.Column("first_talk_on", sa.Date(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("stopped_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name="fk_referrals_dossier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_referrals"),
    )
    op.create_index("ix_referrals_counsellor_id", "referrals", ["counsellor_id", "sent_at"])
    op.create_index("ix_referrals_received", "referrals", ["to_organisation_id", "state", "answer_by"])
    op.create_index("ix_referrals_from_organisation_id", "referrals", ["from_organisation_id", "sent_at"])
    op.create_index("ix_referrals_dossier_id", "referrals", ["dossier_id"])
    op.secure_rows("referrals", SEEN)  # type: ignore[attr-defined]
    op.create_table(
        "referral_messages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name="fk_referral_messages_referral_id"),
        sa.PrimaryKeyConstraint("id", name="pk_referral_messages"),
    )
    op.create_index("ix_referral_messages_referral_id", "referral_messages", ["referral_id", "written_at"])
    op.secure_rows("referral_messages", ABOUT_SEEN)  # type: ignore[attr-defined]


def downgrade() -> None:
    op.drop_table("referral_messages")
    op.drop_table("referrals")
