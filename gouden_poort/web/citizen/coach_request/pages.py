"""Asking a coach: what is shared and how to be reached, the receipt, and taking the request back.

Nothing of it stands in an address. The number of the request stands in the cookie; elsewhere its code opens it too.
"""

from __future__ import annotations

from uuid import uuid4

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.errors import InvalidInput, NoRoomToday, UnknownThing
from gouden_poort.http.guard import public
from gouden_poort.http.origin import limits_here
from gouden_poort.profiles.coach_request import WORKING_DAYS, CoachRequest
from gouden_poort.services import coach_requests
from gouden_poort.services.coach_requests import Told
from gouden_poort.services.inbox.receipt import is_mailed
from gouden_poort.services.requests import COACH_REQUESTS, find
from gouden_poort.services.resuming import TRIES_OF_A_BLOCK, TRIES_OF_A_BROWSER
from gouden_poort.web.citizen import visitor
from gouden_poort.web.citizen.coach_request.lines import offered
from gouden_poort.web.citizen.coach_request.words import (
    DAYPARTS,
    LANGUAGE_CHOICES,
    choices_of_dayparts,
    choices_of_languages,
    fault_words,
    language_name,
)
from gouden_poort.web.citizen.counted import coach_asked
from gouden_poort.web.citizen.ticket import resume_key
from gouden_poort.web.citizen.visitor import COACH_REQUEST
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, form_id, send_back, taken
from gouden_poort.web.language import LANGUAGES, _, spoken
from gouden_poort.wiring import house

pages = Blueprint("coach", __name__)
_TYPED = ("name", "phone", "email", "language", "daypart")
_MOST_TYPED = 40
_FULL = "full"
"""In a form that came back: it could not be taken today."""


@pages.get("/vraag-een-coach")
@public
def form() -> ResponseReturnValue:
    """What a coach would see, and how to be reached; `route`: the occupation whose route someone came from."""
    if house().settings.organisation is None:
        return render_template("citizen/coach_nobody.html")
    back = came_back()
    can_share = offered(
        house().shelf.active(), visitor.answers_if_any(), back.form.get("route", request.args.get("route", ""))
    )
    ticked = set(back.form.getlist("share")) if back.form else {line.key for line in can_share.lines}
    given = back.form or {"language": spoken().code}
    return render_template(
        "citizen/coach.html",
        given={name: given.get(name, "") for name in _TYPED},
        offered=can_share,
        chosen=ticked,
        languages=choices_of_languages(),
        dayparts=choices_of_dayparts(),
        working_days=WORKING_DAYS,
        form_id=given.get("form_id", uuid4()),
        faults=back.faults,
        full=_FULL in back.form,
    )


@pages.post("/vraag-een-coach")
@public
def send() -> ResponseReturnValue:
    """Keep the request and show its receipt; sent twice it is kept once."""
    if house().settings.organisation is None:
        return redirect(url_for(".form"), 303)
    can_share = offered(house().shelf.active(), visitor.answers_if_any(), request.form.get("route", ""))
    if request.form.get("seal") != can_share.seal:
        words = _("Je antwoorden zijn net veranderd. Kijk nog een keer wat je deelt.")
        return send_back(url_for(".form"), request.form, [Fault(field="share", words=words)])
    try:
        kept = _keep(can_share.told(request.form.getlist("share")))
    except InvalidInput as wrong:
        return send_back(url_for(".form"), request.form, map(fault_words, wrong.faults))
    except NoRoomToday:
        return send_back(url_for(".form"), MultiDict([*request.form.items(multi=True), (_FULL, "1")]))
    if session.get(COACH_REQUEST) != kept.number:
        coach_asked()
    session[COACH_REQUEST] = kept.number
    return taken(url_for(".received"))


