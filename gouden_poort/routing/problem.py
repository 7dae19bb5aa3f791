"""One target boiled down to bits: the needs that must be met, and the trainings that can meet them.

A need is an ability at a level that the person does not hold when the stage begins. Only what can matter for
the target is in a problem: its own needs, what meets those, what that asks in turn, and so on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gouden_poort.routing.calendar import NEVER
from gouden_poort.routing.stage import Stage
from gouden_poort.routing.training import Level, Training


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Problem:
    """Needs are numbered by bit; `asks`, `gives` and `givers` say who asks and meets them."""

    begin: int
    hours: int
    bits: Mapping[Level, int]
    soonest: Sequence[int]
    """For each need the soonest week in which it can be met."""
    comes: Sequence[int]
    """For each need the week in which it is met without training, `NEVER` if it is not."""
    by_itself: int
    """The needs that are met without training, as bits."""
    trainings: Sequence[Training]
    asks: Sequence[int]
    asked_bits: Sequence[tuple[int, ...]]
    """The bits of `asks`, listed."""
    gives: Sequence[int]
    givers: Sequence[tuple[int, ...]]
    """For each need the trainings that meet it."""

    def mask(self, needs: Iterable[Level]) -> int:
        """Needs of this problem as bits."""
        return sum(1 << bit for bit in {self.bits[need] for need in needs})

    def met_by(self, abilities: Iterable[Level]) -> int:
        """The needs that are met by holding some abilities at their levels."""
        return _met(self.bits, abilities)


def bits_of(mask: int) -> Iterator[int]:
    """The numbers of the bits that are set, lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def pose(stage: Stage, wanted: Iterable[Level]) -> Problem:
    """The problem in which some needs, and all that follows from them, can be met within a stage."""
    bits: dict[Level, int] = {}
    places: dict[int, int] = {}
    trainings: list[Training] = []
    givers: list[tuple[int, ...]] = []
    queue = list(dict.fromkeys(wanted))
    for need in queue:  # grows while it is walked through
        bits[need] = len(bits)
        numbers = stage.givers(*need)
        for number in numbers:
            if number not in places:
                places[number] = len(trainings)
                trainings.append(stage.training(number))
                known = set(queue)
                queue.extend(asked for asked in trainings[-1].asks if asked not in known)
        givers.append(tuple(places[number] for number in numbers))
    asks = [sum(1 << bits[need] for need in training.asks) for training in trainings]
    comes = [stage.comes(*need) for need in queue]
    return Problem(
        begin=stage.begin,
        hours=stage.hours,
        bits=bits,
        soonest=[stage.soonest(*need) for need in queue],
        comes=comes,
        by_itself=sum(1 << bit for bit, week in enumerate(comes) if week < NEVER),
        trainings=trainings,
        asks=asks,
        asked_bits=[tuple(bits_of(mask)) for mask in asks],
        gives=[_met(bits, training.gives) for training in trainings],
        givers=givers,
    )


def _met(bits: Mapping[Level, int], abilities: Iterable[Level]) -> int:
    levels = dict(abilities)
    return sum(1 << bit for (ability, level), bit in bits.items() if levels.get(ability, 0) >= level)
