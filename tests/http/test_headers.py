"""Headers stand on every answer, whatever its status."""

from __future__ import annotations

import pytest
from flask import Flask, Response

from gouden_poort.http import failures, headers


@pytest.fixture
def app() -> Flask:
    app = Flask(__name__)
    headers.add_headers(app, https=False)
    failures.answer_errors(app, lambda problem, _error: (problem.detail, problem.status))
    app.add_url_rule("/page", "page", lambda: "page")
    app.add_url_rule("/kept", "kept", lambda: Response("kept", headers={"Cache-Control": "no-cache"}))
    return app


@pytest.mark.parametrize("path", ["/page", "/nothing", "/api/nothing"])
def test_every_answer_carries_them(app: Flask, path: str) -> None:
    found = app.test_client().get(path).headers
    assert found["X-Content-Type-Options"] == "nosniff"
    assert found["Referrer-Policy"] == "same-origin"
    assert found["X-Frame-Options"] == "DENY"
    assert found["Cache-Control"] == "no-store"
    assert "Strict-Transport-Security" not in found


def test_the_content_policy_allows_only_our_own_and_nothing_inline(app: Flask) -> None:
    policy = app.test_client().get("/page").headers["Content-Security-Policy"]
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    assert {"default-src", "frame-ancestors", "base-uri", "form-action"} <= set(directives)
    assert set(directives.values()) == {"'self'", "'none'"}


def test_what_was_called_storable_stays_so(app: Flask) -> None:
    assert app.test_client().get("/kept").headers["Cache-Control"] == "no-cache"


def test_over_https_the_browser_is_told_to_stay_there() -> None:
    app = Flask(__name__)
    headers.add_headers(app, https=True)
    answer = app.test_client().get("/nothing")
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