@pages.get("/vraag-een-coach/ontvangen")
@public
def received() -> ResponseReturnValue:
    """The receipt: number, code, the last day, whether somebody reacted, and the number to call."""
    kept = _own()
    if kept is None:
        return redirect(url_for(".enter"), 303)
    return render_template(
        "citizen/coach_receipt.html",
        asked=kept,
        code=coach_requests.code_of(resume_key(), kept),
        is_mailed=is_mailed(house().unit_of_work, kept, house().clock()),
        late=kept.is_late_on(visitor.today()),
        language_name=language_name(kept.reach.language),
        daypart=_(DAYPARTS[kept.reach.daypart]),
        has_answers=visitor.has_answers(),
    )


@pages.get("/vraag-een-coach/bekijken")
@public
def enter() -> ResponseReturnValue:
    """Where the receipt of another day or browser is opened."""
    back = came_back()
    number, code = back.form.get("number", ""), back.form.get("code", "")
    return render_template("citizen/coach_enter.html", number=number, code=code, faults=back.faults)


@pages.post("/vraag-een-coach/bekijken")
@public
def look() -> ResponseReturnValue:
    """Open a receipt with number and code. Wrong ones are counted, and who typed too many waits."""
    parts, number, code = house(), request.form.get("number", ""), request.form.get("code", "")
    limits = limits_here("receipt", of_a_browser=TRIES_OF_A_BROWSER, of_a_block=TRIES_OF_A_BLOCK)
    if parts.tries.take(limits, parts.clock()) is not None:
        return _enter_again(_("Je probeerde het te vaak. Wacht 15 minuten en probeer het weer."))
    try:
        kept = coach_requests.opened_with(parts.unit_of_work, resume_key(), number, code, parts.clock())
    except UnknownThing:
        return _enter_again(
            _("Met dit nummer en deze code vinden we geen aanvraag. Kijk of je alles goed hebt overgetypt.")
        )
    parts.tries.give_back(*limits)
    session[COACH_REQUEST] = kept.number
    return taken(url_for(".received"))


@pages.post("/vraag-een-coach/intrekken")
@public
def withdraw() -> ResponseReturnValue:
    """Remove the request of this receipt with all that was shared."""
    kept = _own()
    if kept is not None:
        coach_requests.withdraw(house().unit_of_work, kept.id)
    session.pop(COACH_REQUEST, None)
    return redirect(url_for(".withdrawn"), 303)


@pages.get("/vraag-een-coach/ingetrokken")
@public
def withdrawn() -> ResponseReturnValue:
    """Says that nothing of the request is left."""
    return render_template("citizen/coach_withdrawn.html", has_answers=visitor.has_answers())


def _keep(told: Told) -> CoachRequest:
    """The request as it was kept. One browser may send a few a day, so a flood takes no room of others."""
    parts = house()
    limits = limits_here(
        f"coach {visitor.today()}",
        of_a_browser=coach_requests.A_DAY_FROM_A_BROWSER,
        of_a_block=coach_requests.A_DAY_FROM_A_BLOCK,
    )
    return coach_requests.ask_coach(
        parts.unit_of_work,
        form_id(),
        request.form,
        told,
        parts.clock(),
        languages=LANGUAGE_CHOICES,
        spoken=LANGUAGES,
        reads=spoken().code,
        may_come_in=lambda: parts.tries_of_a_day.take(limits, parts.clock()) is None,
    )


def _own() -> CoachRequest | None:
    """The request whose receipt this browser may see."""
    try:
        return find(house().unit_of_work, COACH_REQUESTS, session.get(COACH_REQUEST, ""), house().clock())
    except UnknownThing:
        return None


def _enter_again(words: str) -> ResponseReturnValue:
    """Show the fields again. What looks like a code stays in the browser, as a code is kept nowhere."""
    typed = MultiDict((name, request.form.get(name, "")[:_MOST_TYPED]) for name in ("number", "code"))
    return send_back(url_for(".enter"), typed, [Fault(field="number", words=words)], in_cookie=True)
