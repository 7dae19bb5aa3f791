"""What people ask and object to: the list, one of them, and its answer."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.coach_request import CoachRequest
from gouden_poort.profiles.objection import Objection
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.inbox import answering, listing, reaching
from gouden_poort.web.desk.newcomer import REQUEST
from gouden_poort.web.desk.words import DAYPARTS_IN_DUTCH, LANGUAGES_IN_DUTCH
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.language.table import LANGUAGES
from gouden_poort.web.wording import OBJECTIONS
from gouden_poort.wiring import house

pages = Blueprint("requests", __name__)
_NEWCOMER = "newcomer.form"


@pages.get("/aanvragen")
@needs(Deed.ANSWER_REQUESTS)
def overview() -> ResponseReturnValue:
    """Everything that waits, what is late on top."""
    lines = listing.waiting(house().unit_of_work, signed_in(), house().clock())
    return render_template("desk/requests.html", lines=lines, late=sum(line.is_late for line in lines), named=_named)


@pages.post("/aanvragen/<uuid:request_id>/oppakken")
@needs(Deed.ANSWER_REQUESTS)
def take_up(request_id: UUID) -> ResponseReturnValue:
    """Let it be for the own organisation, and open it."""
    listing.take_up(house().unit_of_work, signed_in(), request_id, house().clock())
    return taken(url_for(".show", request_id=request_id))


@pages.get("/aanvragen/<uuid:request_id>")
@needs(Deed.ANSWER_REQUESTS)
def show(request_id: UUID) -> ResponseReturnValue:
    """All that its sender shared, and the field for an answer."""
    found = listing.opened(house().unit_of_work, signed_in(), request_id, house().clock())
    back = came_back()
    language = reaching.language_of(found, LANGUAGES)
    return render_template(
        "desk/request.html",
        found=found,
        is_objection=isinstance(found, Objection),
        about=OBJECTIONS[found.about][0] if isinstance(found, Objection) else "",
        daypart=DAYPARTS_IN_DUTCH[found.reach.daypart] if isinstance(found, CoachRequest) else "",
        spoken=_named(found.reach.language) if isinstance(found, CoachRequest) else "",
        mail=reaching.mail_of(found),
        language=language,
        language_name=_named(language),
        is_late=found.is_late_on(house().today()),
        can_become_dossier=isinstance(found, CoachRequest) and _NEWCOMER in current_app.view_functions,
        given=back.form,
        faults=back.faults,
    )


@pages.post("/aanvragen/<uuid:request_id>/antwoord")
@needs(Deed.ANSWER_REQUESTS)
def answer(request_id: UUID) -> ResponseReturnValue:
    """Mail the answer."""
    form = request.form
    try:
        answering.answer_by_mail(
            house().unit_of_work,
            signed_in(),
            request_id,
            dutch=form.get("dutch", ""),
            translated=form.get("translated", ""),
            spoken=LANGUAGES,
            moment=house().clock(),
        )
    except InvalidInput as wrong:
        faults = [Fault(field=each.path, words=_words(each)) for each in wrong.faults]
        return send_back(url_for(".show", request_id=request_id), form, faults)
    return taken(url_for(".overview"))


@pages.post("/aanvragen/<uuid:request_id>/gesproken")
@needs(Deed.ANSWER_REQUESTS)
def spoken(request_id: UUID) -> ResponseReturnValue:
    """Note that its sender was spoken with."""
    answering.note_answered(house().unit_of_work, signed_in(), request_id, house().clock())
    return taken(url_for(".overview"))


@pages.post("/aanvragen/<uuid:request_id>/dossier")
@needs(Deed.REGISTER)
def make_dossier(request_id: UUID) -> ResponseReturnValue:
    """Open the form for a newcomer with what the sender filled in; nothing of that stands in the address."""
    found = listing.opened(house().unit_of_work, signed_in(), request_id, house().clock())
    if not isinstance(found, CoachRequest) or _NEWCOMER not in current_app.view_functions:
        return taken(url_for(".show", request_id=request_id))
    reach = found.reach
    known = {"name": reach.name, "phone": reach.phone, "email": reach.email, "language": reach.language}
    return send_back(url_for(_NEWCOMER), MultiDict({**known, REQUEST: found.number}))


def _named(language: str) -> str:
    """A language as coaches call it; nothing for none."""
    return LANGUAGES_IN_DUTCH.get(language, language)


def _words(fault: FieldError) -> str:
    match fault.code:
        case "bsn":
            return "Hier staat een burgerservicenummer. Dat sturen we niet. Haal het weg."
        case "too_many":
            return f"Dit is te lang. Maak het korter dan {answering.LONGEST_ANSWER} tekens."
        case "malformed":
            return "Er is geen mailadres. Bel, en zet hem op beantwoord."
    return "Schrijf een antwoord in het Nederlands."
