"""The language in the address: it stays over a visit, and leads nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask

from tests.fakes import Memory, ShelfWith
from tests.web.conftest import Visitor, a_web_snapshot, make_app
from tests.web.page_rules import faults_in_page


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    return make_app(tmp_path, Memory(), ShelfWith(a_web_snapshot()))


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor(app.test_client())


def test_a_page_without_a_language_is_dutch(visitor: Visitor) -> None:
    page = visitor.read("/")
    assert '<html lang="nl" dir="ltr">' in page
    assert ">Begin<" in page


@pytest.mark.parametrize(("prefix", "direction", "begin"), [("/en", "ltr", "Start"), ("/ar", "rtl", "ابدأ")])
def test_the_address_says_the_language(visitor: Visitor, prefix: str, direction: str, begin: str) -> None:
    page = visitor.read(f"{prefix}/")
    assert f'<html lang="{prefix[1:]}" dir="{direction}">' in page
    assert f'href="{prefix}/voor-je-begint" data-test="primary">{begin}<' in page
    assert faults_in_page(page) == []


def test_a_language_alone_is_its_first_page(visitor: Visitor) -> None:
    assert visitor.read("/en") == visitor.read("/en/")


def test_the_language_stays_over_forms_and_redirects(visitor: Visitor) -> None:
    answer = visitor.send("/en/voor-je-begint", {})
    assert (answer.status_code, answer.location) == (303, "/en/vraag")
    assert visitor.client.get("/en/vraag").location == "/en/vraag/1"
    assert 'href="/en/voor-je-begint"' in visitor.read("/en/vraag/1")


def test_answers_are_the_same_in_every_language(visitor: Visitor) -> None:
    visitor.begin()
    visitor.answer("place")
    assert "Utrecht" in visitor.read("/en/vraag/1")


def test_the_cookie_is_for_all_languages(visitor: Visitor) -> None:
    answer = visitor.send("/en/voor-je-begint", {})
    assert "Path=/;" in answer.headers["Set-Cookie"] + ";"


def test_an_error_speaks_the_language_of_the_address(visitor: Visitor) -> None:
    assert '<html lang="en"' in visitor.read("/en/nergens", 404)


@pytest.mark.parametrize("path", ["/en/api/v1/skills", "/en/static/style.css", "/xx/", "/nl/", "/EN/", "/en/en/"])
def test_what_has_no_language_has_no_such_address(visitor: Visitor, path: str) -> None:
    visitor.read(path, 404)


def test_the_look_has_one_address_in_all_languages(visitor: Visitor) -> None:
    assert 'href="/static/style.css?v=' in visitor.read("/en/")


def test_the_language_follows_where_the_application_lives(app: Flask) -> None:
    page = app.test_client().get("/en/", environ_overrides={"SCRIPT_NAME": "/poort"}).text
    assert 'href="/poort/en/voor-je-begint"' in page
    assert 'href="/poort/static/style.css' in page


def test_the_languages_lead_back_to_the_page_someone_came_from(visitor: Visitor) -> None:
    assert 'href="/en/taal?van=/privacy"' in visitor.read("/en/privacy")
    page = visitor.read("/en/taal?van=/privacy")
    links = re.findall(r'<li><a href="([^"]+)" lang="(\w+)"', page)
    assert links == [("/privacy", "nl"), ("/en/privacy", "en"), ("/ar/privacy", "ar"), ("/ti/privacy", "ti")]


@pytest.mark.parametrize(
    "wanted",
    [
        "https://elders.example/",
        "//elders.example/",
        "/\\elders.example",
        "/%5Celders.example",
        "javascript:alert(1)",
        "privacy",
        "",
        "/nergens",
        "/en/privacy",
        "/gewist/alles",
        "/api/v1/skills",
        "/static/style.css",
    ],
)
def test_the_languages_lead_nowhere_else(visitor: Visitor, wanted: str) -> None:
    page = visitor.client.get("/taal", query_string={"van": wanted}).text
    assert set(re.findall(r'<li><a href="([^"]+)" lang=', page)) == {"/", "/en/", "/ar/", "/ti/"}


def test_a_language_that_no_native_read_says_so(visitor: Visitor) -> None:
    assert 'data-test="concept"' in visitor.read("/en/privacy")
    assert 'data-test="concept"' not in visitor.read("/privacy")
