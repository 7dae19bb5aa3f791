"""A real server with the built-in catalogue, and a real browser to visit it with: one of each for a whole run."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from flask import Flask
from werkzeug.serving import make_server

from gouden_poort.app import create_app
from gouden_poort.mail_settings import SMTP
from gouden_poort.services.catalogues import load_builtin
from gouden_poort.settings import Settings
from gouden_poort.storage import migrating
from gouden_poort.storage.engine import make_engine
from gouden_poort.storage.shelf import FileShelf
from gouden_poort.storage.unit_of_work import SQLUnitOfWork
from gouden_poort.wiring import House
from tests.web.coaching import ORGANISATION

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NOW = datetime(2026, 12, 28, 9, 0, tzinfo=UTC)
"""The moment at which every visit takes place: the week before the first courses of 2027."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A server that answers on this machine, and the house behind it."""

    address: str
    app: Flask
    house: House


@contextmanager
def serving(folder: Path) -> Iterator[Site]:
    """A fresh installation in a folder, with the built-in catalogue and the clock at `NOW`."""
    settings = Settings(
        data_dir=folder,
        database_url=f"sqlite:///{folder / 'gouden_poort.sqlite'}",
        secret_key="test",
        organisation=ORGANISATION,
        smtp=SMTP(host="mail.voorbeeld.example", sender="poort@voorbeeld.example"),  # offered; nothing is sent
    )
    migrating.upgrade(settings)
    engine = make_engine(settings)
    unit_of_work = partial(SQLUnitOfWork, engine)
    shelf = FileShelf(folder / "snapshots", unit_of_work)
    load_builtin(unit_of_work, shelf, NOW)
    house = House(settings=settings, unit_of_work=unit_of_work, shelf=shelf, clock=lambda: NOW)
    app = create_app(house=house)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    running = threading.Thread(target=server.serve_forever)
    running.start()
    try:
        yield Site(address=f"http://127.0.0.1:{server.port}", app=app, house=house)
    finally:
        server.shutdown()
        running.join()
        server.server_close()
        engine.dispose()


@contextmanager
def running_browser(give_up: Callable[[str], NoReturn]) -> Iterator[Browser]:
    """Debian's chromium, without its windows where it can be; where it cannot run, `give_up` hears the reason."""
    from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415  # only who asks for a browser loads it

    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if program is None:
        give_up("no chromium on this machine (apt-get install chromium-headless-shell)")
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(
                executable_path=program,
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
            )
        except Error as error:
            give_up(f"chromium does not start here: {error.message}")
        yield started
        started.close()
