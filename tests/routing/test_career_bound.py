"""What no career can earn more than: just what is found where nothing stands in the way, more where something might."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.routing import career_bound
from gouden_poort.routing.route import Career
from gouden_poort.routing.suggestion import suggest
from gouden_poort.routing.wages import value_eur
from tests.builders import MONDAY, a_profile, a_snapshot


def week(number: int) -> str:
    return (MONDAY + timedelta(weeks=number)).isoformat()


def a_catalogue(wages: list[int], moves: dict[tuple[int, int], int], **files: Any) -> Snapshot:
    """O1 asks nothing and is the only one open to newcomers; O2 asks S2, O3 asks S3 and so on."""
    others = range(2, len(wages) + 1)
    closed = {"open_from": week(-60), "open_to": week(-50)}
    rows: dict[str, Any] = {
        "skills": [{}, *({"skill_id": f"S{number}"} for number in others)],
        "occupations": [{"occupation_id": f"O{n}", "wage_month_eur": wage} for n, wage in enumerate(wages, start=1)],
        "occupation_skills": [{"occupation_id": f"O{number}", "skill_id": f"S{number}"} for number in others],
        "positions": [{}, *({"position_id": f"J{n}", "occupation_id": f"O{n}", **closed} for n in others)],
        "transitions": [
            {"from_occupation_id": f"O{one}", "to_occupation_id": f"O{other}", "min_tenure_weeks": tenure}
            for (one, other), tenure in moves.items()
        ],
        "offerings": [{}, *({"offering_id": f"T{number}", "weeks": 10, "hours_per_week": 8} for number in others)],
        "offering_skills": [{"offering_id": f"T{number}", "skill_id": f"S{number}"} for number in others],
        "offering_starts": [{"offering_id": "T1", "start_date": week(4)}],
        "offering_requires": [],
    }
    return a_snapshot(**(rows | files))


def career_in(snapshot: Snapshot) -> Career:
    (route,) = suggest(snapshot, a_profile())
    assert route.career is not None
    return route.career


def starting(**weeks: int) -> list[dict[str, Any]]:
    return [{"offering_id": name, "start_date": week(number)} for name, number in weeks.items()]


def test_without_moves_it_is_what_staying_earns() -> None:
    career = career_in(a_catalogue([2600], {}))
    assert career.at_most_eur == career.value_eur == value_eur(((0, 2600),))


def test_a_move_that_is_found_as_soon_as_it_could_ever_be_is_proved_the_best() -> None:
    snapshot = a_catalogue([2600, 3900], {(1, 2): 52}, offering_starts=starting(T2=60))
    career = career_in(snapshot)
    assert career.at_most_eur == career.value_eur == value_eur(((0, 2600), (70, 3900)))


def test_two_courses_at_once_are_too_much_but_count_as_if_they_were_not() -> None:
    snapshot = a_catalogue(
        [2600, 3900],
        {(1, 2): 52},
        skills=[{}, {"skill_id": "S2"}, {"skill_id": "S3"}],
        occupation_skills=[{"occupation_id": "O2", "skill_id": skill} for skill in ("S2", "S3")],
        offerings=[{}, *({"offering_id": name, "weeks": 10, "hours_per_week": 8} for name in ("T2", "T3"))],
        offering_skills=[{"offering_id": "T2", "skill_id": "S2"}, {"offering_id": "T3", "skill_id": "S3"}],
        offering_starts=[*starting(T2=60, T3=60), *starting(T3=80)],
    )
    career = career_in(snapshot)
    assert career.value_eur == value_eur(((0, 2600), (90, 3900)))
    assert career.at_most_eur == value_eur(((0, 2600), (70, 3900)))


def test_waiting_in_better_paid_work_for_worse_work_that_leads_further_counts() -> None:
    snapshot = a_catalogue([2600, 1300, 5200], {(1, 2): 4, (2, 3): 20}, offering_starts=starting(T2=10, T3=140))
    assert career_in(snapshot).at_most_eur == value_eur(((0, 2600), (130, 1300), (150, 5200)))


def test_waiting_is_spent_in_the_best_paid_work_before() -> None:
    moves = {(1, 2): 4, (2, 3): 20, (3, 4): 20}
    snapshot = a_catalogue([2600, 1300, 1950, 5200], moves, offering_starts=starting(T2=10, T3=10, T4=140))
    assert career_in(snapshot).at_most_eur == value_eur(((0, 2600), (110, 1300), (130, 1950), (150, 5200)))


def test_work_teaches_only_those_who_do_it() -> None:
    taught = [{"occupation_id": "O3", "skill_id": "S2", "level": 2, "after_weeks": 10}]
    snapshot = a_catalogue([2600, 3900, 3000], {(1, 2): 4}, offering_starts=starting(T2=100), experience=taught)
    career = career_in(snapshot)
    assert career.at_most_eur == career.value_eur == value_eur(((0, 2600), (110, 3900)))


def test_what_a_later_work_teaches_is_learnt_from_then_on() -> None:
    taught = [{"occupation_id": "O2", "skill_id": "S3", "level": 2, "after_weeks": 30}]
    moves = {(1, 2): 4, (2, 3): 4}
    snapshot = a_catalogue([2600, 3000, 3900], moves, offering_starts=starting(T2=10), experience=taught)
    career = career_in(snapshot)
    assert career.at_most_eur == career.value_eur == value_eur(((0, 2600), (20, 3000), (50, 3900)))


def test_when_no_closer_look_is_taken_any_work_may_teach_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(career_bound, "CLOSER_LOOKS", 0)
    taught = [{"occupation_id": "O3", "skill_id": "S2", "level": 2, "after_weeks": 10}]
    snapshot = a_catalogue([2600, 3900, 3000], {(1, 2): 4}, offering_starts=starting(T2=100), experience=taught)
    assert career_in(snapshot).at_most_eur == value_eur(((0, 2600), (10, 3900)))


def test_four_moves_are_not_counted_on() -> None:
    moves = {(number, number + 1): 10 for number in range(1, 5)}
    wages = [2600, 2600, 2600, 2600, 9000]
    snapshot = a_catalogue(wages, moves, occupation_skills=[], offering_skills=[])
    assert career_in(snapshot).at_most_eur == value_eur(((0, 2600),))


def test_what_is_earned_while_learning_on_the_job_is_counted() -> None:
    snapshot = a_snapshot(
        offerings=[{"kind": "bbl", "weeks": 40, "cost_eur": 0}],
        credentials=[{}],
        offering_credentials=[{}],
        positions=[{"kind": "bbl", "credential_id": "C1", "hours_per_week": 24, "wage_month_eur": 1300}],
    )
    career = career_in(snapshot)
    assert career.at_most_eur == career.value_eur == value_eur(((4, 1300), (44, 2600)))
