"""Two steps for migrations, known there as `op.secure_rows` and `op.open_rows`; on SQLite they do nothing.

What a policy says stands in the migration, as SQL, with `{account}`, `{role}` and `{organisation}` for who asks.
"""

from __future__ import annotations

from typing import Self

from alembic.operations import MigrateOperation, Operations

from gouden_poort.storage.row_security import SYSTEM


def _asked(setting: str, kind: str) -> str:
    """What was told of who asks, looked up once a query; empty is nobody, as it is after the first transaction."""
    return f"(SELECT nullif(current_setting('app.{setting}', true), '')::{kind})"


_WHO = {
    "{account}": _asked("account", "uuid"),
    "{role}": _asked("role", "text"),
    "{organisation}": _asked("organisation", "uuid"),
}


@Operations.register_operation("secure_rows")
class SecureRows(MigrateOperation):
    """Hide the rows of a table from who may not see them, its owner included; the system sees all."""

    def __init__(self, table: str, seen: str, changed: str | None = None) -> None:
        self.table = table
        self.seen = seen
        self.changed = changed or seen

    @classmethod
    def secure_rows(cls, operations: Operations, table: str, seen: str, changed: str | None = None) -> Self:
        """`seen`: which rows someone reads, changes and removes; `changed`: what they may write, when that differs."""
        step = cls(table, seen, changed)
        operations.invoke(step)
        return step

    def reverse(self) -> OpenRows:
        """The step that undoes this one."""
        return OpenRows(self.table)


@Operations.register_operation("open_rows")
class OpenRows(MigrateOperation):
    """Undo `secure_rows`."""

    def __init__(self, table: str) -> None:
        self.table = table

    @classmethod
    def open_rows(cls, operations: Operations, table: str) -> Self:
        """Before a table is dropped this is not needed: its policies go with it."""
        step = cls(table)
        operations.invoke(step)
        return step


@Operations.implementation_for(SecureRows)
def _secure(operations: Operations, step: SecureRows) -> None:
    system = f"{_WHO['{role}']} = '{SYSTEM}'"
    _run(
        operations,
        f"ALTER TABLE {step.table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {step.table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY {step.table}_system ON {step.table} USING ({system}) WITH CHECK ({system})",
        f"CREATE POLICY {step.table}_people ON {step.table}"
        f" USING ({_filled(step.seen)}) WITH CHECK ({_filled(step.changed)})",
    )


@Operations.implementation_for(OpenRows)
def _open(operations: Operations, step: OpenRows) -> None:
    _run(
        operations,
        f"DROP POLICY {step.table}_people ON {step.table}",
        f"DROP POLICY {step.table}_system ON {step.table}",
        f"ALTER TABLE {step.table} NO FORCE ROW LEVEL SECURITY",
        f"ALTER TABLE {step.table} DISABLE ROW LEVEL SECURITY",
    )


def _filled(condition: str) -> str:
    for name, value in _WHO.items():
        condition = condition.replace(name, value)
    return condition


def _run(operations: Operations, *commands: str) -> None:
    connection = operations.get_bind()
    if connection.dialect.name == "postgresql":
        for command in commands:
            connection.exec_driver_sql(command)
