"""The ten years after a route: moves, training beside the job, and what is earned."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import HeldSkill, Profile
from gouden_poort.routing.route import Career
from gouden_poort.routing.suggestion import suggest
from gouden_poort.routing.wages import value_eur
from tests.builders import MONDAY, a_profile, a_snapshot


def week(number: int) -> str:
    return (MONDAY + timedelta(weeks=number)).isoformat()


def skilled(**changes: Any) -> Profile:
    return a_profile(skills=(HeldSkill(skill_id="S1", level=2),), **changes)


def a_ladder(**files: Any) -> Snapshot:
    """O1 (2600 a month) leads after a year to O2 (3900), which asks S2; T2 teaches that beside the job."""
    rows: dict[str, Any] = {
        "skills": [{}, {"skill_id": "S2", "label": "Leidinggeven"}],
        "occupations": [{}, {"occupation_id": "O2", "wage_month_eur": 3900}],
        "occupation_skills": [{}, {"occupation_id": "O2", "skill_id": "S2"}],
        "positions": [{}, {"position_id": "J2", "occupation_id": "O2"}],
        "transitions": [{"to_occupation_id": "O2", "min_tenure_weeks": 52}],
        "offerings": [{}, {"offering_id": "T2", "weeks": 10, "hours_per_week": 8}],
        "offering_skills": [{}, {"offering_id": "T2", "skill_id": "S2"}],
        "offering_starts": [
            {"start_date": week(4)},
            {"offering_id": "T2", "start_date": week(160)},
        ],
    }
    return a_snapshot(**(rows | files))


def career_in(snapshot: Snapshot, profile: Profile, occupation_id: str = "O1") -> Career:
    for route in suggest(snapshot, profile):
        if route.target_occupation_id == occupation_id:
            assert route.career is not None
            return route.career
    raise AssertionError(f"no route to {occupation_id}")


def only_first_job(**files: Any) -> Snapshot:
    """The ladder, while O2 can only be reached by moving: its own position is closed to newcomers."""
    rows: dict[str, Any] = {
        "positions": [{}, {"position_id": "J2", "occupation_id": "O2", "open_from": week(-60), "open_to": week(-50)}]
    }
    return a_ladder(**(rows | files))


def test_the_move_comes_as_soon_as_the_training_beside_the_job_is_over() -> None:
    career = career_in(only_first_job(), skilled())
    (move,) = career.moves
    assert (move.occupation_id, move.position_id) == ("O2", "J2")
    assert [(step.offering_id, step.start_date) for step in move.steps] == [("T2", MONDAY + timedelta(weeks=160))]
    assert move.start_date == MONDAY + timedelta(weeks=170)
    assert career.value_eur == value_eur(((0, 2600), (170, 3900))) == 170 * 600 + 350 * 900


def test_the_move_waits_for_the_tenure() -> None:
    slow = [{"to_occupation_id": "O2", "min_tenure_weeks": 200}]
    (move,) = career_in(only_first_job(transitions=slow), skilled()).moves
    assert move.start_date == MONDAY + timedelta(weeks=200)


def test_the_last_catalogue_year_goes_on() -> None:
    late = skilled(available_from=MONDAY + timedelta(weeks=200))
    (move,) = career_in(only_first_job(), late).moves
    assert [step.start_date for step in move.steps] == [MONDAY + timedelta(weeks=160 + 52)]


def test_the_last_catalogue_year_still_goes_on_after_many_years() -> None:
    far = skilled(available_from=MONDAY + timedelta(weeks=52 * 300))
    snapshot = only_first_job(positions=[{"open_to": week(52 * 301)}, {"position_id": "J2", "occupation_id": "O2"}])
    (move,) = career_in(snapshot, far).moves
    assert [step.start_date for step in move.steps] == [MONDAY + timedelta(weeks=160 + 52 * 297)]


def test_training_of_more_than_eight_hours_does_not_go_with_a_job() -> None:
    heavy = [{}, {"offering_id": "T2", "weeks": 10, "hours_per_week": 9}]
    assert career_in(only_first_job(offerings=heavy), skilled()).moves == ()


def test_two_trainings_that_do_not_go_together_follow_each_other() -> None:
    snapshot = only_first_job(
        skills=[{}, {"skill_id": "S2"}, {"skill_id": "S3"}],
        occupation_skills=[{}, *({"occupation_id": "O2", "skill_id": skill} for skill in ("S2", "S3"))],
        offerings=[{}, *({"offering_id": name, "weeks": 10, "hours_per_week": 5} for name in ("T2", "T3"))],
        offering_skills=[{}, {"offering_id": "T2", "skill_id": "S2"}, {"offering_id": "T3", "skill_id": "S3"}],
        offering_starts=[
            {"start_date": week(4)},
            *({"offering_id": name, "start_date": week(at)} for name in ("T2", "T3") for at in (60, 75)),
        ],
    )
    (move,) = career_in(snapshot, skilled()).moves
    assert sorted((step.start_date - MONDAY).days // 7 for step in move.steps) == [60, 75]
    assert move.start_date == MONDAY + timedelta(weeks=85)


def test_what_the_work_teaches_needs_no_training() -> None:
    snapshot = only_first_job(experience=[{"skill_id": "S2", "level": 2, "after_weeks": 100}])
    (move,) = career_in(snapshot, skilled()).moves
    assert move.steps == ()
    assert move.start_date == MONDAY + timedelta(weeks=100)


def test_what_the_work_teaches_too_low_does_not_count() -> None:
    snapshot = only_first_job(experience=[{"skill_id": "S2", "level": 1, "after_weeks": 100}])
    (move,) = career_in(snapshot, skilled()).moves
    assert [step.offering_id for step in move.steps] == ["T2"]


def test_a_job_of_more_hours_than_someone_has_is_not_moved_to() -> None:
    long = {"position_id": "J2", "occupation_id": "O2", "hours_per_week": 40}
    closed = {"open_from": week(-60), "open_to": week(-50)}
    assert career_in(only_first_job(positions=[{}, {**long, **closed}]), skilled()).moves == ()
    assert career_in(only_first_job(positions=[{}, {**long, **closed}]), skilled(hours_per_week=40)).moves


def test_training_for_the_next_move_fits_beside_training_for_this_one() -> None:
    closed = {"open_from": week(-60), "open_to": week(-50)}
    snapshot = a_snapshot(
        skills=[{}, {"skill_id": "S2"}, {"skill_id": "S3"}],
        occupations=[
            {},
            {"occupation_id": "O2", "wage_month_eur": 3000},
            {"occupation_id": "O3", "wage_month_eur": 4000},
        ],
        occupation_skills=[
            {},
            {"occupation_id": "O2", "skill_id": "S2"},
            {"occupation_id": "O3", "skill_id": "S3"},
        ],
        positions=[{}, *({"position_id": f"J{n}", "occupation_id": f"O{n}", **closed} for n in (2, 3))],
        transitions=[
            {"to_occupation_id": "O2", "min_tenure_weeks": 10},
            {"from_occupation_id": "O2", "to_occupation_id": "O3", "min_tenure_weeks": 1},
        ],
        offerings=[{}, *({"offering_id": f"T{n}", "weeks": 20, "hours_per_week": 6} for n in (2, 3))],
        offering_skills=[{}, *({"offering_id": f"T{n}", "skill_id": f"S{n}"} for n in (2, 3))],
        offering_starts=[
            {"start_date": week(4)},
            {"offering_id": "T2", "start_date": week(30)},
            {"offering_id": "T3", "start_date": week(40)},
            {"offering_id": "T3", "start_date": week(70)},
        ],
    )
    first, second = career_in(snapshot, skilled()).moves
    assert first.start_date == MONDAY + timedelta(weeks=50)
    assert [step.start_date for step in second.steps] == [MONDAY + timedelta(weeks=70)]


def test_training_is_chosen_when_the_work_teaches_it_later() -> None:
    snapshot = only_first_job(experience=[{"skill_id": "S2", "level": 2, "after_weeks": 300}])
    (move,) = career_in(snapshot, skilled()).moves
    assert [step.offering_id for step in move.steps] == ["T2"]
    assert move.start_date == MONDAY + timedelta(weeks=170)


def test_a_move_to_less_pay_is_not_made() -> None:
    poorer = [{}, {"occupation_id": "O2", "wage_month_eur": 2000}]
    assert career_in(only_first_job(occupations=poorer), skilled()).moves == ()


def test_a_poorer_step_is_taken_when_it_leads_further() -> None:
    snapshot = a_snapshot(
        occupations=[
            {},
            {"occupation_id": "O2", "wage_month_eur": 2500},
            {"occupation_id": "O3", "wage_month_eur": 4500},
        ],
        occupation_skills=[{}],
        occupation_credentials=[{"occupation_id": "O2"}, {"occupation_id": "O3"}],
        credentials=[{}],
        positions=[{}, {"position_id": "J2", "occupation_id": "O2"}, {"position_id": "J3", "occupation_id": "O3"}],
        transitions=[
            {"to_occupation_id": "O2", "min_tenure_weeks": 26},
            {"from_occupation_id": "O2", "to_occupation_id": "O3", "min_tenure_weeks": 26},
        ],
        offerings=[{}, {"offering_id": "T2"}],
        offering_skills=[{}],
        offering_credentials=[{"offering_id": "T2"}],
        offering_starts=[{"start_date": week(4)}, {"offering_id": "T2", "start_date": week(10)}],
    )
    moves = career_in(snapshot, skilled(budget_eur=0)).moves
    assert [move.occupation_id for move in moves] == ["O2", "O3"]


def test_nothing_is_earned_before_the_first_placement_or_after_ten_years() -> None:
    assert value_eur(((12, 2600),)) == 508 * 600
    assert value_eur(((600, 2600),)) == 0
    assert value_eur(((0, 13), (510, 0))) == 1530
    assert value_eur(((519, 2),)) == 0  # 0.46 euro
    assert value_eur(((519, 13),)) == 3
