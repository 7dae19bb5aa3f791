"""Requests to a coach in the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, RowMapping, delete, func, select, update

from gouden_poort.profiles.coach_request import CoachRequest, Daypart, Reach, SharedLine
from gouden_poort.storage.once import keep_once, with_id
from gouden_poort.storage.tables.coach_requests import COACH_REQUESTS


class SQLCoachRequests:
    """Fulfils `ports.CoachRequests`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, request: CoachRequest) -> CoachRequest:
        """Keep a request; when its id is here already, the one that was kept."""
        kept = keep_once(self._connection, COACH_REQUESTS, _row(request))
        return request if kept is None else _request(kept)

    def with_id(self, request_id: UUID) -> CoachRequest | None:
        row = with_id(self._connection, COACH_REQUESTS, request_id)
        return None if row is None else _request(row)

    def open(self) -> Sequence[CoachRequest]:
        """Those that nobody reacted to; the earliest term first."""
        query = select(COACH_REQUESTS).where(COACH_REQUESTS.c.answered_at.is_(None))
        rows = self._connection.execute(query.order_by(COACH_REQUESTS.c.react_by, COACH_REQUESTS.c.received_at))
        return [_request(row) for row in rows.mappings()]

    def find(self, number: str) -> CoachRequest | None:
        query = select(COACH_REQUESTS).where(COACH_REQUESTS.c.number == number)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else _request(row)

    def received_since(self, moment: datetime) -> int:
        query = select(func.count()).select_from(COACH_REQUESTS).where(COACH_REQUESTS.c.received_at >= moment)
        return self._connection.scalar(query) or 0

    def mark_answered(self, request_id: UUID, moment: datetime) -> None:
        """Note the first reaction; a later one does not make it stay longer."""
        waiting = (COACH_REQUESTS.c.id == request_id) & COACH_REQUESTS.c.answered_at.is_(None)
        self._connection.execute(update(COACH_REQUESTS).where(waiting).values(answered_at=moment))

    def remove(self, request_id: UUID) -> None:
        self._connection.execute(delete(COACH_REQUESTS).where(COACH_REQUESTS.c.id == request_id))

    def remove_old(self, *, answered_until: datetime, received_until: datetime) -> int:
        """Remove those that were answered by the one moment, or wait for an answer from before the other."""
        columns = COACH_REQUESTS.c
        forgotten = columns.answered_at.is_(None) & (columns.received_at <= received_until)
        old = (columns.answered_at <= answered_until) | forgotten
        return self._connection.execute(delete(COACH_REQUESTS).where(old)).rowcount


def _row(request: CoachRequest) -> Mapping[str, object]:
    row: dict[str, object] = asdict(request)
    del row["reach"]
    return {**row, **asdict(request.reach), "daypart": request.reach.daypart.value}


def _request(row: RowMapping) -> CoachRequest:
    given = dict(row)
    names = ("name", "phone", "email", "language")
    reach = Reach(daypart=Daypart(given.pop("daypart")), **{name: given.pop(name) for name in names})
    lines = given.pop("shared")
    shared = tuple(SharedLine(key=line["key"], about=line["about"], words=tuple(line["words"])) for line in lines)
    return CoachRequest(reach=reach, shared=shared, **given)
