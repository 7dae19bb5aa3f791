"""The rule sets that answers were given by, whole: an earlier answer can be given again."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Table, Text

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import not_personal
from gouden_poort.storage.types import Moment

RULE_SETS = Table(
    "rule_sets",
    METADATA,
    Column("version", Text, primary_key=True),  # names the contents, so a row never changes
    Column("texts", JSON, nullable=False),  # file name to text
    Column("recorded_at", Moment, nullable=False),
    info=not_personal(),
)
