"""A line becomes an answer, or all that is wrong with it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gouden_poort.route_files.asking import MOST_ERRORS, Answer, Question, answer
from gouden_poort.route_files.lines import LINE_LIMIT, Line
from tests.builders import a_profile, a_snapshot
from tests.terminal import LEARNER, READY

SNAPSHOT = a_snapshot()


def answered(body: Any, number: int = 7) -> Answer:
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    return answer(SNAPSHOT, Line(number=number, size=len(text), body=text))


def errors(body: Any) -> list[tuple[str, str]]:
    return [(error["path"], error["code"]) for error in json.loads(answered(body).text)["errors"]]


def test_a_profile_gets_its_routes() -> None:
    given = answered(READY)
    assert not given.is_refused
    assert given.profile_id == "p1"
    assert [route["target_occupation_id"] for route in json.loads(given.text)["routes"]] == ["O1"]


def test_planning_takes_time_and_refusing_is_not_counted() -> None:
    assert answered(LEARNER).seconds > 0
    assert answered({}).seconds == 0


def test_a_line_is_answered_as_the_profile_in_it() -> None:
    profile = a_profile(profile_id="someone")
    document = {
        "profile_id": "someone",
        "routes": json.loads(answer(SNAPSHOT, Question(profile=profile)).text)["routes"],
    }
    assert json.loads(answer(SNAPSHOT, Question(profile=profile)).text) == document


def test_an_occupation_that_cannot_be_reached_has_no_route() -> None:
    asked = Question(profile=a_profile(max_travel_minutes=0, lat=51.0), occupation_id="O1")
    assert json.loads(answer(SNAPSHOT, asked).text)["route"] is None


def test_a_refused_line_says_which_it_is_and_whose() -> None:
    document = json.loads(answered(READY | {"budget_eur": -1}, number=41).text)
    assert (document["line"], document["profile_id"]) == (41, "p1")
    assert "routes" not in document


def test_a_fault_says_what_was_given_what_belongs_there_and_what_was_meant() -> None:
    (error,) = json.loads(answered(READY | {"cefr": "B7"}).text)["errors"]
    assert (error["path"], error["code"], error["given"]) == ("cefr", "not_a_choice", "B7")
    assert "B1" in error["expected"]
    assert "B1" in error["near"]
    assert error["detail"].startswith("cefr: given B7")


def test_all_that_is_wrong_with_a_line_is_told_at_once() -> None:
    skills = [{"skill_id": "S9", "level": 1}, {"skill_id": "S1", "level": 9}]
    assert errors(READY | {"budget_eur": -1, "skills": skills, "credentials": ["C9"]}) == [
        ("skills.1.level", "out_of_range"),
        ("budget_eur", "out_of_range"),
        ("skills.0.skill_id", "unknown_id"),
        ("credentials.0", "unknown_id"),
    ]


def test_an_id_that_the_catalogue_does_not_have_is_refused_with_what_is_like_it() -> None:
    (error,) = json.loads(answered(READY | {"skills": [{"skill_id": "S11", "level": 1}]}).text)["errors"]
    assert (error["path"], error["code"], error["near"]) == ("skills.0.skill_id", "unknown_id", ["S1"])


@pytest.mark.parametrize(
    "body",
    [b"{", b"\xff", b"NaN", b'{"a": 1, "a": 2}', b"[" * 5000, b"[]", b"null", b'"p1"', b'{"profile_id": "\\u0000"}'],
)
def test_what_is_no_profile_is_refused(body: bytes) -> None:
    assert answered(body).is_refused
    assert errors(body)


def test_a_slip_in_the_json_is_pointed_at_within_its_line() -> None:
    (error,) = json.loads(answered(b'{"profile_id": }').text)["errors"]
    assert error["given"] == "} at column 16"


def test_a_line_over_the_limit_is_refused_with_its_size() -> None:
    refused = answer(SNAPSHOT, Line(number=1, size=LINE_LIMIT + 1, body=b""))
    (error,) = json.loads(refused.text)["errors"]
    assert (error["code"], error["given"]) == ("too_many", f"{LINE_LIMIT + 1} bytes")


def test_of_very_many_faults_the_first_are_told_and_the_rest_is_counted() -> None:
    document = json.loads(answered(READY | {"skills": [{"skill_id": 1}] * 600}).text)
    assert len(document["errors"]) == MOST_ERRORS
    assert document["errors_left_out"] == 2 * 600 - MOST_ERRORS


def test_a_name_that_is_no_name_is_not_repeated() -> None:
    assert answered(READY | {"profile_id": "x" * 10_000}).profile_id is None
