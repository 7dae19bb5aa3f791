"""What is open, by API: the whole answer, the same answer again, and every way to ask it wrongly."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gouden_poort import api
from gouden_poort.api.eligibility import EXAMPLE
from gouden_poort.catalogue.bundle import write_bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.http import failures, guard
from gouden_poort.services.catalogues import import_catalogue
from gouden_poort.wiring import House, move_in
from tests.api.conftest import OpenApp
from tests.api.test_profile_schema import SMALLEST
from tests.api.test_routes import differences
from tests.databases import Database
from tests.services.test_receipts import a_bundle_asking, forget  # noqa: F401 - a fixture

ELIGIBILITY = "/api/v1/eligibility"
NOON = datetime(2027, 1, 4, 12, tzinfo=UTC)
ASKED: dict[str, Any] = {"profile": SMALLEST, "offerings": ["T1"], "positions": ["J1"], "schemes": ["F1"]}


@pytest.fixture(scope="module")
def builtin_client(open_app: OpenApp, builtin: Snapshot) -> FlaskClient:
    return open_app(builtin).test_client()


def faults_of(client: FlaskClient, body: Any) -> dict[str, str]:
    answer = client.post(ELIGIBILITY, json=body)
    assert answer.status_code == 400, answer.text
    assert answer.content_type == "application/problem+json"
    return {fault["path"]: fault["code"] for fault in answer.get_json()["errors"]}


def test_everything_that_was_asked_is_answered_in_order(client: FlaskClient) -> None:
    answer = client.post(ELIGIBILITY, json=ASKED)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    told = answer.get_json()
    assert [(one["thing"], one["id"], one["state"]) for one in told["answers"]] == [
        ("offering", "T1", "open"),
        ("position", "J1", "open"),
        ("scheme", "F1", "open"),
    ]


def test_a_verdict_tells_its_trace_its_texts_and_its_source(builtin_client: FlaskClient) -> None:
    told = builtin_client.post(ELIGIBILITY, json=EXAMPLE).get_json()
    verdicts = {verdict["rule"]: verdict for verdict in told["answers"][0]["verdicts"]}
    school = verdicts["age.compulsory_full"]
    assert (school["outcome"], school["source"]["title"], school["source"]["article"]) == (
        "yes", "Leerplichtwet 1969", "3",
    )  # fmt: skip
    assert school["source"]["read_on"].startswith("20")
    (leaf,) = [child for child in school["when"]["children"] if child["id"] == "sixteen"]
    assert (leaf["test"], leaf["answer"]) == ("person.age >= 16", True)
    assert leaf["reads"] == [{"fact": "person.age", "value": 28}]
    assert (school["reasons"][0]["nl"]["yours"], school["reasons"][0]["en"]["yours"]) == ("28 jaar oud", "28 years old")


def test_the_answer_has_the_described_members(client: FlaskClient, builtin_client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json").get_json()
    schema = document["paths"]["/eligibility"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    closed = EXAMPLE | {"profile": EXAMPLE["profile"] | {"cefr": "A0"}}  # type: ignore[operator]
    for one, asked in ((client, ASKED), (builtin_client, EXAMPLE), (builtin_client, closed)):
        told = one.post(ELIGIBILITY, json=asked).get_json()
        assert list(differences(document, schema, told)) == []


def test_without_a_day_it_is_about_today(client: FlaskClient) -> None:
    assert client.post(ELIGIBILITY, json=ASKED).get_json()["receipt"]["day"] == "2027-01-04"


def test_with_its_receipt_an_answer_comes_again_byte_for_byte_after_the_rules_changed(
    database: Database,
    tmp_path: Path,
    forget: None,  # noqa: F811 - a fixture
) -> None:
    house = House(settings=database.settings, unit_of_work=database.unit, shelf=database.shelf(), clock=lambda: NOON)
    app = Flask("gouden_poort")
    app.config.update(SECRET_KEY="for tests only", TESTING=True)
    move_in(app, house)
    guard.stand_guard(app)
    failures.answer_errors(app, lambda problem, _error: problem.response())
    api.register(app)
    client, asked = app.test_client(), {"profile": SMALLEST, "offerings": ["T1"]}
    answers = []
    for age in (18, 67):
        write_bundle(a_bundle_asking(age), tmp_path / str(age))
        import_catalogue(tmp_path / str(age), house.unit_of_work, house.shelf, NOON, activate=True)
        answers.append(client.post(ELIGIBILITY, json=asked))
    before, after = answers
    assert [one.get_json()["answers"][0]["state"] for one in answers] == ["open", "closed"]
    for one in (before, after):
        again = client.post(ELIGIBILITY, json=asked | {"receipt": one.get_json()["receipt"]})
        assert again.data == one.data
    assert before.data != after.data


@pytest.mark.parametrize("member", ["rules", "catalogue"])
def test_a_receipt_that_nobody_was_given_is_not_found(client: FlaskClient, member: str) -> None:
    receipt = client.post(ELIGIBILITY, json=ASKED).get_json()["receipt"]
    answer = client.post(ELIGIBILITY, json=ASKED | {"receipt": receipt | {member: "0" * 16}})
    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"


def test_a_receipt_has_its_own_day(client: FlaskClient) -> None:
    receipt = client.post(ELIGIBILITY, json=ASKED).get_json()["receipt"]
    assert faults_of(client, ASKED | {"receipt": receipt, "on": "2027-01-05"}) == {"on": "out_of_range"}


def test_all_faults_of_all_parts_come_at_once(client: FlaskClient) -> None:
    body = {
        "profile": SMALLEST | {"nlqf": 99, "skills": [{"skill_id": "S9", "level": 1}]},
        "offerings": ["T1", "T9"],
        "positions": [7],
        "schemes": ["F2"],
        "on": "someday",
        "facts": {"__class__": 1, "person.employed": "yes"},
        "ofering": [],
    }
    assert faults_of(client, body) == {
        "profile.nlqf": "out_of_range",
        "profile.skills.0.skill_id": "unknown_id",
        "offerings.1": "unknown_id",
        "positions.0": "wrong_type",
        "schemes.0": "unknown_id",
        "on": "not_a_date",
        "facts.__class__": "unknown_field",
        "facts.person.employed": "wrong_type",
        "ofering": "unknown_field",
    }


def test_unknown_ids_and_facts_are_told_of_a_question_that_is_well_formed(client: FlaskClient) -> None:
    body = ASKED | {"offerings": ["T9"], "facts": {"person.agee": 1}}
    assert faults_of(client, body) == {"offerings.0": "unknown_id", "facts.person.agee": "unknown_field"}


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"offerings": [], "positions": [], "schemes": []}, ""),
        ({"offerings": [f"x{i}" for i in range(26)], "schemes": [f"y{i}" for i in range(25)]}, ""),
        ({"offerings": ["x"] * 51}, "offerings"),
        ({"offerings": [f"{i}" for i in range(100_000)]}, "offerings"),
        ({"offerings": ["T1", "T1"]}, "offerings.1"),
        ({"offerings": "T1"}, "offerings"),
        ({"offerings": ["x" * 201]}, "offerings.0"),
        ({"facts": []}, "facts"),
        ({"facts": {f"f{i}": i for i in range(50_000)}}, "facts"),
        ({"facts": {"person.skills": {"S1": [[[[[[]]]]]]}}}, "facts.person.skills"),
        ({"receipt": {"rules": "x"}}, "receipt.catalogue"),
        ({"receipt": "x"}, "receipt"),
        ({"on": "1850-01-01"}, "on"),
        ({"profile": None}, "profile"),
        ({"profile": []}, "profile"),
    ],
)
def test_a_question_of_the_wrong_shape_is_refused(client: FlaskClient, change: dict[str, Any], path: str) -> None:
    assert path in faults_of(client, ASKED | change)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'{"facts":' * 60 + b"1" + b"}" * 60, b'{"facts": {"a": NaN}}', b"\xff"]
)
def test_a_bad_body_is_a_400(client: FlaskClient, body: bytes) -> None:
    answer = client.post(ELIGIBILITY, data=body, content_type="application/json")
    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")


def test_a_million_ids_are_too_much(client: FlaskClient) -> None:
    body = json.dumps(ASKED | {"offerings": ["T1"] * 1_000_000})
    assert client.post(ELIGIBILITY, data=body, content_type="application/json").status_code == 413


def test_a_page_of_another_site_is_refused(client: FlaskClient) -> None:
    assert client.post(ELIGIBILITY, json=ASKED, headers={"Origin": "https://evil.example"}).status_code == 403


def test_without_a_catalogue_the_answer_is_to_come_back_later(empty_client: FlaskClient) -> None:
    assert empty_client.post(ELIGIBILITY, json=ASKED).status_code == 503


def test_a_text_where_a_list_belongs_is_one_fault(client: FlaskClient) -> None:
    assert faults_of(client, ASKED | {"offerings": "T9"}) == {"offerings": "wrong_type"}


def test_a_text_where_a_list_belongs_is_one_fault_and_not_read_letter_by_letter(client: FlaskClient) -> None:
    assert faults_of(client, ASKED | {"offerings": "T9"}) == {"offerings": "wrong_type"}
