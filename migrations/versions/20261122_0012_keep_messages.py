"""Keep messages until they are sent, and that they were.

On PostgreSQL a message is for the eyes of whoever it goes to, and of the coach of its dossier; anyone who is signed in
may add one to somebody else.

Revision: 0012, after 0011.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

SEEN = """
    account_id = {account}
    OR EXISTS (
        SELECT 1 FROM dossiers
        WHERE dossiers.id = messages.dossier_id
        AND (dossiers.coach_id = {account} OR dossiers.citizen_id = {account})
    )
"""


def upgrade() -> None:
    op.create_table(
        "messages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("useless_after", sa.DateTime(timezone=True), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_try", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failure", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name="fk_messages_dossier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_messages"),
    )
    for column in ("next_try", "dossier_id", "account_id"):
        op.create_index(f"ix_messages_{column}", "messages", [column])
    op.secure_rows("messages", SEEN, "{account} IS NOT NULL")  # type: ignore[attr-defined]


def downgrade() -> None:
    for column in ("account_id", "dossier_id", "next_try"):
        op.drop_index(f"ix_messages_{column}", table_name="messages")
    op.drop_table("messages")
