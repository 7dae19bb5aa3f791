"""Columns that hold something about a person say in their definition why that may be kept, and for how long.

Every column of every table is one of three: personal, not personal, or a key (a surrogate that says nothing by itself).
A column that is none of these fails the build (tests/house/test_personal_columns.py). A BSN is never kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from sqlalchemy import Column, Table
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

_DECLARED = "personal"
_PLAIN = "not_personal"
_OWNS = "owns"
_POINTS_AT = "points_at"


class Ground(StrEnum):
    """On which ground of AVG art. 6(1) it may be kept."""

    CONSENT = "consent"
    CONTRACT = "contract"
    """With people who work here: their account."""
    LEGAL_DUTY = "legal_duty"
    PUBLIC_TASK = "public_task"


class Kept(StrEnum):
    """When it goes."""

    HOUR = "one_hour"
    UNUSED = "7_days_unused_or_90_with_a_code"
    REACTED = "30_days_after_a_reaction_or_90_without"
    ANSWERED = "90_days_after_an_answer"
    SESSION = "until_signed_out_or_over_time"
    DOSSIER = "as_long_as_the_dossier"
    REFERRED = "as_long_as_the_dossier_or_30_days_after_sent_back_or_90_unanswered"
    ACCOUNT = "as_long_as_the_account"
    UNSENT = "until_sent_or_30_days_after_giving_up"
    TRAIL = "as_long_as_the_audit_trail"


class SeenBy(StrEnum):
    """Who may ever see it; each class names everyone. Who has no class of a field never gets the field."""

    NOBODY = "nobody"
    """Secrets and their hashes: never shown, and not part of what someone downloads."""
    SELF = "self"
    COACH = "self_and_coach"
    REFERRAL = "self_coach_and_referring_counsellor"
    COMPANY = "self_coach_and_after_a_yes_one_company"
    HOUSE = "self_and_colleagues"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What a personal column says about itself."""

    purpose: str
    ground: Ground
    kept: Kept
    seen_by: SeenBy


def personal(
    name: str,
    *parts: TypeEngine[Any] | type[TypeEngine[Any]] | SchemaItem,
    purpose: str,
    ground: Ground,
    kept: Kept,
    seen_by: SeenBy,
    **column: Any,
) -> Column[Any]:
    """A column about a person. `parts` and `column` are what `Column` takes; many alike go well with `partial`."""
    declared = Declared(purpose=purpose, ground=ground, kept=kept, seen_by=seen_by)
    return Column(name, *parts, info={_DECLARED: declared}, **column)  # type: ignore[arg-type]  # Column checks them


def owns(
    name: str, *parts: TypeEngine[Any] | type[TypeEngine[Any]] | SchemaItem, at: str = "", **column: Any
) -> Column[Any]:
    """A key to a row that is of the same person: it comes along in a download, and goes in an erasure.

    `at`: where it points, such as `accounts.id`, when the database does not watch over it.
    """
    return Column(name, *parts, info={_OWNS: True, _POINTS_AT: at}, **column)  # type: ignore[arg-type]  # the same


def points_at(
    name: str, *parts: TypeEngine[Any] | type[TypeEngine[Any]] | SchemaItem, at: str, **column: Any
) -> Column[Any]:
    """A key that the database does not watch over, to the one whom the row is about: `dossiers.id`, say."""
    return Column(name, *parts, info={_POINTS_AT: at}, **column)  # type: ignore[arg-type]  # the same


def not_personal(*columns: str) -> dict[Any, Any]:
    """For `Table(info=...)`: its columns that say nothing about who someone is. Without names: none of them does."""
    return {_PLAIN: columns or "all"}


def declared(column: Column[Any]) -> Declared | None:
    """What a column says about itself; None when it is not personal."""
    found: Declared | None = column.info.get(_DECLARED)
    return found


def is_owning(column: Column[Any]) -> bool:
    """Whether the row that this foreign key points at is of the same person."""
    return _OWNS in column.info


def target(column: Column[Any]) -> str:
    """Where a key points that the database does not watch over; empty when it is none."""
    found: str = column.info.get(_POINTS_AT, "")
    return found


def is_key(column: Column[Any]) -> bool:
    """Whether it only tells rows apart or ties them together."""
    return bool(column.foreign_keys) or _POINTS_AT in column.info or (column.primary_key and column.name == "id")


def undeclared(table: Table) -> list[str]:
    """The columns of a table about which nothing was said, or two things at once."""
    return [column.name for column in table.columns if _sayings(table, column) != 1 and not _is_quiet(table, column)]


def unknown_names(table: Table) -> list[str]:
    """What a table calls not personal and does not have."""
    plain = _plain(table)
    return [] if plain == "all" else [name for name in plain if name not in table.columns]


def _is_quiet(table: Table, column: Column[Any]) -> bool:
    return is_key(column) and not _sayings(table, column)


def _sayings(table: Table, column: Column[Any]) -> int:
    plain = _plain(table)
    return (declared(column) is not None) + (plain == "all" or column.name in plain)


def _plain(table: Table) -> tuple[str, ...] | Literal["all"]:
    found: tuple[str, ...] | Literal["all"] = table.info.get(_PLAIN, ())
    return found
