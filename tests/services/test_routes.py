"""Routes for a person through the planner, checked, explained and kept for the next time."""

from dataclasses import replace
from typing import Any

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.profiles.profile import HeldSkill, Profile
from gouden_poort.routing.selecting import ChosenFor
from gouden_poort.routing.suggestion import Chosen
from gouden_poort.services import routes
from gouden_poort.services.routes import route_to, suggest_routes
from tests.builders import a_profile, a_snapshot

SNAPSHOT = a_snapshot()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Profile]:
    """The profiles that reach the planner, from a start with nothing kept."""
    seen: list[Profile] = []
    plan = routes.choose

    def choose(snapshot: Snapshot, profile: Profile) -> tuple[Chosen, ...]:
        seen.append(profile)
        return plan(snapshot, profile)

    monkeypatch.setattr(routes, "choose", choose)
    monkeypatch.setattr(routes, "_recent", routes.Recent[Any, Any](2))
    return seen


def test_a_suggestion_comes_with_its_reasons() -> None:
    (found,) = suggest_routes(SNAPSHOT, a_profile())
    assert found.route.target_occupation_id == "O1"
    assert [step.offering_id for step in found.route.steps] == ["T1"]
    assert [step.step for step in found.explanation.steps] == list(found.route.steps)


def test_a_suggestion_says_why_each_is_there_and_a_route_asked_for_by_itself_does_not() -> None:
    (suggested,) = suggest_routes(SNAPSHOT, a_profile())
    asked_for = route_to(SNAPSHOT, a_profile(), "O1")
    assert asked_for is not None
    assert (suggested.chosen_for, asked_for.chosen_for) == (ChosenFor.SCORE, None)


def test_the_best_route_to_one_occupation_is_the_suggested_one() -> None:
    (suggested,) = suggest_routes(SNAPSHOT, a_profile())
    found = route_to(SNAPSHOT, a_profile(), "O1")
    assert found is not None
    assert found.route.steps == suggested.route.steps
    assert found.route.placement == suggested.route.placement


def test_no_route_is_an_empty_suggestion() -> None:
    profile = a_profile(max_travel_minutes=1, lat=53.4, lon=6.8)
    assert suggest_routes(SNAPSHOT, profile) == ()
    assert route_to(SNAPSHOT, profile, "O1") is None


def test_asking_again_does_not_plan_again(asked: list[Profile]) -> None:
    assert suggest_routes(SNAPSHOT, a_profile()) is suggest_routes(SNAPSHOT, a_profile(profile_id="another"))
    assert len(asked) == 1


def test_who_asks_is_not_kept(asked: list[Profile]) -> None:
    suggest_routes(SNAPSHOT, a_profile(profile_id="canary"))
    assert "canary" not in repr(vars(routes._recent))


def test_another_profile_or_another_catalogue_is_another_question(asked: list[Profile]) -> None:
    suggest_routes(SNAPSHOT, a_profile())
    suggest_routes(SNAPSHOT, a_profile(budget_eur=0))
    suggest_routes(replace(SNAPSHOT, version="later"), a_profile())
    assert len(asked) == 3


def test_what_the_catalogue_does_not_have_is_refused_before_planning(asked: list[Profile]) -> None:
    unknown = a_profile(skills=(HeldSkill(skill_id="S9", level=1),))
    for ask in (suggest_routes, lambda snapshot, profile: route_to(snapshot, profile, "O1")):
        with pytest.raises(InvalidInput):
            ask(SNAPSHOT, unknown)
    with pytest.raises(UnknownThing):
        route_to(SNAPSHOT, a_profile(), "O9")
    assert asked == []
