"""How Alembic meets the database: over the connection it is handed, in the transaction that is open there.

Run by hand (`alembic history`), it connects as the environment says.
"""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from gouden_poort.settings import read_settings
from gouden_poort.storage.engine import make_engine
from gouden_poort.storage.tables import METADATA


def run(connection: Connection) -> None:
    """Take the steps that were asked for."""
    context.configure(connection=connection, target_metadata=METADATA, transactional_ddl=True, render_as_batch=True)
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
