"""The code of a visitor in the mail. It stays on the screen whatever becomes of that."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.errors import InvalidInput, NoRoomToday, UnknownThing
from gouden_poort.http.guard import public
from gouden_poort.http.origin import limits_here
from gouden_poort.profiles.assessment import next_question
from gouden_poort.profiles.people.particulars import LONGEST_EMAIL
from gouden_poort.profiles.question import Answer
from gouden_poort.services import code_by_mail
from gouden_poort.services.code_by_mail import Asked
from gouden_poort.services.keeping import WITH_CODE
from gouden_poort.web.citizen import visitor
from gouden_poort.web.citizen.ticket import Ticket, entrance, kept_ticket, resume_key
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, form_id, send_back, taken
from gouden_poort.web.language import _, later, spoken
from gouden_poort.wiring import house

pages = Blueprint("mailed_code", __name__)
_FIELD = "email"
_NO_ADDRESS = later("Vul je mailadres in. Bijvoorbeeld naam@voorbeeld.nl.")
_OTHER_CODE = later("Je code is net veranderd. Kijk welke code hier nu staat. Stuur hem dan nog een keer.")
_ENOUGH = later("Vandaag mailen we deze code niet meer. Schrijf hem op, maak een foto of print deze pagina.")


def can_be_mailed() -> bool:
    """Whether this installation sends mail; without a mail server a code would wait where nobody may read it."""
    return house().settings.smtp is not None


def saved_page(ticket: Ticket, answers: Mapping[str, Answer], *, is_mailed: bool = False) -> str:
    """The page with the code; `is_mailed`: it went on its way a moment ago."""
    back = came_back()
    return render_template(
        "citizen/saved.html",
        ticket=ticket,
        days=WITH_CODE.days,
        finished=next_question(answers) is None,
        can_be_mailed=can_be_mailed(),
        is_mailed=is_mailed,
        email=back.form.get(_FIELD, ""),
        form_id=uuid4(),
        faults=back.faults,
    )


@pages.post("/bewaren/mail")
@public
def send() -> ResponseReturnValue:
    """Mail the code that stands on the page of this visitor."""
    visitor.kept_answers()  # a visit, and who wiped them elsewhere begins anew
    assessment_id, parts = visitor.known_assessment(), house()
    if not can_be_mailed() or visitor.has_dossier():
        return taken(url_for("resume.show"))
    asked = Asked(
        form_id=form_id(),
        code=request.form.get("code", ""),
        email=request.form.get(_FIELD, ""),
        language=spoken().code,
    )
    try:
        code_by_mail.mail_code(
            parts.unit_of_work, resume_key(), assessment_id, asked, parts.clock(), link=entrance(), may_go=_may_go
        )
    except InvalidInput:
        return _back(_(_NO_ADDRESS))
    except UnknownThing:
        return _back(_(_OTHER_CODE))
    except NoRoomToday:
        return _back(_(_ENOUGH))
    return taken(url_for(".sent"))


@pages.get("/bewaren/gemaild")
@public
def sent() -> ResponseReturnValue:
    """The same page, which says where to look for the mail."""
    answers, ticket = visitor.kept_answers(), kept_ticket()
    if ticket is None or not can_be_mailed():
        return redirect(url_for("resume.show"), 303)
    return saved_page(ticket, answers, is_mailed=True)


def _may_go(limits: Mapping[str, int]) -> bool:
    parts = house()
    here = limits_here(
        f"code mail {visitor.today()}",
        of_a_browser=code_by_mail.A_DAY_FROM_A_BROWSER,
        of_a_block=code_by_mail.A_DAY_FROM_A_BLOCK,
    )
    return parts.tries_of_a_day.take({**limits, **here}, parts.clock()) is None


def _back(words: str) -> ResponseReturnValue:
    """Show the page again. What was typed stays in the browser: the house keeps no address of who is not in it."""
    typed = MultiDict({_FIELD: request.form.get(_FIELD, "")[:LONGEST_EMAIL]})
    return send_back(url_for("resume.show"), typed, [Fault(field=_FIELD, words=words)], in_cookie=True)
