"""Saving under a code and going on with it elsewhere. The code is typed; it never stands in an address or a log."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.http.guard import public
from gouden_poort.http.origin import limits_here
from gouden_poort.profiles.assessment import next_question
from gouden_poort.services import resuming
from gouden_poort.services.counting import Milestone
from gouden_poort.services.keeping import WITH_CODE
from gouden_poort.services.resume_code import read_code
from gouden_poort.web.citizen import visitor
from gouden_poort.web.citizen.counted import counted
from gouden_poort.web.citizen.mailed_code import saved_page
from gouden_poort.web.citizen.ticket import kept_ticket, resume_key
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.language import _, later, ngettext
from gouden_poort.wiring import house

pages = Blueprint("resume", __name__)
_FIELD = "code"
_LONGEST_TYPED = 40
_NO_CODE = later("Vul je code in. Dat zijn 8 letters en cijfers. Bijvoorbeeld K7PM 3XQ9.")
_NOT_LIKE_A_CODE = later(
    "Een code heeft 8 letters en cijfers. De tekens 0, O, 1 en I zitten er niet in. Bijvoorbeeld K7PM 3XQ9."
)
_UNKNOWN = later(
    "Met deze code vinden we geen antwoorden. Kijk of je alles goed hebt overgetypt."
    " Was je langer dan %(days)s dagen weg? Dan zijn je antwoorden gewist."
)


@pages.get("/bewaren")
@public
def show() -> ResponseReturnValue:
    """The code of this visitor, to copy or to print; or how to get one. Who has a dossier needs none."""
    answers = visitor.kept_answers()
    if visitor.has_dossier():
        return render_template("citizen/saved_in_dossier.html")
    ticket = kept_ticket()
    if ticket is None:
        return render_template("citizen/save.html", days=WITH_CODE.days)
    return saved_page(ticket, answers)


@pages.post("/bewaren")
@public
def save() -> ResponseReturnValue:
    """Make the code; pressing twice gives the same one. Who has a dossier comes back without."""
    if visitor.has_dossier():
        return taken(url_for("resume.show"))
    try:
        resuming.save(house().unit_of_work, resume_key(), visitor.known_assessment(), house().clock())
    except UnknownThing:  # wiped elsewhere
        visitor.forget()
        abort(redirect(url_for("start.before_you_begin"), 303))
    counted(Milestone.CODE_SAVED)
    return taken(url_for("resume.show"))


@pages.post("/bewaren/klaar")
@public
def leave() -> ResponseReturnValue:
    """Let this browser forget whose answers it showed: the next person at a shared computer sees nothing."""
    visitor.forget()
    return redirect(url_for(".left"), 303)


@pages.get("/bewaren/klaar")
@public
def left() -> ResponseReturnValue:
    """Says that the answers are safe and how to come back."""
    return render_template("citizen/left.html", days=WITH_CODE.days)


@pages.get("/verder")
@public
def enter() -> ResponseReturnValue:
    """Where the QR leads: the field for the code."""
    back = came_back()
    typed = back.form.get(_FIELD, "")
    return render_template("citizen/resume.html", typed=typed, faults=back.faults, under_way=visitor.has_answers())


@pages.post("/verder")
@public
def resume() -> ResponseReturnValue:
    """Find the answers of a code. Wrong ones are counted, and who typed too many waits, also with a right one."""
    parts, typed = house(), request.form.get(_FIELD, "")
    try:
        read_code(typed)
    except InvalidInput as wrong:
        words = _NO_CODE if wrong.faults[0].code == "missing" else _NOT_LIKE_A_CODE
        return _back(typed, _(words))
    limits = limits_here("resume", of_a_browser=resuming.TRIES_OF_A_BROWSER, of_a_block=resuming.TRIES_OF_A_BLOCK)
    limits |= resuming.tries_of_all(parts.clock())
    wait = parts.tries.take(limits, parts.clock())
    if wait is not None:
        return _back(typed, _wait_words(wait))
    found = resuming.resume(parts.unit_of_work, resume_key(), typed, parts.clock())
    if found is None and resuming.became_dossier(parts.unit_of_work, resume_key(), typed):
        parts.tries.give_back(*limits)
        return redirect(url_for("my_plan.show" if visitor.has_dossier() else ".with_coach"), 303)
    if found is None:
        return _back(typed, _(_UNKNOWN, days=WITH_CODE.days))
    parts.tries.give_back(*limits)
    visitor.remember(found)
    unfinished = next_question(visitor.kept_answers()) is not None
    return taken(url_for("assessment.go_on" if unfinished else "routes.suggestions"))


@pages.get("/verder/coach")
@public
def with_coach() -> ResponseReturnValue:
    """Says that a code no longer opens what became a dossier, and how to come in."""
    return render_template("citizen/with_coach.html")


def _back(typed: str, words: str) -> ResponseReturnValue:
    """Show the field again. What looks like a code stays in the browser: of a real one we keep a hash alone."""
    fault = Fault(field=_FIELD, words=words)
    return send_back(url_for(".enter"), MultiDict({_FIELD: typed[:_LONGEST_TYPED]}), [fault], in_cookie=True)


def _wait_words(wait: timedelta) -> str:
    minutes = max(1, -(-int(wait.total_seconds()) // 60))
    return ngettext(
        "Vanaf hier zijn te veel codes geprobeerd. Wacht %(num)s minuut. Daarna kun je het weer proberen.",
        "Vanaf hier zijn te veel codes geprobeerd. Wacht %(num)s minuten. Daarna kun je het weer proberen.",
        minutes,
    )
