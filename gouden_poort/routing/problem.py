"""One target boiled down to bits: the needs that must be met, and the trainings that can meet them.

A need is an ability at a level that the person does not hold when the stage begins. Only what can matter for
the target is in a problem: its own needs, what meets those, what that asks in turn, and so on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from gouden_poort.routing.calendar import NEVER
from gouden_poort.routing.caps import Longs
from gouden_poort.routing.stage import Stage
from gouden_poort.routing.training import Level, Training


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Problem:
    """Needs are numbered by bit and trainings by place; masks hold the one or the other."""

    begin: int
    hours: int
    bits: Mapping[Level, int]
    soonest: Sequence[int]
    """For each need the soonest week in which it can be met."""
    comes: Sequence[int]
    """For each need the week in which it is met without training, `NEVER` if it is not."""
    by_itself: int
    """The needs that are met without training."""
    trainings: Sequence[Training]
    residues: Longs
    """For each training what is left to pay of it, for each way to cut schemes off."""
    asks: Sequence[int]
    asked_bits: Sequence[tuple[int, ...]]
    """The bits of `asks`, listed."""
    gives: Sequence[int]
    givers: Sequence[int]
    """For each need the places of the trainings that meet it, as a mask."""

    def mask(self, needs: Iterable[Level]) -> int:
        """Needs of this problem as bits."""
        return sum(1 << bit for bit in {self.bits[need] for need in needs})

    def met_by(self, abilities: Iterable[Level], among: Iterable[Level]) -> int:
        """Which of some needs are met by holding some abilities at their levels."""
        levels = dict(abilities)
        return sum(1 << self.bits[need] for need in set(among) if levels.get(need[0], 0) >= need[1])


def bits_of(mask: int) -> Iterator[int]:
    """The numbers of the bits that are set, lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def pose(stage: Stage, wanted: Iterable[Level], comes: Mapping[Level, int] = MappingProxyType({})) -> Problem:
    """The problem in which some needs, and all that follows from them, can be met within a stage.

    `comes` says what is held without further training, and from which week.
    """
    bits = {need: bit for bit, need in enumerate(dict.fromkeys(wanted))}
    queue = list(bits)
    places: dict[int, int] = {}
    trainings: list[Training] = []
    givers: list[int] = []
    gives: list[int] = []
    for bit, need in enumerate(queue):  # grows while it is walked through
        mask = 0
        for number in stage.givers(*need):
            place = places.get(number)
            if place is None:
                place = places[number] = len(trainings)
                trainings.append(stage.training(number))
                gives.append(0)
                for asked in trainings[-1].asks:
                    if asked not in bits:
                        bits[asked] = len(bits)
                        queue.append(asked)
            mask |= 1 << place
            gives[place] |= 1 << bit
        givers.append(mask)
    asked_bits = [tuple(sorted({bits[need] for need in training.asks})) for training in trainings]
    weeks = [_week_of(need, comes) for need in queue] if comes else [NEVER] * len(queue)
    return Problem(
        begin=stage.span.begin,
        hours=stage.span.hours,
        bits=bits,
        soonest=[stage.soonest(*need) for need in queue],
        comes=weeks,
        by_itself=sum(1 << bit for bit, week in enumerate(weeks) if week < NEVER),
        trainings=trainings,
        residues=np.array([training.residues for training in trainings]),
        asks=[sum(1 << bit for bit in asked) for asked in asked_bits],
        asked_bits=asked_bits,
        gives=gives,
        givers=givers,
    )


def _week_of(need: Level, comes: Mapping[Level, int]) -> int:
    ability, level = need
    return min((week for (one, at), week in comes.items() if one == ability and at >= level), default=NEVER)
