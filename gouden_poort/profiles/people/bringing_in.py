"""Bringing in many citizens from one file: first a look at it, then a yes, then batches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

MOST_ROWS = 10_000
"""Rows of one file."""
KEPT_FOR = timedelta(hours=1)
"""How long a file that was looked at waits for a yes; then it goes."""
STANDS_STILL_AFTER = timedelta(seconds=30)
"""A batch takes a second or two: who is quiet for so long was broken off."""


class ImportState(StrEnum):
    """How far it is."""

    CHECKED = "checked"
    """Looked at; nobody is in yet."""
    RUNNING = "running"
    DONE = "done"


class Finding(StrEnum):
    """What was found about a row; all but `FAULT` are people who may be here already."""

    FAULT = "fault"
    HERE = "here"
    """The same name, birth date and way to reach them: this is the same person."""
    IN_FILE = "in_file"
    """The same as a row above it."""
    ALIKE = "alike"
    """Somebody here, or in a row above, has the birth date and part of the name, or the same phone or address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing about one row. It repeats nothing of what stands there."""

    row: int
    """As the file is shown in a spreadsheet: the header is row 1."""
    finding: Finding
    column: str = ""
    """Which column, by the name of `services.importing.columns`."""
    code: str = ""
    """What is wrong, as `FieldError.code` says it."""
    other: int = 0
    """The row above that is the same or alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One file on its way in. The people in it are kept apart, and only until they are in."""

    id: UUID
    organisation_id: UUID
    account_id: UUID
    """Who brings it in, and coaches whom it brings."""
    made_at: datetime
    state: ImportState = ImportState.CHECKED
    fresh: int
    """People who can come in."""
    alike: int
    """People who look like somebody who is here; they come in when the coach says so."""
    remarks: tuple[Remark, ...] = ()
    with_alike: bool = False
    seen: int = 0
    """How many of the people were handled."""
    made: int = 0
    """How many dossiers that gave; the others were here by then."""
    worked_at: datetime | None = None

    @property
    def whole(self) -> int:
        """How many people there are to handle."""
        return self.fresh + (self.alike if self.with_alike else 0)

    def is_over(self, moment: datetime) -> bool:
        """Whether nobody said yes in time."""
        return self.state is ImportState.CHECKED and moment >= self.made_at + KEPT_FOR

    def stands_still(self, moment: datetime) -> bool:
        """Whether it was broken off half-way."""
        if self.state is not ImportState.RUNNING or self.worked_at is None:
            return False
        return moment >= self.worked_at + STANDS_STILL_AFTER

    def rows_with(self, *findings: Finding) -> int:
        """How many rows have such a remark."""
        return len({remark.row for remark in self.remarks if remark.finding in findings})
