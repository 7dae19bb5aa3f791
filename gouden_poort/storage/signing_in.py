"""Where people are signed in, and links that let someone in once, in the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from gouden_poort.profiles.people.session import Session
from gouden_poort.profiles.people.way_in import Purpose, WayIn
from gouden_poort.storage.tables.signing_in import ACCOUNT_SESSIONS, ONE_TIME_LINKS


class SQLSessions:
    """Fulfils `ports.Sessions`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, session: Session, token_hash: str) -> None:
        self._connection.execute(insert(ACCOUNT_SESSIONS).values(**asdict(session), token_hash=token_hash))

    def find(self, token_hash: str) -> Session | None:
        query = select(ACCOUNT_SESSIONS).where(ACCOUNT_SESSIONS.c.token_hash == token_hash)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else _session(row)

    def with_id(self, session_id: UUID) -> Session | None:
        query = select(ACCOUNT_SESSIONS).where(ACCOUNT_SESSIONS.c.id == session_id)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else _session(row)

    def of_account(self, account_id: UUID) -> Sequence[Session]:
        """Those that nobody ended, the one that was used last on top."""
        mine = (ACCOUNT_SESSIONS.c.account_id == account_id) & ACCOUNT_SESSIONS.c.ended_at.is_(None)
        query = select(ACCOUNT_SESSIONS).where(mine).order_by(ACCOUNT_SESSIONS.c.used_at.desc(), ACCOUNT_SESSIONS.c.id)
        return [_session(row) for row in self._connection.execute(query).mappings()]

    def use(self, session_id: UUID, moment: datetime) -> None:
        here = ACCOUNT_SESSIONS.c.id == session_id
        self._connection.execute(update(ACCOUNT_SESSIONS).where(here).values(used_at=moment))

    def end(self, session_id: UUID, moment: datetime) -> None:
        here = (ACCOUNT_SESSIONS.c.id == session_id) & ACCOUNT_SESSIONS.c.ended_at.is_(None)
        self._connection.execute(update(ACCOUNT_SESSIONS).where(here).values(ended_at=moment))

    def end_all(self, account_id: UUID, moment: datetime, *, but: UUID | None = None) -> None:
        """End what an account has open everywhere, except perhaps for one session."""
        mine = (ACCOUNT_SESSIONS.c.account_id == account_id) & ACCOUNT_SESSIONS.c.ended_at.is_(None)
        if but is not None:
            mine &= ACCOUNT_SESSIONS.c.id != but
        self._connection.execute(update(ACCOUNT_SESSIONS).where(mine).values(ended_at=moment))

    def remove_unused_since(self, moment: datetime, *, own_device: bool) -> None:
        columns = ACCOUNT_SESSIONS.c
        old = (columns.used_at <= moment) & (columns.own_device == own_device)
        self._connection.execute(delete(ACCOUNT_SESSIONS).where(old))


class SQLWaysIn:
    """Fulfils `ports.WaysIn`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, way_in: WayIn, token_hash: str) -> None:
        row = {**asdict(way_in), "purpose": way_in.purpose.value, "token_hash": token_hash}
        self._connection.execute(insert(ONE_TIME_LINKS).values(row))

    def find(self, token_hash: str) -> WayIn | None:
        query = select(ONE_TIME_LINKS).where(ONE_TIME_LINKS.c.token_hash == token_hash)
        row = self._connection.execute(query).mappings().first()
        if row is None:
            return None
        return WayIn(**{name: row[name] for name in row if name != "token_hash"} | {"purpose": Purpose(row["purpose"])})

    def use(self, token_hash: str, moment: datetime) -> bool:
        """Use it up; False when that was done before, perhaps this very moment elsewhere."""
        unused = (ONE_TIME_LINKS.c.token_hash == token_hash) & ONE_TIME_LINKS.c.used_at.is_(None)
        return self._connection.execute(update(ONE_TIME_LINKS).where(unused).values(used_at=moment)).rowcount == 1

    def close_all(self, account_id: UUID, moment: datetime) -> None:
        """Let no link of an account work any more."""
        unused = (ONE_TIME_LINKS.c.account_id == account_id) & ONE_TIME_LINKS.c.used_at.is_(None)
        self._connection.execute(update(ONE_TIME_LINKS).where(unused).values(used_at=moment))

    def remove_over(self, moment: datetime) -> None:
        self._connection.execute(delete(ONE_TIME_LINKS).where(ONE_TIME_LINKS.c.until <= moment))


def _session(row: RowMapping) -> Session:
    return Session(**{name: row[name] for name in row if name != "token_hash"})
