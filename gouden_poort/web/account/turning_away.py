"""Who must sign in first: what was asked for, and what was being sent, is there again afterwards."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import current_app, redirect, request, session, url_for
from flask_wtf.csrf import ValidationError, validate_csrf
from werkzeug.wrappers import Response

from gouden_poort.http.signed_in import owner_before
from gouden_poort.web.account.door import AFTERWARDS
from gouden_poort.web.forms.posting import keep_draft
from gouden_poort.web.language.address import page_or_start

_LONGEST = 500


def turn_away() -> Response:
    """To the page where one signs in."""
    if request.method == "POST":
        _keep_what_was_sent()
    elif request.method == "GET":
        session[AFTERWARDS] = _address(request.script_root + request.full_path.rstrip("?"))
    return redirect(url_for("signing_in.form"), 303)


def _keep_what_was_sent() -> None:
    """Keep a form of our own pages for the one who was signed in here; of a stranger nothing is kept."""
    page = _page_of_form()
    session[AFTERWARDS] = _address(page)
    if owner_before() is not None and _is_ours():
        keep_draft(page, request.form)


def _page_of_form() -> str:
    """Where the form stood: the page with the address it was sent to, else the one the browser came from."""
    adapter = current_app.url_map.bind(request.host)
    if adapter.test(request.path, method="GET"):
        return request.script_root + request.path
    came_from = urlsplit(request.referrer or "")
    path = came_from.path.removeprefix(request.script_root)
    return request.script_root + page_or_start(path) if came_from.netloc == request.host else "/"


def _is_ours() -> bool:
    try:
        validate_csrf(request.form.get("csrf_token"))
    except ValidationError:
        return False
    return True


def _address(path: str) -> str | None:
    return path if len(path) <= _LONGEST else None
