"""The ten years: learning, work and moves, each in its place."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from gouden_poort.routing.route import Career, Move, Placement, Route, Step
from gouden_poort.web.routes.career_strip import career_strip, other_moves_at_most
from tests.builders import MONDAY, a_profile
from tests.web.conftest import a_web_snapshot

SNAPSHOT = a_web_snapshot(
    occupations=[{}, {"occupation_id": "O2", "label": "Voorman", "wage_month_eur": 3400}],
    positions=[{"wage_month_eur": 2400}],
)


def a_route(*, to_work: int = 8, to_qualified: int = 60, moves: tuple[Move, ...] | None = ()) -> Route:
    start = MONDAY + timedelta(weeks=to_work)
    return Route(
        target_occupation_id="O1",
        steps=(),
        placement=Placement(position_id="J1", start_date=start),
        weeks_to_work=to_work,
        weeks_to_qualified=to_qualified,
        own_cost_eur=0,
        travel_minutes=10,
        effort=Decimal(1),
        career=None if moves is None else Career(moves=moves, value_eur=300_000, at_most_eur=300_000),
    )


def a_move(week: int, *steps: str) -> Move:
    start = MONDAY + timedelta(weeks=week)
    return Move(
        occupation_id="O2",
        position_id="J1",
        start_date=start,
        steps=tuple(Step(offering_id=step, start_date=start - timedelta(weeks=20)) for step in steps),
    )


def test_each_year_says_what_someone_does_and_earns() -> None:
    strip = career_strip(SNAPSHOT, a_profile(), a_route(to_work=56, to_qualified=110, moves=(a_move(260),)))
    told = [(year.words, year.wage_month_eur) for year in strip.years]
    assert told[0] == ("Je leert en bereidt je voor", None)
    assert told[1] == ("Je leert en werkt tegelijk (leerbaan)", 2400)
    assert told[2] == ("Je werkt als lasser", 2600)
    assert told[4] == ("Je werkt als lasser", 2600), "the move starts in the first week of year 6"
    assert told[5:] == [("Je werkt als voorman", 3400)] * 5


def test_the_table_joins_years_that_say_the_same() -> None:
    strip = career_strip(SNAPSHOT, a_profile(), a_route(moves=(a_move(260),)))
    assert [row[0] for row in strip.rows] == ["Jaar 1", "Jaar 2 tot en met 5", "Jaar 6 tot en met 10"]


def test_stretches_follow_on_each_other_and_fill_the_strip() -> None:
    strip = career_strip(SNAPSHOT, a_profile(), a_route(moves=(a_move(260), a_move(400))))
    work = [part for part in strip.stretches if part.look != "learn"]
    assert [part.look for part in work] == ["job-1", "job-2", "job-3"]
    for before, after in pairwise(work):
        assert abs(before.x + before.width - after.x) < 0.11
    assert work[-1].x + work[-1].width == 340


def test_moves_are_told_with_the_courses_beside_work() -> None:
    strip = career_strip(SNAPSHOT, a_profile(), a_route(moves=(a_move(260, "T1"), a_move(400))))
    assert [event.letter for event in strip.events] == ["A", "B", "C"]
    assert strip.events[0].when == date(2027, 3, 1)
    assert strip.events[1].words == "Je stapt over naar voorman. Eerst volg je naast je werk: Leren lassen."
    assert strip.events[2].words == "Je stapt over naar voorman."
    assert strip.description.endswith("In jaar 10 werk je als voorman.")


def test_a_route_without_a_career_goes_on_with_its_work() -> None:
    strip = career_strip(SNAPSHOT, a_profile(), a_route(to_work=0, to_qualified=0, moves=None))
    assert [part.look for part in strip.stretches] == ["job-1"]
    assert strip.rows == (("Jaar 1 tot en met 10", "Je werkt als lasser", "€\N{NO-BREAK SPACE}2.600"),)


def test_what_other_moves_could_bring_is_told_only_when_it_is_notable_and_is_rounded_up() -> None:
    def told(at_most: int) -> int | None:
        return other_moves_at_most(Career(moves=(), value_eur=300_000, at_most_eur=at_most))

    assert (told(300_000), told(305_999), told(306_000), told(306_001)) == (None, None, 306_000, 307_000)
