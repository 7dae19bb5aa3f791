"""Keep the telephone number of colleagues: citizens and counsellors may call them. Nobody has one yet.

Revision: 0021, after 0020.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("accounts", sa.Column("phone", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("accounts", "phone")
