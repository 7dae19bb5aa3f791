"""Resume codes in the database, as their hashes."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import IntegrityError

from gouden_poort.services.ports import KeptCode
from gouden_poort.storage.tables.resume_codes import RESUME_CODES


class SQLResumeCodes:
    """Fulfils `ports.ResumeCodes`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, assessment_id: UUID, code: KeptCode, moment: datetime) -> bool:
        """Keep a code in the place of the earlier one; False when another assessment has it already."""
        row = {"assessment_id": assessment_id, "code_hash": code.code_hash, "draw": code.draw, "made_at": moment}
        try:
            with self._connection.begin_nested():  # what went before in this unit of work stays
                self._connection.execute(delete(RESUME_CODES).where(RESUME_CODES.c.assessment_id == assessment_id))
                self._connection.execute(insert(RESUME_CODES).values(row))
        except IntegrityError:
            return False
        return True

    def of(self, assessment_id: UUID) -> KeptCode | None:
        query = select(RESUME_CODES.c.draw, RESUME_CODES.c.code_hash)
        row = self._connection.execute(query.where(RESUME_CODES.c.assessment_id == assessment_id)).first()
        return None if row is None else KeptCode(**row._mapping)

    def find(self, code_hash: str) -> UUID | None:
        query = select(RESUME_CODES.c.assessment_id).where(RESUME_CODES.c.code_hash == code_hash)
        found: UUID | None = self._connection.scalar(query)
        return found
