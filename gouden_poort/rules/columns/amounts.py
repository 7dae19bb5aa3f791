"""What a scheme pays in every row at once, in whole euros."""

from __future__ import annotations

from datetime import date

import numpy as np
from numpy.typing import NDArray

from gouden_poort.rules.book.rule import Amount, Rounding
from gouden_poort.rules.columns.inward import on_day
from gouden_poort.rules.columns.sides import decimals_of
from gouden_poort.rules.columns.table import FactTable
from gouden_poort.rules.columns.values import evaluate
from gouden_poort.rules.language.words import Facts


def amounts(amount: Amount, table: FactTable, facts: Facts, day: date) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Euros, never below zero, and where they are known.

    The planner counts in whole euros: an amount that is rounded to cents loses them here, downwards.
    """
    expression = on_day(amount.value, day)
    values = evaluate(expression, table, facts.get)
    units = np.maximum(values.units, 0)
    one = np.int64(10 ** decimals_of(expression))
    if amount.round is Rounding.NEAREST_EURO:
        units = units + one // 2  # exact: one is 1, or even
    euros = units if one == 1 else units // one
    return np.broadcast_to(euros, (table.rows,)).copy(), np.broadcast_to(values.known, (table.rows,)).copy()
