"""Keep which years of someone are not answered, and from when one may be asked, for the list of the coach.

What that is follows from plan and journal, that no migration reads: the next tick looks at every line and fills it in,
as it does whenever a line is made again. Asking twice asks nothing twice.

Revision: 0032, after 0031.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("journeys", sa.Column("ask_from", sa.Date(), nullable=True))
    op.add_column("journeys", sa.Column("open_years", sa.Text(), nullable=True))
    op.execute(
        """UPDATE journeys SET look_on = CURRENT_DATE
        WHERE phase <> 'closed' AND (look_on IS NULL OR look_on > CURRENT_DATE)"""
    )


def downgrade() -> None:
    op.drop_column("journeys", "open_years")
    op.drop_column("journeys", "ask_from")
