"""What is in the way is told by kind, at the nearest work and training."""

from __future__ import annotations

from datetime import date
from typing import Any

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import CEFR
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.obstacles import Obstacle, ObstacleKind, obstacles
from gouden_poort.routing.thorough import best_route
from tests.builders import a_profile, a_snapshot
from tests.rules.books import DUTCH, a_rule, ruled

FAR: dict[str, Any] = {"lat": 53.2, "lon": 6.56}
MODULE = {"offering.kind": "module"}


def in_the_way(snapshot: Snapshot, profile: Profile | None = None) -> tuple[Obstacle, ...]:
    person = profile or a_profile()
    assert best_route(snapshot, person, "O1") is None
    return obstacles(snapshot, person, "O1")


def kinds(snapshot: Snapshot, profile: Profile | None = None) -> list[ObstacleKind]:
    return [obstacle.kind for obstacle in in_the_way(snapshot, profile)]


def test_no_company_has_the_work() -> None:
    occupations = [{}, {"occupation_id": "O2"}]
    snapshot = a_snapshot(occupations=occupations, positions=[{"occupation_id": "O2"}])
    assert kinds(snapshot) == [ObstacleKind.NO_WORK]


def test_the_work_is_too_far() -> None:
    (obstacle,) = in_the_way(a_snapshot(companies=[FAR]))
    assert (obstacle.kind, obstacle.position_id) == (ObstacleKind.WORK_TOO_FAR, "J1")
    assert obstacle.minutes > 60


def test_full_work_near_by_does_not_hide_that_free_work_is_far() -> None:
    companies = [{}, {"company_id": "B2", **FAR}]
    positions = [{"capacity": 0}, {"position_id": "J2", "company_id": "B2"}]
    (obstacle,) = in_the_way(a_snapshot(companies=companies, positions=positions))
    assert (obstacle.kind, obstacle.position_id) == (ObstacleKind.WORK_TOO_FAR, "J2")


def test_the_catalogue_closes_the_work() -> None:
    (obstacle,) = in_the_way(a_snapshot(positions=[{"max_age": 20}]))
    assert obstacle.kind is ObstacleKind.WORK_CLOSED
    assert [verdict.rule.id for verdict in obstacle.verdicts] == ["entry.position.max_age"]


def test_a_rule_closes_the_work() -> None:
    rule = a_rule("own.shut", "position.kind == 'bbl'", yes={"position.kind": "bbl"}, no={"position.kind": "job"})
    (obstacle,) = in_the_way(ruled(rule))
    assert obstacle.kind is ObstacleKind.WORK_CLOSED
    assert [verdict.rule.id for verdict in obstacle.verdicts] == ["own.shut"]


def test_the_training_is_too_far() -> None:
    (obstacle,) = in_the_way(a_snapshot(sites=[FAR]))
    assert (obstacle.kind, obstacle.offering_id) == (ObstacleKind.TRAINING_TOO_FAR, "T1")
    assert len(obstacle.needs) == 1


def test_a_rule_closes_the_training() -> None:
    rule = a_rule("own.shut", "offering.kind == 'bol'", yes={"offering.kind": "bol"}, no=MODULE)
    (obstacle,) = in_the_way(ruled(rule))
    assert obstacle.kind is ObstacleKind.TRAINING_CLOSED
    assert [verdict.rule.id for verdict in obstacle.verdicts] == ["own.shut"]


def test_nobody_teaches_what_is_needed() -> None:
    (obstacle,) = in_the_way(a_snapshot(skills=[{}, {"skill_id": "S2"}], occupation_skills=[{"skill_id": "S2"}]))
    assert (obstacle.kind, len(obstacle.needs)) == (ObstacleKind.NOT_TAUGHT, 1)


def test_nobody_teaches_what_the_training_asks() -> None:
    snapshot = a_snapshot(skills=[{}, {"skill_id": "S2"}], offering_requires=[{"ref_id": "S2"}])
    assert kinds(snapshot) == [ObstacleKind.NOT_TAUGHT]


def test_what_the_training_asks_is_taught_too_far_away() -> None:
    snapshot = a_snapshot(
        skills=[{}, {"skill_id": "S2"}],
        offering_requires=[{"ref_id": "S2"}],
        sites=[{}, {"site_id": "L2", **FAR}],
        offerings=[{}, {"offering_id": "T2", "site_id": "L2"}],
        offering_starts=[{}, {"offering_id": "T2", "start_date": "2027-01-04"}],
        offering_skills=[{}, {"offering_id": "T2", "skill_id": "S2"}],
    )
    (obstacle,) = in_the_way(snapshot)
    assert (obstacle.kind, obstacle.offering_id) == (ObstacleKind.TRAINING_TOO_FAR, "T2")


def test_nobody_teaches_what_the_work_asks() -> None:
    snapshot = a_snapshot(positions=[{"min_cefr": "B2"}])
    assert kinds(snapshot) == [ObstacleKind.NOT_TAUGHT]


def test_what_does_not_fit_the_money_is_too_little() -> None:
    assert kinds(a_snapshot(), a_profile(budget_eur=100)) == [ObstacleKind.TOO_LITTLE]


def test_what_does_not_fit_the_week_is_too_little() -> None:
    assert kinds(a_snapshot(), a_profile(hours_per_week=20)) == [ObstacleKind.TOO_LITTLE]


def test_what_can_be_learnt_nowhere_closes_the_training() -> None:
    (obstacle,) = in_the_way(ruled(DUTCH), a_profile(cefr=CEFR.A2))
    assert obstacle.kind is ObstacleKind.TRAINING_CLOSED
    assert [verdict.rule.id for verdict in obstacle.verdicts] == ["own.dutch"]


def test_an_age_that_comes_too_late_closes_the_training() -> None:
    child = a_profile(birth_date=date(2012, 6, 1), horizon_weeks=104)
    (obstacle,) = in_the_way(a_snapshot(offerings=[{"min_age": 18}]), child)
    assert obstacle.kind is ObstacleKind.TRAINING_CLOSED
    assert [verdict.rule.id for verdict in obstacle.verdicts] == ["entry.offering.min_age"]
