"""A choice by API: the whole answer, and every way to ask it wrongly."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from gouden_poort.api.choice import EXAMPLE
from gouden_poort.catalogue.snapshot import Snapshot
from tests.api.conftest import OpenApp
from tests.api.test_routes import LEARNER, differences
from tests.services.test_choice import SNAPSHOT

CHOICE = "/api/v1/routes/choice"
ASKED: dict[str, Any] = {"profile": LEARNER, "occupation_id": "O1"}


@pytest.fixture(scope="module")
def two_ways(open_app: OpenApp) -> FlaskClient:
    return open_app(SNAPSHOT).test_client()


def faults_of(client: FlaskClient, body: Any) -> dict[str, str]:
    answer = client.post(CHOICE, json=body)
    assert answer.status_code == 400, answer.text
    assert answer.content_type == "application/problem+json"
    return {fault["path"]: fault["code"] for fault in answer.get_json()["errors"]}


def test_each_route_tells_what_sets_it_apart(two_ways: FlaskClient) -> None:
    answer = two_ways.post(CHOICE, json=ASKED)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    told = answer.get_json()
    assert (told["profile_id"], told["occupation_id"]) == ("p1", "O1")
    assert [route["compared"] for route in told["routes"]] == [
        {
            "wage_month_year_10_eur": 2600,
            "best_in": ["weeks_to_work"],
            "difference": {
                "weeks_to_work": 0,
                "own_cost_eur": 0,
                "travel_minutes": 0,
                "wage_month_year_10_eur": 0,
            },
        },
        {
            "wage_month_year_10_eur": 2600,
            "best_in": ["own_cost_eur"],
            "difference": {
                "weeks_to_work": 4,
                "own_cost_eur": -300,
                "travel_minutes": 0,
                "wage_month_year_10_eur": 0,
            },
        },
    ]


def test_a_route_of_a_choice_is_told_like_any_other(client: FlaskClient) -> None:
    (suggested,) = client.post("/api/v1/routes", json=LEARNER).get_json()["routes"]
    (chosen,) = client.post(CHOICE, json=ASKED).get_json()["routes"]
    chosen.pop("compared")
    suggested.pop("chosen_for")
    assert chosen == suggested


def test_the_answer_has_the_described_members(two_ways: FlaskClient) -> None:
    document = two_ways.get("/api/v1/openapi.json").get_json()
    schema = document["paths"]["/routes/choice"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    told = two_ways.post(CHOICE, json=ASKED).get_json()
    assert list(differences(document, schema, told)) == []


def test_the_answer_names_what_it_hangs_on(two_ways: FlaskClient) -> None:
    receipt = two_ways.post(CHOICE, json=ASKED).get_json()["receipt"]
    assert (receipt["catalogue"], receipt["day"]) == (SNAPSHOT.version, LEARNER["available_from"])


def test_the_example_has_something_to_choose(open_app: OpenApp, builtin: Snapshot) -> None:
    routes = open_app(builtin).test_client().post(CHOICE, json=EXAMPLE).get_json()["routes"]
    assert len(routes) > 1


def test_where_there_is_no_route_there_is_nothing_to_choose(two_ways: FlaskClient) -> None:
    assert two_ways.post(CHOICE, json=ASKED | {"profile": LEARNER | {"budget_eur": 0}}).get_json()["routes"] == []


def test_everything_that_is_wrong_is_told_at_once(two_ways: FlaskClient) -> None:
    profile = LEARNER | {"budget_eur": -1, "credentials": ["C9"]}
    assert faults_of(two_ways, {"profile": profile, "occupation_id": "O9", "x": 1}) == {
        "profile.budget_eur": "out_of_range",
        "profile.credentials.0": "unknown_id",
        "occupation_id": "unknown_id",
        "x": "unknown_field",
    }


def test_ids_that_do_not_exist_are_told_when_nothing_else_is_wrong(two_ways: FlaskClient) -> None:
    profile = LEARNER | {"skills": [{"skill_id": "s1x", "level": 1}]}
    answer = two_ways.post(CHOICE, json={"profile": profile, "occupation_id": "o1x"})
    found = {fault["path"]: fault["near"] for fault in answer.get_json()["errors"]}
    assert found == {"profile.skills.0.skill_id": ["S1"], "occupation_id": ["O1"]}


def test_both_members_are_needed(two_ways: FlaskClient) -> None:
    assert faults_of(two_ways, {}) == {"profile": "missing", "occupation_id": "missing"}


@pytest.mark.parametrize("occupation_id", [None, 7, True, [], {}, "", "x" * 201])
def test_an_occupation_is_a_text(two_ways: FlaskClient, occupation_id: Any) -> None:
    assert set(faults_of(two_ways, ASKED | {"occupation_id": occupation_id})) == {"occupation_id"}


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"O1"', b'{"profile": NaN}', b'{"a": 1, "a": 2}'])
def test_a_bad_body_is_a_400_that_says_why(two_ways: FlaskClient, body: bytes) -> None:
    answer = two_ways.post(CHOICE, data=body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.get_json()["errors"]


def test_without_a_catalogue_the_answer_is_to_come_back_later(empty_client: FlaskClient) -> None:
    answer = empty_client.post(CHOICE, data=json.dumps(ASKED), content_type="application/json")
    assert answer.status_code == 503
