"""A real server with the built-in catalogue, and a real browser to visit it with."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, sync_playwright
from werkzeug.serving import make_server

from gouden_poort.app import create_app
from gouden_poort.services.catalogues import load_builtin
from gouden_poort.settings import Settings
from gouden_poort.storage import migrating
from gouden_poort.storage.engine import make_engine
from gouden_poort.storage.shelf import FileShelf
from gouden_poort.storage.unit_of_work import SQLUnitOfWork
from gouden_poort.wiring import House

NOW = datetime(2026, 12, 28, 9, 0, tzinfo=UTC)
"""The moment at which every journey takes place: the week before the first courses of 2027."""


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a server of this machine answers, with the built-in catalogue and the clock at `NOW`."""
    folder = tmp_path_factory.mktemp("installation")
    settings = Settings(data_dir=folder, database_url=f"sqlite:///{folder / 'gouden_poort.sqlite'}", secret_key="test")
    migrating.upgrade(settings)
    engine = make_engine(settings)
    unit_of_work = partial(SQLUnitOfWork, engine)
    shelf = FileShelf(folder / "snapshots", unit_of_work)
    load_builtin(unit_of_work, shelf, NOW)
    house = House(settings=settings, unit_of_work=unit_of_work, shelf=shelf, clock=lambda: NOW)
    server = make_server("127.0.0.1", 0, create_app(house=house), threaded=True)
    running = threading.Thread(target=server.serve_forever)
    running.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    running.join()
    server.server_close()
    engine.dispose()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium; the tests that need it are skipped, with the reason, where it cannot run."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("no chromium on this machine (apt-get install chromium)")
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(
                executable_path=program,
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
            )
        except Error as error:
            pytest.skip(f"chromium does not start here: {error.message}")
        yield started
        started.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """The size of a screen, in CSS pixels."""

    name: str
    width: int
    height: int


@pytest.fixture(params=[Screen(name="phone", width=390, height=844), Screen(name="desk", width=1280, height=900)])
def screen(request: pytest.FixtureRequest) -> Screen:
    found: Screen = request.param
    return found


@pytest.fixture
def pictures(request: pytest.FixtureRequest) -> Path | None:
    """The folder in which `--pictures DIR` wants screenshots."""
    folder = request.config.getoption("--pictures")
    return Path(folder) if folder else None
