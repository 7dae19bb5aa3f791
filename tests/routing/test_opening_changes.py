"""The cheapest changes that open an occupation are no bigger than they have to be."""

from __future__ import annotations

from gouden_poort.routing.change import Change, ChangeKind
from gouden_poort.routing.opening_changes import cheapest_opening, nearly_open
from tests.builders import a_profile, a_snapshot


def test_a_change_is_the_smallest_that_opens_the_occupation() -> None:
    snapshot, person = a_snapshot(), a_profile(budget_eur=200, hours_per_week=20)
    opened = cheapest_opening(snapshot, person, "O1")
    assert opened is not None
    assert opened.changes == (
        Change(kind=ChangeKind.HOURS_PER_WEEK, before=20, after=32),
        Change(kind=ChangeKind.BUDGET, before=200, after=400),
    )


def test_what_is_nearly_open_says_the_same_change() -> None:
    snapshot, person = a_snapshot(), a_profile(budget_eur=200)
    (near,) = nearly_open(snapshot, person)
    opened = cheapest_opening(snapshot, person, "O1")
    assert opened is not None
    assert near.changes == opened.changes == (Change(kind=ChangeKind.BUDGET, before=200, after=400),)
