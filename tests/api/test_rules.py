"""The rules by API."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.rules.loading.books import builtin_rulebook
from tests.api.conftest import OpenApp
from tests.api.test_routes import differences

RULES = "/api/v1/rules"


@pytest.fixture(scope="module")
def builtin_client(open_app: OpenApp, builtin: Snapshot) -> FlaskClient:
    return open_app(builtin).test_client()


def test_every_rule_is_there_with_its_words_and_its_source(builtin_client: FlaskClient) -> None:
    told = builtin_client.get(RULES).get_json()
    book = builtin_rulebook()
    assert (told["version"], [rule["rule"] for rule in told["rules"]]) == (book.version, [r.id for r in book.rules])
    assert all(rule["nl"] and rule["en"] and rule["source"]["title"] for rule in told["rules"])
    assert all(rule["tests"] for rule in told["rules"])


def test_a_rule_whose_terms_changed_is_there_for_each_period(builtin_client: FlaskClient) -> None:
    told = builtin_client.get(f"{RULES}/wrk.work_permit").get_json()
    assert len(told["rules"]) == 2
    assert len({rule["valid_from"] for rule in told["rules"]}) == 2


@pytest.mark.parametrize("path", [RULES, f"{RULES}/age.bbl15"])
def test_the_answer_has_the_described_members(builtin_client: FlaskClient, path: str) -> None:
    document = builtin_client.get("/api/v1/openapi.json").get_json()
    described = document["paths"]["/rules"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert list(differences(document, described, builtin_client.get(path).get_json())) == []


def test_what_a_client_has_holds_until_the_rules_change(builtin_client: FlaskClient, client: FlaskClient) -> None:
    etag = builtin_client.get(RULES).headers["ETag"]
    assert builtin_client.get(RULES, headers={"If-None-Match": etag}).status_code == 304
    assert client.get(RULES, headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize("rule", ["nope", "__class__", "x" * 5000, "%00"])
def test_a_rule_that_is_not_there_is_not_found(builtin_client: FlaskClient, rule: str) -> None:
    answer = builtin_client.get(f"{RULES}/{rule}")
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")


def test_without_a_catalogue_there_are_no_rules_yet(empty_client: FlaskClient) -> None:
    assert empty_client.get(RULES).status_code == 503
