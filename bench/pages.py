"""How long pages take and how large they are, from the command line: `make bench`, or `python bench/pages.py`.

The built-in catalogue, by a server that is ready, on the clock of the browser tests. Server time is wall clock from
request to answer, without a network: the routes of four people in the centres of some regions, each page asked for
once with nothing kept from before, and every answer of their whole list of questions. On a slow phone, with a
processor 4 times slower than this one and 400 kbit/s, it is the time until something useful is on the screen.
"""

from __future__ import annotations

import logging
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from flask.testing import FlaskClient
from playwright.sync_api import Browser

from gouden_poort.app import get_ready
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.questions import QUESTIONS
from gouden_poort.web.forms.answers import shown
from gouden_poort.web.registration import STATIC
from tests.acceptance.measuring import PHONE
from tests.acceptance.spots import FOR_BUILDERS, SPOTS, path_of
from tests.acceptance.stands import Guest, Guests
from tests.browsing import Site, running_browser, serving
from tests.journeys.people import VISITORS, Visitor

REGIONS = 20
WORK_APART = 9
BYTES_A_SECOND = 400_000 / 8
LATENCY_MS = 150
SLOWER = 4
SLOW_PHONE = (("/", "nobody"), ("/vraag/1", "begun"), ("/routes", "finished"), ("/routes/{open}", "finished"))
_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table: what was found, and what it may be at most."""

    what: str
    found: float
    most: float
    unit: str
    remark: str = ""

    def __str__(self) -> str:
        mark = "ok  " if self.found <= self.most else "OVER"
        return f"{mark} {self.what:44} {self.found:9,.0f} {self.unit:5} (at most {self.most:,.0f})  {self.remark}"


def p95(found: Sequence[float]) -> float:
    return sorted(found)[int(0.95 * len(found))]


def spread(found: Sequence[float]) -> str:
    return f"{len(found)} times, median {1000 * statistics.median(found):.0f} ms, most {1000 * max(found):.0f} ms"


def seconds_for_routes(site: Site) -> Iterator[float]:
    """Seconds for the page with routes of each person in each region."""
    for row in range(REGIONS):
        for client in _people_in(site, row):
            yield _timed(client, "/routes")


def seconds_for_work(site: Site) -> Iterator[float]:
    """Seconds for the pages of some work for each person in some regions, also where there is no route to it."""
    work = list(site.house.shelf.active().columns.occupations.id)
    for row in range(0, REGIONS, 4):
        for client in _people_in(site, row):
            for each in work[row % WORK_APART :: WORK_APART]:
                yield _timed(client, f"/beroep/{each}")


def seconds_for_answers(site: Site) -> Iterator[float]:
    """Seconds for each answer of each person, sent as the page sends it and followed to the page after it."""
    for visitor in VISITORS:
        guest = _guest(site, visitor)
        kept = {each.id: visitor.answers.get(each.id) for each in QUESTIONS}
        token = guest.token("/controle")
        for number, question in enumerate(QUESTIONS, 1):
            answer = None if question.id == "place" else kept[question.id]
            form = shown(question, answer).to_dict(flat=False) | {"csrf_token": token, "action": "next"}
            if question.id == "place":
                form["place"] = str(kept["place"])
            began = time.perf_counter()
            reply = guest.client.post(f"/vraag/{number}", data=form)
            if reply.status_code == 303:
                guest.client.get(reply.headers["Location"])
            yield time.perf_counter() - began


def seconds_for_pages(guests: Guests) -> Iterator[tuple[float, int, str]]:
    """Seconds and bytes of each page of the map; sheets and picture are in the bytes."""
    looks = sum((STATIC / name).stat().st_size for name in ("style.css", "print.css", "gate.svg"))
    for spot in SPOTS:
        if spot.fill is None and spot.path != FOR_BUILDERS:
            client, path = guests.who(spot.stand).client, path_of(spot, guests)
            client.get(path)  # whatever is done once for a visitor was done
            began = time.perf_counter()
            page = client.get(path)
            yield time.perf_counter() - began, len(page.data) + looks, str(spot)


def first_screens(browser: Browser, guests: Guests) -> Iterator[Line]:
    """Milliseconds until the first words are on the screen of a slow phone that was never here."""
    for path, stand in SLOW_PHONE:
        context = browser.new_context(viewport=PHONE, java_script_enabled=True, locale="nl-NL")
        context.add_cookies(guests.who(stand).cookies())
        page = context.new_page()
        slow = context.new_cdp_session(page)
        slow.send("Network.enable")
        slow.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": LATENCY_MS,
                "downloadThroughput": BYTES_A_SECOND,
                "uploadThroughput": BYTES_A_SECOND,
            },
        )
        slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        spot = next(each for each in SPOTS if each.path == path and each.stand == stand)
        page.goto(f"{guests.site.address}{path_of(spot, guests)}")
        page.wait_for_function(f"({_PAINTED}) > 0")
        yield Line(what=f"first screen of {path}", found=page.evaluate(_PAINTED), most=3000, unit="ms")
        context.close()


def lines() -> Iterator[Line]:
    """The whole table."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as site:
        get_ready(site.app, site.house)
        guests = Guests(site)
        routes, answers = list(seconds_for_routes(site)), list(seconds_for_answers(site))
        work = list(seconds_for_work(site))
        yield Line(what="routes page, p95", found=1000 * p95(routes), most=300, unit="ms", remark=spread(routes))
        yield Line(
            what="answer and next page, p95", found=1000 * p95(answers), most=100, unit="ms", remark=spread(answers)
        )
        yield Line(what="page of an occupation, p95", found=1000 * p95(work), most=100, unit="ms", remark=spread(work))
        pages = list(seconds_for_pages(guests))
        times = [took for took, _size, _spot in pages]
        yield Line(what="any page seen again, p95", found=1000 * p95(times), most=100, unit="ms", remark=spread(times))
        _took, size, spot = max(pages, key=lambda page: page[1])
        yield Line(what="largest page, with sheet and picture", found=size, most=60_000, unit="bytes", remark=spot)
        with running_browser(_no_browser) as browser:
            yield from first_screens(browser, guests)


def _people_in(site: Site, row: int) -> Iterator[FlaskClient]:
    """The browsers of four people who live in the middle of a region and answered everything."""
    regions = site.house.shelf.active().columns.regions
    home = Home(label=regions.label[row], lat=float(regions.lat[row]), lon=float(regions.lon[row]), approximate=False)
    for visitor in VISITORS:
        guest = _guest(site, visitor)
        guest.have_answers({each.id: visitor.answers.get(each.id) for each in QUESTIONS} | {"place": home.as_answer()})
        yield guest.client


def _guest(site: Site, visitor: Visitor) -> Guest:
    guest = Guest(site=site, client=site.app.test_client())
    guest.have_answers({each.id: visitor.answers.get(each.id) for each in QUESTIONS})
    return guest


def _timed(client: FlaskClient, path: str) -> float:
    began = time.perf_counter()
    page = client.get(path)
    took = time.perf_counter() - began
    assert page.status_code == 200, page.status
    return took


def _no_browser(reason: str) -> NoReturn:
    print(f"no first screens: {reason}")
    sys.exit()


def main() -> None:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # a line for each request would hide the table
    for line in lines():
        print(line, flush=True)


if __name__ == "__main__":
    main()
