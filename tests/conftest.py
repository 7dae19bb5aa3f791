"""What tests of every floor may ask for by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from gouden_poort.catalogue.bundle import BUILTIN, read_bundle, write_bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.routing.warming import takes_long, warm
from tests.apps import LENDER
from tests.browsing import Site, running_browser, serving
from tests.builders import a_snapshot
from tests.databases import Database, Databases, PostgresServer, quick_room, running_postgres
from tests.terminal import TWO_JOBS, Run, invoke

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The same examples in every run, however busy the machine; `--hypothesis-profile default` looks for new ones.
settings.register_profile("same every time", derandomize=True, deadline=None)
settings.load_profile("same every time")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Compile the planner once, before tests (and the workers they are shared among) begin to wait for it."""
    if not hasattr(session.config, "workerinput") and takes_long():
        print("\ncompiling the planner: about a minute, once on this machine", flush=True)
        warm(a_snapshot())


@pytest.fixture(autouse=True)
def apps() -> Iterator[None]:
    """Apps that a test asks for are lent to it, and come back when it ends."""
    with LENDER.during_a_test():
        yield


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A real PostgreSQL; the tests that need it are skipped, with the reason, where it cannot run."""
    with running_postgres(pytest.skip, quick_room()) as server:
        yield server


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Databases:
    """Both kinds of database: a test that asks for this runs once on each."""
    server = request.getfixturevalue("postgres_server") if request.param == "postgresql" else None
    return Databases(tmp_path_factory.mktemp("databases"), server)


@pytest.fixture
def database(databases: Databases, tmp_path: Path) -> Iterator[Database]:
    """A fresh, migrated database on SQLite and on PostgreSQL."""
    with databases.migrated(tmp_path) as fresh:
        yield fresh


@pytest.fixture
def empty_database(databases: Databases, tmp_path: Path) -> Iterator[Database]:
    """A database without tables on SQLite and on PostgreSQL."""
    with databases.empty(tmp_path) as fresh:
        yield fresh


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    """Only SQLite."""
    return Databases(tmp_path_factory.mktemp("databases"), None)


@pytest.fixture
def sqlite_database(sqlite_databases: Databases, tmp_path: Path) -> Iterator[Database]:
    """A fresh, migrated SQLite database, for tests to which the kind of database says nothing."""
    with sqlite_databases.migrated(tmp_path) as fresh:
        yield fresh


@pytest.fixture
def postgres_database(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Database]:
    """A fresh, migrated PostgreSQL database, for what only a server can show."""
    with Databases(tmp_path, postgres_server).migrated(tmp_path) as fresh:
        yield fresh


@pytest.fixture(scope="session")
def builtin() -> Snapshot:
    """The built-in catalogue, read and built once."""
    return build(read_bundle(BUILTIN))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server with the built-in catalogue."""
    with serving(tmp_path_factory.mktemp("installation")) as running:
        yield running


@pytest.fixture(scope="session")
def address(site: Site) -> str:
    """Where the server answers."""
    return site.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser; the tests that need it are skipped, with the reason, where it cannot run."""
    with running_browser(pytest.skip) as started:
        yield started


@pytest.fixture
def pictures(request: pytest.FixtureRequest) -> Path | None:
    """The folder in which `--pictures DIR` wants screenshots."""
    folder = request.config.getoption("--pictures")
    return Path(folder) if folder else None


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in a folder of its own with the catalogue `tiny`, and a database that is not there yet."""
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "SECRET_KEY"):
        monkeypatch.delenv(f"GOUDEN_POORT_{name}", raising=False)
    monkeypatch.setenv("GOUDEN_POORT_DATA_DIR", str(tmp_path / "var"))
    write_bundle(TWO_JOBS, tmp_path / "tiny")
    return invoke


_LONGEST = (
    "tests/acceptance/test_every_page.py",
    "tests/rules/columns/test_agreement.py",
    "tests/house/test_packaging.py",
    "tests/feasibility",
)
"""What takes a minute or more by itself begins first, or one worker waits at the end for the other."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first; the others stay in their order."""
    items.sort(key=lambda item: not item.nodeid.startswith(_LONGEST))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--pictures DIR` keeps a screenshot of every page the journeys pass; `--in` says in which languages."""
    parser.addoption("--pictures", metavar="DIR", help="keep screenshots of the journeys in DIR")
    parser.addoption("--in", metavar="CODES", help="walk the stories in these languages, such as nl,ar,ti")
