"""The second lock on PostgreSQL: its row-level security is told, in each transaction, who asks.

The first lock is `profiles/people/rights.py`. When a service forgets to ask there, or a query forgets its filter, the
policies of a table still hide the rows of others. Who says nothing at all sees nothing. SQLite has no such lock.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, event

from gouden_poort.profiles.people.account import Actor

SYSTEM = "system"
"""The role of what nobody in particular asks: commands, pages for everyone, what is done by the clock."""
_TELL = (
    "SELECT set_config('app.account', %s, true), set_config('app.role', %s, true),"
    " set_config('app.organisation', %s, true)"
)  # true: until the end of the transaction, so that the next user of the connection is not taken for this one


def tell_who_asks(connection: Connection, actor: Actor | None) -> None:
    """From now on each transaction of this connection is of an actor; None: of the system."""
    if connection.dialect.name == "postgresql":
        teller = _Teller(actor)
        event.listen(connection, "begin", teller.transaction_begins)
        event.listen(connection, "before_cursor_execute", teller.statement_comes)


class _Teller:
    """Says who asks before the first statement of a transaction, so also before a savepoint that may be undone."""

    def __init__(self, actor: Actor | None) -> None:
        self._words = _words(actor)
        self._told = False

    def transaction_begins(self, connection: Connection) -> None:  # noqa: ARG002 - what SQLAlchemy hands over
        self._told = False

    def statement_comes(self, connection: Connection, *_: Any) -> None:
        if not self._told:
            self._told = True  # first, for telling is a statement too
            connection.exec_driver_sql(_TELL, self._words)


def _words(actor: Actor | None) -> tuple[str, str, str]:
    if actor is None:
        return "", SYSTEM, ""
    return str(actor.account_id), actor.role.value, str(actor.organisation_id or "")
