"""The choice for a person, checked, explained and kept for the next time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.profiles.profile import HeldSkill, Profile
from gouden_poort.routing.measures import Measure
from gouden_poort.routing.route import Route
from gouden_poort.services import choice as service
from gouden_poort.services.choice import options_to, unknown_in
from gouden_poort.services.recent import Recent
from tests.builders import a_profile, a_snapshot

SNAPSHOT = a_snapshot(
    offerings=[{}, {"offering_id": "T2", "cost_eur": 100}],
    offering_skills=[{}, {"offering_id": "T2"}],
    offering_starts=[{}, {"offering_id": "T2", "start_date": "2027-03-01"}],
)
"""T1 is four weeks sooner, T2 300 euro cheaper."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Profile]:
    """The profiles that reach the planner, from a start with nothing kept."""
    seen: list[Profile] = []
    choose = service.choice

    def choice(snapshot: Snapshot, profile: Profile, occupation_id: str) -> tuple[Route, ...]:
        seen.append(profile)
        return choose(snapshot, profile, occupation_id)

    monkeypatch.setattr(service, "choice", choice)
    monkeypatch.setattr(service, "_recent", Recent[Any, Any](2))
    return seen


def test_every_option_comes_with_its_reasons_and_what_sets_it_apart() -> None:
    soon, cheap = options_to(SNAPSHOT, a_profile(), "O1")
    assert [one.option.route for one in (soon, cheap)] == [one.explained.route for one in (soon, cheap)]
    assert [step.step.offering_id for step in soon.explained.explanation.steps] == ["T1"]
    assert (cheap.option.best_in, soon.option.best_in) == ((Measure.OWN_COST,), (Measure.WEEKS_TO_WORK,))


def test_without_a_route_there_are_no_options() -> None:
    assert options_to(SNAPSHOT, a_profile(budget_eur=0), "O1") == ()


def test_asking_again_does_not_search_again(asked: list[Profile]) -> None:
    again = options_to(SNAPSHOT, a_profile(profile_id="another"), "O1")
    assert options_to(SNAPSHOT, a_profile(), "O1") is again
    assert len(asked) == 1


def test_who_asks_is_not_kept(asked: list[Profile]) -> None:
    options_to(SNAPSHOT, a_profile(profile_id="canary"), "O1")
    assert "canary" not in repr(vars(service._recent))


def test_another_profile_or_another_catalogue_is_another_question(asked: list[Profile]) -> None:
    options_to(SNAPSHOT, a_profile(), "O1")
    options_to(SNAPSHOT, a_profile(budget_eur=100), "O1")
    options_to(replace(SNAPSHOT, version="later"), a_profile(), "O1")
    assert len(asked) == 3


def test_what_the_catalogue_does_not_have_is_refused_before_searching(asked: list[Profile]) -> None:
    with pytest.raises(InvalidInput):
        options_to(SNAPSHOT, a_profile(skills=(HeldSkill(skill_id="S9", level=1),)), "O1")
    with pytest.raises(UnknownThing):
        options_to(SNAPSHOT, a_profile(), "O9")
    assert asked == []


def test_every_unknown_id_of_a_document_is_told_where_it_stands() -> None:
    document = {"profile": {"credentials": ["C9"], "skills": 7}, "occupation_id": "O9"}
    assert [(fault.path, fault.code) for fault in unknown_in(SNAPSHOT, document)] == [
        ("profile.credentials.0", "unknown_id"),
        ("occupation_id", "unknown_id"),
    ]


@pytest.mark.parametrize(
    "document", [{}, {"profile": 3, "occupation_id": None}, {"profile": {}, "occupation_id": "O1"}]
)
def test_a_document_without_ids_or_with_known_ones_has_no_such_fault(document: dict[str, Any]) -> None:
    assert list(unknown_in(SNAPSHOT, document)) == []
