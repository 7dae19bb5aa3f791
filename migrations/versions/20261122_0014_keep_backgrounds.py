"""Keep work outside technology with each catalogue: what people come from, their tasks, the skills these give.

Revision: 0014, after 0013.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

FILES = ("backgrounds", "background_tasks", "task_skills")


def upgrade() -> None:
    rows_of("backgrounds", text("background_id"), text("label"), text("isco_codes"))
    rows_of("background_tasks", text("task_id"), text("background_id"), text("label"))
    rows_of("task_skills", text("task_id"), text("skill_id"), sa.Column("level", sa.Integer(), nullable=False))


def downgrade() -> None:
    for file in reversed(FILES):
        op.drop_table(f"catalogue_{file}")


def rows_of(file: str, *columns: sa.Column[Any]) -> None:
    """The table for the rows of one file: numbered within a version, with room for columns we do not know."""
    table = f"catalogue_{file}"
    reference = sa.ForeignKey("catalogue_versions.id", name=f"fk_{table}_version_id")
    op.create_table(
        table,
        sa.Column("version_id", sa.Integer(), reference, autoincrement=False, nullable=False),
        sa.Column("row_number", sa.Integer(), autoincrement=False, nullable=False),
        *columns,
        sa.Column("extra", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("version_id", "row_number", name=f"pk_{table}"),
        sqlite_with_rowid=False,
    )


def text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)
