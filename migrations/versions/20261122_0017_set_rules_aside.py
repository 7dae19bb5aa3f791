"""Keep which rules a coach set aside for one person, with the reason.

On PostgreSQL they are for the eyes of the coach and the citizen of the dossier.

Revision: 0017, after 0016.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

SEEN = """
    EXISTS (
        SELECT 1 FROM dossiers
        WHERE dossiers.id = set_aside.dossier_id
        AND (dossiers.coach_id = {account} OR dossiers.citizen_id = {account})
    )
"""


def upgrade() -> None:
    op.create_table(
        "set_aside",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("rule_id", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name="fk_set_aside_dossier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_set_aside"),
    )
    op.create_index("ix_set_aside_dossier_id", "set_aside", ["dossier_id"])
    op.secure_rows("set_aside", SEEN)  # type: ignore[attr-defined]


def downgrade() -> None:
    op.drop_index("ix_set_aside_dossier_id", table_name="set_aside")
    op.drop_table("set_aside")
