"""A plan promises ten years: learning, work, a first year, moves, and a talk each year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gouden_poort.development.plan import MilestoneKind
from tests.development.plans import BEGIN, ROUTE, a_plan, milestone

K = MilestoneKind


def test_a_route_becomes_milestones_in_order_of_day() -> None:
    told = [(each.kind, each.planned_on.isoformat(), each.label) for each in a_plan().milestones if each.year is None]
    assert told == [
        (K.LEARNING, "2027-09-06", "Lassen niveau 2"),
        (K.PLACEMENT, "2028-03-06", "Lasser"),
        (K.FIRST_YEAR, "2029-03-06", "Lasser"),
        (K.BRIDGING, "2030-09-02", "Visueel keuren"),
        (K.MOVE, "2031-03-03", "Lasinspecteur"),
    ]


def test_a_course_is_ready_after_its_weeks() -> None:
    assert milestone(a_plan(), K.LEARNING).ready_on == date(2028, 2, 28)


def test_there_are_ten_yearly_talks_counted_from_the_first_step() -> None:
    talks = [(each.year, each.planned_on) for each in a_plan().milestones if each.year]
    assert talks == [(year, BEGIN.replace(year=2027 + year)) for year in range(1, 11)]


def test_who_needs_no_training_counts_from_the_first_day_of_work() -> None:
    at_once = a_plan(route=replace(ROUTE, steps=(), career=None))
    assert at_once.begins_on == date(2028, 3, 6)
    assert at_once.milestones[0].kind is K.PLACEMENT
    assert K.LEARNING not in {each.kind for each in at_once.milestones}


def test_a_plan_from_a_leap_day_has_a_talk_each_year() -> None:
    leap = a_plan(route=replace(ROUTE, steps=(replace(ROUTE.steps[0], start_date=date(2028, 2, 29)),)))
    days = [each.planned_on.isoformat() for each in leap.milestones if each.year in (1, 4)]
    assert days == ["2029-02-28", "2032-02-29"]


def test_milestones_keep_their_ids_and_those_of_another_plan_are_others() -> None:
    ids = {each.id for each in a_plan().milestones}
    assert ids == {each.id for each in a_plan().milestones}
    assert not ids & {each.id for each in a_plan(51).milestones}
    assert len(ids) == len(a_plan().milestones)
