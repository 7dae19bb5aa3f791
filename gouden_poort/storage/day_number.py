"""Days as numbers, worked out by the database: a hundred thousand of them are read in the time of a thousand dates."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction


class day_number(GenericFunction[int]):  # noqa: N801 - it is written as the functions of SQL are
    """Days from the first of January 1970 to a date."""

    type = Integer()
    inherit_cache = True


@compiles(day_number, "sqlite")
def _on_sqlite(element: day_number, compiler: SQLCompiler, **how: Any) -> str:
    return f"CAST(julianday({compiler.process(element.clauses, **how)}) - 2440587.5 AS INTEGER)"


@compiles(day_number, "postgresql")
def _on_postgresql(element: day_number, compiler: SQLCompiler, **how: Any) -> str:
    return f"({compiler.process(element.clauses, **how)} - DATE '1970-01-01')"
