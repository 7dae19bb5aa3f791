"""Objections in the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from sqlalchemy import RowMapping

from gouden_poort.profiles.objection import About, Objection
from gouden_poort.storage.requests import SQLRequests
from gouden_poort.storage.tables.objections import OBJECTIONS


class SQLObjections(SQLRequests[Objection]):
    """Fulfils `ports.Objections`."""

    table = OBJECTIONS
    kind = Objection

    def row_of(self, request: Objection) -> Mapping[str, object]:
        return asdict(request) | {"about": request.about.value}

    def request_in(self, row: RowMapping) -> Objection:
        return Objection(**(dict(row) | {"about": About(row["about"])}))
