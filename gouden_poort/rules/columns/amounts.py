"""What a scheme pays in every row at once, in whole euros."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gouden_poort.rules.book.rule import Amount, Rounding
from gouden_poort.rules.columns.inward import on_day
from gouden_poort.rules.columns.measuring import Get
from gouden_poort.rules.columns.shelf import nobody
from gouden_poort.rules.columns.table import FactTable
from gouden_poort.rules.columns.values import evaluate
from gouden_poort.rules.language.sorts import decimals_of
from gouden_poort.rules.language.tree import Expression
from gouden_poort.rules.language.walking import facts_in
from gouden_poort.rules.language.words import Facts

Euros = NDArray[np.int64]
Mask = NDArray[np.bool_]
KEPT = 16
"""So many amounts that no person changes are kept: 15 MB for 100,000 rows."""


def amounts(amount: Amount, table: FactTable, facts: Facts, day: date) -> tuple[Euros, Mask]:
    """Euros, never below zero, and where they are known; both to be read only.

    The planner counts in whole euros: an amount that is rounded to cents loses them here, downwards.
    """
    expression = on_day(amount.value, day)
    if all(fact.subject in table.subjects for fact in facts_in(expression)):
        return _of_catalogue(expression, amount.round, table)
    return _in_euros(expression, amount.round, table, facts.get)


@lru_cache(maxsize=KEPT)
def _of_catalogue(expression: Expression, rounding: Rounding, table: FactTable) -> tuple[Euros, Mask]:
    return _in_euros(expression, rounding, table, nobody)


def _in_euros(expression: Expression, rounding: Rounding, table: FactTable, get: Get) -> tuple[Euros, Mask]:
    values = evaluate(expression, table, get)
    units = np.maximum(values.units, 0)
    one = np.int64(10 ** decimals_of(expression))
    if rounding is Rounding.NEAREST_EURO:
        units = units + one // 2  # exact: one is 1, or even
    euros = units if one == 1 else units // one
    return np.broadcast_to(euros, (table.rows,)), np.broadcast_to(values.known, (table.rows,))
