"""Two profiles beside each other: checked, and with what was planned before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.profile import HeldSkill, Profile
from gouden_poort.routing import what_if as routing
from gouden_poort.routing.change import LICENCE_B, Change, ChangeKind
from gouden_poort.routing.difference import Turn
from gouden_poort.routing.route import Route
from gouden_poort.routing.what_if import WhatIf
from gouden_poort.services import routes, what_if
from gouden_poort.services.recent import Recent
from gouden_poort.services.routes import suggest_routes
from gouden_poort.services.what_if import changed
from tests.builders import a_profile, a_snapshot

SNAPSHOT = a_snapshot()
POOR = a_profile(budget_eur=0)
LICENCE = Change(kind=ChangeKind.DRIVING_LICENCE)


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Route, ...] | None]:
    """What the comparisons knew beforehand, from a start with nothing kept."""
    seen: list[tuple[Route, ...] | None] = []
    compare = routing.what_if

    def compared(snapshot: Snapshot, *profiles: Profile, known: Iterable[Route] | None) -> WhatIf:
        seen.append(None if known is None else tuple(known))
        return compare(snapshot, *profiles, known=known)

    monkeypatch.setattr(routing, "what_if", compared)
    monkeypatch.setattr(what_if, "_recent", Recent[Any, Any](2))
    monkeypatch.setattr(routes, "_recent", Recent[Any, Any](2))
    return seen


def paths_of(error: InvalidInput) -> list[str]:
    return [fault.path for fault in error.faults]


def test_who_has_more_to_spend_finds_a_way_opened() -> None:
    (found,) = what_if.what_if(SNAPSHOT, POOR, a_profile()).differences
    assert (found.occupation_id, found.turns) == ("O1", (Turn.OPENED,))


def test_asking_again_does_not_plan_again(known: list[Any]) -> None:
    first = what_if.what_if(SNAPSHOT, POOR, a_profile())
    assert what_if.what_if(SNAPSHOT, POOR, a_profile(profile_id="another")) is first
    assert len(known) == 1


def test_a_suggestion_that_is_kept_is_not_made_again(known: list[Any]) -> None:
    (suggested,) = suggest_routes(SNAPSHOT, a_profile())
    what_if.what_if(SNAPSHOT, a_profile(profile_id="another"), POOR)
    ((route,),) = known
    assert (route.steps, route.career) == (suggested.route.steps, None)


def test_without_one_that_is_kept_both_are_made(known: list[Any]) -> None:
    what_if.what_if(SNAPSHOT, a_profile(), POOR)
    assert known == [None]


def test_who_asks_is_not_kept(known: list[Any]) -> None:
    what_if.what_if(SNAPSHOT, a_profile(profile_id="canary"), a_profile(profile_id="canary", budget_eur=0))
    assert "canary" not in repr(vars(what_if._recent))


def test_what_the_catalogue_does_not_have_is_told_of_each_side_once() -> None:
    unknown = HeldSkill(skill_id="S9", level=1)
    before = a_profile(skills=(unknown,))
    after = a_profile(skills=(unknown,), credentials=frozenset({"C9"}))
    with pytest.raises(InvalidInput) as caught:
        what_if.what_if(SNAPSHOT, before, after)
    assert paths_of(caught.value) == ["profile.skills.0.skill_id", "other.credentials"]


def test_changes_are_all_made() -> None:
    changes = [Change(kind=ChangeKind.BUDGET, after=700), Change(kind=ChangeKind.TRAVEL_MINUTES, after=90)]
    assert changed(SNAPSHOT, POOR, changes) == a_profile(budget_eur=700, max_travel_minutes=90)


def test_a_licence_can_be_had_where_the_catalogue_knows_it() -> None:
    snapshot = a_snapshot(credentials=[{"credential_id": LICENCE_B}])
    assert changed(snapshot, POOR, [LICENCE]).credentials == {LICENCE_B}


def test_a_licence_that_the_catalogue_does_not_know_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        changed(SNAPSHOT, POOR, [Change(kind=ChangeKind.BUDGET, after=700), LICENCE])
    assert paths_of(caught.value) == ["changes.1.kind"]
