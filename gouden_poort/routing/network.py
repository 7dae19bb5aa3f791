"""What leads to what in a catalogue, as numbered needs and trainings: made once for a snapshot.

A *need* is an ability at a level that somebody asks: an offering, a position or an occupation. A *training* is a
group of offerings that ask and give the same. Needs of one ability stand together, in order of level.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.columns import Bytes, Ints, Ragged
from gouden_poort.catalogue.snapshot import KIND_BBL, POSITION_JOB, Snapshot
from gouden_poort.routing.abilities import LEVELS, Abilities, Level, abilities_of
from gouden_poort.routing.kernel import entries
from gouden_poort.routing.kernel.ground import Catalogue, Flags, Longs
from gouden_poort.routing.kernel.ground import Network as Walked


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Network:
    """The network of one catalogue, and its columns as the inner loops read them."""

    walked: Walked
    catalogue: Catalogue
    need_ability: Longs
    need_level: Longs
    trainings: int
    chance: Longs
    """A number drawn for each training, always the same, to tell sets of trainings apart by."""

    def held(self, levels: Bytes | Ints) -> Flags:
        """Which needs are met by holding abilities at levels."""
        met: Flags = levels[self.need_ability] >= self.need_level
        return met

    def met_by(self, level: Level) -> slice:
        """The needs that are met by holding an ability at a level."""
        low, high = np.searchsorted(self.need_ability, (level[0], level[0] + 1))
        return slice(int(low), int(low + np.searchsorted(self.need_level[low:high], level[1], side="right")))

    def need(self, level: Level) -> int | None:
        """The number of a need; None when nobody asks it."""
        met = self.met_by(level)
        is_there = met.stop > met.start and self.need_level[met.stop - 1] == level[1]
        return met.stop - 1 if is_there else None

    def weeks(self, comes: Iterable[tuple[Level, int]], never: int) -> Longs:
        """For each need the week in which it is met by what comes; `never` when it is not."""
        weeks = np.full(len(self.need_ability), never, dtype=np.int64)
        for level, week in comes:
            met = self.met_by(level)
            weeks[met] = np.minimum(weeks[met], week)
        return weeks


@lru_cache(maxsize=4)
def network_of(snapshot: Snapshot) -> Network:
    """Made once for a snapshot and kept while it is in use."""
    abilities, columns = abilities_of(snapshot), snapshot.columns
    offerings, positions = columns.offerings, columns.positions
    keys = np.unique(np.concatenate([_keys(*asks) for asks in _asked(abilities)]))
    members = Ragged.grouped(abilities.trainings, abilities.training, np.arange(len(offerings.id)))
    first = members.items[members.starts[:-1]]
    asks = _taken(_needs(keys, abilities.offering_asks, abilities.offering_ask_levels), first)
    gives = _taken(_met(keys, abilities.offering_gives, abilities.offering_give_levels), first)
    on_the_way = offerings.kind[first] != KIND_BBL
    givers = _turned(gives, len(keys), on_the_way)
    lists = (
        members,
        asks,
        gives,
        _turned(asks, len(keys), on_the_way),
        givers,
        _needs(keys, abilities.position_asks, abilities.position_ask_levels),
        _needs(keys, abilities.occupation_asks, abilities.occupation_ask_levels),
        columns.occupations.positions,
        _bbl_awarding(snapshot),
    )
    need_ability, need_level = (keys // LEVELS).astype(np.int64), (keys % LEVELS).astype(np.int64)
    walked = entries.make_network(
        _still(need_ability),
        _still(need_level),
        _long(abilities.training),
        *(_long(part) for one in lists for part in (one.starts, one.items)),
        _long(offerings.starts.starts),
        _still(np.asarray(offerings.starts.items)),
        snapshot.horizon_weeks,
        int(np.diff(givers.starts).max(initial=0)),
    )
    catalogue = entries.make_catalogue(
        _still(offerings.kind == KIND_BBL),
        *(_still(column) for column in (offerings.weeks, offerings.hours_per_week, offerings.cost_eur)),
        _still(offerings.rolling),
        _still(positions.kind == POSITION_JOB),
        *(_still(column) for column in (positions.credential, positions.hours_per_week)),
    )
    return Network(
        walked=walked,
        catalogue=catalogue,
        need_ability=need_ability,
        need_level=need_level,
        trainings=abilities.trainings,
        chance=np.random.default_rng(0).integers(1, 1 << 62, abilities.trainings, dtype=np.int64),
    )


def _still(column: NDArray[Any]) -> NDArray[Any]:
    """A view that cannot be written to: columns of a file are so, and one kind of array is compiled for once."""
    view = column.view()
    view.setflags(write=False)
    return view


def _long(column: NDArray[Any]) -> Longs:
    return _still(column.astype(np.int64))


def _asked(abilities: Abilities) -> tuple[tuple[Ragged, Ragged], ...]:
    return (
        (abilities.offering_asks, abilities.offering_ask_levels),
        (abilities.position_asks, abilities.position_ask_levels),
        (abilities.occupation_asks, abilities.occupation_ask_levels),
    )


def _keys(abilities: Ragged, levels: Ragged) -> Ints:
    keys: Ints = abilities.items * np.int32(LEVELS) + levels.items.astype(np.int32)
    return keys


def _needs(keys: Ints, abilities: Ragged, levels: Ragged) -> Ragged:
    return Ragged(abilities.starts, np.searchsorted(keys, _keys(abilities, levels)).astype(np.int32))


def _met(keys: Ints, abilities: Ragged, levels: Ragged) -> Ragged:
    """For each row the needs that are met by what it gives, each once."""
    low = np.searchsorted(keys, abilities.items * np.int32(LEVELS))
    high = np.searchsorted(keys, _keys(abilities, levels), side="right")
    counts = high - low
    owners = np.repeat(abilities.owners(), counts)
    before = np.cumsum(counts) - counts
    needs = np.arange(int(counts.sum())) + np.repeat(low - before, counts)
    codes = np.unique(owners.astype(np.int64) * (len(keys) + 1) + needs)
    return Ragged.grouped(len(abilities), codes // (len(keys) + 1), codes % (len(keys) + 1))


def _taken(lists: Ragged, rows: Ints) -> Ragged:
    picked = [lists[row] for row in rows.tolist()]
    starts = np.zeros(len(rows) + 1, dtype=np.int32)
    np.cumsum([len(one) for one in picked], out=starts[1:])
    return Ragged(starts, np.concatenate(picked).astype(np.int32) if picked else np.empty(0, dtype=np.int32))


def _turned(lists: Ragged, count: int, wanted: np.ndarray) -> Ragged:
    """For each need the trainings in whose list it stands."""
    owners = lists.owners()
    kept = wanted[owners]
    return Ragged.grouped(count, lists.items[kept], owners[kept])


def _bbl_awarding(snapshot: Snapshot) -> Ragged:
    """For each credential the rows of the bbl offerings that award it."""
    offerings = snapshot.columns.offerings
    owners = offerings.awards.owners()
    kept = offerings.kind[owners] == KIND_BBL
    return Ragged.grouped(len(snapshot.columns.credentials.id), offerings.awards.items[kept], owners[kept])
