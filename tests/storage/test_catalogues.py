from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from gouden_poort.catalogue.bundle import content_hash
from gouden_poort.catalogue.entries import Bundle
from gouden_poort.errors import InvalidBundle, UnknownThing
from gouden_poort.services.ports import CatalogueVersion
from gouden_poort.storage.tables.catalogue import ACTIVATIONS, EXTRA_COLUMNS, OTHER_FILES, ROWS, VERSIONS
from tests.builders import DEFAULT_ROWS, a_bundle
from tests.databases import Database

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
EVERYTHING = a_bundle(
    **{name: [row] for name, row in DEFAULT_ROWS.items() if name != "bundle"},
    other_files={"rules/wages.yaml": b"minimum: 14.71\n", "notes.bin": bytes(range(256))},
)
"""A row in every file of the format, and files the format does not know."""


def add(database: Database, bundle: Bundle, moment: datetime = NOON) -> CatalogueVersion:
    with database.unit() as unit:
        version = unit.catalogues.add(bundle, content_hash(bundle), moment)
        unit.commit()
    return version


def activate(database: Database, version: CatalogueVersion, moment: datetime) -> CatalogueVersion:
    with database.unit() as unit:
        activated = unit.catalogues.activate(version.id, moment)
        unit.commit()
    return activated


def read(database: Database, version: CatalogueVersion) -> Bundle:
    with database.unit() as unit:
        return unit.catalogues.read(version.id)


def rows_kept(database: Database) -> int:
    tables = [VERSIONS, ACTIVATIONS, EXTRA_COLUMNS, OTHER_FILES, *ROWS.values()]
    with database.engine.connect() as connection:
        return sum(connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables)


def test_a_bundle_comes_back_as_it_went_in(database: Database) -> None:
    assert read(database, add(database, EVERYTHING)) == EVERYTHING


def test_unknown_columns_come_back_in_their_order_and_as_written(database: Database) -> None:
    bundle = a_bundle(
        skills=[
            {"zeta": 'a "quote", | and \n a line', "alpha": "", "note": "🔧 é"},
            {"skill_id": "S2", "zeta": "2", "alpha": "01", "note": "  "},
        ]
    )
    skills = bundle.files["skills"]
    reordered = {name: skills.extra[name] for name in ("zeta", "note", "alpha")}
    bundle = Bundle(files={**bundle.files, "skills": type(skills)(columns=skills.columns, extra=reordered)})
    kept = read(database, add(database, bundle))
    assert kept == bundle
    assert list(kept.files["skills"].extra) == ["zeta", "note", "alpha"]
    assert content_hash(kept) == content_hash(bundle)


def test_a_file_without_rows_keeps_its_unknown_columns(database: Database) -> None:
    bundle = a_bundle()
    empty = bundle.files["schemes"]
    bundle = Bundle(files={**bundle.files, "schemes": type(empty)(columns=empty.columns, extra={"source": []})})
    assert read(database, add(database, bundle)) == bundle


def test_rows_keep_their_order(database: Database) -> None:
    ids = [f"S{(7 * number) % 1009}" for number in range(1009)]
    bundle = a_bundle(skills=[{"skill_id": "S1"}, *({"skill_id": f"X{name}"} for name in ids)])
    assert read(database, add(database, bundle)) == bundle


