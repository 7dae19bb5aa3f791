"""Openings that are full by now, laid over a catalogue: routes go round them, or wait for a place.

Seats change by the hour and are never in a snapshot; what is laid over one is made anew when they change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from uuid import UUID

import numpy as np

from gouden_poort.catalogue.columns import Ints, Ragged
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.people.place_offer import TAKES_A_SEAT, FreePlace, OpeningKind
from gouden_poort.services.offering.openings import opening_of
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory

Name = tuple[OpeningKind, str]


def with_full_openings(open_unit: UnitOfWorkFactory, snapshot: Snapshot, assessment_id: UUID | None) -> Snapshot:
    """The catalogue as it answers someone now. A seat that is offered to them, or is theirs, is there for them.

    Full is where seats are kept and no organisation has one left; where nobody keeps any, the catalogue decides.
    """
    with open_unit() as unit:
        taken = unit.free_places.taken()
        full = _full(taken)
        if full and assessment_id is not None:
            full -= _own(unit, taken, assessment_id)
    return _laid_over(snapshot, frozenset(full)) if full else snapshot


def _full(taken: Mapping[FreePlace, int]) -> set[Name]:
    left: Counter[Name] = Counter()
    for place, many in taken.items():
        if place.seats or many:
            left[place.kind, place.opening_id] += max(place.seats - many, 0)
    return {name for name, many in left.items() if not many}


def _own(unit: UnitOfWork, places: Iterable[FreePlace], assessment_id: UUID) -> set[Name]:
    dossier = unit.dossiers.of_assessment(assessment_id)
    offers = unit.free_places.offers_to(dossier.id) if dossier else ()
    held = {each.place_id for each in offers if each.state in TAKES_A_SEAT}
    return {(place.kind, place.opening_id) for place in places if place.id in held}


@lru_cache(maxsize=2)
def _laid_over(snapshot: Snapshot, full: frozenset[Name]) -> Snapshot:
    """The same columns but for seats and starts; its version differs, as its answers do."""
    found = [each for kind, name in sorted(full) if (each := opening_of(snapshot, kind, name)) is not None]
    if not found:
        return snapshot
    columns = snapshot.columns
    positions = [each.row for each in found if each.kind is OpeningKind.POSITION]
    starts = [(each.row, snapshot.week_of(each.begins_on)) for each in found if each.begins_on is not None]
    weeks, shut = _without_starts(columns.offerings.starts, starts)
    mark = sha256("\n".join(each.id for each in found).encode()).hexdigest()[:12]
    return replace(
        snapshot,
        version=f"{snapshot.version}+{mark}",
        file=None,
        columns=replace(
            columns,
            positions=replace(columns.positions, capacity=_none_at(columns.positions.capacity, positions)),
            offerings=replace(columns.offerings, starts=weeks, capacity=_none_at(columns.offerings.capacity, shut)),
        ),
    )


def _none_at(capacity: Ints, rows: list[int]) -> Ints:
    """A copy without a free place in some rows."""
    left = capacity.copy()
    left[rows] = 0
    return left


def _without_starts(starts: Ragged, full: Iterable[tuple[int, int]]) -> tuple[Ragged, list[int]]:
    """The weeks in which each offering starts, and the offerings of which no start is left.

    A full start says the week of another one of its offering, so that every week keeps its place among all.
    """
    weeks, shut = starts.items.copy(), []
    for row in sorted({row for row, _ in full}):
        gone = [week for other, week in full if other == row]
        own = slice(int(starts.starts[row]), int(starts.starts[row + 1]))
        left = weeks[own][~np.isin(weeks[own], gone)]
        if not len(left):
            shut.append(row)
            continue
        weeks[own] = left[np.minimum(np.searchsorted(left, weeks[own]), len(left) - 1)]
    return Ragged(starts.starts, weeks), shut
