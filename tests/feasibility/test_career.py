"""The judge on careers: each limit of section 5 may be touched and not passed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.feasibility.town import bbl_person, bbl_route, job_route, person, week
from tests.feasibility.trials import Change, Judge, rules_of


def _move(occupation: str, start: int, *steps: dict[str, Any]) -> dict[str, Any]:
    position = occupation.replace("O", "J")
    return {"occupation_id": occupation, "position_id": position, "start_date": week(start), "steps": list(steps)}


BROKEN: list[tuple[str, list[Change]]] = [
    ("a transition that is none", [("transitions.0.from_occupation_id", "O1")]),
    ("a tenure a week too short", [("transitions.0.min_tenure_weeks", 56)]),
    ("a move on a Tuesday", [("route.career.1.start_date", "2029-06-05")]),
    ("four moves", [("route.career.2", [_move("O3", 126), _move("O4", 152)])]),
    ("a move in week 520", [("route.career.1.start_date", week(520))]),
    ("a move to a bbl place", [("positions.J4.kind", "bbl")]),
    ("a move to a job of another occupation", [("positions.J4.occupation_id", "O5")]),
    ("a move to a job without places", [("positions.J4.capacity", 0)]),
    ("a move too far away", [("positions.J4.company_id", "B2")]),
    ("a move to too many hours", [("positions.J4.hours_per_week", 25)]),
    ("a move that asks too much", [("positions.J4.min_nlqf", 3)]),
    ("a move without an essential skill", [("offering_skills.T5.level", 2)]),
    ("a move without enough experience", [("experience.0.after_weeks", 56)]),
    ("experience of an occupation never held", [("experience.0.occupation_id", "O3")]),
    ("bridging that does not start that day", [("route.career.0.steps.0.start_date", week(89))]),
    ("bridging that is not finished", [("offerings.T5.weeks", 11)]),
    ("bridging before someone is qualified", [("route.career.0.steps.0.start_date", week(1)),
                                                        ("profile.credentials", ["C2"])]),
    ("bridging without places", [("offerings.T5.capacity", 0)]),
    ("bridging that asks too much", [("offerings.T5.min_nlqf", 3)]),
    ("bridging too far away", [("offerings.T5.site_id", "L2")]),
    ("bridging of nine hours", [("offerings.T5.hours_per_week", 9)]),
    ("bridging that is a bbl", [("offerings.T5.kind", "bbl")]),
    ("bridging with a scheme", [("route.career.0.steps.0.funding",
                                           [{"scheme_id": "F4", "amount_eur": 1}])]),
    ("bridging taken before", [("route.career.1.steps.0", {"offering_id": "T5", "start_date": week(112)}),
                                         ("route.career.1.start_date", week(126))]),
    ("two bridging steps at once", [("route.career.1.steps.0",
                                               {"offering_id": "T3", "start_date": week(90)}),
                                              ("profile.skills", [{"skill_id": "S1", "level": 2}])]),
]  # fmt: skip


@pytest.mark.parametrize("changes", [pytest.param(changes, id=name) for name, changes in BROKEN])
def test_a_broken_career_is_caught(judged: Judge, changes: list[Change]) -> None:
    faults = judged(bbl_route(), bbl_person(), *changes)
    assert rules_of(faults) == {"career"}, faults


GOOD_CAREERS = {
    "three moves, the last without tenure": [("route.career.2", _move("O3", 126))],
    "bridging listed under a later move": [
        ("route.career.0.steps", []),
        ("route.career.1.steps.0", {"offering_id": "T5", "start_date": week(90)}),
    ],
    "bridging in the first week that someone is qualified": [
        ("route.career.0.steps.0.start_date", week(45)),
        (f"offering_starts.T5|{week(60)}.start_date", week(45)),
    ],
    "bridging in the catalogue's last year, come again": [
        ("route.career", [_move("O3", 128, {"offering_id": "T5", "start_date": week(112)}), _move("O4", 154)]),
    ],
    "the last year comes again each year": [
        ("route.career", [_move("O3", 500, {"offering_id": "T5", "start_date": week(60 + 8 * 52)})]),
    ],
    "experience that is just long enough": [("experience.0.after_weeks", 55)],
    "a job whose window has long closed": [("positions.J3.open_to", week(1))],
    "a career without a value": [],
}


@pytest.mark.parametrize("changes", [pytest.param(changes, id=name) for name, changes in GOOD_CAREERS.items()])
def test_a_career_at_its_limits_passes(judged: Judge, changes: list[Change]) -> None:
    assert judged(bbl_route(), bbl_person(), *changes) == []


def test_a_week_of_the_first_year_does_not_come_again(judged: Judge) -> None:
    again = _move("O3", 500, {"offering_id": "T5", "start_date": week(1 + 104)})
    assert rules_of(judged(bbl_route(), bbl_person(), ("route.career", [again]))) == {"career"}


def test_experience_stops_when_the_occupation_is_left(judged: Judge) -> None:
    """O3 lasts 26 weeks, from 100 to 126; T6 asks in week 142 for what O3 gives."""
    asked = ("offering_requires.2", {"offering_id": "T6", "kind": "skill", "ref_id": "S1", "level": 1})
    bridging = ("route.career.2", _move("O3", 170, {"offering_id": "T6", "start_date": week(142)}))
    alone = ("route.steps", bbl_route()["steps"][:1])
    for after_weeks, rules in ((26, set()), (27, {"career"})):
        earned = ("experience.1", {"occupation_id": "O3", "skill_id": "S1", "level": 1, "after_weeks": after_weeks})
        assert rules_of(judged(bbl_route(), bbl_person(), asked, bridging, alone, earned)) == rules


def test_what_comes_with_work_does_not_open_the_same_work(judged: Judge) -> None:
    asked = ("position_requires.1", {"position_id": "J4", "kind": "skill", "ref_id": "S1", "level": 1})
    for occupation, rules in (("O3", set()), ("O4", {"career"})):
        earned = ("experience.1", {"occupation_id": occupation, "skill_id": "S1", "level": 1, "after_weeks": 0})
        assert rules_of(judged(bbl_route(), bbl_person(), asked, earned)) == rules


def test_bridging_nobody_asks_is_finished_too(judged: Judge) -> None:
    """T3 starts in week 73 of the last year, so in 125 too, and takes two weeks; the move is in week 126."""
    able = ("profile.skills", [{"skill_id": "S1", "level": 2}])
    again = (f"offering_starts.T3|{week(90)}.start_date", week(73))
    for started, rules in ((125, {"career"}), (73, set())):
        step = ("route.career.1.steps.0", {"offering_id": "T3", "start_date": week(started)})
        assert rules_of(judged(bbl_route(), bbl_person(), able, again, step)) == rules


def test_what_comes_with_work_does_not_open_the_first_placement(judged: Judge) -> None:
    earned = {"occupation_id": "O2", "skill_id": "S2", "level": 2, "after_weeks": 0}
    changes: list[Change] = [("experience.1", earned), ("offering_skills.T4.level", 1)]
    assert rules_of(judged(bbl_route(), bbl_person(), *changes)) == {"R7"}


def test_the_career_value_is_exact(judged: Judge) -> None:
    for value in (294236, 294238, 294237.0000001):
        assert rules_of(judged({**bbl_route(), "career_value_eur": value}, bbl_person(), honest=False)) == {"career"}


def test_no_bound_lies_below_the_career_value(judged: Judge) -> None:
    for value, rules in ((294236, {"career"}), (294237, set()), (300000, set())):
        assert rules_of(judged({**bbl_route(), "career_at_most_eur": value}, bbl_person(), honest=False)) == rules


@pytest.mark.parametrize(("wage", "value"), [(2400, 280246), (2401, 280363)])  # 280246.15 and 280362.92
def test_the_career_value_is_rounded(judged: Judge, wage: int, value: int) -> None:
    route = {**job_route(), "target_occupation_id": "O4", "steps": [], "career": []}
    route |= {"placement": {"position_id": "J4", "start_date": week(14)}, "weeks_to_work": 14, "weeks_to_qualified": 14}
    route |= {"own_cost_eur": 0, "travel_minutes": 17, "effort": 18.35, "career_value_eur": value}
    assert judged(route, person(), ("occupations.O4.wage_month_eur", wage), honest=False) == []
