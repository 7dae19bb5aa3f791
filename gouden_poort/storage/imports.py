"""Files with people on their way in, in the database, and putting many people there at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, delete, insert, select, update

from gouden_poort.profiles.people.bringing_in import Finding, Import, ImportState, Remark
from gouden_poort.profiles.people.dossier import name_key
from gouden_poort.services.ports.importing import Arrival, Known
from gouden_poort.storage.tables.assessments import ANSWERS, ASSESSMENTS
from gouden_poort.storage.tables.dossiers import CONSENTS, DOSSIERS
from gouden_poort.storage.tables.imports import IMPORTS
from gouden_poort.storage.values import as_row, as_value, keep_all

_KNOWN_BY = (DOSSIERS.c.name_key, DOSSIERS.c.birth_date, DOSSIERS.c.phone, DOSSIERS.c.email)


class SQLImports:
    """Fulfils `ports.Imports`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, given: Import, people: str) -> None:
        self._connection.execute(insert(IMPORTS).values({**_as_row(given), "people": people}))

    def find(self, import_id: UUID) -> Import | None:
        columns = [column for column in IMPORTS.c if column.name != "people"]
        row = self._connection.execute(select(*columns).where(IMPORTS.c.id == import_id)).mappings().first()
        if row is None:
            return None
        remarks = tuple(Remark(**{**each, "finding": Finding(each["finding"])}) for each in row["remarks"])
        return as_value(Import, {**row, "remarks": remarks})  # type: ignore[arg-type]  # a row with one value changed

    def people(self, import_id: UUID) -> str:
        return self._connection.scalar(select(IMPORTS.c.people).where(IMPORTS.c.id == import_id)) or ""

    def change(self, given: Import) -> None:
        """Put it in its own place; what the people are goes once it is done."""
        row = _as_row(given)
        if given.state is ImportState.DONE:
            row["people"] = ""
        self._connection.execute(update(IMPORTS).where(IMPORTS.c.id == given.id).values(row))

    def remove(self, import_id: UUID) -> None:
        self._connection.execute(delete(IMPORTS).where(IMPORTS.c.id == import_id))

    def remove_made_until(self, moment: datetime) -> None:
        """Those that are not under way: what waits for a yes and what is done."""
        old = (IMPORTS.c.made_at <= moment) & (IMPORTS.c.state != ImportState.RUNNING)
        self._connection.execute(delete(IMPORTS).where(old))

    def take_in(self, arrivals: Sequence[Arrival], moment: datetime) -> None:
        """All of them or none: one statement for each table."""
        self._insert(ASSESSMENTS, ({"id": each.dossier.assessment_id, "started_at": moment} for each in arrivals))
        self._insert(ANSWERS, (row for each in arrivals for row in _answers(each, moment)))
        self._insert(DOSSIERS, ({**as_row(each.dossier), "name_key": name_key(each.dossier.name)} for each in arrivals))
        self._insert(CONSENTS, (as_row(consent) for each in arrivals for consent in each.consents))

    def known(self, organisation_id: UUID, birth_dates: Collection[date] | None = None) -> Sequence[Known]:
        query = select(*_KNOWN_BY).where(DOSSIERS.c.organisation_id == organisation_id)
        if birth_dates is not None:
            query = query.where(DOSSIERS.c.birth_date.in_(sorted(birth_dates)))
        return [as_value(Known, row) for row in self._connection.execute(query).mappings()]

    def _insert(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        keep_all(self._connection, table, rows)


def _as_row(given: Import) -> dict[str, Any]:
    return {**as_row(given), "remarks": [asdict(remark) for remark in given.remarks]}


def _answers(arrival: Arrival, moment: datetime) -> Iterable[Mapping[str, Any]]:
    for question_id, answer in arrival.answers.items():
        yield {
            "assessment_id": arrival.dossier.assessment_id,
            "question_id": question_id,
            "answer": answer,
            "answered_at": moment,
        }
