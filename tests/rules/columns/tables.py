"""Small tables for the tests of columns: four offerings, and what may be asked of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from gouden_poort.catalogue.columns import Ragged
from gouden_poort.rules.columns.table import Column, FactTable, NumberColumn, SetColumn, TruthColumn, WordColumn
from gouden_poort.rules.language.words import Kind, Subject
from tests.rules.builders import LEVELS, a_fact

AGE = a_fact("person.age")
CEFR = a_fact("person.cefr", Kind.LEVEL)
BUDGET = a_fact("person.budget_eur", Kind.MONEY, highest=1_000_000)
SKILLS = a_fact("person.skills", Kind.SKILLS)
WISHES = a_fact("person.wished_sectors", Kind.SET)

MIN_AGE = a_fact("offering.min_age")
COST = a_fact("offering.cost_eur", Kind.MONEY, highest=1_000_000)
MIN_CEFR = a_fact("offering.min_cefr", Kind.LEVEL)
SECTOR = a_fact("offering.sector", Kind.CHOICE)
ONLINE = a_fact("offering.online", Kind.YES_NO)
GROUPS = a_fact("offering.groups", Kind.SET)
ASKED = a_fact("offering.required_skills", Kind.SKILLS)


def a_table(**columns: Column) -> FactTable:
    """Four offerings, unless a column says otherwise; names are those of the facts without `offering.`."""
    rows = {len(_of(column)) for column in columns.values()} or {4}
    return FactTable(
        rows=rows.pop(),
        subjects=frozenset({Subject.OFFERING}),
        columns={f"offering.{name}": column for name, column in columns.items()},
    )


def numbers(*values: int | None) -> NumberColumn:
    """A number in each row; None: not known."""
    known = np.array([value is not None for value in values])
    return NumberColumn(values=np.array([value or 0 for value in values]), known=None if known.all() else known)


def levels(*values: str | None) -> WordColumn:
    """A level of Dutch in each row."""
    return words(*values, among=LEVELS)


def words(*values: str | None, among: Sequence[str] = ("bouw", "metaal", "ict")) -> WordColumn:
    """A choice in each row."""
    return WordColumn(codes=np.array([-1 if v is None else among.index(v) for v in values]), words=tuple(among))


def truths(*values: bool | None) -> TruthColumn:
    """A yes or no in each row."""
    known = np.array([value is not None for value in values])
    return TruthColumn(values=np.array([bool(value) for value in values]), known=None if known.all() else known)


def sets(*values: Mapping[str, int] | Sequence[str] | None, among: Sequence[str] = ("a", "b", "c")) -> SetColumn:
    """A set in each row, or skills with their levels."""
    filled = [() if value is None else value for value in values]
    starts = np.cumsum([0, *map(len, filled)]).astype(np.int32)
    items = np.array([among.index(word) for value in filled for word in value], dtype=np.int32)
    skilled = any(isinstance(value, Mapping) for value in values)
    asked = [level for value in filled if isinstance(value, Mapping) for level in value.values()]
    known = np.array([value is not None for value in values])
    return SetColumn(
        items=Ragged(starts, items),
        words=tuple(among),
        levels=Ragged(starts, np.array(asked, dtype=np.int32)) if skilled else None,
        known=None if known.all() else known,
    )


def _of(column: Column) -> Sequence[object]:
    match column:
        case WordColumn():
            return column.codes  # type: ignore[return-value]
        case SetColumn():
            return column.items  # type: ignore[return-value]
        case _:
            return column.values  # type: ignore[return-value]
