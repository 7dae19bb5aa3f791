"""How work stands, by one short search. Answers are kept, so who must get another one is someone else."""

from __future__ import annotations

import pytest

from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.profile import HeldSkill
from gouden_poort.routing.outlook import RouteState
from gouden_poort.routing.planner import Planner
from gouden_poort.routing.terrain import Answer
from gouden_poort.services import first_look as looking
from gouden_poort.services.first_look import first_look
from gouden_poort.services.routes import suggest_routes
from tests.builders import a_profile, a_snapshot

PERSON = a_profile(skills=(HeldSkill(skill_id="S1", level=1),))


def test_work_with_a_route_is_open() -> None:
    found = first_look(a_snapshot(), PERSON, "O1")
    assert found is not None
    assert (found.state, found.route is not None) == (RouteState.OPEN, True)


def test_a_route_that_was_suggested_is_told_without_a_search(monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot, person = a_snapshot(), a_profile(budget_eur=404)
    (suggested,) = suggest_routes(snapshot, person)
    monkeypatch.setattr(Planner, "searched", lambda *_: Answer(solution=None, is_proved=False, spent=0))
    found = first_look(snapshot, person, "O1")
    assert found is not None
    assert found.route is not None
    assert found.route.steps == suggested.route.steps


def test_closed_work_says_what_opens_it() -> None:
    found = first_look(a_snapshot(), a_profile(budget_eur=0), "O1")
    assert found is not None
    assert found.state is RouteState.ALMOST
    assert [change.kind.value for change in found.changes] == ["budget"]


def test_what_a_short_search_cannot_tell_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    unsure = Answer(solution=None, is_proved=False, spent=0)
    monkeypatch.setattr(Planner, "searched", lambda *_: unsure)
    assert first_look(a_snapshot(), a_profile(budget_eur=401), "O1") is None


def test_with_very_much_to_plan_with_only_open_work_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "MANY_OFFERINGS", 0)
    assert first_look(a_snapshot(), a_profile(budget_eur=1), "O1") is None
    assert first_look(a_snapshot(), a_profile(budget_eur=402), "O1") is not None


def test_work_that_is_not_in_the_catalogue_is_an_error() -> None:
    with pytest.raises(UnknownThing):
        first_look(a_snapshot(), PERSON, "O9")
