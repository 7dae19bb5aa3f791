"""Registering someone at the desk: consent read aloud in their own language, six facts, and who is like them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid4

from flask import Blueprint, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.origin import limits_here
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import UNKNOWN, Choice
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.services import resuming
from gouden_poort.services.dossiers import welcoming
from gouden_poort.services.dossiers.registering import ASKED_AT_ONCE, Newcomer, check_newcomer
from gouden_poort.services.resume_code import read_code
from gouden_poort.web.desk.person_words import HOW_GIVEN, LANGUAGE_CHOICES, LANGUAGE_NAMES, fault_of
from gouden_poort.web.forms.answers import Form, read
from gouden_poort.web.forms.fault_words import in_order
from gouden_poort.web.forms.posting import came_back, form_id, send_back, taken
from gouden_poort.web.words.consent_words import read_aloud
from gouden_poort.wiring import house, installation_key

pages = Blueprint("newcomer", __name__)
_ASKED = (Line.COACH_SEES_DOSSIER, Line.MESSAGES)
"""What is read aloud here; the line about a counsellor belongs to a referral."""
_LANGUAGE, _SOMEBODY_ELSE, _DOUBLES = "language", "else", "doubles"
"""The buttons that show the text in another language and say that it is somebody else; and that some were found."""
_BROUGHT = "brought_along"
"""Where the signed cookie holds whose answers a code in this form led to."""
REQUEST = "request"
"""The field with the number of the request to a coach that becomes a dossier; empty for who just walked in."""
_UNKNOWN = "unknown"
_GIVEN_CHOICES = tuple(Choice(value=given.value, label=HOW_GIVEN[given].capitalize()) for given in HOW_GIVEN)
_DUTCH_CHOICES = (*BY_ID["dutch"].choices, Choice(value=_UNKNOWN, label=UNKNOWN))
_FIELDS = ("name", "birth_date", "place", "phone", "email", "dutch", "language", "lines", "given", "code")
"""In the order of the page: what is wrong is said in it."""
SAME = {"name": "naam", "birth_date": "geboortedatum", "phone": "telefoon", "email": "mailadres"}


@pages.get("/nieuw")
@needs(Deed.REGISTER)
def form() -> ResponseReturnValue:
    """Everything on one page; who may be the same person stands on top once it was sent."""
    back = came_back()
    given = back.form
    language = given.get(_LANGUAGE, "nl")
    return render_template(
        "desk/newcomer.html",
        given=given,
        faults=back.faults,
        near=back.near,
        texts=read_aloud(_ASKED, language),
        is_spoken=language != "other",
        languages=LANGUAGE_CHOICES,
        dutch=_DUTCH_CHOICES,
        how_given=_GIVEN_CHOICES,
        doubles=_doubles(given) if _DOUBLES in given else (),
        same=SAME,
        form_id=given.get("form_id") or uuid4(),
        request_number=given.get(REQUEST, ""),
        has_code=session.get(_BROUGHT, {}).get("form") == given.get("form_id", "-"),
    )


@pages.post("/nieuw")
@needs(Deed.REGISTER)
def register() -> ResponseReturnValue:
    """Keep the dossier and show the routes; sent twice it is kept once."""
    parts, typed, action = house(), request.form, request.form.get("action", "")
    sent_id = form_id()
    if action == _LANGUAGE:
        return _in_language(typed, sent_id)
    before = welcoming.registered(parts.unit_of_work, signed_in(), sent_id)
    if before is not None:
        return taken(_routes_of(before))
    try:
        brought = _brought_along(typed.get("code", ""), sent_id)
        newcomer = _newcomer(typed)
        if action != _SOMEBODY_ELSE and welcoming.doubles(parts.unit_of_work, signed_in(), newcomer, parts.clock()):
            return send_back(url_for(".form"), MultiDict([*_without(typed, "code").items(multi=True), (_DOUBLES, "1")]))
        made = welcoming.welcome(
            parts.unit_of_work,
            signed_in(),
            newcomer,
            parts.clock(),
            form_id=sent_id,
            assessment_id=brought,
            request_number=typed.get(REQUEST, ""),
        )
    except InvalidInput as wrong:
        near = next((fault.near for fault in wrong.faults if fault.path == "place"), ())
        return send_back(
            url_for(".form"), _without(typed, "code"), in_order(map(fault_of, wrong.faults), _FIELDS), near
        )
    session.pop(_BROUGHT, None)
    return taken(_routes_of(made.id))


def _newcomer(typed: Form) -> Newcomer:
    """What was filled in, checked; the level of Dutch must be said, if only that it is not known."""
    parts = house()
    answers = {name: read(BY_ID[name], typed) for name in ASKED_AT_ONCE}
    wrong: list[FieldError] = []
    if not answers["dutch"]:
        wrong.append(FieldError(path="dutch", code="missing", given="", expected="a level"))
    answers["dutch"] = "" if answers["dutch"] == _UNKNOWN else answers["dutch"]
    try:
        newcomer = check_newcomer(
            parts.unit_of_work,
            parts.shelf.active(),
            typed,
            answers,
            [line for line in typed.getlist("lines") if line in list(_ASKED)],
            languages=LANGUAGE_NAMES,
            today=parts.today(),
        )
    except InvalidInput as found:
        raise InvalidInput([*found.faults, *wrong]) from found
    if wrong:
        raise InvalidInput(wrong)
    return newcomer


def _doubles(given: Form) -> Sequence[welcoming.Double]:
    """Those who may be the same person, found anew each time that the page is shown."""
    parts = house()
    try:
        return welcoming.doubles(parts.unit_of_work, signed_in(), _newcomer(given), parts.clock())
    except InvalidInput:
        return ()


def _in_language(typed: Form, sent_id: UUID) -> ResponseReturnValue:
    """Show the text in the language that was chosen; nothing that was filled in is lost."""
    try:
        _brought_along(typed.get("code", ""), sent_id)
    except InvalidInput as wrong:
        return send_back(url_for(".form"), _without(typed, "code"), [*map(fault_of, wrong.faults)])
    shown = MultiDict([*_without(_without(typed, "code"), "form_id").items(multi=True), ("form_id", str(sent_id))])
    return send_back(url_for(".form", _anchor="toestemming"), shown)


def _brought_along(typed: str, sent_id: UUID) -> UUID | None:
    """The answers of a code that was typed in this form, now or before. The code itself is kept nowhere.

    Guesses are held back as they are where citizens type it.
    """
    if not typed.strip():
        kept = session.get(_BROUGHT, {})
        return UUID(kept["answers"]) if kept.get("form") == str(sent_id) else None
    read_code(typed)
    parts = house()
    limits = limits_here("resume", of_a_browser=resuming.TRIES_OF_A_BROWSER, of_a_block=resuming.TRIES_OF_A_BLOCK)
    limits |= resuming.tries_of_all(parts.clock())
    if parts.tries.take(limits, parts.clock()) is not None:
        raise InvalidInput([FieldError(path="code", code="wait", given="", expected="a while")])
    found = resuming.resume(parts.unit_of_work, installation_key(), typed, parts.clock())
    if found is None:
        raise InvalidInput([FieldError(path="code", code="unknown_id", given="", expected="a code that works")])
    parts.tries.give_back(*limits)
    session[_BROUGHT] = {"form": str(sent_id), "answers": str(found)}
    return found


def _routes_of(dossier_id: UUID) -> str:
    return url_for("person.show", dossier_id=dossier_id, _anchor="routes")


def _without(form: Form, name: str) -> Form:
    return MultiDict((key, value) for key, value in form.items(multi=True) if key != name)
