"""How Alembic meets the database: over the connection it is handed, in the transaction that is open there.

Run by hand (`alembic history`), it connects as the environment says.
"""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection
from sqlalchemy.types import TypeDecorator

import gouden_poort.storage.policies  # noqa: F401 - teaches `op` to secure the rows of a table
from gouden_poort.settings import read_settings
from gouden_poort.storage.engine import make_engine
from gouden_poort.storage.tables import METADATA


def spell_out(kind: str, item: Any, _: object) -> str | Literal[False]:
    """Draft our own types as what they are in the database: a migration does not follow later code."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


def run(connection: Connection) -> None:
    """Take the steps that were asked for."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        transactional_ddl=True,
        render_as_batch=True,
        render_item=spell_out,
    )
    with context.begin_transaction():
        context.run_migrations()


handed = context.config.attributes.get("connection")
if handed is not None:
    run(handed)
else:
    engine = make_engine(read_settings())
    try:
        with engine.connect() as own:
            run(own)
    finally:
        engine.dispose()
