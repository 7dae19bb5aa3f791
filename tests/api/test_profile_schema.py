"""Profiles as they are sent in: what is read, and that every fault comes out at once with its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gouden_poort.api.profile_schema import MOST_SKILLS, read_profile
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.levels import CEFR, Benefit, Daypart, Mode, RightToWork, TargetGroup
from gouden_poort.profiles.profile import Circumstances, HeldSkill, Profile, Weights

SMALLEST: dict[str, Any] = {
    "profile_id": "p1",
    "birth_date": "1997-05-03",
    "available_from": "2027-01-04",
    "lat": 52.09,
    "lon": 5,
    "modes": ["bike"],
    "max_travel_minutes": 60,
    "hours_per_week": 36,
    "cefr": "A1",
    "nlqf": 1,
}


def faults_of(document: object) -> tuple[FieldError, ...]:
    with pytest.raises(InvalidInput) as caught:
        read_profile(document)
    return caught.value.faults


def fault_of(**changes: Any) -> FieldError:
    (fault,) = faults_of(SMALLEST | changes)
    return fault


def test_the_least_one_can_say_takes_the_usual_for_the_rest() -> None:
    assert read_profile(SMALLEST) == Profile(
        profile_id="p1",
        birth_date=date(1997, 5, 3),
        available_from=date(2027, 1, 4),
        lat=52.09,
        lon=5.0,
        modes=frozenset({Mode.BIKE}),
        max_travel_minutes=60,
        hours_per_week=36,
        cefr=CEFR.A1,
        nlqf=1,
    )


def test_everything_one_can_say_is_read() -> None:
    profile = read_profile(
        SMALLEST
        | {
            "comment": {"anything": ["goes"]},
            "skills": [{"skill_id": "s1", "level": 3}, {"skill_id": "s2", "level": 1}],
            "credentials": ["c1", "c2"],
            "target_groups": ["starter"],
            "benefit": "ww",
            "budget_eur": 500.0,
            "horizon_weeks": 52,
            "weights": {"week": 2, "travel": 0.125},
            "circumstances": {
                "right_to_work": "free",
                "prior_education": None,
                "former_occupations": ["o1"],
                "dayparts": ["evening"],
                "care_hours": 8,
                "wished_sectors": ["metal"],
            },
        }
    )
    assert profile.skills == (HeldSkill(skill_id="s1", level=3), HeldSkill(skill_id="s2", level=1))
    assert profile.credentials == {"c1", "c2"}
    assert profile.target_groups == {TargetGroup.STARTER}
    assert (profile.benefit, profile.budget_eur, profile.horizon_weeks) == (Benefit.WW, 500, 52)
    assert profile.weights == Weights(week=Decimal(2), travel=Decimal("0.125"))
    assert profile.circumstances == Circumstances(
        right_to_work=RightToWork.FREE,
        former_occupations=("o1",),
        dayparts=frozenset({Daypart.EVENING}),
        care_hours=8,
        wished_sectors=frozenset({"metal"}),
    )


@pytest.mark.parametrize("text", ["2027-01-04", "s"])
def test_texts_among_the_skills_are_refused_one_by_one(text: str) -> None:
    """Also when they are equal: without a skill_id nothing says that they are the same skill."""
    faults = faults_of({**SMALLEST, "skills": [text, text, {"skill_id": text, "level": 1}]})
    assert [(fault.path, fault.code) for fault in faults] == [("skills.0", "wrong_type"), ("skills.1", "wrong_type")]


@pytest.mark.parametrize("name", SMALLEST)
def test_a_missing_member_is_named(name: str) -> None:
    (fault,) = faults_of({key: value for key, value in SMALLEST.items() if key != name})
    assert (fault.path, fault.code) == (name, "missing")
    assert fault.expected


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"profile_id": ""}, "profile_id", "out_of_range"),
        ({"profile_id": "x" * 201}, "profile_id", "out_of_range"),
        ({"profile_id": 7}, "profile_id", "wrong_type"),
        ({"birth_date": "2007-02-30"}, "birth_date", "not_a_date"),
        ({"birth_date": "1997-5-3"}, "birth_date", "not_a_date"),
        ({"birth_date": "19970503"}, "birth_date", "not_a_date"),
        ({"birth_date": "1997-W18-6"}, "birth_date", "not_a_date"),
        ({"birth_date": 19970503}, "birth_date", "wrong_type"),
        ({"birth_date": "1899-12-31"}, "birth_date", "out_of_range"),
        ({"birth_date": "2027-01-05"}, "birth_date", "out_of_range"),
        ({"birth_date": "1900-01-01"}, "birth_date", "out_of_range"),
        ({"available_from": "2027-01-05"}, "available_from", "not_a_monday"),
        ({"available_from": "9999-12-27"}, "available_from", "out_of_range"),
        ({"lat": "52.09"}, "lat", "wrong_type"),
        ({"lat": True}, "lat", "wrong_type"),
        ({"lat": None}, "lat", "wrong_type"),
        ({"lat": 90.001}, "lat", "out_of_range"),
        ({"lat": float("nan")}, "lat", "out_of_range"),
        ({"lon": -180.5}, "lon", "out_of_range"),
        ({"lon": float("inf")}, "lon", "out_of_range"),
        ({"modes": []}, "modes", "out_of_range"),
        ({"modes": "bike"}, "modes", "wrong_type"),
        ({"modes": ["bike", "bike"]}, "modes.1", "duplicate"),
        ({"modes": ["plane"]}, "modes.0", "not_a_choice"),
        ({"max_travel_minutes": -1}, "max_travel_minutes", "out_of_range"),
        ({"hours_per_week": 169}, "hours_per_week", "out_of_range"),
        ({"hours_per_week": 36.5}, "hours_per_week", "wrong_type"),
        ({"hours_per_week": True}, "hours_per_week", "wrong_type"),
        ({"cefr": "b1"}, "cefr", "not_a_choice"),
        ({"cefr": 3}, "cefr", "wrong_type"),
        ({"nlqf": 9}, "nlqf", "out_of_range"),
        ({"skills": {}}, "skills", "wrong_type"),
        ({"skills": ["s1"]}, "skills.0", "wrong_type"),
        ({"skills": [{"skill_id": "s1"}]}, "skills.0.level", "missing"),
        ({"skills": [{"skill_id": "s1", "level": 0}]}, "skills.0.level", "out_of_range"),
        ({"skills": [{"skill_id": "s1", "level": 1, "years": 3}]}, "skills.0.years", "unknown_field"),
        ({"skills": [{"skill_id": "s", "level": 1}] * 2}, "skills.1.skill_id", "duplicate"),
        ({"credentials": ["c", "c"]}, "credentials.1", "duplicate"),
        ({"credentials": [None]}, "credentials.0", "wrong_type"),
        ({"target_groups": ["students"]}, "target_groups.0", "not_a_choice"),
        ({"benefit": None}, "benefit", "wrong_type"),
        ({"budget_eur": -1}, "budget_eur", "out_of_range"),
        ({"budget_eur": "500"}, "budget_eur", "wrong_type"),
        ({"horizon_weeks": -4}, "horizon_weeks", "out_of_range"),
        ({"weights": {"week": -0.5}}, "weights.week", "out_of_range"),
        ({"weights": {"week": 0.0005}}, "weights.week", "out_of_range"),
        ({"weights": {"week": "1"}}, "weights.week", "wrong_type"),
        ({"weights": []}, "weights", "wrong_type"),
        ({"circumstances": {"right_to_work": "perhaps"}}, "circumstances.right_to_work", "not_a_choice"),
        ({"circumstances": {"care_hours": 200}}, "circumstances.care_hours", "out_of_range"),
    ],
)
def test_one_fault_is_told_with_its_place(changes: dict[str, Any], path: str, code: str) -> None:
    fault = fault_of(**changes)
    assert (fault.path, fault.code) == (path, code)
    assert fault.expected


def test_a_text_where_a_number_belongs_is_shown_in_quotes() -> None:
    assert fault_of(budget_eur="500").given == '"500"'


def test_a_day_that_is_no_monday_gets_the_mondays_beside_it() -> None:
    assert fault_of(available_from="2027-01-05").near == ("2027-01-04", "2027-01-11")


def test_an_unknown_member_gets_its_likeness() -> None:
    assert fault_of(hours_a_week=36).near[0] == "hours_per_week"


def test_someone_may_be_born_on_the_very_day() -> None:
    assert read_profile(SMALLEST | {"birth_date": "2027-01-04"}).age_on(date(2027, 1, 4)) == 0


def test_every_fault_comes_at_once() -> None:
    bad = SMALLEST | {
        "cefr": "Z",
        "lat": "n",
        "modes": ["x"],
        "weights": {"a": 1, "step": -1},
        "skills": [1],
        "extra": 2,
    }
    del bad["profile_id"]
    assert {fault.path for fault in faults_of(bad)} == {
        "profile_id", "cefr", "lat", "modes.0", "weights.a", "weights.step", "skills.0", "extra",
    }  # fmt: skip


def test_a_thousand_skills_are_enough() -> None:
    many = [{"skill_id": f"s{i}", "level": 1} for i in range(10_000)]
    assert len(read_profile(SMALLEST | {"skills": many[:MOST_SKILLS]}).skills) == MOST_SKILLS
    fault = fault_of(skills=many)
    assert (fault.path, fault.code, fault.given) == ("skills", "too_many", "a list of 10000")


def test_a_flood_of_unknown_members_is_one_mistake_more() -> None:
    faults = faults_of(SMALLEST | {f"unknown{i}": 0 for i in range(50_000)})
    assert len(faults) == 101
    assert {fault.code for fault in faults} == {"unknown_field", "too_many"}


def test_faults_come_in_the_same_order_in_every_process() -> None:
    faults = faults_of(SMALLEST | {f"extra{i}": 0 for i in range(10, 40)} | {"nlqf": 9, "cefr": "Z"})
    assert [fault.path for fault in faults] == ["cefr", "nlqf", *(f"extra{i}" for i in range(10, 40))]


@pytest.mark.parametrize("document", [None, [], "profile", 3, True])
def test_anything_but_an_object_is_refused(document: object) -> None:
    (fault,) = faults_of(document)
    assert (fault.path, fault.code) == ("", "wrong_type")


def test_paths_begin_where_the_profile_stands() -> None:
    with pytest.raises(InvalidInput) as caught:
        read_profile(SMALLEST | {"nlqf": -1}, "12")
    assert caught.value.faults[0].path == "12.nlqf"
