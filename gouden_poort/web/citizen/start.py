"""The door: what this is, what we ask and keep, and where the facts come from."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import public
from gouden_poort.profiles.questions import QUESTIONS
from gouden_poort.services.keeping import WITH_CODE, WITHOUT_CODE
from gouden_poort.web.citizen.visitor import current_assessment, has_dossier, is_locked

pages = Blueprint("start", __name__)
_TERMS = {"days_with_code": WITH_CODE.days, "days_without_code": WITHOUT_CODE.days}
"""How long we keep answers, as the pages promise it."""


@pages.get("/")
@public
def welcome() -> ResponseReturnValue:
    """Begin, or go on where you were."""
    return render_template(
        "citizen/start.html",
        under_way=current_assessment() is not None,
        has_dossier=has_dossier(),
        is_locked=is_locked(),
    )


@pages.get("/voor-je-begint")
@public
def before_you_begin() -> ResponseReturnValue:
    """How long it takes, what we ask and what we keep."""
    return render_template(
        "citizen/begin.html", total=len(QUESTIONS), under_way=current_assessment() is not None, **_TERMS
    )


@pages.get("/over-de-gegevens")
@public
def about_the_data() -> ResponseReturnValue:
    """Which facts are real and which are examples, and what is kept of a visitor."""
    return render_template("citizen/about_the_data.html", **_TERMS)
