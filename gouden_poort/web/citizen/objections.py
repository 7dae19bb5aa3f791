"""Something is not right: a form for who objects to a result or wants a fact corrected, and the receipt."""

from __future__ import annotations

from uuid import uuid4

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import FieldError, InvalidInput, UnknownThing
from gouden_poort.http.guard import public
from gouden_poort.profiles.objection import LONGEST
from gouden_poort.profiles.question import Choice
from gouden_poort.services.objections import find_objection, object_to
from gouden_poort.web.filters import number
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, form_id, send_back, taken
from gouden_poort.web.forms.question_words import choice_in_words
from gouden_poort.web.language import _
from gouden_poort.web.wording import OBJECTIONS, say
from gouden_poort.wiring import house

pages = Blueprint("objections", __name__)
_KEY = "objection"
CHOICES = tuple(Choice(value=about.value, label=label, help=help_) for about, (label, help_) in OBJECTIONS.items())


@pages.get("/bezwaar")
@public
def form() -> ResponseReturnValue:
    """What to tell us, within which term a person answers, and what this is not. `pagina`: where someone came from."""
    back, page = came_back(), request.args.get("pagina", "")
    given = back.form or {"page": page if page.startswith("/") and len(page) <= LONGEST["page"] else ""}
    known = {name: given.get(name, "") for name in ("about", *LONGEST)}
    this_form, choices = given.get("form_id", uuid4()), tuple(map(choice_in_words, CHOICES))
    return render_template(
        "citizen/objection.html", given=known, choices=choices, form_id=this_form, faults=back.faults
    )


@pages.post("/bezwaar")
@public
def send() -> ResponseReturnValue:
    """Keep it and show the number; sent twice it is kept once."""
    parts = house()
    try:
        objection = object_to(parts.unit_of_work, parts.shelf, form_id(), request.form, parts.clock())
    except InvalidInput as wrong:
        return send_back(url_for(".form"), request.form, map(_fault, wrong.faults))
    session[_KEY] = objection.number
    return taken(url_for(".received"))


@pages.get("/bezwaar/ontvangen")
@public
def received() -> ResponseReturnValue:
    """The number and the last day for an answer; the number stands in the cookie and not in the address."""
    try:
        objection = find_objection(house().unit_of_work, session.get(_KEY, ""))
    except UnknownThing:
        return redirect(url_for(".form"), 303)
    return render_template(
        "citizen/objection_received.html", objection=objection, about=_(OBJECTIONS[objection.about][0])
    )


def _fault(fault: FieldError) -> Fault:
    words = say(f"objection.{fault.path}.{fault.code}", longest=number(LONGEST.get(fault.path, 0)))
    return Fault(field=fault.path, words=words)
