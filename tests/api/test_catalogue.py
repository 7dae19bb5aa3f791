"""The catalogue by API: lists, pages, one thing, what is refused, and what a client may keep."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.api.conftest import OpenApp
from tests.builders import a_snapshot

LISTS = ["skills", "occupations", "offerings", "sites", "schemes"]


def items(client: FlaskClient, path: str) -> list[dict[str, Any]]:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 200, answer.text
    found = answer.get_json()["items"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("path", LISTS)
def test_a_list_is_a_page_that_knows_the_whole(client: FlaskClient, path: str) -> None:
    answer = client.get(f"/api/v1/{path}").get_json()
    assert answer.keys() == {"items", "total", "page", "page_size"}
    assert (answer["total"], answer["page"], answer["page_size"], len(answer["items"])) == (1, 1, 25, 1)
    assert client.get(f"/api/v1/{path}?page=2&pageSize=1").get_json()["items"] == []


def test_things_carry_ids_labels_and_what_they_ask(client: FlaskClient) -> None:
    (offering,) = items(client, "offerings?kind=module&sector=metal&site=L1&skill=S1&delivery=site")
    assert offering["teaches"] == [{"id": "S1", "label": "Lassen", "level": 2}]
    assert offering["starts"] == ["2027-02-01"]
    assert offering["site"] == {"id": "L1", "label": "Werkplaats"}
    (occupation,) = items(client, "occupations?sector=metal")
    assert occupation["essential_skills"] == [{"id": "S1", "label": "Lassen", "level": 2}]
    (scheme,) = items(client, "schemes")
    assert (scheme["pays_percent"], scheme["valid_from"]) == (50, "2027-01-01")


def test_one_thing_is_what_the_list_says_of_it(client: FlaskClient) -> None:
    assert client.get("/api/v1/offerings/T1").get_json() == items(client, "offerings")[0]
    assert client.get("/api/v1/occupations/O1").get_json() == items(client, "occupations")[0]


@pytest.mark.parametrize("search", ["lassen", "las", "lasen", "LASSEN", "welding%20lassen"])
def test_skills_are_found_however_they_are_written(client: FlaskClient, search: str) -> None:
    assert [skill["id"] for skill in items(client, f"skills?search={search}")] == ["S1"]


@pytest.mark.parametrize("path", ["offerings/T9", "occupations/O%00%C3%A9", "offerings/" + "x" * 3000])
def test_an_id_that_does_not_exist_is_not_found(client: FlaskClient, path: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
    assert answer.get_json()["title"] == "Not Found"


@pytest.mark.parametrize(
    ("query", "path", "code"),
    [
        ("page=0", "page", "out_of_range"),
        ("page=-1", "page", "wrong_type"),
        ("page=1.5", "page", "wrong_type"),
        ("page=x", "page", "wrong_type"),
        ("page=", "page", "wrong_type"),
        ("page=%D9%A1", "page", "wrong_type"),
        ("page=999999999999999999999", "page", "wrong_type"),
        ("pageSize=101", "pageSize", "out_of_range"),
        ("page_size=10", "page_size", "unknown_field"),
        ("kind=boat", "kind", "not_a_choice"),
        ("sector=metall", "sector", "unknown_id"),
        ("site=L9", "site", "unknown_id"),
        ("skill=", "skill", "out_of_range"),
        ("delivery=post", "delivery", "not_a_choice"),
    ],
)
def test_a_question_that_cannot_be_asked_is_told(client: FlaskClient, query: str, path: str, code: str) -> None:
    answer = client.get(f"/api/v1/offerings?{query}")
    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")
    assert [(error["path"], error["code"]) for error in answer.get_json()["errors"]] == [(path, code)]


def test_every_fault_of_a_question_is_told(client: FlaskClient) -> None:
    errors = client.get("/api/v1/offerings?page=0&pageSize=0&kind=x&lat=3").get_json()["errors"]
    assert {error["path"] for error in errors} == {"page", "pageSize", "kind", "lat"}


def test_a_wrong_method_says_which_is_right(client: FlaskClient) -> None:
    answer = client.delete("/api/v1/offerings")
    assert (answer.status_code, answer.content_type) == (405, "application/problem+json")
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize("path", [*LISTS, "occupations/O1", "offerings/T1"])
def test_without_a_catalogue_the_answer_is_to_come_back_later(empty_client: FlaskClient, path: str) -> None:
    answer = empty_client.get(f"/api/v1/{path}")
    assert (answer.status_code, answer.content_type) == (503, "application/problem+json")
    assert int(answer.headers["Retry-After"]) > 0


def test_a_catalogue_with_nothing_in_it_gives_empty_lists(open_app: OpenApp) -> None:
    nothing: dict[str, list[Any]] = {
        name: []
        for name in (
            "skills", "occupations", "occupation_skills", "credentials", "providers", "sites", "offerings",
            "offering_skills", "offering_starts", "companies", "positions",
        )
    }  # fmt: skip
    client = open_app(a_snapshot(**nothing)).test_client()
    for path in LISTS:
        assert items(client, path) == []


@pytest.mark.parametrize("path", ["offerings", "occupations/O1", "skills?search=las"])
def test_an_answer_may_be_kept_until_the_catalogue_changes(client: FlaskClient, open_app: OpenApp, path: str) -> None:
    first = client.get(f"/api/v1/{path}")
    assert first.headers["Cache-Control"] == "public, no-cache"
    kept = {"If-None-Match": first.headers["ETag"]}
    again = client.get(f"/api/v1/{path}", headers=kept)
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    other = open_app(a_snapshot(skills=[{"label": "Las"}])).test_client()
    assert other.get(f"/api/v1/{path}", headers=kept).status_code == 200


def test_a_failure_is_never_kept(client: FlaskClient) -> None:
    answer = client.get("/api/v1/offerings/T9")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("path", ["offerings", "offerings/T9", "nothing", "openapi.json"])
def test_every_answer_names_the_version_of_the_api(client: FlaskClient, path: str) -> None:
    assert client.get(f"/api/v1/{path}").headers["API-Version"] == "1.0.0"
