"""Ways of looking with a name, in the database."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, delete, select

from gouden_poort.profiles.people.saved_view import SavedView
from gouden_poort.storage.tables.saved_views import SAVED_VIEWS
from gouden_poort.storage.values import as_value, found, keep

_C = SAVED_VIEWS.c


class SQLSavedViews:
    """Fulfils `ports.SavedViews`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, account_id: UUID) -> Sequence[SavedView]:
        query = select(SAVED_VIEWS).where(_C.account_id == account_id).order_by(_C.name)
        return [as_value(SavedView, row) for row in self._connection.execute(query).mappings()]

    def find(self, view_id: UUID) -> SavedView | None:
        return found(self._connection, SAVED_VIEWS, SavedView, view_id)

    def put(self, view: SavedView) -> None:
        """Keep it; one of the same name makes room."""
        same = (_C.account_id == view.account_id) & (_C.name == view.name)
        self._connection.execute(delete(SAVED_VIEWS).where(same))
        keep(self._connection, SAVED_VIEWS, view)

    def remove(self, view_id: UUID) -> None:
        self._connection.execute(delete(SAVED_VIEWS).where(_C.id == view_id))
