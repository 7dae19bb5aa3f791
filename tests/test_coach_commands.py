"""The commands about requests to a coach, on a database of their own."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from gouden_poort.app import open_house
from gouden_poort.profiles.coach_request import CoachRequest
from tests.builders import a_coach_request
from tests.commands import Run

NOW = datetime.now(UTC)
KEPT = a_coach_request(received_at=NOW, react_by=date(9999, 1, 1))


@pytest.fixture
def ready(run: Run) -> Run:
    assert run("db", "upgrade").exit_code == 0
    return run


def keep(request: CoachRequest) -> None:
    with open_house().unit_of_work() as unit:
        unit.coach_requests.add(request)
        unit.commit()


def test_the_list_says_what_waits_and_nothing_of_the_person(ready: Run) -> None:
    keep(KEPT)
    told = ready("coach-requests", "list").output
    assert told == "9WFT-4HAM  react by 9999-01-01  nl  morning\n1 waiting.\n"


def test_one_that_is_late_says_so(ready: Run) -> None:
    keep(a_coach_request(received_at=NOW, react_by=date(2020, 1, 1)))
    assert "LATE" in ready("coach-requests", "list").output


def test_one_is_shown_in_full(ready: Run) -> None:
    keep(KEPT)
    told = ready("coach-requests", "show", "9wft4ham").output
    assert "phone: 06 1234 5678" in told
    assert told.endswith("route: O1\n\nNederlands: B1\n")


def test_an_answered_one_leaves_the_list(ready: Run) -> None:
    keep(KEPT)
    assert ready("coach-requests", "answered", KEPT.number).output == "9WFT-4HAM: answered.\n"
    assert ready("coach-requests", "list").output == "0 waiting.\n"


def test_what_is_over_its_date_is_wiped(ready: Run) -> None:
    keep(a_coach_request(answered_at=NOW - timedelta(days=31)))
    assert "Wiped 1 request to a coach." in ready("forget-expired").output
    assert "Wiped 0 requests to a coach." in ready("forget-expired").output


def test_an_unknown_number_is_bad_input(ready: Run) -> None:
    assert ready("coach-requests", "show", "NONE").exit_code == 2
