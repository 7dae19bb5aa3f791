"""Say of what is shared on what ground: a yes of the citizen, or a law by which a counsellor referred them.

What became a dossier by such a law was kept as a yes before.

Revision: 0022, after 0021.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("consents", sa.Column("ground", sa.Text(), nullable=False, server_default="consent"))
    op.execute(
        """UPDATE consents SET ground = (
            SELECT max(referrals.ground) FROM referrals
            WHERE referrals.dossier_id = consents.dossier_id AND referrals.answered_at = consents.given_at
        ) WHERE EXISTS (
            SELECT 1 FROM referrals
            WHERE referrals.dossier_id = consents.dossier_id AND referrals.answered_at = consents.given_at
        )"""
    )


def downgrade() -> None:
    op.drop_column("consents", "ground")
