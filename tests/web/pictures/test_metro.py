"""Routes as lines of a metro: later is further, stops stay apart, and what is shared is linked."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from gouden_poort.web.pictures.metro import MetroMap, metro_map
from gouden_poort.web.pictures.timeline import UPRIGHT_WIDTH, Bar

MONDAY = date(2027, 1, 4)
LONG = "Eerste monteur elektrotechnische industriële installaties en besturingssystemen"


def a_bar(start: int, weeks: int | None, label: str = "Cursus", look: str = "learn") -> Bar:
    begin = MONDAY + timedelta(weeks=start)
    return Bar(label=label, start=begin, end=begin + timedelta(weeks=weeks) if weeks else None, look=look)


SHORT_ROUTE = ("Lasser", [a_bar(0, 8, "Leren lassen"), a_bar(8, None, look="work")])
LONG_ROUTE = (LONG, [a_bar(n, 1) for n in range(6)] + [a_bar(6, 104, "Leerbaan", "learn-work"), a_bar(110, None)])
NO_STEPS = ("Opperman", [a_bar(0, None, look="work")])


def stops(metro: MetroMap) -> list[list[float]]:
    return [[*(stop.x for stop in line.stops), line.end] for line in metro.lines]


def test_work_that_begins_later_lies_further_on() -> None:
    first, second, third = metro_map([SHORT_ROUTE, LONG_ROUTE, NO_STEPS]).lines
    assert third.end < first.end < second.end <= UPRIGHT_WIDTH


def test_stops_never_lie_over_each_other() -> None:
    late = ("Monteur", [a_bar(104 + n, 1) for n in range(6)] + [a_bar(110, None, look="work")])
    for line in stops(metro_map([SHORT_ROUTE, LONG_ROUTE, late])):
        assert all(after - before >= 23 for before, after in pairwise(line))
        assert 24 < line[0] < line[-1] <= UPRIGHT_WIDTH - 14


def test_lines_and_their_names_lie_under_each_other() -> None:
    metro = metro_map([SHORT_ROUTE, LONG_ROUTE, NO_STEPS])
    tops = [line.title_y for line in metro.lines]
    assert all(line.y + 30 < top for line, top in zip(metro.lines, tops[1:], strict=False))
    assert metro.height > metro.lines[-1].y + 27


def test_a_long_name_is_broken_into_lines_that_fit() -> None:
    (line, _other) = metro_map([LONG_ROUTE, NO_STEPS]).lines
    assert " ".join(line.title) == LONG
    assert all(len(words) <= 40 for words in line.title)


def test_a_step_that_two_routes_share_links_them() -> None:
    metro = metro_map([SHORT_ROUTE, ("Monteur", [a_bar(0, 8, "Leren lassen"), a_bar(20, None, look="work")])])
    assert metro.links == ((metro.lines[0].stops[0].x, metro.lines[0].y, metro.lines[1].y),)
    assert metro_map([SHORT_ROUTE, LONG_ROUTE]).links == ()


def test_pay_during_a_step_is_shown() -> None:
    (_line, line) = metro_map([SHORT_ROUTE, LONG_ROUTE]).lines
    assert [stop.number for stop in line.stops if stop.paid] == [7]


def test_the_table_has_every_step_and_the_work() -> None:
    rows = metro_map([SHORT_ROUTE, NO_STEPS]).rows
    assert rows == (
        ("Lasser", "1. Leren lassen", "4 januari 2027", "1 maart 2027"),
        ("Lasser", "Cursus", "1 maart 2027", "gaat door"),
        ("Opperman", "Cursus", "4 januari 2027", "gaat door"),
    )


def test_a_fourth_route_is_left_out() -> None:
    assert len(metro_map([SHORT_ROUTE] * 4).lines) == 3


def test_what_begins_first_is_told() -> None:
    assert "Opperman, op 4 januari 2027" in metro_map([SHORT_ROUTE, NO_STEPS]).description
