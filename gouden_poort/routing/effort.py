"""Effort in exact whole numbers: one unit is a hundred-thousandth, so three decimals of weight per cent of a euro fit.

effort = week x weeks_to_work + qualified x weeks_to_qualified + cost x own_cost_eur / 100
       + travel x travel_minutes + step x number of steps
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gouden_poort.profiles.profile import Weights

UNITS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """What a week, a week until qualified, a euro, a minute, a step and a euro of monthly wage count, in units."""

    week: int
    qualified: int
    euro: int
    minute: int
    step: int
    wage_euro: int

    @classmethod
    def of(cls, weights: Weights) -> Prices:
        return cls(
            week=int(weights.week * UNITS),
            qualified=int(weights.qualified * UNITS),
            euro=int(weights.cost * UNITS) // 100,
            minute=int(weights.travel * UNITS),
            step=int(weights.step * UNITS),
            wage_euro=int(weights.wage * UNITS) // 100,
        )

    def effort(
        self, *, weeks_to_work: int, weeks_to_qualified: int, own_cost_eur: int, travel_minutes: int, steps: int
    ) -> int:
        """The effort of a whole route, in units."""
        return (
            self.week * weeks_to_work
            + self.qualified * weeks_to_qualified
            + self.euro * own_cost_eur
            + self.minute * travel_minutes
            + self.step * steps
        )


def as_decimal(units: int) -> Decimal:
    """Units as the effort people see: exact, without trailing zeros."""
    whole = Decimal(units) / UNITS
    return whole.normalize() if whole % 1 else whole.quantize(Decimal(1))
