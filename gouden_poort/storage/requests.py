"""What people ask of a person here, in the database: what holds for every kind of request."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import ClassVar, Generic
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Table, delete, func, select, update

from gouden_poort.services.ports.requests import R
from gouden_poort.storage.once import keep_once, with_id


class SQLRequests(ABC, Generic[R]):
    """Fulfils `ports.Requests` for the kind of request whose table it is given."""

    table: ClassVar[Table]
    kind: type[R]
    term: ClassVar[str] = "answer_by"
    """The column of the last day for an answer."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @abstractmethod
    def row_of(self, request: R) -> Mapping[str, object]:
        """A request as a row."""

    @abstractmethod
    def request_in(self, row: RowMapping) -> R:
        """The request that a row holds."""

    def add(self, request: R) -> R:
        """Keep a request; when its id is here already, the one that was kept."""
        kept = keep_once(self._connection, self.table, self.row_of(request))
        return request if kept is None else self.request_in(kept)

    def with_id(self, request_id: UUID) -> R | None:
        row = with_id(self._connection, self.table, request_id)
        return None if row is None else self.request_in(row)

    def find(self, number: str) -> R | None:
        row = self._connection.execute(select(self.table).where(self.table.c.number == number)).mappings().first()
        return None if row is None else self.request_in(row)

    def open(self) -> Sequence[R]:
        """Those without an answer; the earliest term first."""
        query = select(self.table).where(self.table.c.answered_at.is_(None))
        rows = self._connection.execute(query.order_by(self.table.c[self.term], self.table.c.received_at)).mappings()
        return [self.request_in(row) for row in rows]

    def received_since(self, moment: datetime) -> int:
        query = select(func.count()).select_from(self.table).where(self.table.c.received_at >= moment)
        return self._connection.scalar(query) or 0

    def mark_answered(self, request_id: UUID, moment: datetime) -> None:
        """Note the first answer; a later one does not make it stay longer."""
        unanswered = (self.table.c.id == request_id) & self.table.c.answered_at.is_(None)
        self._connection.execute(update(self.table).where(unanswered).values(answered_at=moment))

    def remove(self, request_id: UUID) -> None:
        self._connection.execute(delete(self.table).where(self.table.c.id == request_id))

    def remove_not_kept_at(self, moment: datetime) -> int:
        """Remove those that are over their date, as `Request.kept_until` says of one."""
        old = self.table.c.answered_at <= moment - self.kind.KEPT_AFTER_ANSWER
        if self.kind.KEPT_WITHOUT_ANSWER is not None:
            since = moment - self.kind.KEPT_WITHOUT_ANSWER
            old |= self.table.c.answered_at.is_(None) & (self.table.c.received_at <= since)
        return self._connection.execute(delete(self.table).where(old)).rowcount
