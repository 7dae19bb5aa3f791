"""Putting the pages into an app: addresses, filters, errors, and the files beside them."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

from flask import Flask, Response, send_from_directory
from flask.typing import ResponseReturnValue
from jinja2 import StrictUndefined

from gouden_poort.http import failures
from gouden_poort.http.guard import SignInFirst
from gouden_poort.http.problems import Problem
from gouden_poort.http.signed_in import present, was_here
from gouden_poort.web import choose_language, gallery
from gouden_poort.web.account.all_pages import ACCOUNT_PAGES
from gouden_poort.web.account.turning_away import turn_away
from gouden_poort.web.citizen.all_pages import CITIZEN_PAGES
from gouden_poort.web.desk.all_pages import DESK_PAGES
from gouden_poort.web.desk.menu import menu
from gouden_poort.web.employer.all_pages import EMPLOYER_PAGES
from gouden_poort.web.errors import error_page
from gouden_poort.web.filters import add_filters
from gouden_poort.web.forms.posting import is_draft_again
from gouden_poort.web.language.address import listen_to_addresses, without_language
from gouden_poort.web.language.catalogues import read_languages
from gouden_poort.web.language.templates import add_language
from gouden_poort.wiring import house

STATIC = Path(__file__).parent / "static"
SHEETS = ("style.css", "print.css", "card.css", "desk.css", "letter.css")
_YEAR = 365 * 24 * 3600


def register(app: Flask) -> None:
    """Let an app answer with our pages."""
    app.jinja_env.undefined = StrictUndefined  # a page that asks for what it was not given fails in its test
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["asset"] = asset
    app.jinja_env.globals["organisation"] = lambda: house().settings.organisation
    app.jinja_env.globals.update(
        {"present": present, "was_here": was_here, "menu": menu, "is_draft_again": is_draft_again}
    )
    add_filters(app)
    add_language(app)
    listen_to_addresses(app)
    app.add_url_rule("/static/<path:filename>", "static", static_file)
    for pages in (choose_language.pages, *CITIZEN_PAGES, *ACCOUNT_PAGES, *DESK_PAGES, *EMPLOYER_PAGES, gallery.pages):
        app.register_blueprint(pages)
    failures.answer_errors(app, _page_of)


def _page_of(problem: Problem, error: Exception) -> ResponseReturnValue:
    """The page that answers an error: the way in for who must sign in first, else what went wrong."""
    return turn_away() if isinstance(error, SignInFirst) else error_page(problem, error)


def read_pages(app: Flask) -> None:
    """Read every template and every language, which an app otherwise does when it first shows one."""
    read_languages()
    for name in app.jinja_env.list_templates():
        app.jinja_env.get_template(name)


def static_file(filename: str) -> Response:
    """A file of the look; its address changes with its contents, so it may be kept for a year."""
    if filename not in SHEETS:
        return send_from_directory(STATIC, filename, max_age=_YEAR)
    answer = Response(slim_sheet(filename), mimetype="text/css")
    answer.cache_control.public, answer.cache_control.max_age = True, _YEAR
    return answer


def asset(filename: str) -> str:
    """The address of a file of the look, with what it holds."""
    return without_language("static", filename=filename, v=_fingerprint(filename))


@cache
def slim_sheet(filename: str) -> str:
    """A style sheet without its remarks and the room between its signs, which a browser does not need."""
    sheet = re.sub(r"/\*.*?\*/", "", (STATIC / filename).read_text(), flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*|(?<=[\w)])(:)\s+", r"\1\2", sheet).replace(";}", "}").strip()


@cache
def _fingerprint(filename: str) -> str:
    return hashlib.sha256((STATIC / filename).read_bytes()).hexdigest()[:12]
