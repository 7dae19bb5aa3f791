"""How every rule stands in every row for one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from gouden_poort.rules.book.rule import RuleKind
from gouden_poort.rules.columns.bitmaps import Plane, Planes, count, every, unpacked

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """In how many rows a rule surely does not hold, and in how many that is not known."""

    no: int
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judged:
    """Bitmaps by rule; a mask is unpacked when it is asked for.

    An admission or obligation holds where it passes, any other kind where it is said.
    """

    rows: int
    planes: Mapping[str, Planes]
    """By rule id."""
    kinds: Mapping[str, RuleKind]
    _admitted: list[Planes] = field(default_factory=list)

    def surely(self, rule_id: str) -> Mask:
        """Where the rule holds, whatever the answers that are missing."""
        return unpacked(self.planes[rule_id][0], self.rows)

    def possibly(self, rule_id: str) -> Mask:
        """Where the rule may hold: all rows but those where it surely does not."""
        return unpacked(self.planes[rule_id][1], self.rows)

    def admitted(self) -> tuple[Mask, Mask]:
        """Where every admission rule holds: surely, possibly."""
        surely, possibly = self.admitted_bits()
        return unpacked(surely, self.rows), unpacked(possibly, self.rows)

    def admitted_bits(self) -> Planes:
        """The same as planes, joined once."""
        if not self._admitted:
            self._admitted.append(every(self.planes[rule_id] for rule_id in self._admissions()))
        return self._admitted[0]

    def counts(self) -> Mapping[str, Counts]:
        """By rule id, for a summary of what stands in the way."""
        return {rule_id: self._counts(surely, possibly) for rule_id, (surely, possibly) in self.planes.items()}

    def _admissions(self) -> list[str]:
        return [rule_id for rule_id, kind in self.kinds.items() if kind is RuleKind.ADMISSION]

    def _counts(self, surely: Plane, possibly: Plane) -> Counts:
        maybe = count(possibly, self.rows)
        return Counts(no=self.rows - maybe, unknown=maybe - (maybe if surely is possibly else count(surely, self.rows)))
