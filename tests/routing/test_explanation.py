"""Why a route has the steps it has."""

from __future__ import annotations

from datetime import timedelta

from gouden_poort.profiles.levels import CEFR
from gouden_poort.routing.explanation import FactKind, Gain, Need, RouteExplanation, explain
from gouden_poort.routing.thorough import best_route
from tests.builders import MONDAY, a_profile, a_snapshot


def explained() -> RouteExplanation:
    """Language first, then the course, with half of it paid."""
    snapshot = a_snapshot(
        offerings=[
            {"min_cefr": "B1", "min_age": 18},
            {"offering_id": "L1", "kind": "language", "awards_cefr": "B1", "cost_eur": 0},
        ],
        offering_starts=[
            {"start_date": (MONDAY + timedelta(weeks=10)).isoformat()},
            {"offering_id": "L1", "start_date": MONDAY.isoformat()},
        ],
        schemes=[{}],
        positions=[{"min_nlqf": 2}],
    )
    profile = a_profile(cefr=CEFR.A2)
    route = best_route(snapshot, profile, "O1")
    assert route is not None
    return explain(snapshot, profile, route)


def test_a_need_says_who_meets_it() -> None:
    course = explained().steps[1]
    assert course.entry == (
        Need(kind=FactKind.MIN_AGE, ref_id="", needed=18, yours=30),
        Need(kind=FactKind.CEFR, ref_id="", needed=3, yours=2, met_by="L1"),
    )


def test_a_gain_says_who_uses_it() -> None:
    language, course = explained().steps
    assert language.gains == (Gain(kind=FactKind.CEFR, ref_id="", before=2, after=3, used_by="T1"),)
    assert course.gains == (Gain(kind=FactKind.SKILL, ref_id="S1", before=0, after=2, used_by="O1"),)


def test_the_placement_and_the_occupation_are_explained_too() -> None:
    explanation = explained()
    assert explanation.placement_entry == (Need(kind=FactKind.NLQF, ref_id="", needed=2, yours=2),)
    assert explanation.occupation == (Need(kind=FactKind.SKILL, ref_id="S1", needed=2, yours=0, met_by="T1"),)


def test_costs_ends_and_travel_are_those_of_the_catalogue() -> None:
    explanation = explained()
    assert [step.own_cost_eur for step in explanation.steps] == [0, 200]
    assert [(step.end_date - MONDAY).days // 7 for step in explanation.steps] == [8, 18]
    assert [step.travel_minutes for step in explanation.steps] == [2, 2]
    assert explanation.placement_travel_minutes == 2
