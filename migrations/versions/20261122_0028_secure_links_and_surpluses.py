"""Hide links of companies, and where work stops, from other organisations; on PostgreSQL, as their places are.

What a company does with its link the house does for it. What it told before is found by its link.

Revision: 0028, after 0027.
"""

from __future__ import annotations

from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

TABLES = ("company_links", "surpluses")


def upgrade() -> None:
    for table in TABLES:
        op.secure_rows(table, "organisation_id = {organisation}")  # type: ignore[attr-defined]
    op.create_index("ix_surpluses_told_by", "surpluses", ["told_by"])


def downgrade() -> None:
    op.drop_index("ix_surpluses_told_by", table_name="surpluses")
    for table in reversed(TABLES):
        op.open_rows(table)  # type: ignore[attr-defined]
