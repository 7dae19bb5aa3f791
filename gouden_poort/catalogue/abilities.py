"""Everything one can hold, in one numbering: skills, then credentials, then Dutch (CEFR), then NLQF.

An ability has a level (a credential: 1). Offerings, positions and occupations *ask* abilities and offerings *give*
them, so the planner need not know which kind of thing it is looking for. An ability at a level is written as one
number, its *code*; the codes of one ability follow each other in order of level.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.columns import Bytes, Ints, Ragged
from gouden_poort.catalogue.snapshot import Occupations, Offerings, Positions

LEVELS = 9
"""Levels 0 to 8 fit every scale (skills 5, CEFR 6, NLQF 8); a code is an ability times this, and its level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """Where each kind of ability stands, by how many skills and credentials there are."""

    skills: int
    credentials: int

    @property
    def credentials_from(self) -> int:
        """The first credential; skills stand before it."""
        return self.skills

    @property
    def cefr(self) -> int:
        """Dutch."""
        return self.skills + self.credentials

    @property
    def nlqf(self) -> int:
        """The highest level of education."""
        return self.cefr + 1

    @property
    def count(self) -> int:
        """How many abilities there are."""
        return self.cefr + 2


def entry_codes(rows: Offerings | Positions, numbering: Numbering) -> Ragged:
    """What must be held to enter each offering or position."""
    return _gathered(
        len(rows.id),
        _listed(rows.requires_skills, 0, rows.requires_levels.items),
        _listed(rows.requires_credentials, numbering.credentials_from),
        _scaled(rows.min_cefr, numbering.cefr),
        _scaled(rows.min_nlqf, numbering.nlqf),
    )


def essential_codes(occupations: Occupations, numbering: Numbering) -> Ragged:
    """What must be held to start in each occupation."""
    return _gathered(
        len(occupations.id),
        _listed(occupations.essential_skills, 0, occupations.essential_levels.items),
        _listed(occupations.essential_credentials, numbering.credentials_from),
    )


def given_codes(offerings: Offerings, numbering: Numbering) -> Ragged:
    """What each offering gives."""
    return _gathered(
        len(offerings.id),
        _listed(offerings.teaches, 0, offerings.teaches_levels.items),
        _listed(offerings.awards, numbering.credentials_from),
        _scaled(offerings.awards_cefr, numbering.cefr),
        _scaled(offerings.awards_nlqf, numbering.nlqf),
    )


Part = tuple[Ints, Ints]
"""Owner rows, and codes beside them."""


def _listed(items: Ragged, offset: int, levels: NDArray[Any] | int = 1) -> Part:
    return items.owners(), ((items.items + offset) * LEVELS + levels).astype(np.int32)


def _scaled(levels: Bytes, ability: int) -> Part:
    owners = np.flatnonzero(levels > 0).astype(np.int32)
    return owners, ability * LEVELS + levels[owners].astype(np.int32)


def _gathered(rows: int, *parts: Part) -> Ragged:
    owners, codes = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    order = np.argsort(codes, kind="stable")
    return Ragged.grouped(rows, owners[order], codes[order])
