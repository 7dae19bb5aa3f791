"""How long the routes page takes in the server, from the command line: `make bench`, or `python bench/pages.py`.

The built-in catalogue, the four people of the browser tests in the centres of some regions, each page asked for once
with nothing kept from before, by a server that is ready; wall clock from request to answer, without a network.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Iterator

from flask import Flask

from gouden_poort.app import build_house, create_app, get_ready
from gouden_poort.profiles.home import EXACT
from gouden_poort.services.catalogues import load_builtin
from gouden_poort.settings import read_settings
from gouden_poort.storage import migrating
from gouden_poort.wiring import House
from tests.journeys.people import VISITORS

REGIONS = 20


def times(app: Flask, house: House) -> Iterator[float]:
    """Seconds for each page."""
    regions = house.shelf.active().columns.regions
    for row in range(REGIONS):
        place = [regions.label[row], float(regions.lat[row]), float(regions.lon[row]), EXACT]
        for visitor in VISITORS:
            with house.unit_of_work() as unit:
                assessment = unit.assessments.start(house.clock())
                for question, answer in (visitor.answers | {"place": place}).items():
                    unit.assessments.answer(assessment, question, answer, house.clock())
                unit.commit()
            client = app.test_client()
            with client.session_transaction() as session:
                session["assessment"] = str(assessment)
            began = time.perf_counter()
            page = client.get("/routes")
            took = time.perf_counter() - began
            assert page.status_code == 200, page.status
            yield took


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GOUDEN_POORT_DATA_DIR"] = folder
        os.environ.pop("GOUDEN_POORT_DATABASE_URL", None)
        settings = read_settings()
        migrating.upgrade(settings)
        house = build_house(settings)
        load_builtin(house.unit_of_work, house.shelf, house.clock())
        app = create_app(house=house)
        get_ready(app, house)
        found = sorted(times(app, house))
    spread = f"median {1000 * statistics.median(found):.0f}, p95 {1000 * found[int(0.95 * len(found))]:.0f}"
    print(f"routes page on the built-in catalogue, {len(found)} pages: ms {spread}, most {1000 * found[-1]:.0f}")


if __name__ == "__main__":
    main()
