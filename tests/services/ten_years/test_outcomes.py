"""Figures of groups equal a hand count, and no group below ten can be seen in them or worked out from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouden_poort.development.event import EventKind
from gouden_poort.development.lines import NEVER
from gouden_poort.development.suppression import FEWEST
from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.services.ten_years.groups import By, Group, shown_groups
from gouden_poort.services.ten_years.outcomes import Elsewhere, Kept, Reached, counted, outcomes
from gouden_poort.services.ten_years.staying import Waiting
from tests.databases import Database
from tests.dossiers import COACH, STRANGER, a_kept_dossier
from tests.ten_years import a_line_of, a_plan_of, an_event_of, chosen
from tests.ten_years_of_many import TODAY, WAITS, One, left, lines_of

WORKS = One()
NOT_BEGUN = replace(WAITS, started_on=NEVER)
REGION = Group(by=By.REGION, value="R1")


def test_how_far_people_came_is_counted_and_rounded_to_fives() -> None:
    found = counted(lines_of(*[WORKS] * 23, *[WAITS] * 19, *[NOT_BEGUN] * 16), TODAY)
    assert found.reached == {Reached.CHOSEN: 60, Reached.STARTED: 40, Reached.FINISHED: 25, Reached.WORK: 25}


@pytest.mark.parametrize(("works", "shown"), [(9, None), (10, 10), (40, 40), (41, None), (50, 50), (0, 0)])
def test_a_part_is_hidden_when_it_or_the_rest_is_small(works: int, shown: int | None) -> None:
    found = counted(lines_of(*[WORKS] * works, *[WAITS] * (50 - works)), TODAY)
    assert found.reached[Reached.WORK] == shown


def test_after_the_years_as_many_are_left_as_a_hand_count_says() -> None:
    # Of 100 people 20 left after 200 days, 30 after 1,000 and 20 after 1,500; 30 are still there after ten years.
    gone = [left(200)] * 20 + [left(1_000)] * 30 + [left(1_500)] * 20
    found = counted(lines_of(*gone, *[WORKS] * 30), TODAY)
    assert {point.years: (point.share, point.at_risk) for point in found.staying} == {
        0: (100, 100),
        **dict.fromkeys((1, 2), (80, 80)),
        **dict.fromkeys((3, 4), (50, 50)),
        **dict.fromkeys(range(5, 11), (30, 30)),
    }
    assert all(point.low <= point.share <= point.high for point in found.staying)


def test_a_year_in_which_few_left_is_not_shown_by_itself() -> None:
    gone = [left(200)] * 4 + [left(1_000)] * 8 + [left(1_500)] * 12
    points = counted(lines_of(*gone, *[WORKS] * 40), TODAY).staying
    assert [point.years for point in points] == [0, *range(3, 11)]


def test_nobody_is_shown_after_years_for_which_few_were_followed() -> None:
    lately = replace(WORKS, work_on=TODAY - 800)
    points = counted(lines_of(*[lately] * 30, *[WORKS] * 9), TODAY).staying
    assert [point.years for point in points] == [0, 1, 2]


def test_the_time_to_work_counts_who_has_none_yet() -> None:
    quick, slow = replace(WORKS, work_on=WORKS.chosen_on + 61), replace(WORKS, work_on=WORKS.chosen_on + 365)
    found = counted(lines_of(*[quick] * 20, *[slow] * 20, *[WAITS] * 20), TODAY).waiting
    assert found == Waiting(quarter=2, half=12, three_quarters=None)


def test_against_the_plan_is_on_time_later_or_not_yet() -> None:
    soon, later = replace(WORKS, work_on=WORKS.work_on + 31), replace(WORKS, work_on=WORKS.work_on + 121)
    ahead = replace(WAITS, planned_work_on=TODAY + 5)
    people = [*[WORKS] * 40, *[soon] * 20, *[later] * 30, *[WAITS] * 15, *[ahead] * 50]
    found = counted(lines_of(*people), TODAY).kept
    assert found == {Kept.ON_TIME: 40, Kept.SOON: 20, Kept.LATER: 30, Kept.NOT_YET: 15}


def test_flows_go_from_the_first_sector_to_that_of_now_or_out_of_technology() -> None:
    moved, outside = replace(WORKS, sector="energy"), replace(WORKS, sector="", occupation_id="baker")
    found = counted(lines_of(*[WORKS] * 40, *[moved] * 20, *[outside] * 15, *[left(90)] * 10), TODAY).flows
    assert (found.firsts, found.now) == (["metal"], ["metal", "energy", *Elsewhere])
    assert found.many == [[40, 20, 15, 10]]


def test_a_small_flow_takes_another_one_along() -> None:
    moved, outside = replace(WORKS, sector="energy"), replace(WORKS, sector="", occupation_id="baker")
    found = counted(lines_of(*[WORKS] * 40, *[moved] * 4, *[outside] * 15), TODAY).flows
    assert found.many == [[40, None, None, 0]]


@pytest.mark.parametrize(
    "group", [REGION, *(Group(by=by, value=value) for by, value in zip(By, ("R9", "x", "y", "z"), strict=True))]
)
def test_a_group_that_may_not_be_asked_for_has_no_figures(group: Group) -> None:
    found = counted(lines_of(*[WORKS] * 9, *[replace(WORKS, region="R2")] * 40), TODAY, group)
    assert found.is_small
    assert (found.reached, found.staying, found.kept, found.flows.many) == ({}, (), {}, ())


def test_of_fewer_than_ten_nothing_is_told() -> None:
    assert counted(lines_of(*[WORKS] * 9), TODAY).is_empty
    assert counted(lines_of(), TODAY).is_empty


def test_a_region_is_hidden_that_would_give_a_small_one_away() -> None:
    people = [replace(WORKS, region=name) for name, many in {"A": 40, "B": 12, "C": 4}.items() for _ in range(many)]
    assert shown_groups(lines_of(*people))[By.REGION] == ["A"]


def test_a_target_group_is_hidden_when_few_do_not_belong_to_it() -> None:
    both = replace(WORKS, groups="experienced|starter")
    found = shown_groups(lines_of(*[WORKS] * 20, *[both] * 30, *[replace(WORKS, groups="experienced")] * 6))
    assert found[By.GROUP] == ["experienced"]


def test_who_belongs_to_two_target_groups_counts_in_both() -> None:
    both = replace(WORKS, groups="experienced|starter")
    lines = lines_of(*[both] * 20, *[WORKS] * 15, *[replace(WORKS, groups="experienced")] * 30)
    assert counted(lines, TODAY, Group(by=By.GROUP, value="starter")).reached[Reached.CHOSEN] == 35
    assert counted(lines, TODAY, Group(by=By.GROUP, value="experienced")).reached[Reached.CHOSEN] == 50


SIZES = st.lists(st.sampled_from([0, 1, 4, 6, 9, 10, 12, 30]), min_size=9, max_size=9)
PLACES = [(sector, f"{sector}-{number}") for sector in ("s1", "s2", "s3") for number in (1, 2, 3)]


@given(SIZES)
def test_no_small_group_is_what_shown_groups_leave_of_the_whole_or_of_a_sector(sizes: list[int]) -> None:
    people = [place for place, many in zip(PLACES, sizes, strict=True) for _ in range(many)]
    lines = lines_of(*(replace(WORKS, region=route, target_sector=sector, target_id=route) for sector, route in people))
    shown = shown_groups(lines)
    sectors, routes = [sector for sector, _ in people], [route for _, route in people]
    assert_safe(routes, shown[By.REGION])
    assert_safe(sectors, shown[By.SECTOR])
    assert_safe(routes, shown[By.ROUTE])
    for sector in shown[By.SECTOR]:
        assert_safe([route for route in routes if route.startswith(sector)], shown[By.ROUTE])


def assert_safe(values: Sequence[str], shown: Sequence[str]) -> None:
    counts = {value: values.count(value) for value in set(values)}
    assert all(counts[value] >= FEWEST for value in shown if value in counts)
    rest = [many for value, many in counts.items() if value not in shown]
    assert not rest or sum(rest) >= FEWEST or not set(shown) & set(counts)


@given(st.lists(st.integers(1, 3_700), max_size=60), st.integers(0, 60))
def test_between_two_points_of_the_line_ten_left_or_nobody(days: list[int], stay: int) -> None:
    points = counted(lines_of(*map(left, days), *[WORKS] * stay), TODAY).staying
    for before, after in pairwise(points):
        gone = sum(before.years * 365.25 < day <= after.years * 365.25 for day in days)
        assert gone == 0 or gone >= FEWEST
    for point in points:
        assert sum(day >= point.years * 365.25 for day in days) + stay >= FEWEST


def kept_lines(database: Database, many: int) -> None:
    for number in range(many):
        dossier = a_kept_dossier(database, name=f"Voorbeeld {number}")
        plan = a_plan_of(dossier)
        job = {"occupation_id": "welder", "sector": "metal", "employer": "Voorbeeldbedrijf"}
        hired = an_event_of(dossier, EventKind.NEW_JOB, "2020-03-02", **job)
        with database.unit() as unit:
            unit.plans.add(plan)
            unit.journeys.put(a_line_of(plan, chosen(plan, "2020-02-03"), hired))
            unit.commit()


@pytest.mark.parametrize("actor", [COACH, STRANGER, *(Actor(account_id=UUID(int=9), role=role) for role in Role)])
def test_staff_see_numbers_of_all_organisations_and_nobody_else_does(database: Database, actor: Actor) -> None:
    kept_lines(database, 12)
    if actor.role is Role.CITIZEN:
        with pytest.raises(NotAllowed):
            outcomes(database.unit, actor, date(2026, 11, 23))
        return
    found = outcomes(database.unit, actor, date(2026, 11, 23))
    assert found.reached[Reached.WORK] == 10
    assert found.staying[-1].years == 6
    assert found.choices[By.REGION] == ["AR01"]


def test_lines_in_columns_say_what_the_lines_say(database: Database) -> None:
    kept_lines(database, 3)
    with database.unit() as unit:
        columns, lines = unit.journeys.lines(), unit.journeys.all()
    epoch = date(1970, 1, 1)
    assert [epoch + timedelta(days=day) for day in columns.work_on.tolist()] == [line.work_on for line in lines]
    assert set(columns.left_on.tolist()) == {NEVER}
    assert [columns.groups.names[code] for code in columns.groups.codes] == ["|".join(line.groups) for line in lines]
