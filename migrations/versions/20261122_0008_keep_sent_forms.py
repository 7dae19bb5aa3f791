"""Keep a form with something wrong in it for an hour, so that an error page can be reloaded without sending again.

Revision: 0008, after 0007.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sent_forms",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sent_forms"),
    )
    op.create_index("ix_sent_forms_kept_at", "sent_forms", ["kept_at"])


def downgrade() -> None:
    op.drop_table("sent_forms")
