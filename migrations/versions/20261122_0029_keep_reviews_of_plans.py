"""Keep what was found when a plan was looked at again, and in which catalogue and rules.

On PostgreSQL it is seen by who sees the dossier.

Revision: 0029, after 0028.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

SEEN = "EXISTS (SELECT 1 FROM dossiers WHERE dossiers.id = plan_reviews.dossier_id)"


def upgrade() -> None:
    op.create_table(
        "plan_reviews",
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("catalogue_version", sa.Text(), nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("occupation_id", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("kept_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name="fk_plan_reviews_dossier_id"),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name="fk_plan_reviews_plan_id"),
        sa.PrimaryKeyConstraint("dossier_id", name="pk_plan_reviews"),
    )
    op.secure_rows("plan_reviews", SEEN)  # type: ignore[attr-defined]


def downgrade() -> None:
    op.drop_table("plan_reviews")
