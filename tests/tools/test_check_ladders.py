"""The ladder check sees which steps can be taken beside work, by hand-made examples."""

from __future__ import annotations

from typing import Any

from tests.builders import UTRECHT, a_snapshot
from tools.check_ladders import steps_out_of_reach

STEP = ("O1", "O2")


def missed(**files: Any) -> list[tuple[str, str]]:
    """Steps out of reach in a country with one step, from O1 to O2, which asks S2 at level 2."""
    usual: dict[str, Any] = {
        "skills": [{}, {"skill_id": "S2", "label": "Frezen"}],
        "occupations": [{}, {"occupation_id": "O2", "label": "Frezer"}],
        "occupation_skills": [{}, {"occupation_id": "O2", "skill_id": "S2", "level": 2}],
        "transitions": [{"to_occupation_id": "O2"}],
        "offerings": [{"offering_id": "T2", "training_id": "frezen", "hours_per_week": 8, "weeks": 20}],
        "offering_skills": [{"offering_id": "T2", "skill_id": "S2", "level": 2}],
        "offering_starts": [{"offering_id": "T2", "start_date": "2027-09-06"}],
    }
    return steps_out_of_reach(a_snapshot(**(usual | files)), UTRECHT["lat"], UTRECHT["lon"])


def an_offering(**changes: Any) -> dict[str, Any]:
    return {"offering_id": "T2", "training_id": "frezen", "hours_per_week": 8, "weeks": 20} | changes


YEARLY = [{"offering_id": "T2", "start_date": day} for day in ("2027-09-06", "2028-09-04", "2029-09-03", "2030-09-02")]


def test_a_course_beside_work_makes_the_step() -> None:
    assert missed(offering_starts=YEARLY) == []


def test_a_course_that_takes_too_many_hours_does_not() -> None:
    assert missed(offering_starts=YEARLY, offerings=[an_offering(hours_per_week=9)]) == [STEP]


def test_a_course_too_far_away_does_not() -> None:
    assert missed(offering_starts=YEARLY, sites=[{"lat": 53.2, "lon": 6.6}]) == [STEP]


def test_a_course_longer_than_the_career_does_not() -> None:
    assert missed(offering_starts=YEARLY, offerings=[an_offering(weeks=500)]) == [STEP]


def test_a_course_whose_last_year_has_no_start_does_not() -> None:
    assert missed(offering_starts=[{"offering_id": "T2", "start_date": "2027-02-01"}]) == [STEP]


def test_an_entry_condition_that_nobody_teaches_closes_it() -> None:
    asked = [{"offering_id": "T2", "kind": "skill", "ref_id": "S2", "level": 1}]
    assert missed(offering_starts=YEARLY, offering_requires=asked) == [STEP]


def test_doing_the_work_may_be_enough() -> None:
    learnt = [{"skill_id": "S2", "level": 2, "after_weeks": 104}]
    assert missed(offering_starts=[], offerings=[], offering_skills=[], experience=learnt) == []
    late = [{"skill_id": "S2", "level": 2, "after_weeks": 500}]
    assert missed(offering_starts=[], offerings=[], offering_skills=[], experience=late) == [STEP]


def test_the_dutch_of_the_next_job_is_learnt_beside_work() -> None:
    job = {"position_id": "J2", "occupation_id": "O2", "kind": "job", "min_cefr": "B1"}
    course = an_offering(offering_id="T3", training_id="taal", kind="language", awards_cefr="B1")
    asks_dutch = {"positions": [job], "offering_starts": YEARLY}
    assert missed(**asks_dutch) == [STEP]
    yearly = [*YEARLY, *({**start, "offering_id": "T3"} for start in YEARLY)]
    assert missed(positions=[job], offerings=[an_offering(), course], offering_starts=yearly) == []
