"""The day of a coach: one list of who needs something, why now and since when, and the first of it as a button."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers.today import Shelf, todos
from gouden_poort.web.desk import addresses, today_words
from gouden_poort.wiring import house

pages = Blueprint("today", __name__)
_BY_WORD = {name.lower(): shelf for shelf, name in today_words.NAMES.items()}


@pages.get("/vandaag")
@needs(Deed.LIST_DOSSIERS)
def show() -> ResponseReturnValue:
    """The list behind one filter; who is quiet stands below when nothing has to be done."""
    today = house().clock().date()
    chosen = _BY_WORD.get(request.args.get("lijst", ""), Shelf.NOW)
    lists = todos(house().unit_of_work, signed_in(), today)
    return render_template(
        "desk/today.html",
        today=today,
        chosen=chosen,
        lists=lists,
        lines=lists[chosen],
        quiet=lists[Shelf.QUIET] if chosen is Shelf.NOW and not lists[chosen] else [],
        words=today_words,
        to=addresses,
    )
