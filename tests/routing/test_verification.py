"""The proof of a route: every way in which a good route can be spoilt is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.route import Funding, Placement, Route
from gouden_poort.routing.thorough import best_route
from gouden_poort.routing.verification import BrokenRoute, verify
from gouden_poort.rules.judge import judge_of
from tests.builders import a_profile, a_snapshot

Spoil = Callable[[Route], Route]


def step_changed(**changes: Any) -> Spoil:
    return lambda route: replace(route, steps=(replace(route.steps[0], **changes),))


def moved(weeks: int) -> Spoil:
    """The step on another date, with all else as it was."""
    return lambda route: replace(
        route, steps=(replace(route.steps[0], start_date=route.steps[0].start_date + timedelta(weeks=weeks)),)
    )


def placed(weeks: int) -> Spoil:
    return lambda route: replace(
        route,
        placement=Placement(
            position_id=route.placement.position_id, start_date=route.placement.start_date + timedelta(weeks=weeks)
        ),
    )


def doubled(route: Route) -> Route:
    return replace(route, steps=(route.steps[0], route.steps[0]))


SPOILT: dict[str, Spoil] = {
    "R1 session": moved(1),
    "R1 start": moved(-50),
    "R2": doubled,
    "R7 finished": placed(-1),
    "R7 essentials": lambda route: replace(route, steps=()),
    "R7 job without bbl": step_changed(position_id="J1"),
    "R7 Monday": placed(300),
    "R8 one scheme": step_changed(funding=(Funding(scheme_id="F1", amount_eur=1),) * 2),
    "R8 amount": step_changed(funding=(Funding(scheme_id="F1", amount_eur=201),)),
    "R8 applies": step_changed(funding=(Funding(scheme_id="F2", amount_eur=1),)),
    "R8 cap": step_changed(funding=(Funding(scheme_id="F3", amount_eur=11),)),
    "number weeks_to_work": lambda route: replace(route, weeks_to_work=11),
    "number own_cost_eur": lambda route: replace(route, own_cost_eur=0),
    "number travel_minutes": lambda route: replace(route, travel_minutes=0),
    "number effort": lambda route: replace(route, effort=Decimal(1)),
}


def town() -> tuple[Snapshot, Profile]:
    schemes: list[dict[str, Any]] = [{}, {"scheme_id": "F2", "stack_group": "other", "benefits": "ww"}]
    schemes.append({"scheme_id": "F3", "stack_group": "third", "cap_per_person_eur": 10})
    return a_snapshot(schemes=schemes), a_profile(hours_per_week=40)


def test_a_good_route_passes() -> None:
    snapshot, profile = town()
    route = best_route(snapshot, profile, "O1")
    assert route is not None
    verify(judge_of(snapshot), profile, route)


@pytest.mark.parametrize("rule", SPOILT)
def test_a_spoilt_route_is_refused(rule: str) -> None:
    snapshot, profile = town()
    route = best_route(snapshot, profile, "O1")
    assert route is not None
    with pytest.raises(BrokenRoute, match=rule):
        verify(judge_of(snapshot), profile, SPOILT[rule](route))


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("R5", {"hours_per_week": 7}),
        ("R6", {"max_travel_minutes": 1}),
        ("R9", {"budget_eur": 189}),
    ],
)
def test_a_route_is_refused_for_someone_else(rule: str, changes: dict[str, Any]) -> None:
    snapshot, profile = town()
    route = best_route(snapshot, profile, "O1")
    assert route is not None
    with pytest.raises(BrokenRoute, match=rule):
        verify(judge_of(snapshot), replace(profile, **changes), route)


def test_an_entry_condition_that_is_not_met_is_found() -> None:
    snapshot = a_snapshot(offerings=[{"min_cefr": "B2"}])
    open_door, profile = a_snapshot(), a_profile()
    route = best_route(open_door, profile, "O1")
    assert route is not None
    with pytest.raises(BrokenRoute, match="R4"):
        verify(judge_of(snapshot), profile, route)
