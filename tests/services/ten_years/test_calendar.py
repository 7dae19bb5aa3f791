"""The calendar on both databases: what is asked today, once, however often and however late somebody looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.plan import MilestoneKind, Plan
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.services.ten_years.calendar import Looked, keep_calendar
from gouden_poort.services.ten_years.line import begin_line, renew_line
from gouden_poort.services.ten_years.writing import write_down
from gouden_poort.storage.tables.ten_years import PLANS
from tests.databases import Database
from tests.dossiers import COACH, MORNING, a_kept_dossier
from tests.ten_years import a_plan_of, an_event_of, chosen

CITIZEN = UUID(int=21)
DUE = date(2028, 9, 6)
"""Of the first year of the plan of these tests, which begins on 6 September 2027."""
ASKED, REMINDED = MessageKind.YEARLY_QUESTIONS, MessageKind.YEARLY_REMINDER


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 11, tzinfo=UTC)


def planned(database: Database, *, plan: Plan | None = None, **told: Any) -> Dossier:
    """A dossier with a plan from 2026 on."""
    dossier = a_kept_dossier(database, **{"citizen_id": CITIZEN, **told})
    made = a_plan_of(dossier) if plan is None else replace(plan, dossier_id=dossier.id)
    with database.unit() as unit:
        unit.plans.add(made)
        unit.journal.add(chosen(made))
        begin_line(unit, made, region="AR01", groups=(), today=MORNING.date())
        unit.commit()
    return dossier


def keep(database: Database, *events: Event) -> None:
    with database.unit() as unit:
        for each in events:
            unit.journal.add(each)
            renew_line(unit, each.dossier_id, each.day)
        unit.commit()


def tick(database: Database, day: date, **rest: Any) -> Looked:
    return keep_calendar(
        database.unit, lambda language, year: f"https://poort.example/{language}/{year}", noon(day), **rest
    )


def posted(database: Database, dossier: Dossier) -> list[Message]:
    """What is in the outbox or on the screen of someone, the first one first."""
    with database.unit() as unit:
        found = {each.id: each for each in unit.outbox.unsent_about(dossier.id)}
        sent = unit.outbox.sent_about(dossier.id, noon(date(2060, 1, 1)))
    return sorted([*found.values(), *sent], key=lambda each: (each.made_at, each.channel))


def kinds(database: Database, dossier: Dossier) -> list[tuple[MessageKind, Channel]]:
    return [(each.kind, each.channel) for each in posted(database, dossier)]


def test_someone_is_asked_by_the_ways_they_allow_from_two_weeks_before(database: Database) -> None:
    dossier = planned(database)
    assert tick(database, DUE - timedelta(days=15)).asked == 0
    assert tick(database, DUE - timedelta(days=14)) == Looked(looked=1, asked=1)
    mail, screen = posted(database, dossier)
    assert [(each.kind, each.channel) for each in (mail, screen)] == [(ASKED, Channel.MAIL), (ASKED, Channel.SCREEN)]
    assert (mail.to, dict(mail.facts)) == ("een@voorbeeld.example", {"year": "1", "link": "https://poort.example/nl/1"})
    assert mail.useless_after == datetime(2028, 9, 19, 22, tzinfo=UTC)


def test_a_day_begins_at_midnight_in_the_netherlands(database: Database) -> None:
    planned(database)
    midnight = datetime(2028, 8, 22, 22, tzinfo=UTC)
    for moment, asked in ((midnight - timedelta(seconds=1), 0), (midnight, 1)):
        assert keep_calendar(database.unit, lambda *_: "https://poort.example", moment).asked == asked


@pytest.mark.parametrize(
    ("told", "ways"),
    [
        ({"lines": (Line.COACH_SEES_DOSSIER,)}, [Channel.SCREEN]),
        ({"citizen_id": None}, [Channel.MAIL]),
        ({"email": ""}, [Channel.SCREEN]),
        ({"email": "een@voorbeeld", "citizen_id": None}, []),
        ({"email": "", "citizen_id": None}, []),
    ],
    ids=["no messages", "no account", "no mail", "no real address", "nothing"],
)
def test_nobody_is_told_in_a_way_they_did_not_allow(
    database: Database, told: dict[str, Any], ways: list[Channel]
) -> None:
    dossier = planned(database, **told)
    looked = tick(database, DUE)
    assert [each.channel for each in posted(database, dossier)] == ways
    assert (looked.asked, looked.unreached) == ((1, 0) if ways else (0, 1))


def test_who_cannot_be_told_misses_years_all_the_same(database: Database) -> None:
    dossier = planned(database, email="", citizen_id=None)
    for year in (2028, 2029):
        tick(database, date(year, 11, 1))
    with database.unit() as unit:
        line = unit.journeys.find(dossier.id)
    assert line is not None
    assert (line.missed, line.call_since) == (2, date(2029, 11, 1))


def test_each_stage_is_told_once_however_often_somebody_looks(database: Database) -> None:
    dossier = planned(database, lines=())
    for days in range(-20, 70):
        for _ in range(2):
            tick(database, DUE + timedelta(days=days))
    assert [(each.kind, each.made_at.date() - DUE) for each in posted(database, dossier)] == [
        (ASKED, timedelta(days=-14)),
        (REMINDED, timedelta(days=14)),
        (REMINDED, timedelta(days=28)),
    ]


@pytest.mark.parametrize(("days", "kind"), [(0, ASKED), (20, REMINDED), (40, REMINDED), (100, None)])
def test_after_a_gap_only_what_counts_today_is_told(database: Database, days: int, kind: MessageKind | None) -> None:
    dossier = planned(database, lines=())
    tick(database, DUE + timedelta(days=days))
    assert [each.kind for each in posted(database, dossier)] == ([] if kind is None else [kind])


def test_a_gap_of_years_asks_the_year_of_today_and_counts_the_missed_ones(database: Database) -> None:
    dossier = planned(database, lines=())
    tick(database, date(2031, 9, 1))
    assert [each.facts["year"] for each in posted(database, dossier)] == ["4"]
    with database.unit() as unit:
        line = unit.journeys.find(dossier.id)
    assert line is not None
    assert (line.missed, line.call_since) == (3, date(2029, 11, 1))


def test_a_plan_that_begins_on_the_29th_of_february_is_asked_each_year(database: Database) -> None:
    usual = a_plan_of(a_kept_dossier(database))
    (step,) = usual.route.steps
    leap = replace(usual, route=replace(usual.route, steps=(replace(step, start_date=date(2028, 2, 29)),)))
    dossier = planned(database, plan=leap, lines=())
    for day in (date(2029, 2, 13), date(2029, 2, 14), date(2032, 2, 14), date(2032, 2, 15)):
        tick(database, day)
    assert [(each.facts["year"], each.made_at.date()) for each in posted(database, dossier)] == [
        ("1", date(2029, 2, 14)),
        ("4", date(2032, 2, 15)),
    ]


@pytest.mark.parametrize("kind", [EventKind.PAUSED, EventKind.STOPPED])
def test_who_pauses_or_stopped_is_asked_once_and_never_reminded_or_missed(database: Database, kind: EventKind) -> None:
    dossier = planned(database, lines=())
    away = an_event_of(dossier, kind, "2027-12-01")
    keep(database, away)
    for days in range(-20, 120, 10):
        tick(database, DUE + timedelta(days=days))
    assert [each.kind for each in posted(database, dossier)] == [ASKED]
    with database.unit() as unit:
        line = unit.journeys.find(dossier.id)
    assert line is not None
    assert line.missed == 0


def test_whom_the_coach_noted_as_stopped_is_not_reminded(database: Database) -> None:
    dossier = planned(database, lines=(), state=DossierState.STOPPED)
    for days in (0, 20, 40):
        tick(database, DUE + timedelta(days=days))
    assert [each.kind for each in posted(database, dossier)] == [ASKED]


def test_who_answered_or_is_closed_hears_nothing(database: Database) -> None:
    answered, closed = planned(database, lines=()), planned(database, lines=())
    keep(database, an_event_of(answered, EventKind.CHECKED_IN, "2028-08-01", year=1))
    keep(database, an_event_of(closed, EventKind.CLOSED, "2028-08-01"))
    tick(database, DUE)
    assert not posted(database, answered)
    assert not posted(database, closed)


def test_what_is_written_down_before_the_calendar_came_by_takes_no_invitation_away(database: Database) -> None:
    dossier = planned(database)
    talk = an_event_of(dossier, EventKind.TALK_HELD, "2028-08-23")
    write_down(database.unit, COACH, talk, noon(date(2028, 8, 23)))
    assert tick(database, date(2028, 8, 23)).asked == 1


@pytest.mark.parametrize("days", [-60, 90], ids=["sooner", "later"])
def test_a_yearly_talk_that_moved_is_asked_by_its_new_day_and_not_by_the_old_one(database: Database, days: int) -> None:
    dossier = planned(database, lines=(Line.COACH_SEES_DOSSIER,))
    with database.unit() as unit:
        (plan,) = unit.plans.of(dossier.id)
    talk = next(each for each in plan.milestones if each.kind is MilestoneKind.YEARLY_TALK and each.year == 1)
    told_on, moved_to = date(2028, 6, 1), DUE + timedelta(days=days)
    moved = an_event_of(
        dossier,
        EventKind.MILESTONE_MOVED,
        told_on.isoformat(),
        milestone_id=talk.id,
        moved_to=moved_to,
        words="Dan is er tijd.",
    )
    write_down(database.unit, COACH, moved, noon(told_on))
    for day in range((DUE + timedelta(days=130) - told_on).days):
        tick(database, told_on + timedelta(days=day))
    assert [(each.kind, each.made_at.date() - moved_to) for each in posted(database, dossier)] == [
        (ASKED, timedelta(days=-14)),
        (REMINDED, timedelta(days=14)),
        (REMINDED, timedelta(days=28)),
    ]
    assert {each.facts["year"] for each in posted(database, dossier)} == {"1"}


def test_another_plan_goes_on_counting_the_years_of_the_first(database: Database) -> None:
    dossier = planned(database, lines=())
    keep(database, an_event_of(dossier, EventKind.CHECKED_IN, "2028-09-06", year=1))
    usual = a_plan_of(dossier)
    (step,) = usual.route.steps
    other = replace(
        usual,
        made_at=usual.made_at + timedelta(days=8),
        route=replace(usual.route, steps=(replace(step, start_date=date(2029, 1, 8)),)),
    )
    with database.unit() as unit:
        unit.plans.add(other)
        unit.commit()
    keep(database, chosen(other, "2028-12-01"))
    tick(database, date(2029, 9, 6))
    assert [each.facts["year"] for each in posted(database, dossier)] == ["2"]


class Stopped(Exception):
    """The machine stopped."""


def stop_after(batches: int) -> Callable[[Looked], None]:
    heard: list[Looked] = []

    def tell(looked: Looked) -> None:
        heard.append(looked)
        if len(heard) == batches:
            raise Stopped

    return tell


def test_a_tick_that_ended_half_way_repeats_nothing_and_forgets_nothing(database: Database) -> None:
    dossiers = [planned(database, lines=()) for _ in range(5)]
    with pytest.raises(Stopped):
        tick(database, DUE, batch=2, tell=stop_after(1))
    assert sorted(len(posted(database, each)) for each in dossiers) == [0, 0, 0, 1, 1]
    assert tick(database, DUE, batch=2) == Looked(looked=3, asked=3)
    assert [len(posted(database, each)) for each in dossiers] == [1] * 5
    assert tick(database, DUE) == Looked()


def test_one_that_cannot_be_read_holds_up_nobody_else(database: Database) -> None:
    dossiers = [planned(database, lines=()) for _ in range(5)]
    broken = dossiers[2]
    with database.unit() as unit:
        unit._connection.execute(PLANS.update().where(PLANS.c.dossier_id == broken.id).values(kept='{"form": 99}'))
        unit.commit()
    looked = tick(database, DUE, batch=3)
    assert looked == Looked(looked=4, asked=4, unreadable=(broken.id,))
    assert tick(database, DUE, batch=3).unreadable == (broken.id,)


def test_every_batch_asks_the_database_the_same_number_of_things(database: Database) -> None:
    for _ in range(12):
        planned(database)
    asked: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    tick(database, DUE, batch=2)
    of_two = len(asked)
    with database.unit() as unit:
        unit._connection.exec_driver_sql("UPDATE journeys SET look_on = '2028-08-23'")
        unit._connection.exec_driver_sql("DELETE FROM messages")
        unit.commit()
    asked.clear()
    tick(database, DUE, batch=6)
    assert 6 * len(asked) < 3 * of_two
