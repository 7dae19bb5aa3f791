"""By what the people of the demo are known, wherever one may have to say that they are invented."""

from __future__ import annotations

from uuid import UUID, uuid5

from gouden_poort.services.ports import UnitOfWork

_DEMO = UUID("6f0d5b1a-7a52-4c0e-9d6e-2f6f2a0c7d11")


def demo_id(name: str) -> UUID:
    """The id that something of the demo always has."""
    return uuid5(_DEMO, name)


BUREAU_ID = demo_id("bureau")


def is_demo(unit: UnitOfWork) -> bool:
    """Whether the people of this database are those of the demo."""
    return unit.organisations.find(BUREAU_ID) is not None
