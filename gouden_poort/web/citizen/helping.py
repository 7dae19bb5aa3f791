"""Where to turn when someone is stuck: a person, a place nearby, a complaint, and what we keep of them."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import public

pages = Blueprint("helping", __name__)


@pages.get("/hulp")
@public
def ways_to_help() -> ResponseReturnValue:
    """Every way to a person on one page, for who does not know where to look."""
    return render_template("citizen/help.html")
