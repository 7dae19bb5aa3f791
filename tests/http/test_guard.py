"""The guard: closed by default, open where marked, deaf to pages of other sites."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gouden_poort.http import failures, guard, headers


@pytest.fixture
def client() -> FlaskClient:
    app = Flask(__name__)
    app.secret_key = "for tests only"
    guard.stand_guard(app)
    headers.add_headers(app, https=False)
    failures.answer_errors(app, lambda problem, _error: (problem.detail, problem.status))

    @app.route("/open", methods=["GET", "POST"])
    @guard.public
    def opened() -> str:
        return "open"

    @app.route("/api/closed", methods=["GET", "POST"])
    @app.route("/closed", methods=["GET", "POST"])
    def closed() -> str:
        return "secret"

    @app.route("/broken")
    @guard.public
    def broken() -> str:
        raise RuntimeError("the password is hunter2")

    return app.test_client()


def test_a_marked_view_is_open(client: FlaskClient) -> None:
    assert client.get("/open").text == "open"


@pytest.mark.parametrize("method", ["GET", "POST", "HEAD", "OPTIONS"])
def test_an_unmarked_view_is_closed(client: FlaskClient, method: str) -> None:
    answer = client.open("/closed", method=method)
    assert answer.status_code == 401
    assert "secret" not in answer.text


def test_a_made_up_session_opens_nothing(client: FlaskClient) -> None:
    with client.session_transaction() as session:
        session["_user_id"] = "1"
        session["_fresh"] = True
    assert client.get("/closed").status_code == 401


def test_below_api_the_refusal_is_a_problem_document(client: FlaskClient) -> None:
    answer = client.get("/api/closed")
    assert answer.content_type == "application/problem+json"
    assert answer.get_json()["status"] == 401


def test_an_address_that_does_not_exist_is_not_found(client: FlaskClient) -> None:
    assert client.get("/nothing").status_code == 404
    assert client.delete("/open").status_code == 405


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "ftp://localhost", "http://localhost:81", "http://[::1", ""]
)
def test_a_page_of_another_site_cannot_send(client: FlaskClient, origin: str) -> None:
    assert client.post("/open", headers={"Origin": origin}).status_code == 403


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://localhost"}, {"Origin": "https://localhost"}])
def test_our_own_pages_and_programs_can_send(client: FlaskClient, headers: dict[str, str]) -> None:
    assert client.post("/open", headers=headers).status_code == 200


def test_over_https_our_own_host_over_http_is_another_site() -> None:
    app = Flask(__name__)
    guard.stand_guard(app, https=True)
    app.add_url_rule("/open", "open", guard.public(lambda: "open"), methods=["POST"])
    sent = {
        scheme: app.test_client().post("/open", headers={"Origin": f"{scheme}://localhost"})
        for scheme in ("https", "http")
    }
    assert {scheme: answer.status_code for scheme, answer in sent.items()} == {"https": 200, "http": 403}


def test_looking_from_another_site_is_fine(client: FlaskClient) -> None:
    assert client.get("/open", headers={"Origin": "https://evil.example"}).status_code == 200


def test_an_unforeseen_error_says_nothing_about_the_inside(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.get("/broken")
    assert answer.status_code == 500
    assert "hunter2" not in answer.text
    assert "hunter2" in caplog.text
