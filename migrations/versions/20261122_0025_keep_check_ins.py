"""Keep what someone answers each year, and since when a coach should call who did not.

On PostgreSQL the answers are seen by who sees the dossier.

Revision: 0025, after 0024.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

SEEN = "EXISTS (SELECT 1 FROM dossiers WHERE dossiers.id = check_ins.dossier_id)"


def upgrade() -> None:
    op.create_table(
        "check_ins",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_by", sa.Uuid(), nullable=False),
        sa.Column("going", sa.Text(), nullable=False),
        sa.Column("work", sa.Text(), nullable=False),
        sa.Column("learnt", sa.Text(), nullable=False),
        sa.Column("onward", sa.Text(), nullable=False),
        sa.Column("wants_talk", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name="fk_check_ins_dossier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_check_ins"),
        sa.UniqueConstraint("dossier_id", "year", name="uq_check_ins_dossier_id_year"),
    )
    op.secure_rows("check_ins", SEEN)  # type: ignore[attr-defined]
    op.add_column("journeys", sa.Column("call_since", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("journeys", "call_since")
    op.drop_table("check_ins")
