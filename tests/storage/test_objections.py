from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

import pytest
from sqlalchemy.exc import IntegrityError

from gouden_poort.profiles.objection import About, Objection
from tests.builders import an_objection
from tests.databases import Database

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def keep(database: Database, *objections: Objection) -> None:
    with database.unit() as unit:
        for objection in objections:
            unit.objections.add(objection)
        unit.commit()


def numbers(database: Database) -> list[str]:
    with database.unit() as unit:
        return [each.number for each in unit.objections.open()]


def another(number: str, **told: object) -> Objection:
    return an_objection(id=uuid5(UUID(int=0), number), number=number, **told)


@pytest.mark.parametrize("about", About)
def test_an_objection_comes_back_whole(database: Database, about: About) -> None:
    objection = an_objection(
        about=about, what="Regel 1\nRegel 2 é 🔧 ' % :x", contact="post@voorbeeld.example", rules="6020"
    )
    keep(database, objection)
    with database.unit() as unit:
        assert unit.objections.find(objection.number) == objection


def test_the_same_id_is_kept_once_with_its_first_number(database: Database) -> None:
    keep(database, an_objection())
    with database.unit() as unit:
        assert unit.objections.add(an_objection(number="OTHER")).number == an_objection().number
        unit.commit()
    assert numbers(database) == [an_objection().number]


def test_two_objections_never_share_a_number(database: Database) -> None:
    keep(database, an_objection())
    with database.unit() as unit, pytest.raises(IntegrityError):
        unit.objections.add(an_objection(id=UUID(int=2)))


def test_the_earliest_term_comes_first(database: Database) -> None:
    keep(database, another("B", answer_by=date(2026, 12, 22)), another("A", answer_by=date(2026, 12, 20)))
    assert numbers(database) == ["A", "B"]


def test_what_was_answered_is_open_no_more(database: Database) -> None:
    keep(database, an_objection())
    with database.unit() as unit:
        unit.objections.mark_answered(an_objection().id, NOON)
        unit.objections.mark_answered(an_objection().id, NOON + timedelta(days=9))
        unit.commit()
    assert numbers(database) == []
    with database.unit() as unit:
        found = unit.objections.find(an_objection().number)
    assert found
    assert found.answered_at == NOON


def test_only_what_was_answered_90_days_ago_is_removed(database: Database) -> None:
    answered = NOON - timedelta(days=90)
    long_ago = NOON - timedelta(days=4000)
    keep(
        database,
        another("old", answered_at=answered),
        another("new", answered_at=answered + timedelta(seconds=1)),
        another("open", received_at=long_ago),
    )
    with database.unit() as unit:
        assert unit.objections.remove_not_kept_at(NOON) == 1
        unit.commit()
    with database.unit() as unit:
        kept = [name for name in ("old", "new", "open") if unit.objections.find(name)]
    assert kept == ["new", "open"]


def test_an_unknown_number_is_nobody(database: Database) -> None:
    with database.unit() as unit:
        assert unit.objections.find("NONE") is None


def test_those_of_a_day_are_counted_from_its_first_moment(database: Database) -> None:
    for number, moment in (("A", NOON - timedelta(seconds=1)), ("B", NOON), ("C", NOON + timedelta(hours=1))):
        keep(database, another(number, received_at=moment))
    with database.unit() as unit:
        assert unit.objections.received_since(NOON) == 2


def test_one_is_found_by_its_id(database: Database) -> None:
    keep(database, an_objection())
    with database.unit() as unit:
        assert unit.objections.with_id(an_objection().id) == an_objection()
        assert unit.objections.with_id(UUID(int=99)) is None
