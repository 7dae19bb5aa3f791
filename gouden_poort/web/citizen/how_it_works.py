"""How routes are decided, for everyone to read: who decides, how to object, and every rule with its source."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import public
from gouden_poort.rules.choosing import rulebook_of
from gouden_poort.web.citizen import visitor
from gouden_poort.web.citizen.rule_pages import subjects_of_book
from gouden_poort.web.errors import UNKNOWN_SUBJECT, words_page
from gouden_poort.wiring import house

pages = Blueprint("how_it_works", __name__)


@pages.get("/hoe-het-werkt")
@public
def overview() -> ResponseReturnValue:
    """How a route comes about, what a person decides, and where each rule can be read."""
    snapshot = house().shelf.active()
    book = rulebook_of(snapshot)
    return render_template(
        "citizen/how_it_works.html",
        subjects=subjects_of_book(book, visitor.today()),
        book=book.version,
        catalogue=snapshot.version,
        count=len(book.rules),
    )


@pages.get("/hoe-het-werkt/<slug>")
@public
def subject(slug: str) -> ResponseReturnValue:
    """All rules about one subject."""
    book = rulebook_of(house().shelf.active())
    subjects = {each.slug: each for each in subjects_of_book(book, visitor.today())}
    if slug not in subjects:
        return words_page(UNKNOWN_SUBJECT, 404)
    return render_template(
        "citizen/rules.html", subject=subjects[slug], subjects=tuple(subjects.values()), book=book.version
    )
