"""The commands about objections, on a database of their own."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from gouden_poort.app import open_house
from gouden_poort.profiles.objection import Objection
from tests.builders import an_objection
from tests.commands import Run

KEPT = an_objection(what="De prijs klopt niet.", contact="post@voorbeeld.example", answer_by=date(9999, 1, 1))


@pytest.fixture
def ready(run: Run) -> Run:
    assert run("db", "upgrade").exit_code == 0
    return run


def keep(objection: Objection) -> None:
    with open_house().unit_of_work() as unit:
        unit.objections.add(objection)
        unit.commit()


def test_the_list_says_what_is_open_and_nothing_that_people_wrote(ready: Run) -> None:
    keep(KEPT)
    told = ready("objections", "list").output
    assert told == "7KQ2-M9XA  answer by 9999-01-01  result  /routes/O1\n1 open.\n"


def test_one_that_is_late_says_so(ready: Run) -> None:
    keep(an_objection(answer_by=date(2020, 1, 1)))
    assert "LATE" in ready("objections", "list").output


def test_one_is_shown_in_full(ready: Run) -> None:
    keep(KEPT)
    told = ready("objections", "show", "7kq2m9xa").output
    assert "contact: post@voorbeeld.example" in told
    assert told.endswith("\n\nDe prijs klopt niet.\n")


def test_an_answered_one_leaves_the_list(ready: Run) -> None:
    keep(KEPT)
    assert ready("objections", "answered", KEPT.number).output == "7KQ2-M9XA: answered.\n"
    assert ready("objections", "list").output == "0 open.\n"


def test_tidying_removes_what_was_answered_long_ago(ready: Run) -> None:
    keep(an_objection(answered_at=datetime.now(UTC) - timedelta(days=91)))
    assert ready("objections", "tidy").output == "1 removed.\n"
    assert ready("objections", "tidy").output == "0 removed.\n"


def test_an_unknown_number_is_bad_input(ready: Run) -> None:
    assert ready("objections", "show", "NONE").exit_code == 2


def test_the_list_does_not_tell_what_somebody_wrote_for_a_page(ready: Run) -> None:
    keep(an_objection(answer_by=date(9999, 1, 1), page="de route van mijn buurman"))
    assert ready("objections", "list").output == "7KQ2-M9XA  answer by 9999-01-01  result  -\n1 open.\n"


def test_what_wipes_everything_wipes_what_was_answered_long_ago(ready: Run) -> None:
    keep(an_objection(answered_at=datetime.now(UTC) - timedelta(days=91)))
    assert "Wiped 1 answered objection.\n" in ready("forget-expired").output