def test_more_rows_than_one_batch_come_back(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gouden_poort.storage.bulk.BATCH", 7)
    bundle = a_bundle(skills=[{"skill_id": f"S{number}"} for number in range(1, 30)])
    assert read(database, add(database, bundle)) == bundle


def test_awkward_cells_come_back(database: Database) -> None:
    bundle = a_bundle(
        sites=[{"lat": "-0.1", "lon": "4.000000000000001"}],
        schemes=[{"sectors": "metal|bouw & infra", "benefits": "ww", "pays_share": "1", "max_amount_eur": 2**31 - 1}],
        skills=[{"label": "x" * 1_000_000}, {"skill_id": "S'; DROP TABLE catalogue_skills; --", "label": "%s ? :a {}"}],
        offerings=[{"site_id": "", "delivery": "online", "min_age": 0, "target_groups": "starter|experienced"}],
    )
    assert read(database, add(database, bundle)) == bundle


def test_versions_keep_their_own_rows(database: Database) -> None:
    first, second = a_bundle(skills=[{"label": "Lassen"}]), a_bundle(skills=[{"label": "Frezen"}])
    versions = [add(database, first), add(database, second)]
    assert [read(database, version) for version in versions] == [first, second]


def test_the_same_contents_make_no_second_version(database: Database) -> None:
    first = add(database, EVERYTHING)
    before = rows_kept(database)
    assert add(database, EVERYTHING, NOON + timedelta(days=1)) == first
    assert rows_kept(database) == before


def test_a_version_tells_when_it_came(database: Database) -> None:
    version = add(database, EVERYTHING)
    with database.unit() as unit:
        assert unit.catalogues.find(version.id) == version
        assert unit.catalogues.with_hash(content_hash(EVERYTHING)) == version
        assert unit.catalogues.all() == [version]
    assert (version.name, version.imported_at, version.activated_at) == ("tiny", NOON, None)
    assert version.imported_at.utcoffset() == timedelta(0)


def test_nothing_is_active_until_something_is_activated(database: Database) -> None:
    add(database, EVERYTHING)
    with database.unit() as unit:
        assert unit.catalogues.active() is None


def test_the_latest_activation_counts_also_when_it_goes_back(database: Database) -> None:
    old, new = add(database, a_bundle()), add(database, EVERYTHING)
    for hour, version in enumerate((old, new, old)):
        activated = activate(database, version, NOON + timedelta(hours=hour))
        with database.unit() as unit:
            assert unit.catalogues.active() == activated
            assert (activated.id, activated.activated_at) == (version.id, NOON + timedelta(hours=hour))


def test_two_activations_in_one_moment_keep_their_order(database: Database) -> None:
    old, new = add(database, a_bundle()), add(database, EVERYTHING)
    activate(database, old, NOON)
    activate(database, new, NOON)
    with database.unit() as unit:
        active = unit.catalogues.active()
    assert active is not None
    assert active.id == new.id


def test_activating_the_active_version_adds_nothing(database: Database) -> None:
    version = add(database, EVERYTHING)
    first = activate(database, version, NOON)
    before = rows_kept(database)
    assert activate(database, version, NOON + timedelta(hours=1)) == first
    assert rows_kept(database) == before


def test_an_unknown_version_is_named(database: Database) -> None:
    with database.unit() as unit:
        assert unit.catalogues.find(7) is None
        assert unit.catalogues.with_hash("nothing") is None
        with pytest.raises(UnknownThing, match="7"):
            unit.catalogues.read(7)
        with pytest.raises(UnknownThing, match="7"):
            unit.catalogues.activate(7, NOON)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"skills": [{}, {"skill_id": "S2", "label": "a\0b"}]}, ("skills.csv", 3, "label", "unreadable")),
        ({"skills": [{"label": "half \ud83d"}]}, ("skills.csv", 2, "label", "unreadable")),
        ({"regions": [{"municipalities": ("Zeist", "U\0")}]}, ("regions.csv", 2, "municipalities", "unreadable")),
        ({"offerings": [{"cost_eur": 2**31}]}, ("offerings.csv", 2, "cost_eur", "out_of_range")),
        ({"offerings": [{"cost_eur": -(10**30)}]}, ("offerings.csv", 2, "cost_eur", "out_of_range")),
    ],
)
def test_what_no_column_can_hold_is_refused_by_place(
    database: Database, changes: dict[str, list[dict[str, object]]], place: tuple[str, int, str, str]
) -> None:
    with database.unit() as unit:
        with pytest.raises(InvalidBundle) as refusal:
            unit.catalogues.add(a_bundle(**changes), "any", NOON)
        (fault,) = refusal.value.faults
        assert (fault.file, fault.line, fault.column, fault.code) == place
        unit.commit()
    assert rows_kept(database) == 0


def test_a_unit_that_breaks_off_keeps_nothing(database: Database) -> None:
    version = add(database, a_bundle())
    before = rows_kept(database)
    with suppress(ZeroDivisionError), database.unit() as unit:
        unit.catalogues.activate(unit.catalogues.add(EVERYTHING, "other", NOON).id, NOON)
        raise ZeroDivisionError
    assert rows_kept(database) == before
    with database.unit() as unit:
        assert unit.catalogues.all() == [version]
