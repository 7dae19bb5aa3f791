"""Rule sets in the database: added once, never changed and never removed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, exists, insert, select
from sqlalchemy.exc import IntegrityError

from gouden_poort.storage.tables.rule_sets import RULE_SETS


class SQLRuleSets:
    """Fulfils `ports.RuleSets`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, version: str, texts: Mapping[str, str], recorded_at: datetime) -> None:
        """Keep a rule set; one that is here already stays as it is."""
        if self.knows(version):
            return
        row = {"version": version, "texts": dict(texts), "recorded_at": recorded_at}
        try:
            with self._connection.begin_nested():
                self._connection.execute(insert(RULE_SETS).values(row))
        except IntegrityError:  # somebody else kept it since a moment ago; equal versions are equal texts
            if not self.knows(version):
                raise

    def knows(self, version: str) -> bool:
        return bool(self._connection.scalar(select(exists().where(RULE_SETS.c.version == version))))

    def find(self, version: str) -> Mapping[str, str] | None:
        texts: Mapping[str, str] | None = self._connection.scalar(
            select(RULE_SETS.c.texts).where(RULE_SETS.c.version == version)
        )
        return texts
