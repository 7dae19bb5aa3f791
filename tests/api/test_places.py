"""Places by API: in a body, with names that look like what was meant."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.api.conftest import OpenApp
from tests.builders import a_snapshot

PLACES = [{"pc4_from": 3500, "pc4_to": 3585}, {"place_id": "pl-2", "label": "Zwolle", "lat": 52.5, "lon": 6.1}]


@pytest.fixture(scope="module")
def client(open_app: OpenApp) -> FlaskClient:
    return open_app(a_snapshot(places=PLACES, postcode_areas=[{}])).test_client()


def test_a_name_gives_a_point(client: FlaskClient) -> None:
    answer = client.post("/api/v1/places/search", json={"query": "zwolle"})
    assert answer.status_code == 200
    first = answer.get_json()["places"][0]
    assert (first["label"], first["lat"], first["lon"], first["approximate"]) == ("Zwolle", 52.5, 6.1, True)


def test_a_postcode_gives_a_point(client: FlaskClient) -> None:
    (place,) = client.post("/api/v1/places/search", json={"query": "3511 AB"}).get_json()["places"]
    assert (place["pc4"], place["municipality"]) == (3511, "Utrecht")


def test_a_place_that_does_not_exist_gets_names_like_it(client: FlaskClient) -> None:
    answer = client.post("/api/v1/places/search", json={"query": "9999"})
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
    assert answer.get_json()["errors"][0]["path"] == "query"


@pytest.mark.parametrize("query", [None, 8011, "", "x" * 101, ["Zwolle"]])
def test_a_question_that_is_no_text_is_refused(client: FlaskClient, query: object) -> None:
    assert client.post("/api/v1/places/search", json={"query": query}).status_code == 400


def test_where_someone_lives_cannot_be_asked_in_an_address(client: FlaskClient) -> None:
    assert client.get("/api/v1/places/search?query=8011").status_code == 405


def test_an_answer_about_a_person_is_not_kept(client: FlaskClient) -> None:
    answer = client.post("/api/v1/places/search", json={"query": "Zwolle"})
    assert answer.headers["Cache-Control"] == "no-store"


def test_without_a_catalogue_there_are_no_places(empty_client: FlaskClient) -> None:
    assert empty_client.post("/api/v1/places/search", json={"query": "Zwolle"}).status_code == 503
