"""Routes asked while a catalogue is taken in: the old version answers until the new one is whole."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from flask.testing import FlaskClient

from gouden_poort.app import create_app
from gouden_poort.catalogue.bundle import write_bundle
from gouden_poort.catalogue.entries import Bundle
from gouden_poort.errors import InvalidBundle
from gouden_poort.services.catalogues import import_catalogue
from gouden_poort.storage.shelf import FileShelf
from gouden_poort.wiring import House
from tests.api.test_routes import LEARNER, ROUTES
from tests.builders import a_bundle
from tests.databases import Database

NOW = datetime(2027, 1, 4, tzinfo=UTC)
PATIENCE = 60


class SlowShelf(FileShelf):
    """A shelf that, halfway through taking in a catalogue, waits until it is told to go on."""

    def __init__(self, database: Database) -> None:
        super().__init__(database.settings.data_dir / "slow", database.unit)
        self.halfway, self.go_on = Event(), Event()

    def prepare(self, bundle: Bundle, content_hash: str) -> None:
        super().prepare(bundle, content_hash)
        self.halfway.set()
        assert self.go_on.wait(PATIENCE)


def labels(client: FlaskClient) -> list[str]:
    answer = client.post(ROUTES, data=json.dumps(LEARNER), content_type="application/json")
    assert answer.status_code == 200, answer.text
    return [route["occupation"]["label"] for route in answer.get_json()["routes"]]


@pytest.fixture
def client(sqlite_database: Database, tmp_path: Path) -> FlaskClient:
    """A client of a whole installation in which a first catalogue answers."""
    database = sqlite_database
    house = House(settings=database.settings, unit_of_work=database.unit, shelf=database.shelf(), clock=lambda: NOW)
    write_bundle(a_bundle(), tmp_path / "old")
    import_catalogue(tmp_path / "old", database.unit, database.shelf(), NOW, activate=True)
    return create_app(database.settings, house).test_client()


def test_the_old_version_answers_until_the_new_one_is_whole(
    client: FlaskClient, sqlite_database: Database, tmp_path: Path
) -> None:
    write_bundle(a_bundle(occupations=[{"label": "Plaatwerker"}]), tmp_path / "new")
    shelf = SlowShelf(sqlite_database)
    with ThreadPoolExecutor() as pool:
        taking_in = pool.submit(import_catalogue, tmp_path / "new", sqlite_database.unit, shelf, NOW, activate=True)
        assert shelf.halfway.wait(PATIENCE)
        meanwhile = labels(client)
        shelf.go_on.set()
        taking_in.result(PATIENCE)
    assert (meanwhile, labels(client)) == (["Lasser"], ["Plaatwerker"])


def test_a_bad_catalogue_leaves_the_old_one_answering(
    client: FlaskClient, sqlite_database: Database, tmp_path: Path
) -> None:
    write_bundle(a_bundle(occupations=[{"label": "Plaatwerker"}]), tmp_path / "bad")
    (tmp_path / "bad" / "skills.csv").write_text("skill_id\n")
    with pytest.raises(InvalidBundle):
        import_catalogue(tmp_path / "bad", sqlite_database.unit, sqlite_database.shelf(), NOW, activate=True)
    assert labels(client) == ["Lasser"]
