"""The commands about what waits for a person, on a database of their own: the same for each kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gouden_poort.app import open_house
from gouden_poort.profiles.request import Request
from gouden_poort.services.requests import COACH_REQUESTS, OBJECTIONS, Kind
from tests.builders import a_coach_request, an_objection
from tests.terminal import Run

NOW = datetime.now(UTC)
TERM = date(9999, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Case:
    """A kind of request with one of it, and what the commands say of that one."""

    group: str
    kind: Kind[Request]
    kept: Request
    brief: str
    personal: str
    last: str


CASES = [
    Case(
        group="objections",
        kind=OBJECTIONS,
        kept=an_objection(what="De prijs klopt niet.", contact="post@voorbeeld.example", answer_by=TERM),
        brief="7KQ2-M9XA  answer by 9999-01-01  result  /routes/O1",
        personal="contact: post@voorbeeld.example",
        last="\n\nDe prijs klopt niet.\n",
    ),
    Case(
        group="coach-requests",
        kind=COACH_REQUESTS,
        kept=a_coach_request(received_at=NOW, answer_by=TERM),
        brief="9WFT-4HAM  answer by 9999-01-01  nl  morning",
        personal="phone: 06 1234 5678",
        last="route: O1\n\nNederlands: B1\n",
    ),
]


@pytest.fixture
def ready(run: Run) -> Run:
    assert run("db", "upgrade").exit_code == 0
    return run


@pytest.fixture(params=CASES, ids=lambda case: case.group)
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


def keep(case: Case, **changed: object) -> None:
    with open_house().unit_of_work() as unit:
        case.kind.kept_in(unit).add(replace(case.kept, **changed))
        unit.commit()


def test_the_list_says_what_waits_and_nothing_of_the_person(ready: Run, case: Case) -> None:
    keep(case)
    assert ready(case.group, "list").output == f"{case.brief}\n1 waiting.\n"


def test_one_that_is_late_says_so(ready: Run, case: Case) -> None:
    keep(case, answer_by=date(2020, 1, 1))
    assert "LATE" in ready(case.group, "list").output


def test_one_is_shown_in_full(ready: Run, case: Case) -> None:
    keep(case)
    told = ready(case.group, "show", case.kept.number.lower().replace("-", "")).output
    assert case.personal in told
    assert told.endswith(case.last)


def test_an_answered_one_leaves_the_list(ready: Run, case: Case) -> None:
    keep(case)
    assert ready(case.group, "answered", case.kept.number).output == f"{case.kept.number}: answered.\n"
    assert ready(case.group, "list").output == "0 waiting.\n"


def test_an_unknown_number_is_bad_input(ready: Run, case: Case) -> None:
    assert ready(case.group, "show", "NONE").exit_code == 2


def test_tidying_removes_objections_that_were_answered_long_ago(ready: Run) -> None:
    keep(CASES[0], answered_at=NOW - timedelta(days=91))
    assert ready("objections", "tidy").output == "1 removed.\n"
    assert ready("objections", "tidy").output == "0 removed.\n"


def test_requests_to_a_coach_are_wiped_with_what_is_over_its_date(ready: Run) -> None:
    keep(CASES[1], answered_at=NOW - timedelta(days=31))
    assert "Wiped 1 request to a coach." in ready("forget-expired").output
    assert "Wiped 0 requests to a coach." in ready("forget-expired").output


def test_the_list_does_not_tell_what_somebody_wrote_for_a_page(ready: Run) -> None:
    keep(CASES[0], page="de route van mijn buurman")
    assert ready("objections", "list").output == "7KQ2-M9XA  answer by 9999-01-01  result  -\n1 waiting.\n"


def test_what_wipes_everything_wipes_objections_that_were_answered_long_ago(ready: Run) -> None:
    keep(CASES[0], answered_at=NOW - timedelta(days=91))
    assert "Wiped 1 answered objection.\n" in ready("forget-expired").output
