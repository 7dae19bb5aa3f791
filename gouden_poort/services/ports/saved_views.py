"""Ways of looking that people gave a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.people.saved_view import SavedView


class SavedViews(Protocol):
    """Those of an account, by name."""

    def of(self, account_id: UUID) -> Sequence[SavedView]: ...

    def find(self, view_id: UUID) -> SavedView | None: ...

    def put(self, view: SavedView) -> None: ...  # in the place of one of that account with that name

    def remove(self, view_id: UUID) -> None: ...
