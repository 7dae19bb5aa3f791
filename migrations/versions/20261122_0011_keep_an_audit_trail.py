"""Keep an audit trail that is only added to: the database refuses to change or remove what is in it.

On PostgreSQL nobody writes in the name of another, and who reads it sees their own deeds, the looks at their own
dossier, or what is done in the organisation they administer.

Revision: 0011, after 0010.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

SEEN = """
    account_id = {account}
    OR ({role} = 'administrator' AND organisation_id = {organisation})
    OR EXISTS (
        SELECT 1 FROM dossiers WHERE dossiers.pseudonym = trail.subject AND dossiers.citizen_id = {account}
    )
"""
ON_SQLITE = (
    """CREATE TRIGGER trail_stays BEFORE UPDATE ON trail
    BEGIN SELECT RAISE(ABORT, 'the trail is only added to'); END""",
    """CREATE TRIGGER trail_is_kept BEFORE DELETE ON trail
    BEGIN SELECT RAISE(ABORT, 'the trail is only added to'); END""",
    """CREATE TRIGGER trail_seal_moves_on BEFORE UPDATE ON trail_seal WHEN NEW.seq <= OLD.seq
    BEGIN SELECT RAISE(ABORT, 'the trail is only added to'); END""",
    """CREATE TRIGGER trail_seal_is_kept BEFORE DELETE ON trail_seal
    BEGIN SELECT RAISE(ABORT, 'the trail is only added to'); END""",
)
ON_POSTGRESQL = (
    """CREATE FUNCTION trail_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the trail is only added to'; END $$""",
    """CREATE TRIGGER trail_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON trail
    FOR EACH STATEMENT EXECUTE FUNCTION trail_refuses()""",
    """CREATE TRIGGER trail_seal_moves_on BEFORE UPDATE ON trail_seal
    FOR EACH ROW WHEN (NEW.seq <= OLD.seq) EXECUTE FUNCTION trail_refuses()""",
    """CREATE TRIGGER trail_seal_is_kept BEFORE DELETE OR TRUNCATE ON trail_seal
    FOR EACH STATEMENT EXECUTE FUNCTION trail_refuses()""",
)


def upgrade() -> None:
    op.create_table(
        "trail",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("moment", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("deed", sa.Text(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_trail"),
    )
    op.create_index("ix_trail_subject", "trail", ["subject", "seq"])
    seals = op.create_table(
        "trail_seal",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.CheckConstraint("id = 1", name="ck_trail_seal_one"),
        sa.PrimaryKeyConstraint("id", name="pk_trail_seal"),
    )
    op.bulk_insert(seals, [{"id": 1, "seq": 0, "hash": "0" * 64}])
    postgresql = op.get_context().dialect.name == "postgresql"
    for command in ON_POSTGRESQL if postgresql else ON_SQLITE:
        op.execute(command)
    op.secure_rows("trail", SEEN, "account_id = {account}")  # type: ignore[attr-defined]


def downgrade() -> None:
    op.drop_table("trail_seal")
    op.drop_table("trail")
    if op.get_context().dialect.name == "postgresql":
        op.execute("DROP FUNCTION trail_refuses()")
