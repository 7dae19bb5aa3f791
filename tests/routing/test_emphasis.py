"""Seeking with another emphasis than the person's own weights."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from gouden_poort.catalogue.snapshot import POSITION_BBL, POSITION_JOB
from gouden_poort.profiles.profile import Weights
from gouden_poort.routing.emphasis import CHEAPEST, HEAVY, SOONEST, USUAL, Emphasis, Seeker, only_compared
from gouden_poort.routing.thorough import best_route
from tests.builders import a_profile, a_snapshot


def test_what_is_compared_keeps_its_proportions() -> None:
    weights = only_compared(Weights(week=Decimal(2), cost=Decimal("0.5"), travel=Decimal("0.05")))
    assert weights.week == 4 * weights.cost == 40 * weights.travel


def test_what_is_not_compared_only_settles_ties() -> None:
    """Even ten years later qualified, in a hundred steps more, is less than three euros."""
    weights = only_compared(Weights(qualified=HEAVY, step=HEAVY))
    assert weights.qualified * 520 + weights.step * 100 < weights.cost * 3 / 100
    assert weights.qualified > 0 < weights.step


def test_what_weighs_nothing_still_counts() -> None:
    weights = only_compared(Weights(week=Decimal(0), cost=Decimal(0), travel=Decimal(0)))
    assert min(weights.week, weights.cost, weights.travel) > 0


@pytest.mark.parametrize("weights", [SOONEST, CHEAPEST, only_compared(Weights(cost=HEAVY))])
def test_no_weight_is_more_than_a_profile_may_hold(weights: Weights) -> None:
    assert max(weights.week, weights.cost, weights.travel) <= HEAVY


def test_a_route_found_with_an_emphasis_has_the_effort_of_the_person() -> None:
    snapshot, profile = a_snapshot(), a_profile()
    row = snapshot.columns.occupations.id.row("O1")
    found = Seeker(snapshot, profile).leaning(Emphasis(weights=CHEAPEST)).best(row)
    assert found == best_route(snapshot, profile, "O1")


def test_an_emphasis_leaves_the_seeker_as_it_was() -> None:
    seeker = Seeker(a_snapshot(), a_profile())
    person, ground = seeker.person, seeker.ground
    leaning = seeker.leaning(Emphasis(weights=SOONEST, furthest_minutes=0))
    assert seeker.person is leaning.person is person
    assert seeker.ground is ground
    assert leaning.ground is not ground


def test_nothing_is_further_away_than_the_emphasis_allows() -> None:
    snapshot = a_snapshot()
    seeker, row = Seeker(snapshot, a_profile()), snapshot.columns.occupations.id.row("O1")
    assert seeker.leaning(Emphasis(weights=USUAL, furthest_minutes=2)).best(row) is not None
    assert seeker.leaning(Emphasis(weights=USUAL, furthest_minutes=1)).best(row) is None


def test_the_work_is_of_the_kind_that_is_sought() -> None:
    snapshot = a_snapshot()
    seeker, row = Seeker(snapshot, a_profile()), snapshot.columns.occupations.id.row("O1")
    assert seeker.leaning(Emphasis(weights=USUAL, position_kind=POSITION_JOB)).best(row) is not None
    assert seeker.leaning(Emphasis(weights=USUAL, position_kind=POSITION_BBL)).best(row) is None


def test_rules_that_shut_a_door_within_the_search_leave_the_emphasis_as_it_is() -> None:
    """What is laid out anew before other doors is laid out with the same emphasis."""
    seeker = Seeker(a_snapshot(), a_profile()).leaning(Emphasis(weights=USUAL, furthest_minutes=1))
    behind = seeker._behind(replace(seeker.person.doors))
    assert behind.best(0) is None
