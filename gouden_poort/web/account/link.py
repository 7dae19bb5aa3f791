"""Where a one-time link leads. Its token goes from the address into the cookie at once, and looking uses nothing up."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import public
from gouden_poort.profiles.people.way_in import OF_STAFF
from gouden_poort.services.accounts import signing_in, ways_in
from gouden_poort.web.account.door import come_in, door
from gouden_poort.wiring import house

pages = Blueprint("link", __name__)
LINK = "way_in"
"""Where the cookie holds the token of a link."""


@pages.get("/link/<token>")
@public
def follow(token: str) -> ResponseReturnValue:
    """To the page on which something is done with the link; programs that read mail do nothing there."""
    purpose = ways_in.purpose_of(house().unit_of_work, token, house().clock())
    if purpose is None:
        return redirect(url_for(".over"), 303)
    session[LINK] = token
    return redirect(url_for("welcome.password" if purpose in OF_STAFF else ".show"), 303)


@pages.get("/binnen")
@public
def show() -> ResponseReturnValue:
    """One button, with which a citizen signs in."""
    purpose = ways_in.purpose_of(house().unit_of_work, session.get(LINK, ""), house().clock())
    if purpose is None or purpose in OF_STAFF:
        return redirect(url_for(".over"), 303)
    return render_template("account/come_in.html")


@pages.post("/binnen")
@public
def use() -> ResponseReturnValue:
    """Use the link up."""
    opened = signing_in.with_link(door(), session.pop(LINK, ""), house().clock())
    return redirect(url_for(".over"), 303) if opened is None else come_in(opened)


@pages.get("/link")
@public
def over() -> ResponseReturnValue:
    """Says that a link does not work any more, and what then."""
    return render_template("account/link_over.html")
