from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier, Thread
from unittest.mock import patch

import pytest

from gouden_poort.catalogue import snapshot_building
from gouden_poort.catalogue.bundle import content_hash
from gouden_poort.catalogue.entries import Bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import NoCatalogue, UnknownThing
from gouden_poort.storage import shelf as shelf_module
from gouden_poort.storage.shelf import FileShelf
from tests.builders import a_bundle
from tests.databases import Database

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
LASSEN = a_bundle(skills=[{"label": "Lassen"}])
FREZEN = a_bundle(skills=[{"label": "Frezen"}])
DRAAIEN = a_bundle(skills=[{"label": "Draaien"}])


class Builds:
    """How often a snapshot was built while this was asked for."""

    def __init__(self) -> None:
        self.count = 0


@pytest.fixture
def builds() -> Iterator[Builds]:
    counted = Builds()
    really_build = snapshot_building.build

    def build(bundle: Bundle, *, version: str | None = None) -> Snapshot:
        counted.count += 1
        return really_build(bundle, version=version)

    with patch.object(snapshot_building, "build", build):
        yield counted


def activate(database: Database, bundle: Bundle) -> None:
    with database.unit() as unit:
        unit.catalogues.activate(unit.catalogues.add(bundle, content_hash(bundle), NOON).id, NOON)
        unit.commit()


def label(shelf: FileShelf) -> str:
    return str(shelf.active().columns.skills.label[0])


def files(database: Database) -> list[Path]:
    return sorted((database.settings.data_dir / "snapshots").iterdir())


def test_without_a_catalogue_there_is_nothing_to_hand_out(database: Database) -> None:
    with pytest.raises(NoCatalogue):
        database.shelf().active()


def test_an_activated_version_is_seen_at_once_by_every_process(database: Database) -> None:
    here, elsewhere = database.shelf(), database.shelf()
    for bundle, expected in ((LASSEN, "Lassen"), (FREZEN, "Frezen"), (LASSEN, "Lassen")):
        activate(database, bundle)
        assert (label(here), label(elsewhere)) == (expected, expected)


def test_a_version_that_is_only_taken_in_does_not_answer(database: Database) -> None:
    activate(database, LASSEN)
    shelf = database.shelf()
    shelf.prepare(FREZEN, content_hash(FREZEN))
    with database.unit() as unit:
        unit.catalogues.add(FREZEN, content_hash(FREZEN), NOON)
        unit.commit()
    assert label(shelf) == "Lassen"


def test_the_snapshot_is_named_by_its_contents(database: Database) -> None:
    activate(database, LASSEN)
    assert database.shelf().active().version == content_hash(LASSEN)


def test_a_snapshot_is_built_once_and_then_opened(database: Database, builds: Builds) -> None:
    activate(database, LASSEN)
    shelf = database.shelf()
    assert shelf.active() is shelf.active()
    assert label(database.shelf()) == "Lassen"
    assert builds.count == 1


def test_a_prepared_snapshot_is_not_built_again(database: Database, builds: Builds) -> None:
    database.shelf().prepare(LASSEN, content_hash(LASSEN))
    database.shelf().prepare(LASSEN, content_hash(LASSEN))
    activate(database, LASSEN)
    assert label(database.shelf()) == "Lassen"
    assert builds.count == 1


def test_a_removed_file_is_built_again_from_the_rows(database: Database, builds: Builds) -> None:
    activate(database, LASSEN)
    shelf = database.shelf()
    snapshot = shelf.active()
    (file,) = files(database)
    file.unlink()
    assert shelf.active() is snapshot  # whoever has it open needs no file
    assert label(database.shelf()) == "Lassen"
    assert builds.count == 2
    assert files(database) == [file]


@pytest.mark.parametrize("damage", [b"", b"GPSNAP", b"not a snapshot at all" * 20, b"GPSNAP01" * 20, None])
def test_a_damaged_file_is_built_again(database: Database, builds: Builds, damage: bytes | None) -> None:
    activate(database, LASSEN)
    database.shelf().active()
    (file,) = files(database)
    file.write_bytes(file.read_bytes()[:-500] if damage is None else damage)
    assert label(database.shelf()) == "Lassen"
    assert builds.count == 2


def test_a_file_with_other_contents_than_its_name_says_is_not_believed(database: Database) -> None:
    activate(database, LASSEN)
    database.shelf().active()
    (file,) = files(database)
    snapshot_building.build(FREZEN).save(file)
    assert label(database.shelf()) == "Lassen"


def test_a_snapshot_made_by_other_code_is_built_again(
    database: Database, builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    activate(database, LASSEN)
    database.shelf().active()
    monkeypatch.setattr(shelf_module, "_makers_mark", lambda: "later")
    assert label(database.shelf()) == "Lassen"
    assert builds.count == 2


def test_preparing_clears_away_what_no_longer_answers(database: Database) -> None:
    shelf = database.shelf()
    for bundle in (LASSEN, FREZEN):
        shelf.prepare(bundle, content_hash(bundle))
        activate(database, bundle)
    in_use = shelf.active()
    shelf.prepare(DRAAIEN, content_hash(DRAAIEN))
    kept = {content_hash(FREZEN), content_hash(DRAAIEN)}
    assert {file.name.split("-")[0] for file in files(database)} == kept
    assert (shelf.holds(content_hash(LASSEN)), shelf.holds(content_hash(FREZEN))) == (False, True)
    assert in_use.columns.skills.label[0] == "Frezen"


def test_many_who_ask_at_once_build_it_once(database: Database, builds: Builds) -> None:
    activate(database, LASSEN)
    shelf, together = database.shelf(), Barrier(4)
    found: list[str] = []

    def ask() -> None:
        together.wait()
        found.append(label(shelf))

    askers = [Thread(target=ask) for _ in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert found == ["Lassen"] * 4
    assert builds.count == 1


def test_an_earlier_version_is_handed_out_beside_the_active_one(database: Database) -> None:
    shelf = database.shelf()
    for bundle in (LASSEN, FREZEN):
        activate(database, bundle)
    assert label(shelf) == "Frezen"
    assert shelf.earlier(content_hash(LASSEN)).columns.skills.label[0] == "Lassen"
    assert label(shelf) == "Frezen"


def test_an_earlier_version_whose_file_was_cleared_away_is_built_again(database: Database, builds: Builds) -> None:
    shelf = database.shelf()
    for bundle in (LASSEN, FREZEN, DRAAIEN):
        shelf.prepare(bundle, content_hash(bundle))
        activate(database, bundle)
    assert not shelf.holds(content_hash(LASSEN))
    before = builds.count
    first, again = (shelf.earlier(content_hash(LASSEN)) for _ in range(2))
    assert first is again
    assert (first.version, builds.count) == (content_hash(LASSEN), before + 1)


@pytest.mark.parametrize("given", ["", "0" * 64, "../" * 5 + "etc/passwd", "%", "\N{PILE OF POO}"])
def test_contents_that_were_never_taken_in_are_refused(database: Database, given: str) -> None:
    activate(database, LASSEN)
    with pytest.raises(UnknownThing):
        database.shelf().earlier(given)
