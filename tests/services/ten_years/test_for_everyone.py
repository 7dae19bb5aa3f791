"""What anyone may read: a part of what staff see, counted once a day, and marked where the people are made up."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from gouden_poort.profiles.people.organisation import Organisation, OrganisationKind
from gouden_poort.services.demo.cast import the_cast
from gouden_poort.services.ten_years.for_everyone import Told, ToldOfDay, remembered, told_to_everyone
from gouden_poort.services.ten_years.groups import By, Group
from gouden_poort.services.ten_years.outcomes import outcomes
from gouden_poort.services.ten_years.staying import Point, most_telling
from tests.databases import Database
from tests.dossiers import COACH, MORNING
from tests.many_lives import lives

TODAY = MORNING.date()
LONG_AGO = "2016-02-01"


@pytest.fixture
def remembers() -> ToldOfDay:
    return remembered()


def told(database: Database, remembers: ToldOfDay, day: date = TODAY) -> Told:
    return told_to_everyone(database.unit, day, remembers)


def keep_lives(database: Database) -> None:
    """Of 60 people 20 left in their third year. With 4 people of one sector, those of the next largest hide too."""
    lives(database.unit, 40, since=LONG_AGO, waited=200)
    lives(database.unit, 20, since=LONG_AGO, days=900)
    lives(database.unit, 25, since=LONG_AGO, target_sector="energy")
    lives(database.unit, 4, since=LONG_AGO, target_sector="rail")


def test_it_is_four_years_of_what_staff_see(database: Database, remembers: ToldOfDay) -> None:
    keep_lives(database)
    found = told(database, remembers)
    seen = outcomes(database.unit, COACH, TODAY)
    assert [point.years for point in found.everyone] == [1, 3, 5, 10]
    assert set(found.everyone) <= set(seen.staying)
    assert found.half_works_after == seen.waiting.half == 1
    assert set(found.by_sector) <= set(seen.choices[By.SECTOR])
    for sector, points in found.by_sector.items():
        assert set(points) <= set(outcomes(database.unit, COACH, TODAY, Group(by=By.SECTOR, value=sector)).staying)


def test_a_small_sector_is_absent_and_so_is_one_that_would_give_it_away(
    database: Database, remembers: ToldOfDay
) -> None:
    keep_lives(database)
    assert set(told(database, remembers).by_sector) == {"metal"}


def test_of_fewer_than_ten_nothing_is_told(database: Database, remembers: ToldOfDay) -> None:
    lives(database.unit, 9, since=LONG_AGO)
    assert told(database, remembers) == Told(counted_on=TODAY, is_example=False, by_sector={})


def test_whoever_asks_again_on_a_day_gets_what_was_counted(database: Database, remembers: ToldOfDay) -> None:
    lives(database.unit, 40, since=LONG_AGO)
    first = told(database, remembers)
    lives(database.unit, 40, since=LONG_AGO, days=300)
    assert told(database, remembers) is first
    tomorrow = told(database, remembers, TODAY + timedelta(days=1))
    assert (first.everyone[0].share, tomorrow.everyone[0].share) == (100, 50)


def test_the_people_of_the_demo_are_an_example_as_soon_as_they_are_there(
    database: Database, remembers: ToldOfDay
) -> None:
    assert not told(database, remembers).is_example
    bureau = the_cast(MORNING).bureau
    with database.unit() as unit:
        unit.organisations.add(bureau)
        unit.commit()
    lives(database.unit, 40, since=LONG_AGO, organisation_id=bureau.id)
    found = told(database, remembers)
    assert found.is_example
    assert found.everyone


def test_another_organisation_is_no_example(database: Database, remembers: ToldOfDay) -> None:
    other = Organisation(id=uuid4(), name="Gemeente Voorbeeld", kind=OrganisationKind.MUNICIPALITY, phone="030")
    with database.unit() as unit:
        unit.organisations.add(other)
        unit.commit()
    assert not told(database, remembers).is_example


@pytest.mark.parametrize(("years", "said"), [((0, 1, 3, 5, 10), 5), ((0, 1, 3, 10), 3), ((0, 1, 10), 1), ((0, 10), 10)])
def test_a_sentence_tells_five_years_or_what_is_known_best(years: tuple[int, ...], said: int) -> None:
    points = [Point(years=year, share=90, low=80, high=95, at_risk=50) for year in years]
    found = most_telling(points)
    assert found is not None
    assert found.years == said


def test_the_first_day_alone_tells_nothing() -> None:
    assert most_telling([Point(years=0, share=100, low=100, high=100, at_risk=50)]) is None
