"""A new or returning colleague: a password, an app for codes, and codes on paper for when the telephone is gone."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.http.guard import needs, public
from gouden_poort.http.signed_in import let_in, signed_in, who
from gouden_poort.profiles.people.particulars import SHORTEST_PASSWORD
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.accounts import ways_in
from gouden_poort.services.accounts.second_factor import app_address
from gouden_poort.services.resume_code import written
from gouden_poort.web.account.door import door, onward
from gouden_poort.web.account.link import LINK
from gouden_poort.web.account.password_words import NOT_THE_SAME, faults_of_new_password
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, send_back
from gouden_poort.web.language import _
from gouden_poort.web.pictures.qr import qr_of
from gouden_poort.wiring import house, installation_key

pages = Blueprint("welcome", __name__)
SHOWS_CODES = "shows_codes"
"""In the cookie while the codes on paper were drawn and not yet put away."""
_WRONG_CODE = "Deze code klopt niet. Wacht tot de app een nieuwe code toont. Vul die in."
_GROUP = 4


@pages.get("/welkom")
@public
def password() -> ResponseReturnValue:
    """The first step: a password."""
    try:
        found = ways_in.welcome(house().unit_of_work, installation_key(), session.get(LINK, ""), house().clock())
    except UnknownThing:
        return redirect(url_for("link.over"), 303)
    faults = came_back().faults
    return render_template("desk/welcome_password.html", found=found, faults=faults, shortest=SHORTEST_PASSWORD)


@pages.post("/welkom")
@public
def choose_password() -> ResponseReturnValue:
    """Keep the password."""
    chosen = request.form.get("password", "")
    if chosen and chosen != request.form.get("again", ""):
        return _back(".password", Fault(field="again", words=_(NOT_THE_SAME)))
    try:
        ways_in.choose_password(house().unit_of_work, session.get(LINK, ""), chosen, house().clock())
    except InvalidInput as wrong:
        return _back(".password", *faults_of_new_password(wrong))
    except UnknownThing:
        return redirect(url_for("link.over"), 303)
    return redirect(url_for(".app"), 303)


@pages.get("/welkom/app")
@public
def app() -> ResponseReturnValue:
    """The second step: an app that gives codes."""
    try:
        found = ways_in.welcome(house().unit_of_work, installation_key(), session.get(LINK, ""), house().clock())
    except UnknownThing:
        return redirect(url_for("link.over"), 303)
    if not found.has_password:
        return redirect(url_for(".password"), 303)
    secret = found.app_secret
    return render_template(
        "desk/welcome_app.html",
        qr=qr_of(app_address(secret, found.account.email)),
        secret=" ".join(secret[at : at + _GROUP] for at in range(0, len(secret), _GROUP)),
        faults=came_back().faults,
    )


@pages.post("/welkom/app")
@public
def confirm_app() -> ResponseReturnValue:
    """A right code shows that the app works; from here someone is signed in."""
    try:
        code = request.form.get("code", "")
        opened = ways_in.confirm_app(door(), session.get(LINK, ""), code, house().clock())
    except UnknownThing:
        return redirect(url_for("link.over"), 303)
    if opened is None:
        return _back(".app", Fault(field="code", words=_WRONG_CODE))
    let_in(opened.token, opened.account)
    session[SHOWS_CODES] = True
    return redirect(url_for(".codes"), 303)


@pages.get("/welkom/codes")
@needs(Deed.OWN_ACCOUNT)
def codes() -> ResponseReturnValue:
    """The third step: codes on paper, shown this once."""
    if SHOWS_CODES not in session:
        return onward(who().account.role)
    found = ways_in.codes_on_paper(house().unit_of_work, installation_key(), signed_in().account_id)
    return render_template("desk/welcome_codes.html", codes=[written(code) for code in found])


@pages.post("/welkom/codes")
@needs(Deed.OWN_ACCOUNT)
def put_away() -> ResponseReturnValue:
    """The codes were written down: they are shown no more."""
    session.pop(SHOWS_CODES, None)
    return onward(who().account.role)


def _back(endpoint: str, *faults: Fault) -> ResponseReturnValue:
    return send_back(url_for(endpoint), MultiDict(), faults, in_cookie=True)
