"""Keep a way back to answers without an account, and when they were last used, so that they can be wiped in time.

Revision: 0005, after 0004.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "resume_codes",
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("draw", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", name="pk_resume_codes"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessments.id"], name="fk_resume_codes_assessment_id"),
        sa.UniqueConstraint("code_hash", name="uq_resume_codes_code_hash"),
    )
    op.add_column("assessments", sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(
        "UPDATE assessments SET last_used_at = (SELECT max(answered_at) FROM assessment_answers"
        " WHERE assessment_answers.assessment_id = assessments.id)"
    )


def downgrade() -> None:
    op.drop_column("assessments", "last_used_at")
    op.drop_table("resume_codes")
