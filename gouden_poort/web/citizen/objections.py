"""Something is not right: a form for who objects to a result or wants a fact corrected, and the receipt."""

from __future__ import annotations

from uuid import uuid4

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.errors import FieldError, InvalidInput, NoRoomToday, UnknownThing
from gouden_poort.http.guard import public
from gouden_poort.http.origin import limits_here
from gouden_poort.profiles.objection import LONGEST, Objection
from gouden_poort.profiles.question import Choice
from gouden_poort.services import requests
from gouden_poort.services.inbox.receipt import is_mailed
from gouden_poort.services.objections import A_DAY_FROM_A_BLOCK, A_DAY_FROM_A_BROWSER, object_to
from gouden_poort.web.citizen.visitor import OBJECTION, today
from gouden_poort.web.filters import number
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, form_id, send_back, taken
from gouden_poort.web.forms.question_words import choice_in_words
from gouden_poort.web.language import LANGUAGES, _, spoken
from gouden_poort.web.wording import OBJECTIONS, say
from gouden_poort.wiring import house

pages = Blueprint("objections", __name__)
_FULL = "full"
"""In a form that came back: it could not be taken today."""
CHOICES = tuple(Choice(value=about.value, label=label, help=help_) for about, (label, help_) in OBJECTIONS.items())


@pages.get("/bezwaar")
@public
def form() -> ResponseReturnValue:
    """What to tell us, within which term a person answers, and what this is not. `pagina`: where someone came from."""
    back, page = came_back(), request.args.get("pagina", "")
    given = back.form or {"page": page if page.startswith("/") and len(page) <= LONGEST["page"] else ""}
    known = {name: given.get(name, "") for name in ("about", *LONGEST)}
    return render_template(
        "citizen/objection.html",
        given=known,
        choices=tuple(map(choice_in_words, CHOICES)),
        form_id=given.get("form_id", uuid4()),
        faults=back.faults,
        full=_FULL in back.form,
    )


@pages.post("/bezwaar")
@public
def send() -> ResponseReturnValue:
    """Keep it and show the number; sent twice it is kept once."""
    try:
        objection = _keep()
    except InvalidInput as wrong:
        return send_back(url_for(".form"), request.form, map(_fault, wrong.faults))
    except NoRoomToday:
        return send_back(url_for(".form"), MultiDict([*request.form.items(multi=True), (_FULL, "1")]))
    session[OBJECTION] = objection.number
    return taken(url_for(".received"))


@pages.get("/bezwaar/ontvangen")
@public
def received() -> ResponseReturnValue:
    """The number and the last day for an answer; the number stands in the cookie and not in the address."""
    open_unit, moment = house().unit_of_work, house().clock()
    try:
        objection = requests.find(open_unit, requests.OBJECTIONS, session.get(OBJECTION, ""), moment)
    except UnknownThing:
        return redirect(url_for(".form"), 303)
    return render_template(
        "citizen/objection_received.html",
        objection=objection,
        about=_(OBJECTIONS[objection.about][0]),
        is_mailed=is_mailed(open_unit, objection, moment),
    )


def _keep() -> Objection:
    """The objection as it was kept. One browser may send a few a day, so a flood takes no room of others."""
    parts = house()
    limits = limits_here(f"objection {today()}", of_a_browser=A_DAY_FROM_A_BROWSER, of_a_block=A_DAY_FROM_A_BLOCK)
    return object_to(
        parts.unit_of_work,
        parts.shelf,
        form_id(),
        request.form,
        parts.clock(),
        spoken=LANGUAGES,
        reads=spoken().code,
        may_come_in=lambda: parts.tries_of_a_day.take(limits, parts.clock()) is None,
    )


def _fault(fault: FieldError) -> Fault:
    key = "typed.bsn" if fault.code == "bsn" else f"objection.{fault.path}.{fault.code}"
    words = say(key, longest=number(LONGEST.get(fault.path, 0)))
    return Fault(field=fault.path, words=words)
