"""Keep free seats of organisations, and to whom they are offered.

On PostgreSQL seats are for the eyes of their organisation, and an offer is seen by who sees the dossier.

Revision: 0020, after 0019.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "free_places",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("opening_id", sa.Text(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_free_places"),
        sa.UniqueConstraint("organisation_id", "kind", "opening_id", name="uq_free_places_opening"),
    )
    op.create_table(
        "place_offers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("offered_by", sa.Uuid(), nullable=False),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["place_id"], ["free_places.id"], name="fk_place_offers_place_id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name="fk_place_offers_dossier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_place_offers"),
    )
    op.create_index("ix_place_offers_place_id", "place_offers", ["place_id", "offered_at"])
    op.create_index("ix_place_offers_dossier_id", "place_offers", ["dossier_id"])
    op.secure_rows("free_places", "organisation_id = {organisation}")  # type: ignore[attr-defined]
    seen = "EXISTS (SELECT 1 FROM dossiers WHERE dossiers.id = place_offers.dossier_id)"
    op.secure_rows("place_offers", seen)  # type: ignore[attr-defined]


def downgrade() -> None:
    for table in ("place_offers", "free_places"):
        op.drop_table(table)
