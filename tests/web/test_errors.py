"""Errors as pages: kind words, the right status, one thing to do, nothing of the inside."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask, abort

from gouden_poort.errors import InvalidInput
from gouden_poort.http.guard import public
from gouden_poort.web.errors import WORDS
from tests.apps import own_app
from tests.fakes import Memory, ShelfWith
from tests.web.conftest import Visitor, house_in
from tests.web.page_rules import faults_in_page


@pytest.fixture
def app(tmp_path: Path, memory: Memory, shelf: ShelfWith) -> Flask:
    """An app of the test itself, to which it adds an address."""
    return own_app(house_in(tmp_path, memory, shelf))


@pytest.mark.parametrize("status", sorted(WORDS))
def test_every_status_has_a_page_that_keeps_the_rules(app: Flask, visitor: Visitor, status: int) -> None:
    app.add_url_rule("/stuk", "broken", public(lambda: abort(status)))
    page = visitor.read("/stuk", status=status)
    assert WORDS[status].title in page
    assert 'data-test="primary"' in page
    assert faults_in_page(page) == []


def test_what_breaks_says_nothing_of_the_inside(app: Flask, visitor: Visitor) -> None:
    def broken() -> str:
        raise RuntimeError("the secret of the house")

    app.add_url_rule("/stuk", "broken", public(broken))
    app.testing = False
    app.logger.disabled = True
    page = visitor.read("/stuk", status=500)
    assert "Er ging iets mis bij ons" in page
    assert "secret" not in page
    app.logger.disabled = False


def test_a_fault_of_the_house_without_words_is_a_bad_request(app: Flask, visitor: Visitor) -> None:
    def refused() -> str:
        raise InvalidInput([])

    app.add_url_rule("/stuk", "broken", public(refused))
    assert "Dit konden we niet lezen" in visitor.read("/stuk", status=400)


def test_an_unknown_address_leads_back(visitor: Visitor) -> None:
    page = visitor.read("/er-is-hier-niets", status=404)
    assert "Deze pagina is er niet" in page
    assert 'href="/"' in page


def test_an_address_that_only_takes_forms_leads_back(visitor: Visitor) -> None:
    assert "Deze pagina is er niet" in visitor.read("/wis-mijn-antwoorden", status=405)


def test_too_much_is_refused_kindly(visitor: Visitor) -> None:
    visitor.begin()
    answer = visitor.answer("skills", {"query": "x" * 2_000_000})
    assert answer.status_code == 413
    assert "Dit is te groot" in answer.text


def test_an_error_below_the_api_is_not_a_page(visitor: Visitor) -> None:
    answer = visitor.client.get("/api/v1/er-is-hier-niets")
    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"
