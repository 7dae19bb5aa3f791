"""The judge lets a good route pass, and catches it as soon as one thing is broken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.feasibility.money import most_for_step
from tests.feasibility.person import Person
from tests.feasibility.reading import Catalogue
from tests.feasibility.town import FAR, NEAR, bbl_person, bbl_route, job_route, person, town, week
from tests.feasibility.trials import REMOVE, Change, Judge, rules_of
from tests.feasibility.writing import write_tables


def test_the_good_routes_pass(judged: Judge) -> None:
    assert judged(job_route(), person(), honest=False) == []
    assert judged(bbl_route(), bbl_person(), honest=False) == []


def test_a_route_without_steps_passes(judged: Judge) -> None:
    route = {**job_route(), "target_occupation_id": "O4", "steps": []}
    route["placement"] = {"position_id": "J4", "start_date": week(0)}
    route |= {"weeks_to_work": 0, "weeks_to_qualified": 0, "own_cost_eur": 0, "travel_minutes": 17, "effort": 0.85}
    assert judged(route, person(), honest=False) == []
    assert judged({**route, "career": [], "career_value_eur": 288000}, person(), honest=False) == []


def test_a_course_does_not_take_away_what_someone_already_knew(judged: Judge) -> None:
    better: list[Change] = [("profile.skills", [{"skill_id": "S1", "level": 3}]), ("offering_requires.T3.level", 3)]
    assert judged(job_route(), person(), *better) == []


BROKEN_JOB: list[tuple[str, str, list[Change]]] = [
    ("a step before the person can begin", "R1", [("profile.available_from", week(1))]),
    ("a step on a day it does not start", "R1", [(f"offering_starts.T3|{week(18)}.start_date", week(17))]),
    ("a rolling step on a Tuesday", "R1", [("route.steps.0.start_date", "2027-01-05"), ("profile.cefr", "A2")]),
    ("a rolling step past the catalogue", "R1", [("bundle.horizon_weeks.value", 18), ("offerings.T3.rolling", 1)]),
    ("a step in a year that only comes again for careers", "R1", [
        ("offerings.T3.rolling", 1), ("route.steps.2.start_date", week(110)), ("route.placement.start_date", week(112)),
        ("profile.horizon_weeks", 112), ("positions.J1.open_to", week(112)), ("schemes.F2.valid_to", week(110))]),
    ("a step without places", "R2", [("offerings.T3.capacity", 0)]),
    ("a step one day too young", "R4", [("profile.birth_date", "2008-03-02"), ("schemes.F2.min_age", "")]),
    ("a step a year too old", "R4", [("offerings.T2.max_age", 18)]),
    ("a language level too low", "R4", [("offerings.T1.min_cefr", "A2")]),
    ("a language level not finished in time", "R4", [("route.steps.1.start_date", week(7)),
                                                     ("offerings.T2.min_age", ""), ("schemes.F2.min_age", "")]),
    ("a step above the person's nlqf", "R4", [("offerings.T3.min_nlqf", 2)]),
    ("a step for others", "R4", [("profile.target_groups", []), ("schemes.F2.target_groups", "")]),
    ("a step that asks a skill level nobody taught", "R4", [("offering_requires.T3.level", 3)]),
    ("a step that asks a credential it gives itself", "R4", [("offering_requires.T3.kind", "credential"),
                                                             ("offering_requires.T3.ref_id", "C1")]),
    ("an hour too many", "R5", [("offerings.T2.hours_per_week", 25)]),
    ("a site a minute too far", "R6", [("sites.L1.lon", 5.044)]),
    ("a company a minute too far", "R6", [("companies.B1.lon", 5.044)]),
    ("a job of another occupation", "R7", [("positions.J1.occupation_id", "O4")]),
    ("a job without places", "R7", [("positions.J1.capacity", 0)]),
    ("a job that asks more Dutch", "R7", [("positions.J1.min_cefr", "B1")]),
    ("a job that asks a skill", "R7", [("position_requires.J3.position_id", "J1")]),
    ("a job not open yet", "R7", [("positions.J1.open_from", week(21))]),
    ("a job no longer open", "R7", [("positions.J1.open_to", week(19))]),
    ("a job on a Tuesday", "R7", [("route.placement.start_date", "2027-05-25"), ("profile.horizon_weeks", 21)]),
    ("a job after the horizon", "R7", [("profile.horizon_weeks", 19)]),
    ("a job of too many hours", "R7", [("positions.J1.hours_per_week", 25)]),
    ("a job before the last step is finished", "R7", [("offerings.T3.weeks", 3)]),
    ("an essential skill too low", "R7", [("occupation_skills.O1.level", 3)]),
    ("an essential credential not held", "R7", [("occupation_credentials.O1.credential_id", "C2")]),
    ("a bbl that ends before a job", "R7", [("offerings.T3.kind", "bbl")]),
    ("a position named before a job", "R7", [("route.steps.2.position_id", "J1"), ("profile.hours_per_week", 32)]),
    ("more than the share", "R8", [("schemes.F2.pays_share", "0.28")]),
    ("more than the scheme pays for a step", "R8", [("schemes.F1.max_amount_eur", 199)]),
    ("more than the cap over the route", "R8", [("schemes.F2.cap_per_person_eur", 347)]),
    ("a scheme that pays nothing", "R8", [("route.steps.0.funding.0.amount_eur", 0), ("profile.budget_eur", 853)]),
    ("two schemes of one stack group", "R8", [("schemes.F3.stack_group", "public")]),
    ("one scheme twice on a step", "R8", [("route.steps.0.funding.1", {"scheme_id": "F1", "amount_eur": 1})]),
    ("more than the step costs", "R8", [("schemes.F4.stack_group", "other"), ("schemes.F4.max_amount_eur", 900),
        ("schemes.F4.pays_share", "1.00"),
        ("route.steps.1.funding.2", {"scheme_id": "F4", "amount_eur": 340})]),
    ("a scheme for other people", "R8", [("schemes.F2.target_groups", "experienced")]),
    ("a scheme for another benefit", "R8", [("profile.benefit", "none")]),
    ("a scheme for another sector", "R8", [("schemes.F3.sectors", "energy")]),
    ("a scheme for another kind", "R8", [("schemes.F1.offering_kinds", "basic|module")]),
    ("a scheme for older people", "R8", [("schemes.F3.min_age", 20)]),
    ("a scheme for younger people", "R8", [("schemes.F3.max_age", 18)]),
    ("a scheme that has ended", "R8", [("schemes.F3.valid_to", week(7))]),
    ("a scheme that has not begun", "R8", [("schemes.F1.valid_from", week(1))]),
    ("a euro too dear", "R9", [("profile.budget_eur", 652)]),
]  # fmt: skip

BROKEN_BBL: list[tuple[str, str, list[Change]]] = [
    ("the same step twice", "R2", [("route.steps.2", {"offering_id": "T6", "start_date": week(10)}),
                                   ("profile.budget_eur", 600), ("profile.hours_per_week", 26)]),
    ("the paid hours pass the load", "R5", [("positions.J2.hours_per_week", 15)]),
    ("the second course passes the load", "R5", [("offerings.T6.hours_per_week", 3)]),
    ("a step started after the horizon", "R1", [("profile.horizon_weeks", 19)]),
    ("a bbl step without a position", "R7", [("route.steps.0.position_id", None)]),
    ("a bbl step in another position", "R7", [("route.steps.0.position_id", "J6"), ("profile.hours_per_week", 40)]),
    ("a bbl step after the placement", "R7", [("route.placement.start_date", week(4)), ("positions.J2.min_age", "")]),
    ("a bbl step for another diploma", "R7", [("positions.J2.credential_id", "C1")]),
    ("a bbl place without a bbl step", "R7", [("offerings.T4.kind", "bol")]),
    ("two bbl steps", "R7", [("offerings.T6.kind", "bbl")]),
    ("a bbl step and a job", "R7", [("positions.J2.kind", "job")]),
    ("a step finished after the bbl", "R7", [("offerings.T6.weeks", 26)]),
    ("another step that names the position", "R7", [("route.steps.1.position_id", "J2"),
                                                     ("profile.hours_per_week", 40)]),
    ("an essential the bbl does not teach", "R7", [("offering_skills.T4.level", 1)]),
    ("a bbl place for older people", "R7", [("profile.birth_date", "2008-02-09")]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), [pytest.param(*rest, id=name) for name, *rest in BROKEN_JOB])
def test_a_broken_job_route_is_caught(judged: Judge, rule: str, changes: list[Change]) -> None:
    faults = judged(job_route(), person(), *changes)
    assert rules_of(faults) == {rule}, faults


@pytest.mark.parametrize(("rule", "changes"), [pytest.param(*rest, id=name) for name, *rest in BROKEN_BBL])
def test_a_broken_bbl_route_or_career_is_caught(judged: Judge, rule: str, changes: list[Change]) -> None:
    faults = judged(bbl_route(), bbl_person(), *changes)
    assert rules_of(faults) == {rule}, faults


@pytest.mark.parametrize("name", ["weeks_to_work", "weeks_to_qualified", "own_cost_eur", "travel_minutes", "effort"])
def test_each_claimed_number_is_recomputed(judged: Judge, name: str) -> None:
    for route, profile in ((job_route(), person()), (bbl_route(), bbl_person())):
        true = route[name]
        assert rules_of(judged({**route, name: true + 0.00001}, profile, honest=False)) == {"objective"}
        assert judged({**route, name: true - 0.0000001}, profile, honest=False) == []


SHAPES: dict[str, list[Change]] = {
    "no steps": [("route.steps", REMOVE)],
    "no effort": [("route.effort", REMOVE)],
    "an effort that is not finite": [("route.effort", float("nan"))],
    "an effort in words": [("route.effort", "35.58")],
    "weeks that are true": [("route.weeks_to_work", True)],
    "an unknown target": [("route.target_occupation_id", "O9")],
    "an unknown offering": [("route.steps.0.offering_id", "T9")],
    "an unknown position": [("route.placement.position_id", "J9")],
    "an unknown position of a step": [("route.steps.0.position_id", "J9")],
    "an unknown scheme": [("route.steps.0.funding.0.scheme_id", "F9")],
    "an amount with a point": [("route.steps.0.funding.0.amount_eur", 200.0)],
    "a funding that is null": [("route.steps.0.funding", None)],
    "a date with a time": [("route.steps.0.start_date", "2027-01-04T00:00:00")],
    "a date without dashes": [("route.steps.0.start_date", "20270104")],
    "a date that is none": [("route.placement.start_date", "2027-02-30")],
    "a career that is null": [("route.career", None)],
    "a move without a position": [("route.career", [{"occupation_id": "O4", "start_date": week(60), "steps": []}])],
    "a value that is not finite": [("route.career_value_eur", float("inf"))],
}


@pytest.mark.parametrize("changes", [pytest.param(changes, id=name) for name, changes in SHAPES.items()])
def test_a_route_of_the_wrong_shape_is_caught(judged: Judge, changes: list[Change]) -> None:
    assert rules_of(judged(job_route(), person(), *changes, honest=False)) == {"shape"}
    assert judged(job_route(), person(), honest=False) == []


def test_a_share_of_the_cost_is_taken_without_binary_fractions(tmp_path: Path) -> None:
    catalogue = Catalogue.load(write_tables(tmp_path, town()))
    offering = replace(catalogue.offerings["T1"], cost_eur=100)
    assert most_for_step(catalogue.schemes["F2"], offering) == 29  # int(0.29 * 100) is 28


@pytest.mark.parametrize(
    ("modes", "place", "minutes"),
    [
        (["bike"], NEAR, 17),  # 2 + 14.24
        (["transit", "bike"], NEAR, 17),  # transit takes 12 + 5.34
        (["car"], NEAR, 10),  # 6 + 3.88
        (["transit"], FAR, 99),  # 12 + 86.73
        (["transit", "car"], FAR, 70),  # 6 + 63.08
        (["car"], {"lat": 52.0, "lon": 5.0}, 6),
    ],
)
def test_minutes_are_those_worked_out_by_hand(modes: list[str], place: dict[str, float], minutes: int) -> None:
    someone = Person.of({**person(), "modes": modes})
    assert someone.minutes_to((place["lat"], place["lon"])) == minutes
