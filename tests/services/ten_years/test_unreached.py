"""Whom no message reaches, by their lines: what their journals say, on any day, without reading one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import Text, event, select, type_coerce, update

from gouden_poort.development.check_in import Going, Onward, WorkNow
from gouden_poort.development.check_ins import Asking, Stage, open_askings, stage_begins_on
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journey import reading_of
from gouden_poort.development.plan import MilestoneKind
from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.people.dossier import AWAY, Dossier, DossierState
from gouden_poort.services.dossiers.today import Shelf, todos
from gouden_poort.services.dossiers.todo import Why
from gouden_poort.services.ten_years.answering import Given, answer
from gouden_poort.services.ten_years.calendar import keep_calendar
from gouden_poort.services.ten_years.line import begin_line, plan_of_now, renew_line
from gouden_poort.services.ten_years.writing import write_down
from gouden_poort.storage import migrating
from gouden_poort.storage.tables.ten_years import JOURNEYS
from tests.databases import Database
from tests.development.plans import BEGIN, milestone
from tests.dossiers import COACH, MORNING, a_kept_dossier
from tests.ten_years import Damage, a_plan_of, an_event_of, chosen, damage

DUE = date(2028, 9, 6)
"""Of the first year of the plan of these tests, which ends in 2037."""
FIRST, LAST = date(2027, 1, 1), date(2038, 6, 1)
EARLIER = "0031"
"""The last step before which nothing was kept of this."""
GIVEN = Given(going=Going.WELL, work=WorkNow.LEARNING, learnt="", onward=Onward.AS_PLANNED, wants_talk=False)
KINDS = (
    EventKind.STARTED,
    EventKind.FINISHED,
    EventKind.NEW_JOB,
    EventKind.LOST_JOB,
    EventKind.PAUSED,
    EventKind.RESUMED,
    EventKind.STOPPED,
    EventKind.TALK_HELD,
    EventKind.MILESTONE_MOVED,
    EventKind.CHECKED_IN,
    EventKind.CHECKED_IN,
    EventKind.CORRECTED,
    EventKind.PLAN_CHOSEN,
)


def unreached(database: Database) -> Dossier:
    """Somebody with a plan whom no message reaches."""
    dossier = a_kept_dossier(database, state=DossierState.ACTIVE, email="", last_contact_on=MORNING.date())
    plan = a_plan_of(dossier)
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.journal.add(chosen(plan))
        begin_line(unit, plan, region="AR01", groups=(), today=MORNING.date())
        unit.commit()
    return dossier


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def a_day(chance: Random, first: date = FIRST, last: date = LAST) -> date:
    return first + timedelta(days=chance.randrange((last - first).days))


def live(database: Database, dossier: Dossier, chance: Random) -> None:
    """Let all kinds of things happen, of which what does not fit is refused."""
    for day in sorted(a_day(chance) for _ in range(chance.randint(0, 14))):
        kind = chance.choice(KINDS)
        with suppress(InvalidInput):
            match kind:
                case EventKind.CHECKED_IN:
                    year = max(1, day.year - BEGIN.year - chance.randrange(2))
                    answer(database.unit, COACH, dossier.id, year, GIVEN, moment=noon(day))
                case EventKind.PLAN_CHOSEN:
                    choose_another(database, dossier, day, chance)
                case _:
                    write_down(database.unit, COACH, something(database, dossier, kind, day, chance), noon(day))
    if not chance.randrange(6):
        with suppress(InvalidInput):
            closed = an_event_of(dossier, EventKind.CLOSED, LAST.isoformat())
            write_down(database.unit, COACH, closed, noon(LAST))


def something(database: Database, dossier: Dossier, kind: EventKind, day: date, chance: Random) -> Event:
    """An event of a day, as a form could send it."""
    with database.unit() as unit:
        events, plans = unit.journal.of(dossier.id), unit.plans.of(dossier.id)
    plan = plan_of_now(plans, events)
    rest: dict[str, object] = {}
    match kind:
        case EventKind.STARTED | EventKind.FINISHED:
            rest = {"milestone_id": milestone(plan, MilestoneKind.LEARNING).id}
        case EventKind.NEW_JOB:
            rest = {"occupation_id": chance.choice(("welder", "baker")), "sector": "metal", "employer": "Lasbedrijf"}
        case EventKind.MILESTONE_MOVED:
            counted = plan.milestones_counted_from(plans[0].begins_on)
            talk = chance.choice([each for each in counted if each.kind is MilestoneKind.YEARLY_TALK])
            rest = {"milestone_id": talk.id, "moved_to": day + timedelta(days=chance.randrange(600)), "words": "Later."}
        case EventKind.CORRECTED:
            rest = {"corrects": chance.choice(events).id}
    return an_event_of(dossier, kind, day.isoformat(), **rest)


def choose_another(database: Database, dossier: Dossier, day: date, chance: Random) -> None:
    usual = a_plan_of(dossier, made_at=noon(day))
    (step,) = usual.route.steps
    later = replace(step, start_date=step.start_date + timedelta(days=chance.randrange(900)))
    plan = replace(usual, route=replace(usual.route, steps=(later,)))
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.commit()
    write_down(database.unit, COACH, replace(chosen(plan, day.isoformat()), written_at=noon(day)), noon(day))


def by_reading(database: Database, dossier: Dossier, today: date) -> Asking | None:
    """The last year that is due, read from the whole plan and journal."""
    with database.unit() as unit:
        plans, events = unit.plans.of(dossier.id), unit.journal.of(dossier.id)
    read = reading_of(events, plans[0], plan_of_now(plans, events), today)
    askings = open_askings(read.points, read.standing.phase, today)
    return askings[-1] if askings else None


def should_be_called(database: Database, dossiers: list[Dossier], today: date) -> Mapping[UUID, tuple[int, date]]:
    """The year and the day of each, as their journals say it."""
    with database.unit() as unit:
        now = {each.id: each for each in unit.dossiers.find_all([each.id for each in dossiers])}
    found = {}
    for dossier in now.values():
        asking = by_reading(database, dossier, today)
        if asking is not None:
            day = stage_begins_on(asking.due_on, Stage.ASKED)
            if dossier.state not in AWAY and not dossier.spoken_since(day):
                found[dossier.id] = (asking.year, day)
    return found


def called(database: Database, today: date) -> Mapping[UUID, tuple[int, date]]:
    """The same, as the list of the coach has it."""
    lines = todos(database.unit, COACH, today)[Shelf.NOW]
    return {each.dossier.id: (each.years, each.day) for each in lines if each.why is Why.NOT_ASKED}


@pytest.mark.parametrize("seed", range(5))
def test_the_list_says_what_the_journals_say_on_any_day_without_a_tick(database: Database, seed: int) -> None:
    chance = Random(seed)
    dossiers = [unreached(database) for _ in range(6)]
    for dossier in dossiers:
        live(database, dossier, chance)
    days = [a_day(chance, date(2028, 8, 1)) for _ in range(12)]
    found = {day: called(database, day) for day in days}
    assert found == {day: should_be_called(database, dossiers, day) for day in days}
    assert any(found.values())


@pytest.mark.parametrize("seed", range(5))
def test_a_tick_now_and_then_changes_nothing_about_it(database: Database, seed: int) -> None:
    chance = Random(seed)
    dossiers = [unreached(database) for _ in range(4)]
    for dossier in dossiers:
        live(database, dossier, chance)
    for day in sorted(a_day(chance, date(2028, 8, 1)) for _ in range(6)):
        if chance.randrange(2):
            tick(database, day)
        assert called(database, day) == should_be_called(database, dossiers, day)


def tick(database: Database, day: date) -> None:
    keep_calendar(database.unit, lambda *_: "https://poort.example", noon(day))


@pytest.mark.parametrize("how", list(Damage))
def test_one_that_cannot_be_read_breaks_nothing_and_stands_there_all_the_same(database: Database, how: Damage) -> None:
    dossiers = [unreached(database) for _ in range(3)]
    with database.unit() as unit:
        damage(unit, dossiers[1].id, how)
        unit.commit()
    assert called(database, DUE) == {each.id: (1, DUE - timedelta(days=14)) for each in dossiers}


def test_however_many_there_are_no_plan_or_journal_is_read(database: Database) -> None:
    unreached(database)
    with asked_of(database) as of_one:
        assert len(called(database, DUE)) == 1
    for _ in range(6):
        unreached(database)
    with asked_of(database) as of_seven:
        assert len(called(database, DUE)) == 7
    assert len(of_seven) == len(of_one)
    assert not [each for each in of_seven if "plans.kept" in each or "events.words" in each]


@contextmanager
def asked_of(database: Database) -> Iterator[list[str]]:
    """The statements of a block."""
    asked: list[str] = []

    def hear(*given: object) -> None:
        asked.append(str(given[2]))

    event.listen(database.engine, "before_cursor_execute", hear)
    try:
        yield asked
    finally:
        event.remove(database.engine, "before_cursor_execute", hear)


def kept(database: Database, dossier: Dossier) -> tuple[object, object, object]:
    """What the row of somebody says of their years, and when the calendar looks again."""
    columns = JOURNEYS.c.ask_from, type_coerce(JOURNEYS.c.open_years, Text), JOURNEYS.c.look_on
    with database.unit() as unit:
        row = unit._connection.execute(select(*columns).where(JOURNEYS.c.dossier_id == dossier.id)).one()
    return row[0], row[1], row[2]


def test_lines_of_before_are_filled_by_the_next_tick_and_those_of_who_is_closed_stay(database: Database) -> None:
    waiting, slept, closed = (unreached(database) for _ in range(3))
    write_down(database.unit, COACH, an_event_of(closed, EventKind.CLOSED, "2026-11-24"), noon(date(2026, 11, 24)))
    with database.unit() as unit:
        of_one = JOURNEYS.c.dossier_id == slept.id
        unit._connection.execute(update(JOURNEYS).where(of_one).values(look_on=None))
        unit.commit()
    before = kept(database, waiting)
    migrating.downgrade(database.settings, EARLIER)
    migrating.upgrade(database.settings)
    today = datetime.now(UTC).date()  # of the database, which knows no other
    for each in (waiting, slept):
        ask_from, years, look_on = kept(database, each)
        assert (ask_from, years) == (None, None)
        assert isinstance(look_on, date)
        assert look_on <= today
    assert kept(database, closed) == (None, None, None)
    assert called(database, DUE) == {}
    tick(database, max(DUE, today))
    assert kept(database, waiting)[:2] == kept(database, slept)[:2] == before[:2]
    assert len(called(database, DUE)) == 2


def test_a_line_of_before_is_filled_by_whoever_writes_first_too(database: Database) -> None:
    dossier = unreached(database)
    before = kept(database, dossier)
    with database.unit() as unit:
        unit._connection.execute(update(JOURNEYS).values(ask_from=None, open_years=()))
        unit.commit()
        renew_line(unit, dossier.id, MORNING.date())
        unit.commit()
    assert kept(database, dossier) == before
