"""Hide dossiers of others in PostgreSQL, with what belongs to them.

A coach sees those of the own caseload and those that a colleague hands over; a citizen the own one. What belongs to a
dossier is seen by who sees the dossier.

Revision: 0015, after 0014.
"""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

SEEN = """
    ({role} = 'coach' AND organisation_id = {organisation} AND (coach_id = {account} OR next_coach_id = {account}))
    OR ({role} = 'citizen' AND citizen_id = {account})
"""
CHANGED = """
    ({role} = 'coach' AND organisation_id = {organisation}) OR ({role} = 'citizen' AND citizen_id = {account})
"""
"""Who hands over or takes over writes a row that they may not see afterwards."""
BELONGING = ("consents", "notes", "agreements")


def upgrade() -> None:
    op.secure_rows("dossiers", SEEN, CHANGED)  # type: ignore[attr-defined]
    for table in BELONGING:
        seen = f"EXISTS (SELECT 1 FROM dossiers WHERE dossiers.id = {table}.dossier_id)"  # noqa: S608 - our own names
        op.secure_rows(table, seen)  # type: ignore[attr-defined]


def downgrade() -> None:
    for table in (*BELONGING, "dossiers"):
        op.open_rows(table)  # type: ignore[attr-defined]
