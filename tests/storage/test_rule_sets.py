from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Thread

from sqlalchemy import select

from gouden_poort.storage.tables.rule_sets import RULE_SETS
from tests.databases import Database

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
TEXTS = {"format/words.yaml": "facts: {}\n", "builtin/één.yaml": "# € ‘bol’\nrules: []\n"}


def keep(database: Database, version: str = "v1", moment: datetime = NOON) -> None:
    with database.unit() as unit:
        unit.rule_sets.add(version, TEXTS, moment)
        unit.commit()


def test_a_rule_set_comes_back_as_it_was(database: Database) -> None:
    keep(database)
    with database.unit() as unit:
        assert unit.rule_sets.find("v1") == TEXTS


def test_one_that_nobody_kept_is_not_there(database: Database) -> None:
    keep(database)
    with database.unit() as unit:
        assert unit.rule_sets.find("v2") is None
        assert (unit.rule_sets.knows("v1"), unit.rule_sets.knows("v2")) == (True, False)


def test_keeping_it_again_changes_nothing(database: Database) -> None:
    keep(database)
    keep(database, moment=NOON + timedelta(days=1))
    with database.engine.connect() as connection:
        assert list(connection.scalars(select(RULE_SETS.c.recorded_at))) == [NOON]


def test_two_who_keep_the_same_set_at_once_do_not_get_in_each_others_way(database: Database) -> None:
    failures: list[BaseException] = []

    def add() -> None:
        try:
            keep(database)
        except BaseException as error:
            failures.append(error)

    both = [Thread(target=add) for _ in range(4)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert failures == []


def test_what_was_not_committed_is_not_kept(database: Database) -> None:
    with database.unit() as unit:
        unit.rule_sets.add("v1", TEXTS, NOON)
    with database.unit() as unit:
        assert not unit.rule_sets.knows("v1")
