"""Column types that SQLite and PostgreSQL do not keep in the same way by themselves.

SQLAlchemy hands each method a dialect, needed or not.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from gouden_poort.development.check_ins import OpenYear


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC. SQLite keeps no zone, so what is read there gets UTC back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """ValueError for a moment without a zone: nobody could say later which hour it was."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs a time zone: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Members(TypeDecorator[tuple[str, ...]]):
    """A list of short texts in one cell, with | between them, as in the catalogue files."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else "|".join(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:  # noqa: ARG002
        if value is None:
            return None
        return tuple(value.split("|")) if value else ()


class OpenYears(TypeDecorator[tuple[OpenYear, ...]]):
    """Years with the days of their talks in one cell, such as `1 2028-09-06|2 2029-09-06`; nothing is none of them."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[OpenYear, ...] | None, dialect: Dialect) -> str:  # noqa: ARG002
        return "|".join(f"{year} {due_on.isoformat()}" for year, due_on in value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[OpenYear, ...]:  # noqa: ARG002
        return tuple(map(_open_year, value.split("|"))) if value else ()


class Choice(TypeDecorator[StrEnum]):
    """One of the members of a StrEnum, kept by its value."""

    impl = Text
    cache_ok = True

    def __init__(self, choices: type[StrEnum]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else self.choices(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002
        return None if value is None else self.choices(value)


def _open_year(kept: str) -> OpenYear:
    year, due_on = kept.split(" ")
    return OpenYear(int(year), date.fromisoformat(due_on))
