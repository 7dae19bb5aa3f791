"""What makes somebody look at a plan again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gouden_poort.development.drift import DriftKind, drifts, is_better
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journal import standing_of
from gouden_poort.development.plan import MilestoneKind
from gouden_poort.development.progress import points
from tests.development.journals import an_event, finished, fired, hired, started
from tests.development.plans import a_plan, milestone

PLAN = a_plan()
COURSE = milestone(PLAN, MilestoneKind.LEARNING).id
LEARNT = (started("2027-09-06", COURSE), finished("2028-02-28", COURSE))


def kinds(today: str, *events: Event) -> list[tuple[DriftKind, str]]:
    day, standing = date.fromisoformat(today), standing_of(events)
    return [(each.kind, each.label) for each in drifts(points(PLAN, standing, day), standing, day)]


def test_nothing_drifts_while_all_goes_as_planned() -> None:
    assert not kinds("2027-12-01", *LEARNT[:1])
    assert not kinds("2028-06-01", *LEARNT, hired("2028-03-06"))


def test_a_step_that_failed() -> None:
    stopped = an_event(EventKind.STOPPED, "2027-12-01", milestone_id=COURSE)
    assert (DriftKind.STEP_FAILED, "Lassen niveau 2") in kinds("2027-12-02", LEARNT[0], stopped)


def test_a_place_that_was_lost() -> None:
    lost = (*LEARNT, hired("2028-03-06"), fired("2028-09-04"))
    assert kinds("2028-09-05", *lost) == [(DriftKind.PLACE_LOST, "Lasser")]
    assert not kinds("2028-11-01", *lost, hired("2028-10-02", employer="Another"))


@pytest.mark.parametrize(("today", "late"), [("2027-10-31", False), ("2027-11-01", True)])
def test_a_milestone_that_waits_eight_weeks(today: str, *, late: bool) -> None:
    assert bool(kinds(today)) is late


def test_other_work_than_planned() -> None:
    assert kinds("2028-04-01", *LEARNT, hired("2028-03-06", "driver", "mobility")) == [(DriftKind.OTHER_WORK, "driver")]


@pytest.mark.parametrize("kind", [EventKind.PAUSED, EventKind.STOPPED, EventKind.CLOSED])
def test_nothing_of_who_does_not_go_on(kind: EventKind) -> None:
    assert not kinds("2029-01-01", an_event(kind, "2027-10-04"))


@pytest.mark.parametrize(("other", "better"), [("90", True), ("90.01", False), ("100", False), ("50", True)])
def test_a_route_is_better_from_a_tenth_on(other: str, *, better: bool) -> None:
    assert is_better(Decimal(100), Decimal(other)) is better
