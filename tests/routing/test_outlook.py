"""The five states of an occupation for one person, each on a catalogue of a few lines."""

from __future__ import annotations

from typing import Any

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.levels import PriorEducation, RightToWork
from gouden_poort.profiles.profile import Circumstances, Profile
from gouden_poort.routing.change import ChangeKind
from gouden_poort.routing.obstacles import ObstacleKind
from gouden_poort.routing.outlook import Outlook, RouteState, outlook
from tests.builders import a_profile, a_snapshot
from tests.rules.books import ADULT, Written, a_rule, ruled

MODULE = {"offering.kind": "module"}
RIGHT_TO_WORK = a_rule(
    "own.right",
    "person.right_to_work != 'not_allowed' or position.wage_month_eur > 9000",
    yes={"person.right_to_work": "free"},
    no={"person.right_to_work": "not_allowed", "position.wage_month_eur": 2600},
)
SCHOOLED = a_rule(
    "own.schooled",
    "person.qualifies_mbo_2 or offering.kind == 'bol'",
    yes={"person.qualifies_mbo_2": True},
    no={"person.qualifies_mbo_2": False, **MODULE},
)


def standing(profile: Profile, *rules: Written, **files: Any) -> Outlook:
    return outlook(ruled(*rules, **files) if rules else a_snapshot(**files), profile, "O1")


def test_a_route_now_is_open() -> None:
    found = standing(a_profile())
    assert found.state is RouteState.OPEN
    assert found.route is not None
    assert found.explanation is not None
    assert (found.changes, found.obstacles, found.questions) == ((), (), ())


def test_a_rule_that_passes_leaves_it_open() -> None:
    assert standing(a_profile(), ADULT).state is RouteState.OPEN


def test_a_route_over_full_places_waits() -> None:
    found = standing(a_profile(), offerings=[{"capacity": 0}])
    assert found.state is RouteState.WAITING
    assert found.route is not None
    assert found.explanation is not None


def test_full_work_waits_too() -> None:
    assert standing(a_profile(), positions=[{"capacity": 0}]).state is RouteState.WAITING


def test_a_rule_that_shuts_is_no_waiting() -> None:
    shut = a_rule("own.shut", "offering.kind == 'bol'", yes={"offering.kind": "bol"}, no=MODULE)
    assert standing(a_profile(), shut, offerings=[{"capacity": 0}]).state is RouteState.CLOSED


def test_one_change_is_almost() -> None:
    found = standing(a_profile(budget_eur=100))
    assert found.state is RouteState.ALMOST
    assert [change.kind for change in found.changes] == [ChangeKind.BUDGET]
    assert found.route is not None


def test_two_changes_are_still_almost() -> None:
    found = standing(a_profile(budget_eur=100, hours_per_week=20))
    assert (found.state, len(found.changes)) == (RouteState.ALMOST, 2)


def test_three_changes_are_closed() -> None:
    found = standing(a_profile(budget_eur=100, hours_per_week=20, max_travel_minutes=10, lat=52.2))
    assert (found.state, len(found.changes)) == (RouteState.CLOSED, 3)


def test_what_no_change_opens_is_closed_without_changes() -> None:
    found = standing(a_profile(), positions=[{"max_age": 20}])
    assert found.state is RouteState.CLOSED
    assert (found.changes, found.route) == ((), None)
    assert [obstacle.kind for obstacle in found.obstacles] == [ObstacleKind.WORK_CLOSED]


def test_an_answer_that_decides_leaves_it_unknown() -> None:
    found = standing(a_profile(), RIGHT_TO_WORK)
    assert found.state is RouteState.UNKNOWN
    assert [fact.name for fact in found.questions] == ["person.right_to_work"]


def test_the_answer_opens_it() -> None:
    allowed = a_profile(circumstances=Circumstances(right_to_work=RightToWork.FREE))
    assert standing(allowed, RIGHT_TO_WORK).state is RouteState.OPEN


def test_the_other_answer_closes_it() -> None:
    barred = a_profile(circumstances=Circumstances(right_to_work=RightToWork.NOT_ALLOWED))
    found = standing(barred, RIGHT_TO_WORK)
    assert found.state is RouteState.CLOSED
    (obstacle,) = found.obstacles
    assert [verdict.rule.id for verdict in obstacle.verdicts] == ["own.right"]


def test_what_nobody_asks_decides_nothing() -> None:
    rule = a_rule(
        "own.vog",
        "person.has_vog or offering.kind == 'bol'",
        yes={"person.has_vog": True},
        no={"person.has_vog": False, **MODULE},
    )
    assert standing(a_profile(), rule).state is RouteState.OPEN


def test_a_question_that_only_warns_decides_nothing() -> None:
    assert standing(a_profile(), RIGHT_TO_WORK | {"kind": "obligation"}).state is RouteState.OPEN


def test_schooling_nobody_told_is_asked() -> None:
    assert standing(a_profile(nlqf=1), SCHOOLED).state is RouteState.UNKNOWN


def test_schooling_from_abroad_was_answered_and_is_not_asked_again() -> None:
    abroad = a_profile(nlqf=1, circumstances=Circumstances(prior_education=PriorEducation.FOREIGN))
    found = standing(abroad, SCHOOLED)
    assert (found.state, found.questions) == (RouteState.OPEN, ())


def test_an_occupation_that_is_not_there_is_unknown_to_us() -> None:
    snapshot: Snapshot = a_snapshot()
    with pytest.raises(UnknownThing):
        outlook(snapshot, a_profile(), "O9")
