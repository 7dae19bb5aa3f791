"""Exact postcode middles in the database."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select

from gouden_poort.services.ports import Postcode
from gouden_poort.storage.bulk import write_columns
from gouden_poort.storage.tables.postcodes import POSTCODES


class SQLPostcodes:
    """Fulfils `ports.Postcodes`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace_all(self, postcodes: Sequence[Postcode]) -> int:
        """Put these in the place of all that were known; how many there are now."""
        self._connection.execute(delete(POSTCODES))
        columns = [[getattr(postcode, name) for postcode in postcodes] for name in ("pc4", "lat", "lon")]
        write_columns(self._connection, POSTCODES, columns)
        return len(postcodes)

    def find(self, pc4: int) -> Postcode | None:
        row = self._connection.execute(select(POSTCODES).where(POSTCODES.c.pc4 == pc4)).first()
        return None if row is None else Postcode(**row._mapping)
