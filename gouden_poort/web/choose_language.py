"""The languages, each in its own name, leading back to the page someone came from."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import public
from gouden_poort.web.language.address import page_or_start

pages = Blueprint("choose_language", __name__)


@pages.get("/taal")
@public
def choose() -> ResponseReturnValue:
    """Each language that is offered, with the address of the same page in it."""
    return render_template("choose_language.html", path=page_or_start(request.args.get("van", "/")))
