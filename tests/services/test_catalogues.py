from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread
from unittest.mock import patch

import pytest

from gouden_poort.catalogue import snapshot_building
from gouden_poort.catalogue.bundle import read_bundle, write_bundle
from gouden_poort.catalogue.entries import Bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidBundle, NoCatalogue, UnknownThing
from gouden_poort.services.catalogues import export_catalogue, import_catalogue, load_builtin
from gouden_poort.services.ports import CatalogueVersion
from tests.builders import DEFAULT_ROWS, a_bundle
from tests.databases import Database

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
EVERYTHING = a_bundle(
    **{name: [{**row, "source": "somewhere"}] for name, row in DEFAULT_ROWS.items() if name != "bundle"},
    other_files={"notes/for people.txt": "één".encode()},
)


def folder_of(place: Path, bundle: Bundle) -> Path:
    write_bundle(bundle, place)
    return place


def take_in(database: Database, folder: Path, *, activate: bool = True) -> CatalogueVersion:
    return import_catalogue(folder, database.unit, database.shelf(), NOON, activate=activate)


def labelled(place: Path, label: str) -> Path:
    return folder_of(place / label, a_bundle(skills=[{"label": label}]))


def answering(database: Database) -> str:
    return str(database.shelf().active().columns.skills.label[0])


def versions(database: Database) -> list[CatalogueVersion]:
    with database.unit() as unit:
        return list(unit.catalogues.all())


@contextmanager
def builds_that_wait() -> Iterator[tuple[Event, Event]]:
    """Snapshots are built only when the second event is set; the first tells that one has begun."""
    begun, may_go_on = Event(), Event()
    really_build = snapshot_building.build

    def build(bundle: Bundle, *, version: str | None = None) -> Snapshot:
        begun.set()
        assert may_go_on.wait(30)
        return really_build(bundle, version=version)

    with patch.object(snapshot_building, "build", build):
        yield begun, may_go_on


def test_an_export_is_the_bundle_that_was_taken_in(database: Database, tmp_path: Path) -> None:
    there, back = folder_of(tmp_path / "there", EVERYTHING), tmp_path / "back"
    version = take_in(database, there)
    assert export_catalogue(back, database.unit) == version
    assert read_bundle(back) == EVERYTHING
    files = sorted(path.relative_to(there) for path in there.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(back) for path in back.rglob("*") if path.is_file())
    assert all((there / file).read_bytes() == (back / file).read_bytes() for file in files)


def test_a_version_of_before_can_be_exported(database: Database, tmp_path: Path) -> None:
    old = take_in(database, labelled(tmp_path, "Lassen"))
    take_in(database, labelled(tmp_path, "Frezen"))
    export_catalogue(tmp_path / "out", database.unit, old.id)
    assert read_bundle(tmp_path / "out") == read_bundle(tmp_path / "Lassen")


def test_there_is_nothing_to_export_at_first(database: Database, tmp_path: Path) -> None:
    with pytest.raises(NoCatalogue):
        export_catalogue(tmp_path / "out", database.unit)
    with pytest.raises(UnknownThing, match="12"):
        export_catalogue(tmp_path / "out", database.unit, 12)
    assert not (tmp_path / "out").exists()


def test_an_import_answers_only_when_it_is_activated(database: Database, tmp_path: Path) -> None:
    take_in(database, labelled(tmp_path, "Lassen"))
    second = take_in(database, labelled(tmp_path, "Frezen"), activate=False)
    assert answering(database) == "Lassen"
    assert second.activated_at is None
    activated = take_in(database, tmp_path / "Frezen")
    assert answering(database) == "Frezen"
    assert (activated.id, activated.activated_at) == (second.id, NOON)


def test_an_earlier_catalogue_answers_again_when_it_is_imported_again(database: Database, tmp_path: Path) -> None:
    first = take_in(database, labelled(tmp_path, "Lassen"))
    take_in(database, labelled(tmp_path, "Frezen"))
    take_in(database, labelled(tmp_path, "Draaien"))
    assert not database.shelf().holds(first.content_hash)
    assert take_in(database, tmp_path / "Lassen").id == first.id
    with patch.object(snapshot_building, "build", side_effect=AssertionError("it should lie ready")):
        assert answering(database) == "Lassen"


def test_the_same_contents_twice_are_one_version(database: Database, tmp_path: Path) -> None:
    first = take_in(database, folder_of(tmp_path / "one", EVERYTHING))
    again = take_in(database, folder_of(tmp_path / "two", EVERYTHING))
    assert again == first
    assert versions(database) == [first]


