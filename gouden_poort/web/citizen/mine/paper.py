"""What stands on paper that someone with a dossier prints: the way back, by signing in, and no code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gouden_poort.web.pictures.qr import QR, qr_of
from gouden_poort.web.whole_address import whole


@dataclass(frozen=True, slots=True, kw_only=True)
class WayBack:
    """An address in letters and as a picture for a telephone."""

    address: str
    qr: QR


def way_back(path: str) -> WayBack:
    """The way to a page of this installation."""
    address = whole(path)
    return WayBack(address=address.removeprefix("https://"), qr=_drawn(address))


@lru_cache(maxsize=64)
def _drawn(address: str) -> QR:
    """Of a few addresses that are the same for everybody, and slow to draw."""
    return qr_of(address)
