"""Keep since when a plan and what happened drift apart, for the list of the coach. Known when a line is made again.

Revision: 0031, after 0030.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("journeys", sa.Column("drift_since", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("journeys", "drift_since")
