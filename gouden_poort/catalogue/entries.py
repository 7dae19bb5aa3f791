"""A whole catalogue in memory: typed columns for the files we know, plain bytes for those we do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Value = Any
"""What a cell became; its type is that of its `Cell` kind in `catalogue.format`. `Any` because columns differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """The rows of one file, as columns of equal length in the order of the file.

    `columns` has every column of the format; `extra` keeps columns the format does not know as written.
    """

    columns: Mapping[str, Sequence[Value]]
    extra: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(next(iter(self.columns.values())))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A catalogue that has been read and checked. Every file of the format is present, perhaps empty."""

    files: Mapping[str, Entries]
    other_files: Mapping[str, bytes] = field(default_factory=dict)
    """Files we do not know, by their path inside the bundle; kept so that an export gives them back."""

    def setting(self, key: str) -> str | None:
        """A value of `bundle.csv`, None when the key is absent."""
        settings = self.files["bundle"].columns
        return dict(zip(settings["key"], settings["value"], strict=True)).get(key)

    @property
    def name(self) -> str:
        return self.setting("name") or ""

    @property
    def base_date(self) -> date:
        """The Monday that is week 0 of the catalogue."""
        return date.fromisoformat(self.setting("base_date") or "")

    @property
    def horizon_weeks(self) -> int:
        """H: offerings start in weeks 0 to H - 1."""
        return int(self.setting("horizon_weeks") or 0)
