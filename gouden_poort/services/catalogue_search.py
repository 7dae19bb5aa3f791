"""Looking through the catalogue: occupations, offerings, sites and schemes, filtered and a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.columns import Ids
from gouden_poort.catalogue.format import OFFERING_KINDS
from gouden_poort.catalogue.near import near
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.services import catalogue_views as views
from gouden_poort.services.skills import search_skills

Item = TypeVar("Item")

MOST_FOUND = 100
"""A search gives at most so many; nobody reads further."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Item]):
    """Some of many things; `number` counts from 1."""

    items: tuple[Item, ...]
    total: int
    number: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferingFilter:
    """What offerings must have; None is: does not matter."""

    kind: str | None = None
    sector: str | None = None
    site: str | None = None
    skill: str | None = None
    """They teach this skill."""
    online: bool | None = None


def skills(snapshot: Snapshot, *, number: int, size: int, search: str | None = None) -> Page[views.Skill]:
    """Skills in the order of the catalogue, or else those that a text may mean, best first."""
    ids = snapshot.columns.skills.id
    if search is None:
        rows = np.arange(len(ids))
    else:
        rows = np.array([ids.row(match.skill_id) for match in search_skills(snapshot, search, MOST_FOUND)], dtype=int)
    return _page(snapshot, rows, views.skill, number, size)


def occupations(snapshot: Snapshot, *, number: int, size: int, sector: str | None = None) -> Page[views.Occupation]:
    """Occupations in the order of the catalogue."""
    table = snapshot.columns.occupations
    wanted = np.ones(len(table.id), dtype=bool)
    if sector is not None:
        wanted &= table.sector == _known(snapshot.columns.sectors, "sector", sector)
    return _page(snapshot, np.flatnonzero(wanted), views.occupation, number, size)


def offerings(snapshot: Snapshot, wish: OfferingFilter, *, number: int, size: int) -> Page[views.Offering]:
    """Offerings in the order of the catalogue; InvalidInput names every part of the wish that does not exist."""
    columns = snapshot.columns
    table = columns.offerings
    faults: list[FieldError] = []
    wanted = np.ones(len(table.id), dtype=bool)
    if wish.kind is not None:
        wanted &= table.kind == OFFERING_KINDS.index(wish.kind)
    if wish.online is not None:
        wanted &= (table.site < 0) == wish.online
    for name, ids, given, column in (
        ("sector", columns.sectors, wish.sector, table.sector),
        ("site", columns.sites.id, wish.site, table.site),
    ):
        if given is not None:
            wanted &= column == _row(ids, name, given, faults)
    if wish.skill is not None:
        taught = table.teaches.items == _row(columns.skills.id, "skill", wish.skill, faults)
        wanted &= np.isin(np.arange(len(table.id)), table.teaches.owners()[taught])
    if faults:
        raise InvalidInput(faults)
    return _page(snapshot, np.flatnonzero(wanted), views.offering, number, size)


def sites(snapshot: Snapshot, *, number: int, size: int) -> Page[views.Site]:
    """Sites in the order of the catalogue."""
    return _page(snapshot, np.arange(len(snapshot.columns.sites.id)), views.site, number, size)


def schemes(snapshot: Snapshot, *, number: int, size: int) -> Page[views.Scheme]:
    """Schemes in the order of the catalogue."""
    return _page(snapshot, np.arange(len(snapshot.columns.schemes.id)), views.scheme, number, size)


def occupation(snapshot: Snapshot, occupation_id: str) -> views.Occupation:
    """One occupation; UnknownThing when there is none of that id."""
    return views.occupation(snapshot, views.row_of(snapshot.columns.occupations.id, "occupation", occupation_id))


def offering(snapshot: Snapshot, offering_id: str) -> views.Offering:
    """One offering; UnknownThing when there is none of that id."""
    return views.offering(snapshot, views.row_of(snapshot.columns.offerings.id, "offering", offering_id))


def _page(
    snapshot: Snapshot, rows: NDArray[np.intp], view: Callable[[Snapshot, int], Item], number: int, size: int
) -> Page[Item]:
    shown: Sequence[int] = rows[(number - 1) * size : number * size].tolist()
    return Page(items=tuple(view(snapshot, row) for row in shown), total=len(rows), number=number, size=size)


def _known(ids: Ids, name: str, given: str) -> int:
    faults: list[FieldError] = []
    row = _row(ids, name, given, faults)
    if faults:
        raise InvalidInput(faults)
    return row


def _row(ids: Ids, name: str, given: str, faults: list[FieldError]) -> int:
    try:
        return ids.row(given)
    except KeyError:
        expected = f"a {name} of the catalogue"
        faults.append(FieldError(path=name, code="unknown_id", given=given, expected=expected, near=near(given, ids)))
        return -2  # no row has it; -1 means online
