"""The day of a coach: one list of who needs something, why now and since when, and the first of it as a button."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers.today import Shelf, todos
from gouden_poort.services.dossiers.todo import Todo, Why
from gouden_poort.web.desk import addresses, offering_words, today_words
from gouden_poort.web.desk.offering import next_at
from gouden_poort.web.words.openings import words_of
from gouden_poort.wiring import house

pages = Blueprint("today", __name__)
_BY_WORD = {name.lower(): shelf for shelf, name in today_words.NAMES.items()}


@pages.get("/vandaag")
@needs(Deed.LIST_DOSSIERS)
def show() -> ResponseReturnValue:
    """The list behind one filter; who is quiet stands below when nothing has to be done."""
    today = house().today()
    chosen = _BY_WORD.get(request.args.get("lijst", ""), Shelf.NOW)
    lists = todos(house().unit_of_work, signed_in(), today)
    return render_template(
        "desk/today.html",
        today=today,
        chosen=chosen,
        lists=lists,
        lines=[_with_place(each) for each in lists[chosen]],
        quiet=lists[Shelf.QUIET] if chosen is Shelf.NOW and not lists[chosen] else [],
        words=today_words,
        to=addresses,
    )


def _with_place(todo: Todo) -> Todo:
    """A line about a place says which, and who is next when it came free; looked up for the lines that are shown."""
    if todo.place is None:
        return todo
    place = offering_words.title(words_of(house().shelf.active(), todo.place))
    if todo.why is not Why.PLACE_SILENT:
        return replace(todo, what=place)
    following = next_at(todo.place.id).next
    then = f"De volgende is {following.dossier.name}" if following else "Niemand anders wacht hierop"
    return replace(todo, what=f"{place}. {then}")
