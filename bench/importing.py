"""How long 10,000 people take from a file to dossiers: `python bench/importing.py [--rows N]`.

On a fresh SQLite file, or on the empty database of GOUDEN_POORT_DATABASE_URL. Prints seconds for reading, for looking
at it, for taking everyone in, and for the same file again.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from uuid import uuid4

from gouden_poort.catalogue.bundle import BUILTIN, read_bundle
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.http import sheets
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.organisation import Organisation, OrganisationKind
from gouden_poort.services.importing import looking, running
from gouden_poort.settings import Settings
from gouden_poort.storage import migrating
from gouden_poort.storage.engine import make_engine
from gouden_poort.storage.unit_of_work import SQLUnitOfWork

PLACES = ("Utrecht", "Zwolle", "8011 AB", "Eindhoven", "3511 CC", "Groningen")


def a_file(rows: int) -> bytes:
    """People who are clearly invented, in as many places as there are rows."""
    lines = ["Naam;Geboortedatum;Telefoon;E-mail;Woonplaats;Nederlands;Taal;Toestemming;Berichten"]
    for row in range(rows):
        born = f"{row % 28 + 1}-{row % 12 + 1}-{1960 + row % 45}"
        mail = f"voorbeeld{row}@voorbeeld.example"
        lines.append(
            f"Voorbeeld{row} Proef{row};{born};06 1{row:07d};{mail};{PLACES[row % 6]};B1;Arabisch;voorgelezen;ja"
        )
    return "\r\n".join(lines).encode()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        url = os.environ.get("GOUDEN_POORT_DATABASE_URL") or f"sqlite:///{folder}/bench.sqlite"
        settings = Settings(data_dir=Path(folder), database_url=url)
        migrating.upgrade(settings)
        measure(partial(SQLUnitOfWork, make_engine(settings)), rows)


def measure(open_unit: partial[SQLUnitOfWork], rows: int) -> None:
    """Twice the same file: the second one makes nobody."""
    snapshot, content = build(read_bundle(BUILTIN)), a_file(rows)
    house = Organisation(id=uuid4(), name=f"Voorbeeld {uuid4()}", kind=OrganisationKind.REGION)
    with open_unit() as unit:
        unit.organisations.add(house)
        unit.commit()
    actor = Actor(account_id=uuid4(), role=Role.COACH, organisation_id=house.id)
    for again in ("first", "again"):
        begun = perf_counter()
        table = sheets.read(content)
        read = perf_counter()
        now = datetime.now(UTC)
        found = looking.look(open_unit, actor, snapshot, table, languages=("nl", "ar"), moment=now)
        looked = perf_counter()
        running.say_yes(open_unit, actor, found.id, now, with_alike=False)
        running.run(open_unit, actor, found.id, lambda: datetime.now(UTC))
        done = perf_counter()
        made = running.show(open_unit, actor, found.id, datetime.now(UTC)).made
        print(
            f"{again}: {len(content):,} bytes, read {read - begun:.1f} s, looked {looked - read:.1f} s,"
            f" taken in {done - looked:.1f} s; {found.fresh} fresh, {made} made"
        )


if __name__ == "__main__":
    main()
