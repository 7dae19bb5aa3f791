"""Who may come in: every address is closed unless somebody marked it public or listed it here."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TypeVar
from urllib.parse import urlsplit

from flask import Flask, current_app, request
from flask_login import LoginManager, UserMixin, current_user
from werkzeug.exceptions import Forbidden, Unauthorized

View = TypeVar("View", bound=Callable[..., object])

PUBLIC_BY_NAME = frozenset({"static"})
"""Endpoints that are public and have no view of our own to mark."""
_MARK = "is_public"
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def public(view: View) -> View:
    """Open a view to everyone: `@public` stands directly above the function it opens."""
    setattr(view, _MARK, True)
    return view


def is_public(app: Flask, endpoint: str) -> bool:
    """Whether an endpoint answers people who have not signed in."""
    return endpoint in PUBLIC_BY_NAME or bool(getattr(app.view_functions.get(endpoint), _MARK, False))


def stand_guard(app: Flask, *, https: bool = False) -> None:
    """Put the guard at the door of an app; over https a page of this host that came over http is foreign too."""
    login = LoginManager(app)
    login.user_loader(_nobody)
    schemes = frozenset({"https"} if https else {"http", "https"})
    app.before_request(partial(_refuse_foreign_pages, schemes))
    app.before_request(_refuse_strangers)


def _nobody(user_id: str) -> UserMixin | None:  # noqa: ARG001 - flask-login decides the parameters
    """There are no accounts yet, so no session belongs to anyone."""
    return None


def _refuse_foreign_pages(schemes: Collection[str]) -> None:
    """A page of another site may not make a browser send us anything that is more than looking."""
    if request.method in _SAFE_METHODS:
        return
    origin = request.headers.get("Origin")
    if origin is not None and not _is_ours(origin, schemes):
        raise Forbidden(description="The request comes from a page of another site.")


def _is_ours(origin: str, schemes: Collection[str]) -> bool:
    try:
        sender = urlsplit(origin)
    except ValueError:
        return False
    return sender.netloc == request.host and sender.scheme in schemes


def _refuse_strangers() -> None:
    endpoint = request.endpoint
    if endpoint is None:  # no such address or method: 404 and 405 tell nothing worth guarding
        return
    if not is_public(current_app, endpoint) and not current_user.is_authenticated:
        raise Unauthorized
