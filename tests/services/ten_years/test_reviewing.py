"""The round along the plans: what a changed catalogue did to them is found once, and kept until it is answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest

from gouden_poort.development.drift import DriftKind
from gouden_poort.development.event import EventKind
from gouden_poort.development.review import Review
from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.services.dossiers.today import Shelf as List
from gouden_poort.services.dossiers.today import todos
from gouden_poort.services.dossiers.todo import Todo
from gouden_poort.services.ten_years.reading import own_ten_years, ten_years
from gouden_poort.services.ten_years.reviewing import Reviewed, review_plans
from gouden_poort.services.ten_years.reviews import keep_plan
from gouden_poort.services.ten_years.taking import take_route
from gouden_poort.services.ten_years.writing import write_down
from gouden_poort.storage.tables.ten_years import PLANS
from tests.databases import Database
from tests.dossiers import COACH, STRANGER, a_kept_dossier
from tests.services.ten_years.test_rerouting import (
    BOTH,
    CITIZEN,
    LATER,
    NOW,
    ONE,
    WITHOUT_JOB,
    Shelf,
    choose,
    look,
    reasons,
    with_fitter,
)
from tests.ten_years import an_event_of
from tests.web.desk.caseload import ANSWERS

NIGHT = datetime(2027, 1, 5, 5, 15, tzinfo=UTC)
NEXT = NIGHT + timedelta(days=1)
CLOSED = Shelf(LATER, WITHOUT_JOB)
ONE_CLOSED = Reviewed(looked=1, found={DriftKind.ROUTE_CLOSED: 1})


def planned(database: Database, shelf: Shelf, **told: Any) -> Dossier:
    """Someone with answers and a plan to become a welder, from the catalogue of a shelf."""
    dossier = a_kept_dossier(database, **{"state": DossierState.ACTIVE, **told})
    with database.unit() as unit:
        for name, answer in ANSWERS.items():
            unit.assessments.answer(dossier.assessment_id, name, answer, NOW)
        unit.commit()
    choose(database, dossier, shelf)
    return dossier


def change(database: Database, dossier: Dossier, **told: Any) -> None:
    with database.unit() as unit:
        now = unit.dossiers.find(dossier.id)
        assert now is not None
        assert unit.dossiers.change(replace(now, **told))
        unit.commit()


def go_round(database: Database, shelf: Shelf, moment: datetime = NIGHT, **how: Any) -> Reviewed:
    return review_plans(database.unit, shelf, moment, **how)


def kept(database: Database, dossier: Dossier) -> Review | None:
    with database.unit() as unit:
        return unit.plan_reviews.find(dossier.id)


def listed(database: Database, moment: datetime = NIGHT) -> list[tuple[str, str]]:
    now: list[Todo] = [*todos(database.unit, COACH, moment.date())[List.NOW]]
    return [(each.why.value, each.what) for each in now]


def test_where_nothing_changed_no_plan_is_looked_at(database: Database) -> None:
    dossier = planned(database, Shelf(BOTH))
    assert go_round(database, Shelf(BOTH)) == Reviewed()
    assert kept(database, dossier) is None


def test_a_way_that_closed_is_found_once_and_stands_on_the_list(database: Database) -> None:
    planned(database, Shelf(LATER))
    assert go_round(database, CLOSED) == ONE_CLOSED
    assert listed(database) == [("route_closed", "Lasser")]
    assert go_round(database, CLOSED, NEXT) == Reviewed()
    assert listed(database) == [("route_closed", "Lasser")]


def test_a_way_that_opened_is_found(database: Database) -> None:
    planned(database, Shelf(ONE))
    assert go_round(database, Shelf(ONE, LATER)).found == {DriftKind.ROUTE_OPENED: 1}
    assert listed(database) == [("route_opened", "Monteur")]


def test_a_way_that_asks_less_since_the_catalogue_changed_is_found(database: Database) -> None:
    planned(database, Shelf(LATER))
    assert go_round(database, Shelf(LATER, BOTH)).found == {DriftKind.BETTER_ROUTE: 1}
    assert listed(database) == [("better_route", "Monteur")]


def test_a_way_that_asked_less_when_the_plan_was_chosen_is_no_news(database: Database) -> None:
    dossier = planned(database, Shelf(BOTH))
    shelf = Shelf(BOTH, with_fitter("2027-01-11"))
    assert go_round(database, shelf) == Reviewed(looked=1)
    assert reasons(look(database, dossier, shelf))[0][0] is DriftKind.BETTER_ROUTE


def test_the_day_on_which_it_was_seen_first_stays(database: Database) -> None:
    dossier = planned(database, Shelf(LATER))
    go_round(database, CLOSED)
    other = Shelf(LATER, WITHOUT_JOB, with_fitter("2028-11-13", offering_starts=[]))
    assert go_round(database, other, NIGHT + timedelta(days=3)) == Reviewed(looked=1)
    review = kept(database, dossier)
    assert review is not None
    assert review.since == NIGHT.date()
    assert review.catalogue_version == other.active().version


def test_what_is_undone_in_the_catalogue_leaves_the_list(database: Database) -> None:
    planned(database, Shelf(LATER))
    go_round(database, CLOSED)
    assert go_round(database, Shelf(WITHOUT_JOB, LATER), NEXT) == Reviewed(looked=1)
    assert listed(database) == []


def test_another_plan_makes_it_void(database: Database) -> None:
    dossier = planned(database, Shelf(LATER))
    go_round(database, CLOSED)
    take_route(database.unit, CLOSED.active(), COACH, dossier.id, occupation_id="O2", moment=NIGHT)
    assert listed(database) == []
    assert go_round(database, CLOSED, NEXT) == Reviewed()


def test_who_changed_is_looked_at_again_in_the_same_catalogue(database: Database) -> None:
    dossier = planned(database, Shelf(LATER))
    go_round(database, CLOSED)
    talk = an_event_of(dossier, EventKind.TALK_HELD, "2027-01-05")
    write_down(database.unit, COACH, talk, NIGHT + timedelta(hours=7))
    assert go_round(database, CLOSED, NEXT) == Reviewed(looked=1)
    assert go_round(database, CLOSED, NIGHT + timedelta(days=2)) == Reviewed()


@pytest.mark.parametrize("state", [DossierState.STOPPED, DossierState.PAUSED])
def test_whom_the_coach_noted_as_away_is_left_alone(database: Database, state: DossierState) -> None:
    dossier = planned(database, Shelf(LATER))
    change(database, dossier, state=state)
    assert go_round(database, CLOSED) == Reviewed()


def test_who_took_back_that_the_coach_sees_it_is_left_alone(database: Database) -> None:
    dossier = planned(database, Shelf(LATER))
    with database.unit() as unit:
        unit.consents.end(dossier.id, Line.COACH_SEES_DOSSIER, NIGHT)
        unit.commit()
    assert go_round(database, CLOSED) == Reviewed()


@pytest.mark.parametrize("kind", [EventKind.PAUSED, EventKind.STOPPED, EventKind.CLOSED])
def test_whose_journal_says_that_they_rest_is_left_alone(database: Database, kind: EventKind) -> None:
    dossier = planned(database, Shelf(LATER))
    write_down(database.unit, COACH, an_event_of(dossier, kind, "2027-01-04"), NIGHT)
    assert go_round(database, CLOSED) == Reviewed()


def test_who_does_the_planned_work_hears_of_no_other_way(database: Database) -> None:
    dossier = planned(database, Shelf(ONE))
    job = an_event_of(
        dossier, EventKind.NEW_JOB, "2027-01-04", occupation_id="O1", sector="metal", employer="Voorbeeld"
    )
    write_down(database.unit, COACH, job, NIGHT)
    assert go_round(database, Shelf(ONE, LATER)) == Reviewed(looked=1)


def test_a_round_is_bounded_and_the_next_one_goes_on(database: Database) -> None:
    for _ in range(3):
        planned(database, Shelf(LATER))
    assert go_round(database, CLOSED, at_most=2).looked == 2
    assert go_round(database, CLOSED, NEXT, at_most=2).looked == 1
    assert go_round(database, CLOSED, NEXT + timedelta(days=1), at_most=2) == Reviewed()


class Halted(Exception):
    """The machine stopped."""


def after_one() -> Callable[[Reviewed], None]:
    def tell(_: Reviewed) -> None:
        raise Halted

    return tell


def test_a_round_that_ended_half_way_repeats_nothing_and_forgets_nothing(database: Database) -> None:
    for _ in range(3):
        planned(database, Shelf(LATER))
    with pytest.raises(Halted):
        go_round(database, CLOSED, batch=2, tell=after_one())
    assert go_round(database, CLOSED, NEXT, batch=2) == ONE_CLOSED


def test_one_that_cannot_be_read_holds_up_nobody_else(database: Database) -> None:
    dossiers = [planned(database, Shelf(LATER)) for _ in range(3)]
    with database.unit() as unit:
        unit._connection.execute(PLANS.update().where(PLANS.c.dossier_id == dossiers[1].id).values(kept='{"form": 99}'))
        unit.commit()
    done = go_round(database, CLOSED, batch=2)
    broken = ((dossiers[1].id, "ValueError"),)
    assert (done.looked, done.unreadable) == (2, broken)
    assert go_round(database, CLOSED, NEXT) == Reviewed(unreadable=broken)


def test_a_plan_that_is_kept_leaves_the_list_until_something_else_changes(database: Database) -> None:
    dossier = planned(database, Shelf(ONE))
    go_round(database, Shelf(ONE, LATER))
    assert keep_plan(database.unit, COACH, dossier.id, "route_opened O2", NIGHT)
    assert listed(database) == []
    go_round(database, Shelf(ONE, LATER, BOTH), NEXT)
    assert listed(database, NEXT) == [("better_route", "Monteur")]


def test_keeping_holds_in_a_later_catalogue_that_says_the_same(database: Database) -> None:
    dossier = planned(database, Shelf(LATER))
    go_round(database, CLOSED)
    keep_plan(database.unit, COACH, dossier.id, "route_closed O1", NIGHT)
    go_round(database, Shelf(LATER, with_fitter("2028-11-13", offering_starts=[])), NEXT)
    assert listed(database) == []


@pytest.mark.parametrize("knowing", ["route_opened O2", "", "nonsense"])
def test_an_answer_to_something_else_keeps_nothing(database: Database, knowing: str) -> None:
    dossier = planned(database, Shelf(LATER))
    go_round(database, CLOSED)
    assert not keep_plan(database.unit, COACH, dossier.id, knowing, NIGHT)
    assert listed(database) == [("route_closed", "Lasser")]


@pytest.mark.parametrize("actor", [STRANGER, CITIZEN], ids=["a coach elsewhere", "another citizen"])
def test_nobody_else_keeps_a_plan(database: Database, actor: Actor) -> None:
    dossier = planned(database, Shelf(LATER))
    go_round(database, CLOSED)
    with pytest.raises(NotAllowed):
        keep_plan(database.unit, actor, dossier.id, "route_closed O1", NIGHT)


def test_a_talk_takes_it_off_the_list_and_the_page_still_tells_it(database: Database) -> None:
    dossier = planned(database, Shelf(LATER), citizen_id=CITIZEN.account_id)
    go_round(database, CLOSED)
    change(database, dossier, last_contact_on=NIGHT.date())
    assert listed(database) == []
    told = ten_years(database.unit, COACH, dossier.id, NIGHT)
    own = own_ten_years(database.unit, CITIZEN, NIGHT)
    assert own is not None
    assert told.news is not None
    assert told.news == own.news
    assert told.news.kind is DriftKind.ROUTE_CLOSED


def test_what_the_page_finds_is_kept_too(database: Database) -> None:
    dossier = planned(database, Shelf(LATER))
    look(database, dossier, CLOSED, NIGHT)
    assert listed(database) == [("route_closed", "Lasser")]
    assert go_round(database, CLOSED, NEXT) == Reviewed()


def test_nobody_is_told_what_the_house_looked_at(database: Database) -> None:
    dossier = planned(database, Shelf(LATER))
    with database.unit() as unit:
        before = len(unit.trail.about(dossier.pseudonym))
    go_round(database, CLOSED)
    with database.unit() as unit:
        assert len(unit.trail.about(dossier.pseudonym)) == before


def test_what_was_found_is_erased_and_taken_along_with_the_dossier(database: Database) -> None:
    dossier = planned(database, Shelf(LATER))
    go_round(database, CLOSED)
    with database.unit() as unit:
        assert unit.own_data.all_of(dossier.id)["plan_reviews"]["rows"][0]["kind"] == "route_closed"
        unit.own_data.erase(dossier.id)
        unit.commit()
    assert kept(database, dossier) is None
    assert go_round(database, CLOSED, NEXT) == Reviewed()


def test_two_at_once_find_everything_once(database: Database) -> None:
    for _ in range(6):
        planned(database, Shelf(LATER))
    together, done = Barrier(2), []

    def run() -> None:
        together.wait()
        done.append(go_round(database, CLOSED, batch=2))

    threads = [Thread(target=run) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    assert len(done) == 2
    assert sum(each.found.get(DriftKind.ROUTE_CLOSED, 0) for each in done) == 6
    assert listed(database) == [("route_closed", "Lasser")] * 6
