"""What things in the catalogue are called, by their id, and the small print that travels with a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from gouden_poort.catalogue.columns import Texts
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.web.wording import TARGET_GROUPS, say


class _Block(Protocol):
    @property
    def extra(self) -> Mapping[str, Texts]: ...


def extra(block: _Block, row: int, column: str) -> str:
    """A cell of an extra column; empty when this catalogue does not have the column."""
    return str(block.extra[column][row]) if column in block.extra else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallPrint:
    """Where a row comes from, when it was checked, and whether it is only an example."""

    example: bool
    source: str
    checked_on: date | None


def small_print(block: _Block, row: int) -> SmallPrint:
    """The small print of one row; a date that cannot be read counts as not checked."""
    try:
        checked_on = date.fromisoformat(extra(block, row, "checked_on"))
    except ValueError:
        checked_on = None
    return SmallPrint(
        example=extra(block, row, "example") == "1", source=extra(block, row, "source"), checked_on=checked_on
    )


def sector_name(snapshot: Snapshot, sector_id: str) -> str:
    """What the catalogue calls a sector beside the work in it; where it does not, the sector goes by its own id."""
    occupations, sectors = snapshot.columns.occupations, snapshot.columns.sectors
    if "sector_label" in occupations.extra and sector_id in sectors:
        labels = occupations.extra["sector_label"]
        rows = (occupations.sector == sectors.row(sector_id)).nonzero()[0].tolist()
        named = next((label for row in rows if (label := str(labels[row]))), "")
        if named:
            return named
    return sector_id.replace("_", " ").capitalize()


class Names:
    """Labels of one catalogue version."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._columns = snapshot.columns

    def skill(self, skill_id: str) -> str:
        return str(self._columns.skills.label[self._columns.skills.id.row(skill_id)])

    def credential(self, credential_id: str) -> str:
        return str(self._columns.credentials.label[self._columns.credentials.id.row(credential_id)])

    def occupation(self, occupation_id: str) -> str:
        return str(self._columns.occupations.label[self._columns.occupations.id.row(occupation_id)])

    def work(self, occupation_id: str) -> str:
        """An occupation inside a sentence; an abbreviation keeps its capitals."""
        label = self.occupation(occupation_id)
        return label if label[1:2].isupper() else label[:1].lower() + label[1:]

    def offering(self, offering_id: str) -> str:
        return str(self._columns.offerings.label[self._columns.offerings.id.row(offering_id)])

    def scheme(self, scheme_id: str) -> str:
        return str(self._columns.schemes.label[self._columns.schemes.id.row(scheme_id)])

    def user(self, any_id: str) -> str:
        """What uses a gain: an offering, an occupation, or a position (named for its company)."""
        columns = self._columns
        if any_id in columns.offerings.id:
            return self.offering(any_id)
        if any_id in columns.occupations.id:
            return say("user.work", occupation=self.work(any_id))
        company = columns.positions.company[columns.positions.id.row(any_id)]
        return say("user.place", company=columns.companies.label[company])

    def groups(self, joined: str) -> str:
        """The target groups of a condition, written with | in the catalogue."""
        return ", ".join(TARGET_GROUPS[group] for group in joined.split("|") if group in TARGET_GROUPS)
