"""What belongs to a dossier in the database: what is allowed, written down and agreed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Connection, select, update

from gouden_poort.profiles.people.agreement import Agreement
from gouden_poort.profiles.people.consent import Consent, Line
from gouden_poort.profiles.people.note import Note
from gouden_poort.storage.tables.dossiers import AGREEMENTS, CONSENTS, DOSSIERS, NOTES
from gouden_poort.storage.values import as_row, as_value, change_by_version, found, keep


class SQLConsents:
    """Fulfils `ports.Consents`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, consent: Consent) -> None:
        keep(self._connection, CONSENTS, consent)

    def of(self, dossier_id: UUID) -> Sequence[Consent]:
        query = select(CONSENTS).where(CONSENTS.c.dossier_id == dossier_id).order_by(CONSENTS.c.given_at)
        return [as_value(Consent, row) for row in self._connection.execute(query).mappings()]

    def end(self, dossier_id: UUID, line: Line, moment: datetime) -> bool:
        """Note that it was taken back."""
        running = (CONSENTS.c.dossier_id == dossier_id) & (CONSENTS.c.line == line) & CONSENTS.c.ended_at.is_(None)
        return bool(self._connection.execute(update(CONSENTS).where(running).values(ended_at=moment)).rowcount)

    def sharing(self, dossier_ids: Sequence[UUID], line: Line) -> frozenset[UUID]:
        """Those of these dossiers whose citizen allows it now."""
        running = (CONSENTS.c.line == line) & CONSENTS.c.ended_at.is_(None)
        query = select(CONSENTS.c.dossier_id).where(CONSENTS.c.dossier_id.in_(dossier_ids), running)
        return frozenset(self._connection.scalars(query))


class SQLNotes:
    """Fulfils `ports.Notes`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, note: Note) -> None:
        keep(self._connection, NOTES, note)

    def find(self, note_id: UUID) -> Note | None:
        return found(self._connection, NOTES, Note, note_id)

    def of(self, dossier_id: UUID) -> Sequence[Note]:
        """Newest first."""
        query = select(NOTES).where(NOTES.c.dossier_id == dossier_id).order_by(NOTES.c.written_at.desc())
        return [as_value(Note, row) for row in self._connection.execute(query).mappings()]

    def change(self, note: Note) -> bool:
        """Put it in the place of the same version; False, and nothing changed, when somebody was first."""
        return change_by_version(self._connection, NOTES, as_row(note))


class SQLAgreements:
    """Fulfils `ports.Agreements`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, agreement: Agreement) -> None:
        keep(self._connection, AGREEMENTS, agreement)

    def find(self, agreement_id: UUID) -> Agreement | None:
        return found(self._connection, AGREEMENTS, Agreement, agreement_id)

    def of(self, dossier_id: UUID) -> Sequence[Agreement]:
        """In order of the day by which they are due."""
        query = select(AGREEMENTS).where(AGREEMENTS.c.dossier_id == dossier_id)
        ordered = query.order_by(AGREEMENTS.c.due_on, AGREEMENTS.c.made_at)
        return [as_value(Agreement, row) for row in self._connection.execute(ordered).mappings()]

    def change(self, agreement: Agreement) -> None:
        change = update(AGREEMENTS).where(AGREEMENTS.c.id == agreement.id).values(as_row(agreement))
        self._connection.execute(change)

    def open_until(self, coach_id: UUID, day: date) -> Sequence[Agreement]:
        """Those of a caseload that are open and due on a day or before it."""
        waiting = AGREEMENTS.c.done_at.is_(None) & AGREEMENTS.c.dropped_at.is_(None) & (AGREEMENTS.c.due_on <= day)
        query = select(AGREEMENTS).join(DOSSIERS).where(DOSSIERS.c.coach_id == coach_id, waiting)
        rows = self._connection.execute(query.order_by(AGREEMENTS.c.due_on, AGREEMENTS.c.made_at))
        return [as_value(Agreement, row) for row in rows.mappings()]
