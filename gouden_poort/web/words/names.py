"""What things in the catalogue are called, by their id, and the small print that travels with a row.

Names are Dutch, and marked so on a page in another language, unless the catalogue has a column for that language:
`label_en` beside `label`. Names of papers, schools, companies and places stay Dutch: that is what a counter knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from markupsafe import escape

from gouden_poort.catalogue.columns import Texts
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.event import OUTSIDE
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.language import DUTCH, _, nl, spoken
from gouden_poort.web.wording import TARGET_GROUPS, comma_list, say


class _Block(Protocol):
    @property
    def extra(self) -> Mapping[str, Texts]: ...


class _Named(_Block, Protocol):
    @property
    def label(self) -> Texts: ...


def extra(block: _Block, row: int, column: str) -> str:
    """A cell of an extra column; empty when this catalogue does not have the column."""
    return str(block.extra[column][row]) if column in block.extra else ""


def label(block: _Named, row: int, *, inside: bool = False) -> str:
    """What a row is called in the language that is spoken, or in Dutch; `inside` a sentence, or at the head of one."""
    own = _own(block, row, "label")
    words = own or str(block.label[row])
    return _marked(in_sentence(words) if inside else words, own)


def described(block: _Block, row: int, column: str) -> str:
    """A text of the catalogue about a row in the language that is spoken, or in Dutch; empty where it has none."""
    own = _own(block, row, column)
    words = own or extra(block, row, column)
    return _marked(words, own) if words else ""


def in_sentence(name: str) -> str:
    """The name of work as it stands inside a sentence; an abbreviation keeps its capitals.

    >>> in_sentence("Lasser"), in_sentence("CNC-verspaner")
    ('lasser', 'CNC-verspaner')
    """
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _own(block: _Block, row: int, column: str) -> str:
    return extra(block, row, f"{column}_{spoken().code}") if spoken() != DUTCH else ""


def _marked(words: str, own: str) -> str:
    """Words of the language itself become HTML as they are, so that nobody marks them as Dutch later on."""
    return escape(words) if own else nl(words)


_DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")


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
    source = _DAY.sub(_in_dutch, extra(block, row, "source"))
    return SmallPrint(example=extra(block, row, "example") == "1", source=source, checked_on=checked_on)


def _in_dutch(found: re.Match[str]) -> str:
    """A day that a source is named by, as people write it; what is no day stays as it is."""
    try:
        return dutch_date(date.fromisoformat(found[0]))
    except ValueError:
        return found[0]


def sector_name(snapshot: Snapshot, sector_id: str) -> str:
    """What the catalogue calls a sector beside the work in it; where it does not, the sector goes by its own id."""
    occupations, sectors = snapshot.columns.occupations, snapshot.columns.sectors
    if "sector_label" in occupations.extra and sector_id in sectors:
        rows = (occupations.sector == sectors.row(sector_id)).nonzero()[0].tolist()
        named = next((name for row in rows if (name := described(occupations, row, "sector_label"))), "")
        if named:
            return named
    return nl(sector_id.replace("_", " ").capitalize())


def sector_of(snapshot: Snapshot, occupation: int) -> str:
    """The name of the sector of an occupation, by its row."""
    columns = snapshot.columns
    return sector_name(snapshot, str(columns.sectors[int(columns.occupations.sector[occupation])]))


def work_name(snapshot: Snapshot, occupation_id: str, kept: Mapping[str, str]) -> str:
    """What the catalogue calls work; of work that it lost, what a plan called it."""
    if occupation_id == OUTSIDE:
        return _("Werk buiten de techniek")
    if occupation_id in snapshot.columns.occupations.id:
        return Names(snapshot).occupation(occupation_id)
    return nl(kept.get(occupation_id, occupation_id))


class Names:
    """Labels of one catalogue version."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._columns = snapshot.columns

    def skill(self, skill_id: str) -> str:
        return label(self._columns.skills, self._columns.skills.id.row(skill_id))

    def credential(self, credential_id: str) -> str:
        return nl(str(self._columns.credentials.label[self._columns.credentials.id.row(credential_id)]))

    def occupation(self, occupation_id: str) -> str:
        return label(self._columns.occupations, self._columns.occupations.id.row(occupation_id))

    def work(self, occupation_id: str) -> str:
        """An occupation inside a sentence."""
        return label(self._columns.occupations, self._columns.occupations.id.row(occupation_id), inside=True)

    def offering(self, offering_id: str) -> str:
        return label(self._columns.offerings, self._columns.offerings.id.row(offering_id))

    def scheme(self, scheme_id: str) -> str:
        return label(self._columns.schemes, self._columns.schemes.id.row(scheme_id))

    def user(self, any_id: str) -> str:
        """What uses a gain: an offering, an occupation, or a position (named for its company)."""
        columns = self._columns
        if any_id in columns.offerings.id:
            return self.offering(any_id)
        if any_id in columns.occupations.id:
            return say("user.work", occupation=self.work(any_id))
        company = columns.positions.company[columns.positions.id.row(any_id)]
        return say("user.place", company=nl(str(columns.companies.label[company])))

    def groups(self, joined: str) -> str:
        """The target groups of a condition, written with | in the catalogue."""
        return comma_list([_(TARGET_GROUPS[group]) for group in joined.split("|") if group in TARGET_GROUPS])