def test_taking_in_known_contents_can_activate_them(database: Database, tmp_path: Path) -> None:
    take_in(database, labelled(tmp_path, "Lassen"))
    take_in(database, labelled(tmp_path, "Frezen"))
    take_in(database, tmp_path / "Lassen")
    assert answering(database) == "Lassen"
    assert len(versions(database)) == 2


def test_a_bad_bundle_changes_nothing(database: Database, tmp_path: Path) -> None:
    before = take_in(database, labelled(tmp_path, "Lassen"))
    bad = labelled(tmp_path, "Frezen")
    (bad / "skills.csv").write_text((bad / "skills.csv").read_text().replace("S1", "S9"))
    (bad / "offering_starts.csv").write_text("offering_id,start_date\nT1,2027-02-30\n")
    with pytest.raises(InvalidBundle) as refusal:
        take_in(database, bad)
    assert len(refusal.value.faults) > 1
    assert versions(database) == [before]
    assert len(list((database.settings.data_dir / "snapshots").iterdir())) == 1
    assert answering(database) == "Lassen"


def test_while_one_is_taken_in_the_old_one_answers(database: Database, tmp_path: Path) -> None:
    take_in(database, labelled(tmp_path, "Lassen"))
    new, shelf = labelled(tmp_path, "Frezen"), database.shelf()
    with builds_that_wait() as (begun, may_go_on):
        importing = Thread(target=import_catalogue, args=(new, database.unit, shelf, NOON), kwargs={"activate": True})
        importing.start()
        assert begun.wait(30)
        try:
            assert shelf.active().columns.skills.label[0] == "Lassen"  # the very shelf that is being filled
            assert answering(database) == "Lassen"
            with database.unit() as unit:  # and answers can be kept meanwhile
                unit.assessments.start(NOON)
                unit.commit()
        finally:
            may_go_on.set()
            importing.join(30)
    assert shelf.active().columns.skills.label[0] == "Frezen"


def test_until_the_last_row_is_committed_the_old_one_answers(database: Database, tmp_path: Path) -> None:
    take_in(database, labelled(tmp_path, "Lassen"))
    new = read_bundle(labelled(tmp_path, "Frezen"))
    shelf = database.shelf()
    shelf.prepare(new, "new")
    with database.unit() as unit:
        unit.catalogues.activate(unit.catalogues.add(new, "new", NOON).id, NOON)
        assert shelf.active().columns.skills.label[0] == "Lassen"
        unit.commit()
        assert shelf.active().columns.skills.label[0] == "Frezen"


def test_two_imports_of_the_same_contents_at_once_make_one_version(database: Database, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "one", EVERYTHING)
    found: list[CatalogueVersion] = []
    both = [Thread(target=lambda: found.append(take_in(database, folder))) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    assert [version.id for version in found] == [versions(database)[0].id] * 2
    assert len(versions(database)) == 1


def test_the_catalogue_of_the_package_answers_in_a_new_installation(database: Database, tmp_path: Path) -> None:
    version = load_builtin(database.unit, database.shelf(), NOON, labelled(tmp_path, "Lassen"))
    assert (version.builtin, version.activated_at) == (True, NOON)
    assert answering(database) == "Lassen"


def test_loading_it_again_changes_nothing(database: Database, tmp_path: Path) -> None:
    folder = labelled(tmp_path, "Lassen")
    first = load_builtin(database.unit, database.shelf(), NOON, folder)
    assert load_builtin(database.unit, database.shelf(), NOON + timedelta(days=1), folder) == first
    assert versions(database) == [first]


def test_a_newer_package_brings_its_own_catalogue(database: Database, tmp_path: Path) -> None:
    load_builtin(database.unit, database.shelf(), NOON, labelled(tmp_path, "Lassen"))
    load_builtin(database.unit, database.shelf(), NOON, labelled(tmp_path, "Frezen"))
    assert answering(database) == "Frezen"


def test_a_catalogue_that_somebody_chose_stays(database: Database, tmp_path: Path) -> None:
    load_builtin(database.unit, database.shelf(), NOON, labelled(tmp_path, "Lassen"))
    chosen = take_in(database, labelled(tmp_path, "Draaien"))
    assert load_builtin(database.unit, database.shelf(), NOON, labelled(tmp_path, "Frezen")) == chosen
    assert answering(database) == "Draaien"


def test_a_catalogue_that_was_only_taken_in_does_not_keep_the_builtin_one_away(
    database: Database, tmp_path: Path
) -> None:
    take_in(database, labelled(tmp_path, "Draaien"), activate=False)
    load_builtin(database.unit, database.shelf(), NOON, labelled(tmp_path, "Lassen"))
    assert answering(database) == "Lassen"
