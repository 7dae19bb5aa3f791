"""Taking in a file of exact postcodes."""

from __future__ import annotations

from pathlib import Path

from gouden_poort.catalogue.postcode_file import read_postcodes
from gouden_poort.services.ports import UnitOfWorkFactory


def import_postcodes(file: Path, open_unit: UnitOfWorkFactory) -> int:
    """Put the areas of a file in the place of all that were known; how many. InvalidBundle changes nothing."""
    postcodes = read_postcodes(file)
    with open_unit() as unit:
        count = unit.postcodes.replace_all(postcodes)
        unit.commit()
    return count
