"""What is kept, row by row, to see afterwards whether anything changed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import event, select

from gouden_poort.storage.row_security import tell_who_asks
from gouden_poort.storage.tables import METADATA
from tests.databases import Database

PASSING = frozenset({"daily_counts", "sent_forms", "trail", "trail_seal"})
"""What a request may leave behind about itself: that it was made, never something about a person."""
Rows = frozenset[tuple[str, str]]


class Watch:
    """Sees whether anybody wrote: only then is it worth looking at every row again."""

    def __init__(self) -> None:
        self._wrote = False

    def notice(self, _connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        found = re.match(r"\s*(INSERT INTO|UPDATE|DELETE FROM) (\w+)", statement)
        self._wrote = self._wrote or bool(found and found[2] not in PASSING)

    def wrote(self) -> bool:
        """Whether anybody did since this was asked last."""
        wrote, self._wrote = self._wrote, False
        return wrote


@contextmanager
def watching(database: Database) -> Iterator[Watch]:
    """A watch on everything that is asked of a database."""
    watch = Watch()
    event.listen(database.engine, "before_cursor_execute", watch.notice)
    try:
        yield watch
    finally:
        event.remove(database.engine, "before_cursor_execute", watch.notice)


def rows(database: Database, about: Collection[UUID] | None = None) -> Rows:
    """Every row with the name of its table; `about`: only those in which one of these ids stands."""
    found: set[tuple[str, str]] = set()
    kept = [table for table in METADATA.sorted_tables if not table.name.startswith("catalogue_")]
    with database.engine.connect() as connection:
        tell_who_asks(connection, None)
        for table in (table for table in kept if table.name not in PASSING):
            for row in connection.execute(select(table)):
                if about is None or any(value in about for value in row if isinstance(value, UUID)):
                    found.add((table.name, repr(tuple(row))))
    return frozenset(found)
