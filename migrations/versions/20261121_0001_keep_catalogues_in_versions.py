"""Keep catalogues in versions: what was taken in, when each became active, and the rows of every file.

Revision: 0001, after nothing.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

FILES = (
    "bundle",
    "skills",
    "occupations",
    "occupation_skills",
    "credentials",
    "occupation_credentials",
    "providers",
    "sites",
    "offerings",
    "offering_skills",
    "offering_requires",
    "offering_credentials",
    "offering_starts",
    "companies",
    "positions",
    "position_requires",
    "transitions",
    "schemes",
    "experience",
    "skill_synonyms",
    "places",
    "postcode_areas",
    "regions",
    "activities",
)


def upgrade() -> None:
    op.create_table(
        "catalogue_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("builtin", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue_versions"),
        sa.UniqueConstraint("content_hash", name="uq_catalogue_versions_content_hash"),
    )
    op.create_table(
        "catalogue_activations",
        sa.Column("id", sa.Integer(), nullable=False),
        of_version("catalogue_activations"),
        sa.Column("activated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue_activations"),
    )
    op.create_table(
        "catalogue_extra_columns",
        of_version("catalogue_extra_columns"),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "file", "position", name="pk_catalogue_extra_columns"),
    )
    op.create_table(
        "catalogue_other_files",
        of_version("catalogue_other_files"),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "path", name="pk_catalogue_other_files"),
    )
    rows_of("bundle", text("key"), text("value"))
    rows_of("skills", text("skill_id"), text("label"), text("kind"), text("sector"), text("esco_uri"))
    rows_of(
        "occupations",
        text("occupation_id"),
        text("label"),
        text("isco_code"),
        text("sector"),
        integer("nlqf_level", may_be_empty=True),
        integer("wage_month_eur"),
    )
    rows_of("occupation_skills", text("occupation_id"), text("skill_id"), integer("level"), text("importance"))
    rows_of(
        "credentials",
        text("credential_id"),
        text("label"),
        text("kind"),
        text("crebo"),
        integer("nlqf_level", may_be_empty=True),
    )
    rows_of("occupation_credentials", text("occupation_id"), text("credential_id"), text("importance"))
    rows_of("providers", text("provider_id"), text("label"), text("kind"))
    rows_of("sites", text("site_id"), text("provider_id"), text("label"), text("city"), degrees("lat"), degrees("lon"))
    rows_of(
        "offerings",
        text("offering_id"),
        text("label"),
        text("provider_id"),
        text("site_id", may_be_empty=True),
        text("sector"),
        text("kind"),
        text("delivery"),
        integer("weeks"),
        integer("hours_per_week"),
        integer("cost_eur"),
        integer("min_age", may_be_empty=True),
        integer("max_age", may_be_empty=True),
        text("min_cefr", may_be_empty=True),
        integer("min_nlqf", may_be_empty=True),
        text("target_groups"),
        integer("capacity"),
        flag("rolling"),
        text("awards_cefr", may_be_empty=True),
    )
    rows_of("offering_skills", text("offering_id"), text("skill_id"), integer("level"))
    rows_of("offering_requires", text("offering_id"), text("kind"), text("ref_id"), integer("level", may_be_empty=True))
    rows_of("offering_credentials", text("offering_id"), text("credential_id"))
    rows_of("offering_starts", text("offering_id"), day("start_date"))
    rows_of(
        "companies", text("company_id"), text("label"), text("sector"), text("city"), degrees("lat"), degrees("lon")
    )
    rows_of(
        "positions",
        text("position_id"),
        text("company_id"),
        text("kind"),
        text("occupation_id"),
        text("credential_id", may_be_empty=True),
        integer("hours_per_week"),
        integer("wage_month_eur"),
        integer("capacity"),
        integer("min_age", may_be_empty=True),
        integer("max_age", may_be_empty=True),
        text("min_cefr", may_be_empty=True),
        integer("min_nlqf", may_be_empty=True),
        text("target_groups"),
        day("open_from"),
        day("open_to"),
    )
    rows_of("position_requires", text("position_id"), text("kind"), text("ref_id"), integer("level", may_be_empty=True))
    rows_of("transitions", text("from_occupation_id"), text("to_occupation_id"), integer("min_tenure_weeks"))
    rows_of(
        "schemes",
        text("scheme_id"),
        text("label"),
        text("kind"),
        integer("pays_share"),
        integer("max_amount_eur"),
        integer("cap_per_person_eur"),
        text("stack_group"),
        text("target_groups"),
        text("benefits"),
        text("sectors"),
        text("offering_kinds"),
        integer("min_age", may_be_empty=True),
        integer("max_age", may_be_empty=True),
        day("valid_from"),
        day("valid_to"),
    )
    rows_of("experience", text("occupation_id"), text("skill_id"), integer("level"), integer("after_weeks"))
    rows_of("skill_synonyms", text("skill_id"), text("language"), text("text"))
    rows_of(
        "places",
        text("place_id"),
        text("label"),
        text("municipality"),
        text("region_code"),
        degrees("lat"),
        degrees("lon"),
        integer("pc4_from", may_be_empty=True),
        integer("pc4_to", may_be_empty=True),
    )
    rows_of("postcode_areas", text("pc3"), degrees("lat"), degrees("lon"))
    rows_of("regions", text("region_code"), text("label"), degrees("lat"), degrees("lon"), text("municipalities"))
    rows_of(
        "activities",
        text("activity_id"),
        text("label"),
        text("kind"),
        text("site_id", may_be_empty=True),
        integer("min_age", may_be_empty=True),
        integer("max_age", may_be_empty=True),
        text("months"),
        text("url"),
    )


def downgrade() -> None:
    for file in reversed(FILES):
        op.drop_table(f"catalogue_{file}")
    op.drop_table("catalogue_other_files")
    op.drop_table("catalogue_extra_columns")
    op.drop_table("catalogue_activations")
    op.drop_table("catalogue_versions")


def rows_of(file: str, *columns: sa.Column[Any]) -> None:
    """The table for the rows of one file: numbered within a version, with room for columns we do not know."""
    table = f"catalogue_{file}"
    op.create_table(
        table,
        of_version(table),
        sa.Column("row_number", sa.Integer(), autoincrement=False, nullable=False),
        *columns,
        sa.Column("extra", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("version_id", "row_number", name=f"pk_{table}"),
        sqlite_with_rowid=False,
    )


def of_version(table: str) -> sa.Column[Any]:
    reference = sa.ForeignKey("catalogue_versions.id", name=f"fk_{table}_version_id")
    return sa.Column("version_id", sa.Integer(), reference, autoincrement=False, nullable=False)


def text(name: str, *, may_be_empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=may_be_empty)


def integer(name: str, *, may_be_empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=may_be_empty)


def flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def degrees(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Double(), nullable=False)


def day(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=False)
