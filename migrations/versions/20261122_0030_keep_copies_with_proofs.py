"""Keep a photo or a PDF with a proof; on PostgreSQL it is seen by who sees the proof.

Revision: 0030, after 0029.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

SEEN = "EXISTS (SELECT 1 FROM proofs WHERE proofs.id = proof_files.proof_id)"


def upgrade() -> None:
    op.create_table(
        "proof_files",
        sa.Column("proof_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["proof_id"], ["proofs.id"], name="fk_proof_files_proof_id"),
        sa.PrimaryKeyConstraint("proof_id", name="pk_proof_files"),
    )
    op.secure_rows("proof_files", SEEN)  # type: ignore[attr-defined]


def downgrade() -> None:
    op.drop_table("proof_files")
