"""What someone wants most of a route, and how much it then weighs."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from types import MappingProxyType

from gouden_poort.profiles.profile import Weights


class Priority(Enum):
    """What someone wants most of a route; `even` is nothing more than the rest."""

    SOON = "soon"
    WAGE = "wage"
    NEAR = "near"
    CHEAP = "cheap"
    EVEN = "even"


WEIGHTS_OF_PRIORITY: Mapping[Priority, Weights] = MappingProxyType(
    {
        Priority.SOON: Weights(week=Decimal(3), qualified=Decimal(0)),
        Priority.WAGE: Weights(wage=Decimal(8)),
        Priority.NEAR: Weights(travel=Decimal("0.5")),
        Priority.CHEAP: Weights(cost=Decimal(4)),
        Priority.EVEN: Weights(),
    }
)
"""What someone wants most weighs so much more that it shows in the first route; the rest still counts."""
