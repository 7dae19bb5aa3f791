"""Who took up a request, in the database."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from gouden_poort.profiles.people.claim import Claim
from gouden_poort.storage.tables.request_claims import REQUEST_CLAIMS
from gouden_poort.storage.values import as_row, as_value


class SQLClaims:
    """Fulfils `ports.Claims`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, claim: Claim) -> Claim:
        """Keep it; the one that was first, when somebody was."""
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        row = dialect.insert(REQUEST_CLAIMS).values(as_row(claim))
        self._connection.execute(row.on_conflict_do_nothing())
        return self.find(claim.request_id) or claim

    def find(self, request_id: UUID) -> Claim | None:
        query = select(REQUEST_CLAIMS).where(REQUEST_CLAIMS.c.request_id == request_id)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else as_value(Claim, row)

    def all(self) -> Sequence[Claim]:
        return [as_value(Claim, row) for row in self._connection.execute(select(REQUEST_CLAIMS)).mappings()]
