"""Let colleagues see what is in the outbox, and find what an organisation did by day in the audit trail.

On PostgreSQL coaches also see what their organisation wrote to somebody without a dossier, and administrators what goes
to people who work there.

Revision: 0023, after 0022.
"""

from __future__ import annotations

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

SEEN_BEFORE = """
    account_id = {account}
    OR EXISTS (
        SELECT 1 FROM dossiers
        WHERE dossiers.id = messages.dossier_id
        AND (dossiers.coach_id = {account} OR dossiers.citizen_id = {account})
    )
"""
SEEN = f"""{SEEN_BEFORE}
    OR (
        dossier_id IS NULL AND organisation_id = {{organisation}} AND (
            ({{role}} = 'coach' AND account_id IS NULL)
            OR ({{role}} = 'administrator' AND account_id IS NOT NULL)
        )
    )
"""
CHANGED = "{account} IS NOT NULL"


def upgrade() -> None:
    op.create_index("ix_trail_organisation", "trail", ["organisation_id", "moment"])
    op.create_index("ix_messages_organisation_id", "messages", ["organisation_id"])
    op.open_rows("messages")  # type: ignore[attr-defined]
    op.secure_rows("messages", SEEN, CHANGED)  # type: ignore[attr-defined]


def downgrade() -> None:
    op.open_rows("messages")  # type: ignore[attr-defined]
    op.secure_rows("messages", SEEN_BEFORE, CHANGED)  # type: ignore[attr-defined]
    op.drop_index("ix_messages_organisation_id", table_name="messages")
    op.drop_index("ix_trail_organisation", table_name="trail")
