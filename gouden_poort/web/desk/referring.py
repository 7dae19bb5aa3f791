"""Referring someone, or giving a code to who does not want that."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.referral import WORKING_DAYS
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import Choice
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.services import assessments, resuming
from gouden_poort.services.referrals.sending import check_referral, receivers, refer
from gouden_poort.services.resume_code import written
from gouden_poort.web.desk.referral_words import GIVEN_CHOICES, GROUND_CHOICES, LANGUAGE_CHOICES, LANGUAGES, fault_of
from gouden_poort.web.desk.referrals import full_address
from gouden_poort.web.forms.answers import read
from gouden_poort.web.forms.fault_words import in_order
from gouden_poort.web.forms.posting import came_back, form_id, send_back, taken
from gouden_poort.web.pictures.qr import qr_of
from gouden_poort.web.whole_address import whole
from gouden_poort.web.words.consent_words import referral_aloud
from gouden_poort.wiring import house, installation_key

pages = Blueprint("referring", __name__)
_GIVEN = "given_code"
"""In the cookie of the counsellor: the empty answers whose code was made last, until the next."""

_FIELDS = ("language", "name", "birth_date", "phone", "email", "place", "wish", "reason", "to", "ground", "given")
"""In the order of the page: what is wrong is said in it."""
_LANGUAGE = "language"
"""The button that shows what is read aloud in the language that was chosen."""


@pages.get("/verwijs")
@needs(Deed.REFER)
def form() -> ResponseReturnValue:
    """As little as a coach needs to begin, on one page."""
    back = came_back()
    to = [Choice(value=str(each.id), label=each.name) for each in receivers(house().unit_of_work, signed_in())]
    return render_template(
        "desk/refer.html",
        given=back.form,
        faults=back.faults,
        form_id=back.form.get("form_id", "") or uuid4(),
        to=to,
        languages=LANGUAGE_CHOICES,
        texts=referral_aloud(back.form.get("language", "nl")),
        grounds=GROUND_CHOICES,
        how_given=GIVEN_CHOICES,
        working_days=WORKING_DAYS,
    )


@pages.post("/verwijs")
@needs(Deed.REFER)
def send() -> ResponseReturnValue:
    """Keep the referral and tell the coaches that there is one."""
    typed, parts = request.form, house()
    if typed.get("action") == _LANGUAGE:
        return send_back(url_for(".form", _anchor="voorlezen"), typed)
    given = {**typed.to_dict(), "birth_date": str(read(BY_ID["birth_date"], typed))}
    moment = parts.clock()
    try:
        new = check_referral(
            parts.unit_of_work, parts.shelf.active(), signed_in(), given, languages=LANGUAGES, today=dutch_day(moment)
        )
    except InvalidInput as wrong:
        return send_back(url_for(".form"), typed, in_order(map(fault_of, wrong.faults), _FIELDS))
    referral = refer(parts.unit_of_work, signed_in(), new, moment, address=full_address, form_id=form_id())
    return taken(url_for("referrals.show", referral_id=referral.id))


@pages.post("/verwijs/code")
@needs(Deed.REFER)
def make_code() -> ResponseReturnValue:
    """Begin empty answers for someone who does not want to be referred, with a code to go on by."""
    parts = house()
    assessment_id = assessments.start(parts.unit_of_work, parts.clock())
    resuming.save(parts.unit_of_work, installation_key(), assessment_id, parts.clock())
    session[_GIVEN] = str(assessment_id)
    return taken(url_for(".code"))


@pages.get("/verwijs/code")
@needs(Deed.REFER)
def code() -> ResponseReturnValue:
    """The code on paper, to give away."""
    made = session.get(_GIVEN)
    try:
        saved = resuming.saved_code(house().unit_of_work, installation_key(), UUID(made)) if made else None
    except UnknownThing:
        saved = None
    if saved is None:
        return redirect(url_for(".form"), 303)
    address = whole(url_for("resume.enter"))
    return render_template(
        "desk/refer_code.html",
        code=written(saved.code),
        until=dutch_day(saved.until),
        address=address.removeprefix("https://"),
        qr=qr_of(address),
    )
