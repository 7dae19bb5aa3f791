"""Keep the proofs of what someone can, what a citizen says is not right in a commitment, and why it ended.

A commitment is changed by one person at a time: its version says which one was read. On PostgreSQL proofs are seen by
who sees the dossier.

Revision: 0026, after 0025.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

SEEN = "EXISTS (SELECT 1 FROM dossiers WHERE dossiers.id = proofs.dossier_id)"


def upgrade() -> None:
    op.add_column("commitments", sa.Column("doubted_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("commitments", sa.Column("doubt", sa.Text(), nullable=False, server_default=""))
    op.add_column("commitments", sa.Column("ended_because", sa.Text(), nullable=False, server_default=""))
    op.add_column("commitments", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    op.create_table(
        "proofs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("skill_id", sa.Text(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_by", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name="fk_proofs_dossier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_proofs"),
    )
    op.create_index("ix_proofs_dossier_id", "proofs", ["dossier_id"])
    op.secure_rows("proofs", SEEN)  # type: ignore[attr-defined]


def downgrade() -> None:
    op.drop_table("proofs")
    for column in ("version", "ended_because", "doubt", "doubted_at"):
        op.drop_column("commitments", column)
