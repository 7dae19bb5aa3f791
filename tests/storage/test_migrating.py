from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import inspect

from gouden_poort.settings import Settings
from gouden_poort.storage import migrating
from tests.databases import Database


def test_a_new_database_has_no_revision_and_gets_the_latest(empty_database: Database) -> None:
    settings = empty_database.settings
    assert migrating.current(settings) is None
    migrating.upgrade(settings)
    latest = migrating.current(settings)
    assert latest is not None
    migrating.upgrade(settings)
    assert migrating.current(settings) == latest


def test_going_back_to_base_leaves_no_tables(empty_database: Database) -> None:
    migrating.upgrade(empty_database.settings)
    migrating.downgrade(empty_database.settings, "base")
    assert migrating.current(empty_database.settings) is None
    assert inspect(empty_database.engine).get_table_names() == ["alembic_version"]


def test_two_that_upgrade_at_once_do_not_get_in_each_others_way(empty_database: Database) -> None:
    failures: list[BaseException] = []

    def upgrade() -> None:
        try:
            migrating.upgrade(empty_database.settings)
        except BaseException as error:
            failures.append(error)

    both = [Thread(target=upgrade) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert failures == []
    assert migrating.current(empty_database.settings) is not None


def test_a_step_that_breaks_leaves_the_database_as_it_was(
    empty_database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    history = tmp_path / "migrations"
    (history / "versions").mkdir(parents=True)
    (history / "env.py").write_text((migrating.migrations_dir() / "env.py").read_text())
    (history / "versions" / "0001.py").write_text(
        "from alembic import op\nrevision, down_revision = '0001', None\n"
        "def upgrade():\n    op.execute('CREATE TABLE half (id INTEGER)')\n    raise ValueError('broken')\n"
    )
    monkeypatch.setattr(migrating, "migrations_dir", lambda: history)
    with pytest.raises(ValueError, match="broken"):
        migrating.upgrade(empty_database.settings)
    assert inspect(empty_database.engine).get_table_names() == []


def test_the_folder_of_a_new_sqlite_file_is_made(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "100%" / "poort.sqlite"
    migrating.upgrade(Settings(data_dir=tmp_path, database_url=f"sqlite:///{file}"))
    assert file.exists()


def test_a_draft_says_what_the_tables_have_and_the_database_has_not(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    history = tmp_path / "migrations"
    (history / "versions").mkdir(parents=True)
    original = migrating.migrations_dir()
    for file in (Path("env.py"), Path("script.py.mako"), *(p.relative_to(original) for p in original.rglob("2*.py"))):
        (history / file).write_text((original / file).read_text())
    monkeypatch.setattr(migrating, "migrations_dir", lambda: history)
    before = set((history / "versions").glob("*.py"))
    with sqlite_database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE assessment_answers")
    migrating.draft(sqlite_database.settings, "keep answers again")
    (drafted,) = set((history / "versions").glob("*.py")) - before
    text = drafted.read_text()
    compile(text, drafted.name, "exec")
    assert "op.create_table('assessment_answers'" in text
    assert "sa.Column('answered_at', sa.DateTime(timezone=True), nullable=False)" in text
    assert "gouden_poort" not in text
    assert drafted.name.endswith(f"_{len(before) + 1:04}_keep_answers_again.py")
