"""The best route to one occupation: what it is, and the edges at which it stops being possible."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.levels import CEFR, TargetGroup
from gouden_poort.profiles.profile import HeldSkill, Profile, Weights
from gouden_poort.routing import planner
from gouden_poort.routing.planner import Planner
from gouden_poort.routing.route import Route
from gouden_poort.routing.thorough import best_route
from tests.builders import MONDAY, a_profile, a_snapshot

S2 = {"skill_id": "S2", "label": "Buigen"}
O1_ASKS_S1_AND_S2: list[dict[str, Any]] = [{}, {"skill_id": "S2"}]


def week(number: int) -> str:
    """A Monday of the catalogue, as its files write it."""
    return (MONDAY + timedelta(weeks=number)).isoformat()


def start(offering_id: str, *weeks: int) -> list[dict[str, Any]]:
    return [{"offering_id": offering_id, "start_date": week(number)} for number in weeks]


def weeks_of(route: Route | None) -> dict[str, int]:
    """The steps of a route with their start weeks."""
    assert route is not None
    return {step.offering_id: (step.start_date - MONDAY).days // 7 for step in route.steps}


def test_the_default_road_is_followed_and_its_numbers_are_exact() -> None:
    route = best_route(a_snapshot(), a_profile(), "O1")
    assert route is not None
    assert weeks_of(route) == {"T1": 4}
    assert route.placement.position_id == "J1"
    assert (route.weeks_to_work, route.weeks_to_qualified) == (12, 12)
    assert (route.own_cost_eur, route.travel_minutes) == (400, 4)
    assert route.effort == Decimal("19.7")  # 1.25 x 12 + 4 + 0.05 x 4 + 0.5


def test_weights_are_counted_exactly() -> None:
    weights = Weights(week=Decimal("0.333"), qualified=Decimal(0), cost=Decimal("0.001"), travel=Decimal(0))
    route = best_route(a_snapshot(), a_profile(weights=weights), "O1")
    assert route is not None
    assert route.effort == Decimal("0.333") * 12 + Decimal("0.001") * 4 + Decimal("0.5")


def test_someone_who_can_already_do_the_work_starts_at_once() -> None:
    route = best_route(a_snapshot(), a_profile(skills=(HeldSkill(skill_id="S1", level=2),)), "O1")
    assert route is not None
    assert route.steps == ()
    assert (route.weeks_to_work, route.effort) == (0, Decimal("0.1"))


@pytest.mark.parametrize("files", [{"offerings": [], "offering_skills": [], "offering_starts": []}, {"positions": []}])
def test_an_empty_catalogue_has_no_routes(files: dict[str, Any]) -> None:
    assert best_route(a_snapshot(**files), a_profile(), "O1") is None


def test_an_occupation_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(UnknownThing):
        best_route(a_snapshot(), a_profile(), "O9")


def test_someone_out_of_reach_has_no_route() -> None:
    far = {"lat": 50.85, "lon": 5.69}
    assert best_route(a_snapshot(), a_profile(**far), "O1") is None
    assert best_route(a_snapshot(), a_profile(**far, max_travel_minutes=400), "O1") is not None


def test_the_horizon_counts_to_the_start_of_work() -> None:
    assert best_route(a_snapshot(), a_profile(horizon_weeks=12), "O1") is not None
    assert best_route(a_snapshot(), a_profile(horizon_weeks=11), "O1") is None


def test_a_position_may_start_on_its_last_day_and_not_after() -> None:
    assert best_route(a_snapshot(positions=[{"open_to": week(12)}]), a_profile(), "O1") is not None
    assert best_route(a_snapshot(positions=[{"open_to": week(11)}]), a_profile(), "O1") is None


def test_work_waits_for_the_position_to_open() -> None:
    route = best_route(a_snapshot(positions=[{"open_from": week(20)}]), a_profile(), "O1")
    assert route is not None
    assert route.weeks_to_work == 20


def test_a_job_of_more_hours_than_someone_has_is_no_job() -> None:
    assert best_route(a_snapshot(), a_profile(hours_per_week=32), "O1") is not None
    assert best_route(a_snapshot(), a_profile(hours_per_week=31), "O1") is None


def test_the_budget_is_hard_and_a_cheaper_course_is_found() -> None:
    snapshot = a_snapshot(
        offerings=[{}, {"offering_id": "T2", "cost_eur": 100, "weeks": 20}],
        offering_skills=[{}, {"offering_id": "T2"}],
        offering_starts=[*start("T1", 4), *start("T2", 4)],
    )
    assert weeks_of(best_route(snapshot, a_profile(budget_eur=400), "O1")) == {"T1": 4}
    assert weeks_of(best_route(snapshot, a_profile(budget_eur=399), "O1")) == {"T2": 4}
    assert best_route(snapshot, a_profile(budget_eur=99), "O1") is None


def parallel(hours: int) -> Snapshot:
    """Two courses of some hours, both needed."""
    return a_snapshot(
        skills=[{}, S2],
        occupation_skills=O1_ASKS_S1_AND_S2,
        offerings=[{"hours_per_week": hours}, {"offering_id": "T2", "hours_per_week": hours}],
        offering_skills=[{}, {"offering_id": "T2", "skill_id": "S2"}],
        offering_starts=[*start("T1", 0, 4, 8), *start("T2", 0, 4, 8)],
    )


def test_courses_run_side_by_side_up_to_the_hours_exactly() -> None:
    assert set(weeks_of(best_route(parallel(18), a_profile(), "O1")).values()) == {0}
    assert set(weeks_of(best_route(parallel(19), a_profile(), "O1")).values()) == {0, 8}


@pytest.mark.parametrize("kind", ["module", "bbl"])
def test_a_course_and_a_position_may_ask_any_number_of_skills(kind: str) -> None:
    asked = [{"skill_id": f"X{number}", "label": f"Stap {number}"} for number in range(800)]
    snapshot = a_snapshot(
        skills=[{}, *asked],
        offerings=[{"kind": kind, "cost_eur": 0}, {"offering_id": "T2", "cost_eur": 0}],
        offering_skills=[{}, *[{"offering_id": "T2", "skill_id": one["skill_id"]} for one in asked]],
        offering_starts=[*start("T1", 8), *start("T2", 0)],
        offering_credentials=[{}],
        offering_requires=[{"ref_id": one["skill_id"]} for one in asked[:400]],
        positions=[
            {"kind": "job"} if kind == "module" else {"kind": "bbl", "credential_id": "C1", "hours_per_week": 24}
        ],
        position_requires=[{"ref_id": one["skill_id"]} for one in asked[400:]],
    )
    assert weeks_of(best_route(snapshot, a_profile(), "O1")) == {"T2": 0, "T1": 8}


def test_a_person_available_before_the_catalogue_begins_waits_for_it() -> None:
    profile = a_profile(available_from=MONDAY - timedelta(weeks=3))
    snapshot = a_snapshot(offerings=[{"rolling": True}], offering_starts=[])
    route = best_route(snapshot, profile, "O1")
    assert weeks_of(route) == {"T1": 0}
    assert route is not None
    assert route.weeks_to_work == 11


def test_rolling_offerings_stop_with_the_catalogue() -> None:
    snapshot = a_snapshot(offerings=[{"rolling": True}], offering_starts=[])
    last = MONDAY + timedelta(weeks=207)
    assert weeks_of(best_route(snapshot, a_profile(available_from=last), "O1")) == {"T1": 207}
    assert best_route(snapshot, a_profile(available_from=last + timedelta(weeks=1)), "O1") is None


def test_a_horizon_or_a_start_beyond_all_reason_is_answered_as_quickly() -> None:
    assert weeks_of(best_route(a_snapshot(), a_profile(horizon_weeks=10**9), "O1")) == {"T1": 4}
    assert best_route(a_snapshot(), a_profile(available_from=MONDAY + timedelta(weeks=300_000)), "O1") is None


def test_the_birthday_opens_a_course() -> None:
    snapshot = a_snapshot(offerings=[{"min_age": 18}], offering_starts=start("T1", 4, 6))
    assert weeks_of(best_route(snapshot, a_profile(birth_date=date(2009, 2, 1)), "O1")) == {"T1": 4}
    assert weeks_of(best_route(snapshot, a_profile(birth_date=date(2009, 2, 2)), "O1")) == {"T1": 6}


def test_an_offering_is_closed_to_other_groups() -> None:
    snapshot = a_snapshot(offerings=[{"target_groups": "starter"}])
    assert best_route(snapshot, a_profile(), "O1") is None
    starter = a_profile(target_groups=frozenset({TargetGroup.STARTER}))
    assert best_route(snapshot, starter, "O1") is not None


def language_first() -> Snapshot:
    return a_snapshot(
        offerings=[
            {"min_cefr": "A2"},
            {"offering_id": "L1", "kind": "language", "awards_cefr": "A1", "cost_eur": 0},
            {"offering_id": "L2", "kind": "language", "awards_cefr": "A2", "min_cefr": "A1", "cost_eur": 0},
        ],
        offering_starts=[*start("T1", 4, 17, 30), *start("L1", 0), *start("L2", 9, 20)],
    )


def test_language_comes_before_the_course_that_asks_it() -> None:
    route = best_route(language_first(), a_profile(cefr=CEFR.A0), "O1")
    assert weeks_of(route) == {"L1": 0, "L2": 9, "T1": 17}
    assert weeks_of(best_route(language_first(), a_profile(cefr=CEFR.A1), "O1")) == {"L2": 9, "T1": 17}


def test_a_diploma_raises_the_level_that_a_course_asks() -> None:
    snapshot = a_snapshot(
        credentials=[{"kind": "diploma", "nlqf_level": 3}],
        offerings=[{"min_nlqf": 3}, {"offering_id": "T2", "kind": "exam", "weeks": 2}],
        offering_credentials=[{"offering_id": "T2"}],
        offering_starts=[*start("T1", 4), *start("T2", 0)],
    )
    assert weeks_of(best_route(snapshot, a_profile(nlqf=2), "O1")) == {"T2": 0, "T1": 4}
    assert weeks_of(best_route(snapshot, a_profile(nlqf=2, credentials=frozenset({"C1"})), "O1")) == {"T1": 4}


def test_courses_that_ask_each_other_are_entered_from_outside() -> None:
    snapshot = a_snapshot(
        skills=[{}, S2],
        occupation_skills=O1_ASKS_S1_AND_S2,
        offerings=[{"cost_eur": 0}, {"offering_id": "T2", "cost_eur": 0}, {"offering_id": "T3", "cost_eur": 0}],
        offering_skills=[
            {},
            {"offering_id": "T2", "skill_id": "S2"},
            {"offering_id": "T3", "skill_id": "S2", "level": 1},
        ],
        offering_requires=[
            {"ref_id": "S2", "level": 1},
            {"offering_id": "T2", "ref_id": "S1", "level": 1},
        ],
        offering_starts=[*start("T1", 8), *start("T2", 16), *start("T3", 0)],
    )
    assert weeks_of(best_route(snapshot, a_profile(), "O1")) == {"T3": 0, "T1": 8, "T2": 16}


def test_courses_that_only_ask_each_other_lead_nowhere() -> None:
    snapshot = a_snapshot(
        skills=[{}, S2],
        occupation_skills=O1_ASKS_S1_AND_S2,
        offerings=[{}, {"offering_id": "T2"}],
        offering_skills=[{}, {"offering_id": "T2", "skill_id": "S2"}],
        offering_requires=[{"ref_id": "S2", "level": 1}, {"offering_id": "T2", "ref_id": "S1", "level": 1}],
        offering_starts=[*start("T1", 0, 8, 16), *start("T2", 0, 8, 16)],
    )
    assert best_route(snapshot, a_profile(), "O1") is None


def test_a_circle_is_entered_where_it_can_be_paid() -> None:
    snapshot = a_snapshot(
        skills=[{}, S2],
        occupation_skills=O1_ASKS_S1_AND_S2,
        offerings=[
            {"cost_eur": 500},
            {"offering_id": "T2", "cost_eur": 0},
            {"offering_id": "T3", "cost_eur": 500},
            {"offering_id": "T4", "cost_eur": 0},
        ],
        offering_skills=[
            {},
            {"offering_id": "T2", "skill_id": "S2"},
            {"offering_id": "T3", "skill_id": "S2", "level": 1},
            {"offering_id": "T4", "level": 1},
        ],
        offering_requires=[{"ref_id": "S2", "level": 1}, {"offering_id": "T2", "ref_id": "S1", "level": 1}],
        offering_starts=[
            *start("T1", 8, 60),
            *start("T2", 16, 52),
            *start("T3", 0),
            *start("T4", 40),
        ],
    )
    assert weeks_of(best_route(snapshot, a_profile(budget_eur=1000), "O1")) == {"T3": 0, "T1": 8, "T2": 16}
    assert weeks_of(best_route(snapshot, a_profile(budget_eur=900), "O1")) == {"T4": 40, "T2": 52, "T1": 60}


def choosy(*, lat: float) -> Snapshot:
    """Two positions; the near one also asks S2, which T2 teaches."""
    companies = [{}, {"company_id": "B2", "lat": lat}]
    return a_snapshot(
        skills=[{}, S2],
        companies=companies,
        positions=[{}, {"position_id": "J2", "company_id": "B2"}],
        position_requires=[{"ref_id": "S2", "level": 1}],
        offerings=[{}, {"offering_id": "T2", "cost_eur": 0}],
        offering_skills=[{}, {"offering_id": "T2", "skill_id": "S2"}],
        offering_starts=[*start("T1", 4), *start("T2", 4)],
    )


def test_a_position_that_asks_more_is_passed_over_or_prepared_for() -> None:
    for lat in (52.0907, 52.095):
        easy = best_route(choosy(lat=lat), a_profile(), "O1")
        assert easy is not None
        assert (easy.placement.position_id, weeks_of(easy)) == ("J2", {"T1": 4})
    worth_it = best_route(choosy(lat=52.25), a_profile(), "O1")
    assert worth_it is not None
    assert (worth_it.placement.position_id, weeks_of(worth_it)) == ("J1", {"T1": 4, "T2": 4})


def test_nothing_superfluous_is_followed() -> None:
    snapshot = a_snapshot(
        skills=[{}, S2],
        occupation_skills=O1_ASKS_S1_AND_S2,
        offerings=[{}, {"offering_id": "T2"}, {"offering_id": "T3", "weeks": 9}],
        offering_skills=[
            {},
            {"offering_id": "T2", "skill_id": "S2"},
            {"offering_id": "T3"},
            {"offering_id": "T3", "skill_id": "S2"},
        ],
        offering_starts=[*start("T1", 4), *start("T2", 4), *start("T3", 4)],
    )
    assert weeks_of(best_route(snapshot, a_profile(), "O1")) == {"T3": 4}


def test_equal_routes_give_the_same_answer_every_time() -> None:
    snapshot = a_snapshot(
        offerings=[{}, {"offering_id": "T0"}],
        offering_skills=[{}, {"offering_id": "T0"}],
        offering_starts=[*start("T1", 4), *start("T0", 4)],
        positions=[{}, {"position_id": "J0"}],
    )
    routes = [best_route(snapshot, a_profile(), "O1") for _ in range(3)]
    assert routes[0] == routes[1] == routes[2]
    assert routes[0] is not None


def test_a_scheme_pays_until_its_last_day_and_waiting_for_one_can_pay() -> None:
    def own_cost(profile: Profile, **scheme: Any) -> tuple[int, int]:
        snapshot = a_snapshot(schemes=[{"pays_share": "1.00", **scheme}], offering_starts=start("T1", 4, 5))
        route = best_route(snapshot, profile, "O1")
        assert route is not None
        return weeks_of(route)["T1"], route.own_cost_eur

    assert own_cost(a_profile(), valid_to=week(4)) == (4, 0)
    assert own_cost(a_profile(), valid_to=(MONDAY + timedelta(days=27)).isoformat()) == (4, 400)
    assert own_cost(a_profile(), valid_from=week(5)) == (5, 0)
    impatient = replace(Weights(), week=Decimal(10))
    assert own_cost(a_profile(weights=impatient), valid_from=week(5)) == (4, 400)


def test_a_planner_for_single_occupations_searches_whatever_was_searched_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(planner, "POOL", 1)
    monkeypatch.setattr(planner, "A_LITTLE", 0)
    tired = Planner(a_snapshot(), a_profile())
    assert tired.best(0) is not None
    assert tired.best(0) is None
    assert tired.alone().best(0) is not None
