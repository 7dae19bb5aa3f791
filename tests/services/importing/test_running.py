"""Taking people in: after a yes, whole batches, and never twice the same person."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.bringing_in import KEPT_FOR, STANDS_STILL_AFTER, Import, ImportState
from gouden_poort.profiles.people.consent import Given, Line
from gouden_poort.profiles.people.organisation import Organisation, OrganisationKind
from gouden_poort.services.importing import running
from gouden_poort.services.importing.looking import look
from gouden_poort.services.ports import Caseload
from gouden_poort.services.trail import verify
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, HERE, MORNING, STRANGER
from tests.services.importing.files import LANGUAGES, a_country, a_row, a_table


@pytest.fixture(autouse=True)
def organisation(database: Database) -> None:
    with database.unit() as unit:
        unit.organisations.add(Organisation(id=HERE, name="Voorbeeld", kind=OrganisationKind.MUNICIPALITY))
        unit.commit()


def clock() -> datetime:
    return MORNING


def looked_at(database: Database, *rows: dict[str, str], actor: Actor = COACH) -> Import:
    return look(database.unit, actor, a_country(), a_table(*rows), languages=LANGUAGES, moment=MORNING)


def brought_in(database: Database, *rows: dict[str, str], actor: Actor = COACH, with_alike: bool = False) -> Import:
    found = looked_at(database, *rows, actor=actor)
    running.say_yes(database.unit, actor, found.id, MORNING, with_alike=with_alike)
    running.run(database.unit, actor, found.id, clock)
    return running.show(database.unit, actor, found.id, MORNING)


def names(database: Database) -> list[str]:
    with database.unit() as unit:
        return sorted(who.name_key for who in unit.imports.known(HERE))


def test_after_a_yes_everyone_has_a_dossier_with_answers_and_consents(database: Database) -> None:
    done = brought_in(database, *(a_row(number) for number in range(3)))
    assert (done.state, done.made, done.seen) == (ImportState.DONE, 3, 3)
    with database.unit() as unit:
        first, *_ = unit.dossiers.caseload(Caseload(coach_id=COACH.account_id))
        assert unit.assessments.answers(first.assessment_id)["dutch"] == "B1"
        consents = unit.consents.of(first.id)
    assert [each.line for each in consents] == [Line.COACH_SEES_DOSSIER, Line.MESSAGES]
    assert {each.given for each in consents} == {Given.READ_ALOUD}
    assert (first.name, first.language, first.registered_at) == ("Voorbeeld0 Proef0", "ar", MORNING)


def test_without_a_yes_nobody_comes_in(database: Database) -> None:
    found = looked_at(database, a_row())
    running.run(database.unit, COACH, found.id, clock)
    assert names(database) == []


def test_the_same_file_again_makes_no_doubles(database: Database) -> None:
    rows = [a_row(number) for number in range(5)]
    brought_in(database, *rows)
    again = brought_in(database, *rows, with_alike=True)
    assert (again.fresh, again.made) == (0, 0)
    assert len(names(database)) == 5


def test_two_who_bring_in_the_same_at_once_make_no_doubles(database: Database) -> None:
    rows = [a_row(number) for number in range(600)]
    both = [(actor, looked_at(database, *rows, actor=actor)) for actor in (COACH, COLLEAGUE)]
    for actor, found in both:
        running.say_yes(database.unit, actor, found.id, MORNING, with_alike=False)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda one: running.run(database.unit, one[0], one[1].id, clock), both))
    assert len(names(database)) == 600
    made = [running.show(database.unit, actor, found.id, MORNING).made for actor, found in both]
    assert sum(made) == 600


def test_a_run_that_is_begun_twice_at_once_takes_everyone_in_once(database: Database) -> None:
    found = looked_at(database, *(a_row(number) for number in range(600)))
    running.say_yes(database.unit, COACH, found.id, MORNING, with_alike=False)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: running.run(database.unit, COACH, found.id, clock), range(2)))
    assert len(names(database)) == 600


def test_who_is_like_somebody_comes_in_only_when_the_coach_says_so(database: Database) -> None:
    rows = a_row(1), a_row(1, Telefoon="06 99999999")
    assert brought_in(database, *rows).made == 1
    assert brought_in(database, *rows, with_alike=True).made == 1
    assert len(names(database)) == 2


def test_a_run_that_was_broken_off_goes_on_where_it_was(database: Database) -> None:
    class Broken(Exception):
        pass

    moments = iter([MORNING])

    def clock_that_stops() -> datetime:
        for moment in moments:
            return moment
        raise Broken

    found = looked_at(database, *(a_row(number) for number in range(300)))
    running.say_yes(database.unit, COACH, found.id, MORNING, with_alike=False)
    with pytest.raises(Broken):
        running.run(database.unit, COACH, found.id, clock_that_stops)
    halfway = running.show(database.unit, COACH, found.id, MORNING)
    assert (halfway.seen, halfway.state) == (running.BATCH, ImportState.RUNNING)
    assert halfway.stands_still(MORNING + STANDS_STILL_AFTER)
    running.run(database.unit, COACH, found.id, clock)
    assert len(names(database)) == 300


def test_once_they_are_in_the_file_is_kept_no_longer(database: Database) -> None:
    done = brought_in(database, a_row())
    with database.unit() as unit:
        assert unit.imports.people(done.id) == ""


def test_each_one_who_comes_in_stands_in_the_trail(database: Database) -> None:
    brought_in(database, a_row(1), a_row(2))
    with database.unit() as unit:
        traces = unit.trail.after(0, 10)
    assert [(each.deed, each.why, each.account_id) for each in traces] == [
        ("register", "registration", COACH.account_id)
    ] * 2
    assert verify(database.unit) is None


@pytest.mark.parametrize("other", [COLLEAGUE, STRANGER])
def test_a_file_of_another_is_not_there(database: Database, other: Actor) -> None:
    found = looked_at(database, a_row())
    with pytest.raises(NotAllowed):
        running.show(database.unit, other, found.id, MORNING)
    with pytest.raises(NotAllowed):
        running.say_yes(database.unit, other, found.id, MORNING, with_alike=False)


def test_a_file_that_nobody_said_yes_to_is_gone_after_an_hour(database: Database) -> None:
    found = looked_at(database, a_row())
    running.show(database.unit, COACH, found.id, MORNING + KEPT_FOR - timedelta(seconds=1))
    with pytest.raises(NotAllowed):
        running.say_yes(database.unit, COACH, found.id, MORNING + KEPT_FOR, with_alike=False)


def test_a_file_can_be_thrown_away_before_the_yes(database: Database) -> None:
    found = looked_at(database, a_row())
    running.throw_away(database.unit, COACH, found.id, MORNING)
    with pytest.raises(NotAllowed):
        running.show(database.unit, COACH, found.id, MORNING)


def test_a_run_without_an_import_does_nothing(database: Database) -> None:
    with pytest.raises(NotAllowed):
        running.run(database.unit, COACH, UUID(int=404), clock)
