"""Everything one can hold, in one numbering: skills, then credentials, then Dutch (CEFR), then NLQF.

An ability has a level (a credential: 1). Offerings, positions and occupations *ask* abilities and offerings
*give* them, so the planner need not know which kind of thing it is looking for. Offerings that ask and give
the same are *alike*: one training, given at several places and dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.columns import Bytes, Ints, Ragged
from gouden_poort.catalogue.snapshot import KIND_BBL, Offerings, Positions, Snapshot

Level = tuple[int, int]
"""An ability and a level of it."""
LEVELS = 9
"""Levels 0 to 8 fit every scale (skills 5, CEFR 6, NLQF 8)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Abilities:
    """What is asked and given in a catalogue, as ability numbers with levels beside them."""

    count: int
    credentials_from: int
    cefr: int
    nlqf: int
    offering_asks: Ragged
    offering_ask_levels: Ragged
    offering_gives: Ragged
    offering_give_levels: Ragged
    position_asks: Ragged
    position_ask_levels: Ragged
    occupation_asks: Ragged
    occupation_ask_levels: Ragged
    training: Ints
    """For each offering the number of the training it gives; alike offerings share it."""
    trainings: int
    starts: Ragged
    """For each offering its catalogue weeks, ascending; rolling offerings written out."""


@lru_cache(maxsize=4)
def abilities_of(snapshot: Snapshot) -> Abilities:
    """Made once for a snapshot and kept while it is in use."""
    columns = snapshot.columns
    offerings, positions, occupations = columns.offerings, columns.positions, columns.occupations
    credentials_from = len(columns.skills.id)
    cefr = credentials_from + len(columns.credentials.id)
    offering_asks = _gathered(len(offerings.id), _entry_asks(offerings, credentials_from, cefr))
    offering_gives = _gathered(
        len(offerings.id),
        (
            _listed(offerings.teaches, 0, offerings.teaches_levels.items),
            _listed(offerings.awards, credentials_from),
            _scaled(offerings.awards_cefr, cefr),
            _scaled(offerings.awards_nlqf, cefr + 1),
        ),
    )
    occupation_asks = _gathered(
        len(occupations.id),
        (
            _listed(occupations.essential_skills, 0, occupations.essential_levels.items),
            _listed(occupations.essential_credentials, credentials_from),
        ),
    )
    position_asks = _gathered(len(positions.id), _entry_asks(positions, credentials_from, cefr))
    training, trainings = _alike(offerings, offering_asks, offering_gives)
    return Abilities(
        count=cefr + 2,
        credentials_from=credentials_from,
        cefr=cefr,
        nlqf=cefr + 1,
        offering_asks=offering_asks[0],
        offering_ask_levels=offering_asks[1],
        offering_gives=offering_gives[0],
        offering_give_levels=offering_gives[1],
        position_asks=position_asks[0],
        position_ask_levels=position_asks[1],
        occupation_asks=occupation_asks[0],
        occupation_ask_levels=occupation_asks[1],
        training=training,
        trainings=trainings,
        starts=_written_out(offerings, snapshot.horizon_weeks),
    )


Part = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]
"""Owner rows, abilities and levels, beside each other."""


def _listed(items: Ragged, offset: int, levels: Ints | None = None) -> Part:
    level = np.ones(len(items.items), dtype=np.int32) if levels is None else levels.astype(np.int32)
    return items.owners(), items.items.astype(np.int32) + offset, level


def _scaled(levels: Bytes, ability: int) -> Part:
    owners = np.flatnonzero(levels > 0).astype(np.int32)
    return owners, np.full(len(owners), ability, dtype=np.int32), levels[owners].astype(np.int32)


def _entry_asks(asks: Offerings | Positions, credentials_from: int, cefr: int) -> tuple[Part, ...]:
    return (
        _listed(asks.requires_skills, 0, asks.requires_levels.items),
        _listed(asks.requires_credentials, credentials_from),
        _scaled(asks.min_cefr, cefr),
        _scaled(asks.min_nlqf, cefr + 1),
    )


def _gathered(rows: int, parts: Sequence[Part]) -> tuple[Ragged, Ragged]:
    owners, abilities, levels = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    order = np.lexsort((abilities, owners))
    starts = np.zeros(rows + 1, dtype=np.int32)
    np.cumsum(np.bincount(owners, minlength=rows), out=starts[1:])
    return Ragged(starts, abilities[order]), Ragged(starts, levels[order])


def _alike(offerings: Offerings, asks: tuple[Ragged, Ragged], gives: tuple[Ragged, Ragged]) -> tuple[Ints, int]:
    """Number the trainings in order of their first offering; bbl is never alike to anything else."""
    asked, given = (
        _slices(abilities.starts, abilities.items.astype(np.int64) * LEVELS + levels.items)
        for abilities, levels in (asks, gives)
    )
    numbers: dict[tuple[bool, bytes, bytes], int] = {}
    keys = zip((offerings.kind == KIND_BBL).tolist(), asked, given, strict=True)
    training = np.fromiter((numbers.setdefault(key, len(numbers)) for key in keys), dtype=np.int32)
    return training, len(numbers)


def _slices(starts: Ints, codes: NDArray[np.int64]) -> list[bytes]:
    whole = codes.tobytes()
    return [whole[8 * a : 8 * b] for a, b in pairwise(starts.tolist())]


def _written_out(offerings: Offerings, horizon_weeks: int) -> Ragged:
    rolling = np.flatnonzero(offerings.rolling)
    owners = np.concatenate((offerings.starts.owners(), np.repeat(rolling, horizon_weeks).astype(np.int32)))
    every_week = np.tile(np.arange(horizon_weeks, dtype=np.int32), len(rolling))
    return Ragged.grouped(len(offerings.id), owners, np.concatenate((offerings.starts.items, every_week)))
