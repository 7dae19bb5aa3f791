"""Exact postcodes, as someone brought them in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from gouden_poort.catalogue.postcode_file import Postcode


class Postcodes(Protocol):
    """Exact postcode middles, brought in with `gouden-poort places import`."""

    def replace_all(self, postcodes: Sequence[Postcode]) -> int: ...

    def find(self, pc4: int) -> Postcode | None: ...
