"""One's own account: where one is signed in, with a button to end it, and another password."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.errors import InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import let_out, signed_in, token, who
from gouden_poort.profiles.people.account import STAFF
from gouden_poort.profiles.people.particulars import SHORTEST_PASSWORD
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.accounts import changing, sessions
from gouden_poort.web.account.door import door
from gouden_poort.web.account.password_words import NOT_THE_SAME, faults_of_new_password
from gouden_poort.web.account.welcome import SHOWS_CODES
from gouden_poort.web.forms.fault_words import Fault, phone_of_staff
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.language import _
from gouden_poort.wiring import house, installation_key

pages = Blueprint("own_account", __name__)


@pages.get("/account")
@needs(Deed.OWN_ACCOUNT)
def show() -> ResponseReturnValue:
    """Who one is here, and where one is signed in."""
    found, back = who(), came_back()
    is_staff = found.account.role in STAFF
    shown = {
        "phone": back.form.get("phone", found.account.phone),
        "faults": back.faults,
        "account": found.account,
        "is_staff": is_staff,
        "codes_left": changing.codes_left(house().unit_of_work, signed_in()),
        "open_sessions": sessions.own_sessions(house().unit_of_work, signed_in(), token(), house().clock()),
    }
    return (
        render_template("desk/own_account.html", **shown) if is_staff else render_template("account/own.html", **shown)
    )


@pages.post("/account/telefoon")
@needs(Deed.OWN_ACCOUNT)
def change_phone() -> ResponseReturnValue:
    """Keep the number at which citizens and counsellors call someone of staff."""
    try:
        changing.change_phone(house().unit_of_work, signed_in(), request.form.get("phone", ""), house().clock())
    except InvalidInput as wrong:
        return send_back(url_for(".show", _anchor="bellen"), request.form, map(phone_of_staff, wrong.faults))
    return taken(url_for(".show", _anchor="bellen"))


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


@pages.get("/account/wachtwoord")
@needs(Deed.OWN_ACCOUNT)
def password() -> ResponseReturnValue:
    """Another password, or a first one for a citizen who came in by mail."""
    has_one = changing.has_password(house().unit_of_work, signed_in())
    return render_template(
        "account/password.html", has_one=has_one, shortest=SHORTEST_PASSWORD, faults=came_back().faults
    )


@pages.post("/account/wachtwoord")
@needs(Deed.OWN_ACCOUNT)
def change_password() -> ResponseReturnValue:
    """Keep the password; other devices are signed out."""
    form = request.form
    if form.get("password") and form["password"] != form.get("again", ""):
        return _password_again(Fault(field="again", words=_(NOT_THE_SAME)))
    try:
        changing.change_password(door(), who(), form.get("before", ""), form.get("password", ""), house().clock())
    except InvalidInput as wrong:
        return _password_again(*faults_of_new_password(wrong))
    return taken(url_for(".password_changed"))


@pages.get("/account/wachtwoord/bewaard")
@needs(Deed.OWN_ACCOUNT)
def password_changed() -> ResponseReturnValue:
    """Says that it is done, and what ended by it."""
    return render_template("account/password_changed.html")


@pages.post("/account/herstelcodes")
@needs(Deed.OWN_ACCOUNT)
def new_codes() -> ResponseReturnValue:
    """Draw new codes on paper for someone of staff, and show them once."""
    if who().account.role not in STAFF:
        abort(404)
    changing.new_recovery_codes(house().unit_of_work, installation_key(), signed_in())
    session[SHOWS_CODES] = True
    return taken(url_for("welcome.codes"))


def _password_again(*faults: Fault) -> ResponseReturnValue:
    return send_back(url_for(".password"), MultiDict(), faults, in_cookie=True)
