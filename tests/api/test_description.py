"""The API's description of itself: complete, consistent, and readable from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gouden_poort.api.blueprint import API_VERSION, PREFIX
from gouden_poort.api.examples import A_PROFILE
from gouden_poort.api.profile_schema import read_profile


@pytest.fixture(scope="module")
def document(app: Flask) -> dict[str, Any]:
    answer = app.test_client().get(f"{PREFIX}/openapi.json")
    found = answer.get_json()
    assert isinstance(found, dict)
    return found


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method in item.keys() & {"get", "post", "put", "patch", "delete"}:
            yield path, method, item[method]


def test_any_site_may_read_it(client: FlaskClient) -> None:
    answer = client.get(f"{PREFIX}/openapi.json")
    assert answer.content_type == "application/json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_it_says_who_made_it_and_under_what_licence(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.")
    assert document["info"]["version"] == API_VERSION
    assert document["info"]["contact"].keys() == {"name", "email", "url"}
    assert document["info"]["license"]["name"] == "EUPL-1.2"
    assert document["servers"][0]["url"] == PREFIX


def test_every_address_of_the_api_is_in_it(app: Flask, document: dict[str, Any]) -> None:
    served = {
        rule.rule.removeprefix(PREFIX).replace("<", "{").replace(">", "}")
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(f"{PREFIX}/")
    }
    assert served == set(document["paths"])
    assert len(served) >= 10


def test_every_operation_is_told_in_full(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, _, operation in operations(document)]
    assert len(names) == len(set(names))
    for path, method, operation in operations(document):
        assert operation["summary"], path
        assert operation["tags"], path
        success = operation["responses"]["200"]
        assert success["headers"]["API-Version"], path
        assert "schema" in success["content"]["application/json"], path
        if method in ("post", "put"):
            assert {"400", "413", "415"} <= operation["responses"].keys(), path
            assert operation["requestBody"]["content"]["application/json"]["example"], path
        if operation.get("parameters") or "{" in path:
            assert "400" in operation["responses"], path
        if "security" in operation:
            assert {"401", "429"} <= operation["responses"].keys(), path
        if path != "/openapi.json":
            assert "503" in operation["responses"], path
            assert ("304" in operation["responses"]) == (method == "get" and "security" not in operation), path


def test_every_failure_is_a_problem_document(document: dict[str, Any]) -> None:
    failures = 0
    for path, _, operation in operations(document):
        for status, response in operation["responses"].items():
            if status[0] in "45d":
                failures += 1
                whole = resolve(document, response)
                schema = resolve(document, whole["content"]["application/problem+json"]["schema"])
                assert {"status", "title", "detail"} <= schema["properties"].keys(), path
    assert failures > 20


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    references = list(all_references(document))
    assert len(references) > 20
    for reference in references:
        assert resolve(document, {"$ref": reference})


def test_every_member_and_parameter_has_a_description(document: dict[str, Any]) -> None:
    silent = [
        f"{name}.{member}"
        for name, schema in document["components"]["schemas"].items()
        for member, about in schema.get("properties", {}).items()
        if not (about.get("description") or "$ref" in about or "allOf" in about)
    ]
    silent += [
        f"{path} {parameter['name']}"
        for path, _, operation in operations(document)
        for parameter in operation.get("parameters", [])
        if not parameter.get("description")
    ]
    assert silent == []


def test_days_are_called_dates(document: dict[str, Any]) -> None:
    dates = [
        about
        for schema in document["components"]["schemas"].values()
        for member, about in schema.get("properties", {}).items()
        if member.endswith("_date")
    ]
    assert len(dates) >= 4
    assert all(about["format"] == "date" for about in dates)


def test_names_in_addresses_are_camel_case_and_in_bodies_snake_case(document: dict[str, Any]) -> None:
    for path, _, operation in operations(document):
        for parameter in operation.get("parameters", []):
            assert parameter["name"].replace("_", "").isalnum(), path
            assert "_" not in parameter["name"], path
    for schema in document["components"]["schemas"].values():
        assert all(member == member.lower() for member in schema.get("properties", {}))


def test_the_example_profile_is_a_profile() -> None:
    assert read_profile(A_PROFILE).profile_id == "example"


def test_what_may_be_sent_is_closed(document: dict[str, Any]) -> None:
    profile = document["components"]["schemas"]["Profile"]
    assert profile["additionalProperties"] is False
    assert {"birth_date", "available_from", "lat", "lon", "modes"} <= set(profile["required"])


def all_references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for inside in node.values():
            yield from all_references(inside)
    elif isinstance(node, list):
        for inside in node:
            yield from all_references(inside)


def resolve(document: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        found: Any = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        node = found
    return node
