"""Free places of the own organisation: for whom each is the last gap, offering it, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import ChangedMeanwhile, FieldError, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.place_offer import OfferState, OpeningKind
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.rules.choosing import rulebook_of
from gouden_poort.services.offering import seats
from gouden_poort.services.offering.candidates import AtAPlace, at_a_place
from gouden_poort.services.offering.openings import find_openings, opening_of
from gouden_poort.services.offering.telling import is_told, letter
from gouden_poort.web.desk import addresses, offering_words
from gouden_poort.web.forms.answers import DATE_PARTS, Form
from gouden_poort.web.forms.posting import came_back, id_in, send_back, taken
from gouden_poort.web.forms.typed import real_day_in
from gouden_poort.web.language import plain
from gouden_poort.web.letters.paper import as_letter
from gouden_poort.web.whole_address import whole
from gouden_poort.web.words.openings import OpeningWords, opening_words, words_of
from gouden_poort.wiring import house

pages = Blueprint("offering", __name__)
USUAL = timedelta(days=7)
"""How long someone gets to think, unless the coach says otherwise."""
LONGEST_SEARCH = 100
GONE, FULL, ANSWERED, OVER, KEPT = "weg", "vol", "antwoord", "voorbij", "bewaard"
DONE, CALL = "aangeboden", "bellen"
"""What was just done, as the address says it under `net`."""


@pages.get("/plek-aanbieden")
@needs(Deed.KEEP_PLACES)
def show() -> ResponseReturnValue:
    """The places of the organisation, and looking for one to add."""
    parts, back = house(), came_back()
    snapshot, today = parts.shelf.active(), parts.today()
    places = [
        (each, left, words_of(snapshot, each)) for each, left in seats.places(parts.unit_of_work, signed_in(), today)
    ]
    typed = back.form.get("zoek", request.args.get("zoek", ""))[:LONGEST_SEARCH]
    openings = find_openings(snapshot, typed, today)
    return render_template(
        "desk/places_to_offer.html",
        places=sorted(places, key=lambda place: (not place[1], plain(place[2].what), plain(place[2].whose))),
        typed=typed,
        found=[(each, opening_words(snapshot, each)) for each in openings],
        given=back.form,
        faults=back.faults,
        words=offering_words,
        today=today,
    )


@pages.post("/plek-aanbieden")
@needs(Deed.KEEP_PLACES)
def keep() -> ResponseReturnValue:
    """Say how many seats there are at an opening; from the search, or from the page of the place."""
    form, parts = request.form, house()
    kind = _kind(form.get("kind", ""))
    opening_id = form.get("opening", "")
    if opening_of(parts.shelf.active(), kind, opening_id) is None:
        abort(404)
    try:
        kept = seats.keep_seats(
            parts.unit_of_work, signed_in(), kind, opening_id, seats=_number(form), moment=parts.clock()
        )
    except InvalidInput as wrong:
        here = url_for(".place", place_id=id_in(form["place"])) if "place" in form else url_for(".show")
        return send_back(here, form, map(offering_words.fault_of, wrong.faults))
    return taken(url_for(".place", place_id=kept.id, net=KEPT))


@pages.get("/plek-aanbieden/<uuid:place_id>")
@needs(Deed.KEEP_PLACES)
def place(place_id: UUID) -> ResponseReturnValue:
    """Who is next at one place, and who was asked."""
    parts, back = house(), came_back()
    snapshot, today = parts.shelf.active(), parts.today()
    found = at_a_place(parts.unit_of_work, snapshot, signed_in(), place_id, today)
    return render_template(
        "desk/place_to_offer.html",
        found=found,
        opening=words_of(snapshot, found.place),
        lack=offering_words.LackWords(snapshot, rulebook_of(snapshot), today),
        words=offering_words,
        given=back.form,
        until=_shown_day(back.form, today + USUAL),
        faults=back.faults,
        said=request.args.get("net", ""),
        today=today,
        to=addresses,
    )


@pages.post("/plek-aanbieden/<uuid:place_id>")
@needs(Deed.CHANGE_DOSSIER)
def offer(place_id: UUID) -> ResponseReturnValue:
    """Offer a seat to the one whose button was pressed; who comes second reads that it is gone."""
    form, parts = request.form, house()
    snapshot, moment, actor = parts.shelf.active(), parts.clock(), signed_in()
    found = seats.place_of(parts.unit_of_work, actor, place_id)
    try:
        made = seats.offer(
            parts.unit_of_work,
            actor,
            place_id,
            id_in(form.get("who", "")),
            answer_by=real_day_in(form, "answer_by"),
            moment=moment,
            tell=_facts(words_of(snapshot, found)),
        )
    except InvalidInput as wrong:
        return send_back(url_for(".place", place_id=place_id), form, map(offering_words.fault_of, wrong.faults))
    except ChangedMeanwhile:
        return taken(url_for(".place", place_id=place_id, net=GONE))
    net = DONE if is_told(parts.unit_of_work, made) else CALL
    return taken(url_for(".place", place_id=place_id, net=net, _anchor="aanbod"))


@pages.get("/plek-aanbieden/<uuid:place_id>/brief/<uuid:offer_id>")
@needs(Deed.CHANGE_DOSSIER)
def paper(place_id: UUID, offer_id: UUID) -> ResponseReturnValue:
    """An offer on paper, for who gets no mail."""
    parts = house()
    found = seats.place_of(parts.unit_of_work, signed_in(), place_id)
    facts = _facts(words_of(parts.shelf.active(), found))
    if facts is None:
        abort(404)
    return as_letter(letter(parts.unit_of_work, signed_in(), offer_id, facts), parts.today())


@pages.post("/plek-aanbieden/aanbod/<uuid:offer_id>")
@needs(Deed.CHANGE_DOSSIER)
def note_answer(offer_id: UUID) -> ResponseReturnValue:
    """Note what somebody said, for them."""
    wanted, parts = "yes" in request.form, house()
    place_id = id_in(request.form.get("place", ""))
    try:
        now = seats.answer(parts.unit_of_work, signed_in(), offer_id, yes=wanted, moment=parts.clock())
    except ChangedMeanwhile:
        return taken(url_for(".place", place_id=place_id, net=FULL))
    net = ANSWERED if now.state is (OfferState.YES if wanted else OfferState.NO) else OVER
    return taken(url_for(".place", place_id=now.place_id, net=net, _anchor="aanbod"))


def next_at(place_id: UUID) -> AtAPlace:
    """What the list of the day has to know of a place that came free."""
    parts = house()
    return at_a_place(parts.unit_of_work, parts.shelf.active(), signed_in(), place_id, parts.today())


def _facts(words: OpeningWords) -> Mapping[str, str] | None:
    """What the message says; None for a place that the catalogue lost, which nobody can look at."""
    if not words.is_known:
        return None
    return {
        "work": plain(words.what),
        "company": ", ".join(plain(each) for each in (words.whose, words.town) if each),
        "link": whole(url_for("my_plan.show")),
    }


def _kind(typed: str) -> OpeningKind:
    try:
        return OpeningKind(typed)
    except ValueError:
        abort(404)


def _number(form: Form) -> int:
    typed = form.get("seats", "").strip()
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 6):
        raise InvalidInput([FieldError(path="seats", code="malformed", given="", expected="a whole number")])
    return int(typed)


def _shown_day(form: Form, usual: date) -> Mapping[str, str]:
    """The parts of the day in the form: as they were typed, or a week from now."""
    if "answer_by-day" in form:
        return {part: form.get(f"answer_by-{part}", "") for part in DATE_PARTS}
    return {"day": str(usual.day), "month": str(usual.month), "year": str(usual.year)}
