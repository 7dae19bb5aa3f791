"""The audit trail in the database."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, Select, insert, select, update

from gouden_poort.profiles.people.trail import Seal, Trace, TrailEntry
from gouden_poort.services.ports.trail import Asked
from gouden_poort.storage.holding import take_turn
from gouden_poort.storage.tables.trail import TRAIL, TRAIL_SEAL
from gouden_poort.storage.values import as_row, as_value


class SQLTrail:
    """Fulfils `ports.Trail`."""

    def __init__(self, connection: Connection, waiting: list[Trace]) -> None:
        self._connection = connection
        self._waiting = waiting

    def add(self, trace: Trace) -> None:
        """Let it be written when the unit of work commits."""
        self._waiting.append(trace)

    def write(self) -> None:
        """Write what waits, as one who has the end of the chain for themselves until the transaction ends."""
        if not self._waiting:
            return
        take_turn(self._connection)
        seal = self._seal(_LAST.with_for_update())
        rows = []
        for trace in self._waiting:
            seal = seal.next(trace)
            rows.append({**as_row(trace), **as_row(seal)})
        self._connection.execute(insert(TRAIL), rows)
        self._connection.execute(update(TRAIL_SEAL).values(as_row(seal)))
        self._waiting.clear()

    def seal(self) -> Seal:
        return self._seal(_LAST)

    def after(self, seq: int, most: int) -> Sequence[TrailEntry]:
        return self._entries(select(TRAIL).where(TRAIL.c.seq > seq).order_by(TRAIL.c.seq).limit(most))

    def about(self, subject: UUID) -> Sequence[TrailEntry]:
        return self._entries(select(TRAIL).where(TRAIL.c.subject == subject).order_by(TRAIL.c.seq.desc()))

    def done_by(self, asked: Asked) -> Sequence[TrailEntry]:
        """What people of an organisation did, the latest first."""
        query = select(TRAIL).where(TRAIL.c.organisation_id == asked.organisation_id)
        if asked.account_id:
            query = query.where(TRAIL.c.account_id == asked.account_id)
        if asked.since:
            query = query.where(TRAIL.c.moment >= asked.since)
        if asked.until:
            query = query.where(TRAIL.c.moment < asked.until)
        if asked.before:
            query = query.where(TRAIL.c.seq < asked.before)
        return self._entries(query.order_by(TRAIL.c.seq.desc()).limit(asked.most))

    def _seal(self, query: Select[int, str]) -> Seal:
        return as_value(Seal, self._connection.execute(query).mappings().one())

    def _entries(self, query: Select[tuple[object, ...]]) -> Sequence[TrailEntry]:
        return [as_value(TrailEntry, row) for row in self._connection.execute(query).mappings()]


_LAST = select(TRAIL_SEAL.c.seq, TRAIL_SEAL.c.hash)
