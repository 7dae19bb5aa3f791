"""Routes by API: the main job, and every way to ask it wrongly."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from gouden_poort.api.route_schema import written_answer
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.http.strict_json import REQUEST_LIMIT
from gouden_poort.routing.suggestion import suggest
from gouden_poort.routing.verification import BrokenRoute
from gouden_poort.rules.loading.books import format_rulebook
from tests.api.conftest import OpenApp
from tests.api.test_description import resolve
from tests.api.test_profile_schema import SMALLEST
from tests.builders import UTRECHT, a_profile, a_snapshot

ROUTES = "/api/v1/routes"
LEARNER = SMALLEST | UTRECHT | {"birth_date": "1996-06-15", "cefr": "B1", "nlqf": 2, "budget_eur": 1000}
WITH_SCHEME: dict[str, Any] = {"schemes": [{}]}


def post(client: FlaskClient, body: bytes, content_type: str = "application/json") -> tuple[int, dict[str, Any]]:
    answer = client.post(ROUTES, data=body, content_type=content_type)
    if answer.status_code != 200:
        assert answer.content_type == "application/problem+json"
    found = answer.get_json(force=True)
    assert isinstance(found, dict)
    return answer.status_code, found


def test_a_profile_gets_a_route_with_everything_about_it(client: FlaskClient) -> None:
    answer = client.post(ROUTES, json=LEARNER)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    told = answer.get_json()
    assert told["profile_id"] == "p1"
    (route,) = told["routes"]
    assert route["occupation"] == {
        "id": "O1",
        "label": "Lasser",
        "sector": "metal",
        "wage_month_eur": 2600,
        "needs": [
            {"kind": "skill", "ref_id": "S1", "label": "Lassen", "needed": 2, "yours": 0, "met_by": "T1"},
        ],
    }
    (step,) = route["steps"]
    assert (step["label"], step["city"], step["start_date"], step["end_date"]) == (
        "Leren lassen",
        "Utrecht",
        "2027-02-01",
        "2027-03-29",
    )
    assert (step["cost_eur"], step["own_cost_eur"]) == (400, 200)
    assert step["funding"] == [{"scheme_id": "F1", "amount_eur": 200}]
    assert [(gain["label"], gain["before"], gain["after"]) for gain in step["gains"]] == [("Lassen", 0, 2)]
    assert (route["placement"]["company"], route["placement"]["wage_month_eur"]) == ("Lasbedrijf", 2600)
    assert route["own_cost_eur"] == 200


def test_the_route_of_the_format_is_in_the_answer_unchanged(client: FlaskClient) -> None:
    told = client.post(ROUTES, json=LEARNER).get_json()
    profile = a_profile(profile_id="p1", modes=frozenset(a_profile().modes), **UTRECHT)
    plain = written_answer("p1", suggest(a_snapshot(**WITH_SCHEME), profile))["routes"][0]
    (route,) = told["routes"]
    assert {name: route[name] for name in plain if name not in {"steps", "placement", "travel_minutes", "effort"}} == {
        name: plain[name] for name in plain if name not in {"steps", "placement", "travel_minutes", "effort"}
    }
    for one, other in zip(route["steps"], plain["steps"], strict=True):
        assert other.items() <= one.items()


def test_each_route_says_what_it_was_chosen_for(client: FlaskClient) -> None:
    (route,) = client.post(ROUTES, json=LEARNER).get_json()["routes"]
    assert route["chosen_for"] == "score"


def test_the_answer_has_the_described_members(app: Flask, client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json").get_json()
    told = client.post(ROUTES, json=LEARNER).get_json()
    schema = document["paths"]["/routes"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert list(differences(document, schema, told)) == []


def differences(document: dict[str, Any], schema: dict[str, Any], value: Any, path: str = "") -> list[str]:
    """Where a value has members its schema does not tell of, or lacks those it does."""
    schema = resolve(document, schema.get("allOf", [schema])[0])
    if "type" not in schema:  # a value of any kind
        return []
    if isinstance(value, list):
        return [one for item in value for one in differences(document, schema["items"], item, f"{path}[]")]
    if isinstance(value, dict):
        told = schema.get("properties", {})
        wrong = [f"{path}.{name}" for name in value.keys() ^ told.keys()]
        return wrong + [
            one for name in value.keys() & told.keys() for one in differences(document, told[name], value[name], name)
        ]
    return []


def test_nobody_gets_a_route_that_is_not_there(client: FlaskClient) -> None:
    told = client.post(ROUTES, json=LEARNER | {"budget_eur": 0}).get_json()
    assert (told["profile_id"], told["routes"]) == ("p1", [])


def test_the_answer_names_the_rules_the_catalogue_and_the_day_it_hangs_on(client: FlaskClient) -> None:
    snapshot = a_snapshot(**WITH_SCHEME)
    told = client.post(ROUTES, json=LEARNER).get_json()
    assert told["receipt"] == {
        "rules": format_rulebook().version,
        "catalogue": snapshot.version,
        "day": LEARNER["available_from"],
    }


def test_ids_the_catalogue_does_not_have_are_told_with_their_likeness(client: FlaskClient) -> None:
    body = LEARNER | {
        "skills": [{"skill_id": "S1", "level": 1}, {"skill_id": "s1x", "level": 1}],
        "credentials": ["nope"],
        "circumstances": {"wished_sectors": ["metall"]},
    }
    status, told = post(client, json.dumps(body).encode())
    assert status == 400
    found = {error["path"]: (error["code"], error["near"]) for error in told["errors"]}
    assert found["skills.1.skill_id"] == ("unknown_id", ["S1"])
    assert found["credentials"][0] == "unknown_id"
    assert found["circumstances.wished_sectors"] == ("unknown_id", ["metal"])


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"nul",
        b"\xff",
        b"[]",
        b'"profile"',
        b"[" * 1000 + b"]" * 1000,
        b'{"a":' * 1000 + b"1" + b"}" * 1000,
        b'{"profile_id": "\\u0000"}',
        b'{"profile_id": "\\ud800"}',
        b'{"lat": NaN}',
        b'{"lat": -Infinity}',
        b'{"budget_eur": 1' + b"0" * 5000 + b"}",
        b'{"nlqf": 1, "nlqf": 2}',
        json.dumps(SMALLEST | {"skills": [{"skill_id": f"s{i}", "level": 1} for i in range(10_000)]}).encode(),
        json.dumps(SMALLEST | {"budget_eur": -1, "available_from": "2027-02-30"}).encode(),
        json.dumps({f"k{i}": i for i in range(40_000)}).encode(),
    ],
    ids=lambda body: body[:20].decode(errors="replace"),
)
def test_a_bad_body_is_a_400_that_says_why(client: FlaskClient, body: bytes) -> None:
    status, told = post(client, body)
    assert status == 400
    assert told["errors"]
    assert all(error["detail"] for error in told["errors"])


def test_a_body_above_the_limit_is_too_large(client: FlaskClient) -> None:
    status, told = post(client, b'"' + b"x" * REQUEST_LIMIT + b'"')
    assert (status, told["detail"]) == (413, "The body is larger than 1 MB.")


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_what_a_form_can_send_is_refused(client: FlaskClient, content_type: str) -> None:
    assert post(client, json.dumps(LEARNER).encode(), content_type)[0] == 415


def test_a_page_of_another_site_is_refused(client: FlaskClient) -> None:
    assert client.post(ROUTES, json=LEARNER, headers={"Origin": "https://evil.example"}).status_code == 403


def test_without_a_catalogue_the_answer_is_to_come_back_later(empty_client: FlaskClient) -> None:
    answer = empty_client.post(ROUTES, json=LEARNER)
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "catalogue" in answer.get_json()["detail"]


def test_a_catalogue_with_nothing_to_follow_gives_no_routes(open_app: OpenApp) -> None:
    bare: Snapshot = a_snapshot(offerings=[], offering_skills=[], offering_starts=[])
    assert open_app(bare).test_client().post(ROUTES, json=LEARNER).get_json()["routes"] == []


simple = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("2027-01-04")
anything = st.recursive(
    simple,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)
skills = st.lists(st.fixed_dictionaries({"skill_id": simple, "level": simple}), max_size=3)
members = st.sampled_from(
    [*LEARNER, "skills", "credentials", "target_groups", "benefit", "weights", "circumstances", "comment", "x"]
)
near_profiles = st.dictionaries(members, anything | skills, max_size=3)


@settings(max_examples=1000, deadline=None)
@given(changes=near_profiles)
def test_no_profile_whatever_its_members_is_a_server_error(app: Flask, changes: dict[str, Any]) -> None:
    status, _ = post(app.test_client(), json.dumps(LEARNER | changes).encode())
    assert status in {200, 400}


@settings(max_examples=1000, deadline=None)
@given(body=st.binary(max_size=200) | anything.map(lambda value: json.dumps(value).encode()))
def test_no_body_is_a_server_error(app: Flask, body: bytes) -> None:
    assert post(app.test_client(), body)[0] == 400


@settings(max_examples=1000, deadline=None)
@given(query=st.text(max_size=60), body=anything)
def test_no_place_is_a_server_error(app: Flask, query: str, body: Any) -> None:
    client = app.test_client()
    for sent in ({"query": query}, body):
        answer = client.post("/api/v1/places/search", data=json.dumps(sent), content_type="application/json")
        assert answer.status_code in {200, 400, 404}


@settings(max_examples=1000, deadline=None)
@given(
    path=st.sampled_from(["skills", "occupations", "offerings", "sites", "schemes", "offerings/", "occupations/"]),
    rest=st.text(max_size=30),
    query=st.dictionaries(
        st.sampled_from(["page", "pageSize", "search", "sector", "kind", "skill", "x"]), st.text(max_size=20)
    ),
)
def test_no_address_is_a_server_error(app: Flask, path: str, rest: str, query: dict[str, str]) -> None:
    address = f"/api/v1/{path}{quote(rest) if path.endswith('/') else ''}"
    answer = app.test_client().get(address, query_string=query)
    assert answer.status_code in {200, 304, 308, 400, 404}


def test_a_route_that_breaks_a_rule_is_our_fault_and_is_logged(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise BrokenRoute("R5", "41 hours")

    monkeypatch.setattr("gouden_poort.routing.planner.verify", broken)
    app = open_app(a_snapshot(sites=[{"label": "a place of its own"}]))
    app.config["PROPAGATE_EXCEPTIONS"] = False
    status, problem = post(app.test_client(), json.dumps(LEARNER).encode())
    assert status == 500
    assert "R5" not in json.dumps(problem)
    assert "R5" in caplog.text


def test_unknown_ids_are_told_beside_what_else_is_wrong(client: FlaskClient) -> None:
    wrong = LEARNER | {
        "budget_eur": -5,
        "skills": [{"skill_id": "S9", "level": 9}, 7],
        "credentials": ["C9", 3],
        "circumstances": {"former_occupations": ["O9"], "wished_sectors": 4},
    }
    status, problem = post(client, json.dumps(wrong).encode())
    assert status == 400
    found = {(error["path"], error["code"]) for error in problem["errors"]}
    assert {
        ("budget_eur", "out_of_range"),
        ("skills.0.level", "out_of_range"),
        ("skills.0.skill_id", "unknown_id"),
        ("credentials.0", "unknown_id"),
        ("circumstances.former_occupations.0", "unknown_id"),
    } <= found
