"""The network of a catalogue (`catalogue.network`) as the inner loops take it, and which needs a level meets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.abilities import LEVELS
from gouden_poort.catalogue.columns import Bytes, Ints
from gouden_poort.catalogue.snapshot import KIND_BBL, POSITION_JOB, Snapshot
from gouden_poort.routing.abilities import Level
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
    keys: Sequence[int]
    """Ability and level of each need in one number, ascending."""
    trainings: int
    chance: Longs
    """A number drawn for each training, always the same, to tell sets of trainings apart by."""

    def held(self, levels: Bytes | Ints) -> Flags:
        """Which needs are met by holding abilities at levels."""
        met: Flags = levels[self.need_ability] >= self.need_level
        return met

    def met_by(self, level: Level) -> slice:
        """The needs that are met by holding an ability at a level."""
        low = bisect_left(self.keys, level[0] * LEVELS)
        return slice(low, bisect_right(self.keys, level[0] * LEVELS + level[1], low))

    def need(self, level: Level) -> int | None:
        """The number of a need; None when nobody asks it."""
        met = self.met_by(level)
        is_there = met.stop > met.start and self.need_level[met.stop - 1] == level[1]
        return met.stop - 1 if is_there else None

    def weeks(self, comes: Iterable[tuple[Level, int]], never: int) -> Longs:
        """For each need the week in which it is met by what comes; `never` when it is not."""
        soonest: dict[int, int] = {}
        for level, week in comes:
            met = self.met_by(level)
            for need in range(met.start, met.stop):
                soonest[need] = min(week, soonest.get(need, never))
        weeks = np.full(len(self.need_ability), never, dtype=np.int64)
        weeks[list(soonest)] = list(soonest.values())
        return weeks


@lru_cache(maxsize=4)
def network_of(snapshot: Snapshot) -> Network:
    """The network that lies in a snapshot; made once, for the inner loops share it."""
    columns, network = snapshot.columns, snapshot.columns.network
    offerings, positions, trainings = columns.offerings, columns.positions, len(columns.trainings.levels)
    walked = entries.make_network(
        **{part.name: _still(getattr(network, part.name)) for part in fields(network)},
        starts=_still(offerings.starts.items),
        horizon=snapshot.horizon_weeks,
        most_givers=_most(network.giver_from),
        most_asks=_most(network.ask_from) + _most(network.position_ask_from),
    )
    catalogue = entries.make_catalogue(
        _still(offerings.kind == KIND_BBL),
        _still(offerings.weeks),
        _still(offerings.hours_per_week),
        _still(offerings.cost_eur),
        _still(offerings.rolling),
        _still(positions.kind == POSITION_JOB),
        _still(positions.credential),
        _still(positions.hours_per_week),
    )
    return Network(
        walked=walked,
        catalogue=catalogue,
        need_ability=network.need_ability,
        keys=(network.need_ability * LEVELS + network.need_level).tolist(),
        need_level=network.need_level,
        trainings=trainings,
        chance=np.random.default_rng(0).integers(1, 1 << 62, trainings, dtype=np.int64),
    )


def _most(starts: NDArray[Any]) -> int:
    """The length of the longest of lists that are written end to end."""
    return int(np.diff(starts).max(initial=0))


def _still(column: NDArray[Any]) -> NDArray[Any]:
    """A view that cannot be written to: columns of a file are so, and one kind of array is compiled for once."""
    view = column.view()
    view.setflags(write=False)
    return view
