"""What is wrong with one test, as facts: where in the text, what stands there, what belongs there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gouden_poort.errors import GoudenPoortError


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFault:
    """One fault in a text; the reader of the file adds file, line and column."""

    offset: int
    """The place in the text, counted in characters from 0."""
    found: str
    expected: str
    guess: str = ""
    """What was probably meant; empty when there is no good guess."""


class Unreadable(GoudenPoortError):
    """A test or expression is wrong somewhere; holds every fault, in order of place."""

    def __init__(self, faults: Sequence[TextFault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.offset))
        first = self.faults[0]
        super().__init__(f"at {first.offset}: found {first.found!r}, expected {first.expected}")
