"""Numbers by day; nothing about a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """How many took a step of the service on a day, in pages of a language."""

    day: date
    language: str
    milestone: str
    many: int


class Counts(Protocol):
    """Numbers by day; nothing about a person."""

    def add(self, day: date, language: str, milestone: str) -> None: ...

    def since(self, day: date) -> Sequence[DayCount]: ...
