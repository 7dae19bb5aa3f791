"""Where the link of a company leads. Its token goes from the address into the cookie at once, and into no log."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import UnknownThing
from gouden_poort.http.guard import public
from gouden_poort.http.origin import address_block
from gouden_poort.profiles.people.company_link import CompanyLink
from gouden_poort.services.employers.links import at_the_door
from gouden_poort.wiring import house

pages = Blueprint("company", __name__)
_LINK = "company_link"
"""Where the cookie holds the token of a link."""


@pages.get("/bedrijf/link/<token>")
@public
def follow(token: str) -> ResponseReturnValue:
    """To the page of the company."""
    try:
        _look(token)
    except UnknownThing:
        return redirect(url_for(".over"), 303)
    session[_LINK] = token
    return redirect(url_for("company_positions.show"), 303)


@pages.get("/bedrijf/link")
@public
def over() -> ResponseReturnValue:
    """Says that a link does not work any more, and who gives a new one."""
    return render_template("employer/link_over.html")


def company() -> tuple[str, CompanyLink]:
    """The token in this browser, with what it opens; whoever has none that works reads that."""
    token = str(session.get(_LINK, ""))
    try:
        return token, _look(token)
    except UnknownThing:
        session.pop(_LINK, None)
        abort(redirect(url_for("company.over"), 303))


def _look(token: str) -> CompanyLink:
    parts = house()
    if not token:
        raise UnknownThing("link", "")
    return at_the_door(parts.unit_of_work, parts.tries, address_block(), token, parts.clock())
