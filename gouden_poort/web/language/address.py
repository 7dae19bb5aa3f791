"""The language in the address: `/en/vraag/1` is the English page of `/vraag/1`, and Dutch has no prefix.

The prefix counts as a place where the application lives, so every address that a page makes keeps its language.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from flask import Blueprint, Flask, current_app, redirect, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect
from werkzeug.wrappers import Response

from gouden_poort.web.language.speaking import speaking, spoken
from gouden_poort.web.language.table import DUTCH, TRANSLATED, Language

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_BY_PREFIX = {f"/{language.code}": language for language in TRANSLATED}
_OF_NO_LANGUAGE = ("/api", "/static")
"""What has one address, whatever language someone reads."""
_ROOT = "gouden_poort.root"
"""Where the application lives without a language, in what the server tells of a request."""


class LanguageInAddress:
    """Takes the language out of the address before an app looks at it; see PEP 3333 for what moves where."""

    def __init__(self, app: WSGIApplication) -> None:
        self._app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request in the language of its address."""
        prefix, _slash, rest = environ.get("PATH_INFO", "")[1:].partition("/")
        language = _BY_PREFIX.get(f"/{prefix}", DUTCH)
        if language == DUTCH or f"/{rest.partition('/')[0]}" in _OF_NO_LANGUAGE:
            return self._app(environ, start_response)
        environ[_ROOT] = environ.get("SCRIPT_NAME", "")
        environ["SCRIPT_NAME"] = f"{environ[_ROOT]}/{prefix}"
        environ["PATH_INFO"] = f"/{rest}"
        with speaking(language):
            return self._app(environ, start_response)


def listen_to_addresses(app: Flask) -> None:
    """Let an app answer in the language of the address."""
    app.wsgi_app = LanguageInAddress(app.wsgi_app)  # type: ignore[method-assign]


def address_in(language: Language, path: str) -> str:
    """The address of a page of ours in a language; `path` is its address without language."""
    prefix = "" if language == DUTCH else f"/{language.code}"
    return f"{_root()}{prefix}{quote(path)}"


def without_language(endpoint: str, **values: Any) -> str:
    """The address of what has one address in all languages."""
    return _root() + url_for(endpoint, **values).removeprefix(request.script_root)


def in_dutch_only(pages: Blueprint) -> Blueprint:
    """Let screens of staff have one address: with a language before it, it leads to the one without."""
    pages.before_request(_to_dutch)
    return pages


def _to_dutch() -> Response | None:
    if spoken() == DUTCH or request.method != "GET":
        return None
    return redirect(address_in(DUTCH, request.path), 303)


def page_or_start(path: str) -> str:
    """The path when a page of ours stands there that one can read, and the first page for anything else."""
    try:
        endpoint, _values = current_app.url_map.bind(request.host).match(path, method="GET")
    except (HTTPException, RequestRedirect):
        return "/"
    return "/" if endpoint == "static" or path.startswith("/api/") or not _is_plain(path) else path


def _is_plain(path: str) -> bool:
    """Whether a browser reads it as a path on this host, and as nothing else."""
    return path.startswith("/") and not path.startswith("//") and path.isprintable() and "\\" not in path


def _root() -> str:
    return str(request.environ.get(_ROOT, request.script_root))
