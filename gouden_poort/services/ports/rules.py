"""The rules that answers were given by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol


class RuleSets(Protocol):
    """The texts of rulebooks that answers were given by, by version: added, never changed."""

    def add(self, version: str, texts: Mapping[str, str], recorded_at: datetime) -> None: ...  # a known one stays

    def knows(self, version: str) -> bool: ...

    def find(self, version: str) -> Mapping[str, str] | None: ...
