"""Who may come in: an address is open to everyone, or to the roles that may ever do a deed, or else to nobody."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TypeVar
from urllib.parse import urlsplit

from flask import Flask, current_app, request
from werkzeug.exceptions import Forbidden, Unauthorized

from gouden_poort.http.signed_in import know_people, present
from gouden_poort.profiles.people.rights import Deed, may_ever

View = TypeVar("View", bound=Callable[..., object])

PUBLIC_BY_NAME = frozenset({"static"})
"""Endpoints that are public and have no view of our own to mark."""
_MARK, _DEED = "is_public", "deed"
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def public(view: View) -> View:
    """Open a view to everyone: `@public` stands directly above the function it opens."""
    setattr(view, _MARK, True)
    return view


class SignInFirst(Unauthorized):
    """Someone must sign in for this page and has not, or was idle for too long."""


class WrongRole(Forbidden):
    """Someone is signed in, and the page is for others."""


def needs(deed: Deed) -> Callable[[View], View]:
    """Open a view to roles that may ever do a deed: `@needs(Deed.X)` stands directly above the function it opens.

    Whether it may be done with the thing that is asked for, the service decides.
    """

    def mark(view: View) -> View:
        setattr(view, _DEED, deed)
        return view

    return mark


def deed_of(app: Flask, endpoint: str) -> Deed | None:
    """What an endpoint is for; None for one that is public, and for one that nobody marked."""
    return getattr(app.view_functions.get(endpoint), _DEED, None)


def is_public(app: Flask, endpoint: str) -> bool:
    """Whether an endpoint answers people who have not signed in."""
    return endpoint in PUBLIC_BY_NAME or bool(getattr(app.view_functions.get(endpoint), _MARK, False))


def stand_guard(app: Flask, *, https: bool = False) -> None:
    """Put the guard at the door of an app; over https a page of this host that came over http is foreign too."""
    know_people(app)
    schemes = frozenset({"https"} if https else {"http", "https"})
    app.before_request(partial(_refuse_foreign_pages, schemes))
    app.before_request(_refuse_strangers)


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
    if is_public(current_app, endpoint):
        return
    deed = deed_of(current_app, endpoint)
    if deed is None:
        raise Unauthorized
    found = present()
    if found is None:
        raise SignInFirst
    if not may_ever(found.account.role, deed):
        raise WrongRole
