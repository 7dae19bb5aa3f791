"""Rules that do not count for one person, in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select, update

from gouden_poort.profiles.people.set_aside import SetAside
from gouden_poort.storage.tables.dossiers import DOSSIERS
from gouden_poort.storage.tables.set_aside import SET_ASIDE
from gouden_poort.storage.values import as_value, keep


class SQLSetAsides:
    """Fulfils `ports.SetAsides`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, set_aside: SetAside) -> None:
        keep(self._connection, SET_ASIDE, set_aside)

    def of(self, dossier_id: UUID) -> Sequence[SetAside]:
        """The latest first."""
        query = select(SET_ASIDE).where(SET_ASIDE.c.dossier_id == dossier_id).order_by(SET_ASIDE.c.made_at.desc())
        return [as_value(SetAside, row) for row in self._connection.execute(query).mappings()]

    def of_assessment(self, assessment_id: UUID) -> Sequence[SetAside]:
        """Those that count now for whose answers these are."""
        theirs = (DOSSIERS.c.assessment_id == assessment_id) & SET_ASIDE.c.ended_at.is_(None)
        query = select(SET_ASIDE).join(DOSSIERS).where(theirs).order_by(SET_ASIDE.c.rule_id)
        return [as_value(SetAside, row) for row in self._connection.execute(query).mappings()]

    def end(self, set_aside_id: UUID, moment: datetime) -> bool:
        """Note that it was taken back."""
        running = (SET_ASIDE.c.id == set_aside_id) & SET_ASIDE.c.ended_at.is_(None)
        return bool(self._connection.execute(update(SET_ASIDE).where(running).values(ended_at=moment)).rowcount)
