"""One's own account: where one is signed in, with a button to end it, and another password."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import let_out, signed_in, token, who
from gouden_poort.profiles.people.account import STAFF
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.accounts import sessions
from gouden_poort.web.forms.posting import taken
from gouden_poort.wiring import house

pages = Blueprint("own_account", __name__)


@pages.get("/account")
@needs(Deed.OWN_ACCOUNT)
def show() -> ResponseReturnValue:
    """Who one is here, and where one is signed in."""
    found = who()
    return render_template(
        "account/own.html",
        account=found.account,
        is_staff=found.account.role in STAFF,
        open_sessions=sessions.own_sessions(house().unit_of_work, signed_in(), token(), house().clock()),
    )


@pages.post("/account/sessies/<uuid:session_id>/einde")
@needs(Deed.OWN_ACCOUNT)
def end(session_id: UUID) -> ResponseReturnValue:
    """End one session; ending this one is signing out."""
    sessions.end_one(house().unit_of_work, signed_in(), session_id, house().clock())
    if session_id == who().session.id:
        let_out()
        return taken(url_for("signing_in.signed_out"))
    return taken(url_for(".show"))


@pages.post("/account/sessies/einde")
@needs(Deed.OWN_ACCOUNT)
def end_others() -> ResponseReturnValue:
    """End all sessions but this one."""
    sessions.end_others(house().unit_of_work, signed_in(), token(), house().clock())
    return taken(url_for(".show"))
