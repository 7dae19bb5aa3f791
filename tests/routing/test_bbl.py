"""Learning and working under a contract: the bbl step, what runs beside it, and where it may start."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import HeldSkill
from gouden_poort.routing.thorough import best_route
from tests.builders import MONDAY, a_profile, a_snapshot

BBL = {"offering_id": "T9", "kind": "bbl", "weeks": 52, "hours_per_week": 8, "cost_eur": 0}


def week(number: int) -> str:
    return (MONDAY + timedelta(weeks=number)).isoformat()


def a_bbl(*, position: dict[str, Any] | None = None, starts: tuple[int, ...] = (5, 34), **files: Any) -> Snapshot:
    """One bbl offering that teaches S1 and awards C1, with one position; S2 comes from T1."""
    rows: dict[str, Any] = {
        "skills": [{}, {"skill_id": "S2", "label": "Buigen"}],
        "credentials": [{}],
        "occupation_credentials": [{}],
        "offerings": [{}, BBL],
        "offering_skills": [{"skill_id": "S2"}, {"offering_id": "T9"}],
        "offering_credentials": [{"offering_id": "T9"}],
        "offering_starts": [
            {"start_date": week(4)},
            {"start_date": week(20)},
            *({"offering_id": "T9", "start_date": week(number)} for number in starts),
        ],
        "positions": [{"kind": "bbl", "credential_id": "C1", "hours_per_week": 24, **(position or {})}],
    }
    return a_snapshot(**(rows | files))


def test_the_bbl_step_starts_with_the_placement_and_ends_in_the_qualification() -> None:
    route = best_route(a_bbl(), a_profile(), "O1")
    assert route is not None
    (step,) = route.steps
    assert (step.offering_id, step.position_id) == ("T9", "J1")
    assert step.start_date == route.placement.start_date == MONDAY + timedelta(weeks=5)
    assert (route.weeks_to_work, route.weeks_to_qualified) == (5, 57)


def test_school_and_work_together_must_fit_in_the_hours() -> None:
    assert best_route(a_bbl(), a_profile(hours_per_week=32), "O1") is not None
    assert best_route(a_bbl(), a_profile(hours_per_week=31), "O1") is None


def test_what_bbl_does_not_teach_can_be_learnt_beside_it() -> None:
    snapshot = a_bbl(occupation_skills=[{}, {"skill_id": "S2"}])
    route = best_route(snapshot, a_profile(hours_per_week=40), "O1")
    assert route is not None
    assert {step.offering_id for step in route.steps} == {"T1", "T9"}
    assert (route.weeks_to_work, route.weeks_to_qualified) == (5, 57)


def test_without_hours_beside_it_the_other_course_comes_first() -> None:
    snapshot = a_bbl(occupation_skills=[{}, {"skill_id": "S2"}])
    route = best_route(snapshot, a_profile(hours_per_week=39), "O1")
    assert route is not None
    assert {step.offering_id: (step.start_date - MONDAY).days // 7 for step in route.steps} == {"T1": 4, "T9": 34}


def test_what_bbl_asks_must_be_held_before_it_starts() -> None:
    snapshot = a_bbl(offering_requires=[{"offering_id": "T9", "ref_id": "S2", "level": 1}])
    route = best_route(snapshot, a_profile(hours_per_week=40), "O1")
    assert route is not None
    assert route.weeks_to_work == 34
    ready = best_route(snapshot, a_profile(hours_per_week=40, skills=(HeldSkill(skill_id="S2", level=1),)), "O1")
    assert ready is not None
    assert ready.weeks_to_work == 5


def test_what_the_position_asks_must_be_held_before_it_starts() -> None:
    snapshot = a_bbl(position_requires=[{"ref_id": "S2", "level": 1}])
    route = best_route(snapshot, a_profile(hours_per_week=40), "O1")
    assert route is not None
    assert (route.weeks_to_work, len(route.steps)) == (34, 2)


def test_what_bbl_teaches_does_not_open_a_course_beside_it() -> None:
    snapshot = a_bbl(occupation_skills=[{}, {"skill_id": "S2"}], offering_requires=[{"ref_id": "S1", "level": 1}])
    assert best_route(snapshot, a_profile(hours_per_week=40), "O1") is None


def test_a_long_course_beside_a_short_bbl_makes_the_bbl_wait() -> None:
    snapshot = a_bbl(
        occupation_skills=[{}, {"skill_id": "S2"}],
        offerings=[{"weeks": 70}, {**BBL, "weeks": 20}],
        starts=(5, 34, 60),
    )
    route = best_route(snapshot, a_profile(hours_per_week=40), "O1")
    assert route is not None
    assert (route.weeks_to_work, route.weeks_to_qualified) == (60, 80)


def test_a_bbl_place_trains_for_its_own_qualification() -> None:
    other = [{}, {"credential_id": "C2", "label": "Ander diploma"}]
    assert best_route(a_bbl(credentials=other, position={"credential_id": "C2"}), a_profile(), "O1") is None


def test_a_bbl_place_starts_within_its_window() -> None:
    assert best_route(a_bbl(position={"open_to": week(5)}), a_profile(), "O1") is not None
    assert best_route(a_bbl(position={"open_to": week(4)}), a_profile(), "O1") is None
    late = best_route(a_bbl(position={"open_from": week(6)}), a_profile(), "O1")
    assert late is not None
    assert late.weeks_to_work == 34


def test_the_shorter_road_wins_between_a_job_and_bbl() -> None:
    snapshot = a_bbl(
        positions=[
            {"kind": "bbl", "credential_id": "C1", "hours_per_week": 24},
            {"position_id": "J2"},
        ],
        offering_skills=[{}, {"offering_id": "T9"}],
        offering_credentials=[{}, {"offering_id": "T9"}],
    )
    route = best_route(snapshot, a_profile(), "O1")
    assert route is not None
    assert route.placement.position_id == "J2"
