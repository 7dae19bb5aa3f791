"""Signing in with a password, for staff with a code besides; and signing out."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.http.guard import needs, public
from gouden_poort.http.signed_in import let_out, present
from gouden_poort.profiles.people.particulars import LONGEST_EMAIL
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import Choice
from gouden_poort.profiles.typed import readable
from gouden_poort.services.accounts import sessions, signing_in
from gouden_poort.web.account.door import come_in, door, onward
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, has_draft, send_back
from gouden_poort.web.language import _
from gouden_poort.web.language.address import without_language
from gouden_poort.wiring import house

pages = Blueprint("signing_in", __name__)
_HALF = "half"
"""Where the cookie holds the token of who gave the password and not yet the code."""
_WRONG_CODE = (
    "Deze code klopt niet. Kijk in de app welke code er nu staat. Of vul een herstelcode in die je nog niet gebruikte."
)


@pages.get("/aanmelden")
@public
def form() -> ResponseReturnValue:
    """Mail address and password; who is signed in already goes on."""
    found = present()
    if found is not None:
        return onward(found.account.role)
    back = came_back()
    own_device = (Choice(value="yes", label=_("Ja, blijf hier aangemeld")),)
    return render_template(
        "account/sign_in.html",
        email=back.form.get("email", ""),
        faults=back.faults,
        has_draft=has_draft(),
        own_device=own_device,
    )


@pages.post("/aanmelden")
@public
def sign_in() -> ResponseReturnValue:
    """Take mail address and password; the answer to a wrong one does not tell what is wrong about it."""
    email, password = readable(request.form.get("email", "")).lower(), request.form.get("password", "")
    faults = [*_missing(email, password)]
    if faults:
        return _again(email, *faults)
    own_device = "own_device" in request.form
    opened = signing_in.with_password(door(), email, password, house().clock(), own_device=own_device)
    if opened is None:
        return _again(email, Fault(field="email", words=_("Dit mailadres en dit wachtwoord horen niet bij elkaar.")))
    if opened.complete:
        return come_in(opened, own_device=own_device)
    session[_HALF] = opened.token
    return redirect(without_language(".code"), 303)


@pages.get("/aanmelden/code")
@public
def code() -> ResponseReturnValue:
    """The second step of staff; who waited too long begins again."""
    if sessions.half_way(house().unit_of_work, session.get(_HALF, ""), house().clock()) is None:
        return redirect(url_for(".form"), 303)
    return render_template("desk/sign_in_code.html", faults=came_back().faults)


@pages.post("/aanmelden/code")
@public
def check_code() -> ResponseReturnValue:
    """Take the code of the app, or one on paper."""
    half = session.get(_HALF, "")
    if sessions.half_way(house().unit_of_work, half, house().clock()) is None:
        return redirect(url_for(".form"), 303)
    opened = signing_in.with_code(door(), half, request.form.get("code", ""), house().clock())
    if opened is None:
        return send_back(url_for(".code"), MultiDict(), [Fault(field="code", words=_WRONG_CODE)], in_cookie=True)
    return come_in(opened)


@pages.post("/afmelden")
@needs(Deed.OWN_ACCOUNT)
def sign_out() -> ResponseReturnValue:
    """End the session; the next person at this screen sees nothing."""
    let_out()
    return redirect(url_for(".signed_out"), 303)


@pages.get("/afgemeld")
@public
def signed_out() -> ResponseReturnValue:
    """Says that it is done."""
    return render_template("account/signed_out.html")


def _missing(email: str, password: str) -> list[Fault]:
    faults = []
    if not email:
        faults.append(Fault(field="email", words=_("Vul je mailadres in.")))
    if not password:
        faults.append(Fault(field="password", words=_("Vul je wachtwoord in.")))
    return faults


def _again(email: str, *faults: Fault) -> ResponseReturnValue:
    """Show the fields again, with the mail address and never the password."""
    typed = MultiDict({"email": email[:LONGEST_EMAIL]})
    return send_back(url_for(".form"), typed, faults, in_cookie=True)
