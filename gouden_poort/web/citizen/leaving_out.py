"""One press on a card leaves a sector out of the routes; the routes then say what changed, and it can be put back."""

from __future__ import annotations

from contextlib import suppress

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import UnknownThing
from gouden_poort.http.guard import public
from gouden_poort.services.leaving_out import leave_out
from gouden_poort.web.citizen import visitor
from gouden_poort.wiring import house

pages = Blueprint("leaving_out", __name__)


@pages.post("/routes/zonder-sector")
@public
def without_sector() -> ResponseReturnValue:
    """Leave out the sector of a card; what is no sector of this catalogue changes nothing."""
    visitor.kept_answers()
    with suppress(UnknownThing):
        leave_out(
            house().unit_of_work,
            house().shelf.active(),
            visitor.known_assessment(),
            request.form.get("sector", ""),
            moment=house().clock(),
            today=visitor.today(),
        )
    return redirect(url_for("routes.suggestions"), 303)
