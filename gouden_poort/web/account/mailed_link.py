"""A citizen who asks for a link in the mail. The answer is the same for everyone, so it tells nobody who is known."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.errors import InvalidInput
from gouden_poort.http.guard import public
from gouden_poort.profiles.people.particulars import LONGEST_EMAIL, read_email
from gouden_poort.services.accounts import citizens
from gouden_poort.web.account.door import door
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, send_back
from gouden_poort.web.language import _
from gouden_poort.web.whole_address import whole
from gouden_poort.wiring import house

pages = Blueprint("mailed_link", __name__)
_LATER = "LATER"
"""In an address, where the token of a link comes once there is one."""


@pages.get("/aanmelden/link")
@public
def form() -> ResponseReturnValue:
    """The mail address."""
    back = came_back()
    return render_template("account/ask_link.html", email=back.form.get("email", ""), faults=back.faults)


@pages.post("/aanmelden/link")
@public
def ask() -> ResponseReturnValue:
    """Mail the link, if someone is known at that address."""
    typed = request.form.get("email", "")
    try:
        email = read_email(typed)
    except InvalidInput:
        fault = Fault(field="email", words=_("Vul je mailadres in. Bijvoorbeeld naam@voorbeeld.nl."))
        return send_back(url_for(".form"), MultiDict({"email": typed[:LONGEST_EMAIL]}), [fault], in_cookie=True)
    citizens.ask_link(door(), email, house().clock(), address_of=_addresses(), aside=house().aside)
    return redirect(url_for(".asked"), 303)


@pages.get("/aanmelden/link/gemaild")
@public
def asked() -> ResponseReturnValue:
    """Says where to look for the mail."""
    return render_template("account/link_asked.html")


def _addresses() -> Callable[[str], str]:
    """Where links lead."""
    address = whole(url_for("link.follow", token=_LATER))
    return lambda token: address.replace(_LATER, token)
