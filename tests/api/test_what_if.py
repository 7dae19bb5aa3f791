"""What if, by API: the whole answer, and every way to ask it wrongly."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gouden_poort.api.what_if import EXAMPLE
from gouden_poort.catalogue.snapshot import Snapshot
from tests.api.conftest import OpenApp
from tests.api.test_profile_schema import SMALLEST
from tests.api.test_routes import ROUTES, differences
from tests.builders import UTRECHT

WHAT_IF = "/api/v1/routes/what-if"
LEARNER = SMALLEST | UTRECHT | {"birth_date": "1996-06-15", "cefr": "B1", "nlqf": 2, "budget_eur": 1000}
POOR = LEARNER | {"budget_eur": 0}
BUDGET = {"kind": "budget", "after": 1000}
OPENED = {"profile": POOR, "changes": [BUDGET]}
WAITED = {"profile": LEARNER, "other": {"available_from": "2027-02-01"}}
CLOSED = {"profile": LEARNER, "other": {"budget_eur": 0}}


def asked(client: FlaskClient, body: dict[str, Any]) -> dict[str, Any]:
    answer = client.post(WHAT_IF, json=body)
    assert answer.status_code == 200, answer.text
    found = answer.get_json()
    assert isinstance(found, dict)
    return found


def faults_of(client: FlaskClient, body: dict[str, Any]) -> dict[str, str]:
    answer = client.post(WHAT_IF, json=body)
    assert answer.status_code == 400, answer.text
    assert answer.content_type == "application/problem+json"
    return {fault["path"]: fault["code"] for fault in answer.get_json()["errors"]}


def test_a_change_that_opens_a_route_is_told_with_that_route(client: FlaskClient) -> None:
    told = asked(client, OPENED)
    (found,) = told["differences"]
    assert found["occupation"] == {"id": "O1", "label": "Lasser", "sector": "metal"}
    assert (found["turns"], found["before"], found["shift"]) == (["opened"], None, None)
    assert (told["before"]["routes"], told["after"]["routes"]) == ([], [found["after"]])


def test_another_date_moves_the_weeks_and_not_the_day(client: FlaskClient) -> None:
    (found,) = asked(client, WAITED)["differences"]
    assert found["turns"] == ["sooner", "qualified_sooner"]
    assert found["shift"] == {
        "weeks_to_work": -4,
        "calendar_weeks": 0,
        "weeks_to_qualified": -4,
        "own_cost_eur": 0,
        "travel_minutes": 0,
        "wage_month_eur": 0,
    }


@pytest.mark.parametrize("body", [OPENED, WAITED, CLOSED])
def test_the_answer_has_the_described_members(client: FlaskClient, body: dict[str, Any]) -> None:
    document = client.get("/api/v1/openapi.json").get_json()
    schema = document["paths"]["/routes/what-if"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert list(differences(document, schema, asked(client, body))) == []


@pytest.mark.parametrize(("part", "name"), [("before", "PlainRoute"), ("after", "PlainRoute"), ("shift", "Shift")])
def test_what_may_be_null_has_the_described_members_too(client: FlaskClient, part: str, name: str) -> None:
    document = client.get("/api/v1/openapi.json").get_json()
    (found,) = asked(client, WAITED)["differences"]
    assert list(differences(document, {"$ref": f"#/components/schemas/{name}"}, found[part])) == []


def test_both_sides_are_the_routes_that_each_alone_gets(client: FlaskClient) -> None:
    told = asked(client, CLOSED)
    for side, profile in (("before", LEARNER), ("after", POOR)):
        alone = client.post(ROUTES, json=profile).get_json()
        targets = [route["target_occupation_id"] for route in alone["routes"]]
        assert [route["target_occupation_id"] for route in told[side]["routes"]] == targets
        assert (told[side]["profile_id"], told[side]["receipt"]) == ("p1", alone["receipt"])


def test_each_side_has_the_receipt_of_its_own_day(client: FlaskClient) -> None:
    told = asked(client, WAITED)
    assert [told[side]["receipt"]["day"] for side in ("before", "after")] == ["2027-01-04", "2027-02-01"]


def test_a_whole_second_profile_is_taken_as_it_is(client: FlaskClient) -> None:
    whole = POOR | {"profile_id": "p2"}
    told = asked(client, {"profile": LEARNER, "other": whole})
    assert (told["after"]["profile_id"], told["differences"][0]["turns"]) == ("p2", ["closed"])


def test_nothing_otherwise_is_no_difference(client: FlaskClient) -> None:
    assert asked(client, {"profile": LEARNER, "other": {}})["differences"] == []


def test_the_example_is_answered(open_app: OpenApp, builtin: Snapshot) -> None:
    assert asked(open_app(builtin).test_client(), EXAMPLE)["after"]["routes"]


@pytest.mark.parametrize(
    ("rest", "path", "code"),
    [
        ({}, "", "missing"),
        ({"changes": [BUDGET], "other": {}}, "", "too_many"),
        ({"changes": []}, "changes", "out_of_range"),
        ({"changes": [BUDGET, BUDGET]}, "changes.1.kind", "duplicate"),
        ({"changes": [{"kind": "wings"}]}, "changes.0.kind", "not_a_choice"),
        ({"changes": [{"kind": "budget"}]}, "changes.0.after", "missing"),
        ({"changes": [{"kind": "hours_per_week", "after": 169}]}, "changes.0.after", "out_of_range"),
        ({"changes": [{"kind": "transport", "after": 1}]}, "changes.0.after", "unknown_field"),
        ({"changes": [{"kind": "driving_licence"}]}, "changes.0.kind", "unknown_id"),
        ({"other": []}, "other", "wrong_type"),
        ({"other": {"cefr": "A3"}}, "other.cefr", "not_a_choice"),
        ({"other": {"available_from": "2027-02-02"}}, "other.available_from", "not_a_monday"),
        ({"other": {"skills": [{"level": 2}]}}, "other.skills.0.skill_id", "missing"),
        ({"other": {"skills": [{"skill_id": "S9", "level": 2}]}}, "other.skills.0.skill_id", "unknown_id"),
        ({"other": {"birth_date": "2030-01-01"}}, "other.birth_date", "out_of_range"),
        ({"other": {"budget": 3}}, "other.budget", "unknown_field"),
    ],
)
def test_a_fault_is_told_where_it_stands(client: FlaskClient, rest: dict[str, Any], path: str, code: str) -> None:
    assert faults_of(client, {"profile": LEARNER} | rest) == {path: code}


def test_all_faults_of_both_profiles_are_told_at_once(client: FlaskClient) -> None:
    body = {"profile": LEARNER | {"credentials": ["C9"], "nlqf": 9}, "other": {"credentials": ["C8"], "cefr": "A3"}}
    assert faults_of(client, body) == {
        "profile.nlqf": "out_of_range",
        "profile.credentials.0": "unknown_id",
        "other.credentials.0": "unknown_id",
        "other.cefr": "not_a_choice",
    }


def test_a_profile_is_needed(client: FlaskClient) -> None:
    assert faults_of(client, {"changes": [BUDGET]}) == {"profile": "missing"}


def test_without_a_catalogue_there_is_no_answer(empty_client: FlaskClient) -> None:
    assert empty_client.post(WHAT_IF, json=OPENED).status_code == 503


def test_other_asks_nothing_that_the_profile_tells(app: Flask) -> None:
    document = app.test_client().get("/api/v1/openapi.json").get_json()
    other, profile = (document["components"]["schemas"][name] for name in ("OtherProfile", "Profile"))
    assert "required" not in other
    assert other["properties"] == profile["properties"]
