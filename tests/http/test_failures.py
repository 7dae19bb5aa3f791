"""Where an error happens decides whether a page or a problem document answers."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from flask import Flask, url_for

from gouden_poort.errors import CannotBeRead, NoCatalogue, StorageUnavailable
from gouden_poort.http import failures


def app_that(view: Callable[[], str]) -> Flask:
    app = Flask(__name__)
    failures.answer_errors(app, lambda problem, error: (f"page: {type(error).__name__}", problem.status))
    app.add_url_rule("/page", "page", view)
    app.add_url_rule("/api/thing", "thing", view)
    app.add_url_rule("/map/", "map", view)
    return app


def fail() -> str:
    raise NoCatalogue


def lose_the_disk() -> str:
    raise StorageUnavailable("disk I/O error")


def break_down() -> str:
    raise RuntimeError("broken")


def test_a_page_answers_with_the_error_at_hand() -> None:
    answer = app_that(fail).test_client().get("/page")
    assert (answer.status_code, answer.text) == (503, "page: NoCatalogue")


def test_the_api_answers_with_a_document() -> None:
    answer = app_that(fail).test_client().get("/api/thing")
    assert (answer.status_code, answer.content_type) == (503, "application/problem+json")


def test_storage_that_is_away_is_told_to_the_client_and_to_whoever_keeps_it(caplog: pytest.LogCaptureFixture) -> None:
    answer = app_that(lose_the_disk).test_client().get("/api/thing")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "disk" not in answer.text
    assert "thing found no storage: disk I/O error" in caplog.text


def test_what_cannot_be_read_is_told_to_whoever_keeps_it_by_dossier_alone(caplog: pytest.LogCaptureFixture) -> None:
    def read() -> str:
        raise CannotBeRead(UUID(int=7), "ValueError")

    answer = app_that(read).test_client().get("/page")
    assert (answer.status_code, answer.text) == (500, "page: CannotBeRead")
    assert f"page could not read dossier {UUID(int=7)}: ValueError" in caplog.text


@pytest.mark.parametrize("host", ["x" * 64, "..", ".example"])
def test_a_host_that_is_no_name_is_a_bad_request(host: str) -> None:
    app = Flask(__name__)
    failures.answer_errors(app, lambda problem, _error: (url_for("page"), problem.status))  # as pages do
    app.add_url_rule("/page", "page", fail)
    for path in ("/page", "/api/thing"):
        answer = app.test_client().get(path, headers={"Host": host})
        assert (answer.status_code, answer.content_type) == (400, "application/problem+json")


def test_a_redirect_to_the_right_address_is_not_an_error() -> None:
    assert app_that(fail).test_client().get("/map").status_code == 308


def test_while_testing_an_unforeseen_error_comes_out() -> None:
    app = app_that(break_down)
    app.testing = True
    with pytest.raises(RuntimeError, match="broken"):
        app.test_client().get("/page")
