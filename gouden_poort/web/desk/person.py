"""Everything about one person on one page: now, profile, routes, agreements, timeline and consent."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import ChangedMeanwhile, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.dossier import DossierState
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.rules.choosing import rulebook_of
from gouden_poort.services.dossiers import planning
from gouden_poort.services.offering.following import Followed, offers_to
from gouden_poort.services.ten_years.taking import RouteGone, take_route
from gouden_poort.web.desk import offering_words, person_words
from gouden_poort.web.desk.client import look, routes_for, target_name
from gouden_poort.web.desk.timeline import timeline
from gouden_poort.web.forms.posting import id_in, taken
from gouden_poort.web.routes.cards import route_cards
from gouden_poort.web.words import check_in_words
from gouden_poort.web.words.answer_words import answered_blocks
from gouden_poort.web.words.openings import OpeningWords, words_of
from gouden_poort.web.words.whole_rules import rules_set_aside
from gouden_poort.wiring import house

pages = Blueprint("person", __name__)
GONE, CLOSED = "route-weg", "gesloten"
"""Why a route was not taken, as the address says it under `net`."""
STOPPED = "gestopt"
"""Why nobody was put on pause, in the same way."""


@pages.get("/persoon/<uuid:dossier_id>")
@needs(Deed.SEE_DOSSIER)
def show(dossier_id: UUID) -> ResponseReturnValue:
    """The whole page; opening it is a look that the citizen can see."""
    seen = look(dossier_id)
    routes, today = routes_for(seen), house().today()
    cards = route_cards(routes.snapshot, routes.profile, routes.found) if routes.profile else ()
    running = [each for each in seen.set_aside if each.ended_at is None]
    return render_template(
        "desk/person.html",
        seen=seen,
        dossier=seen.dossier,
        today=today,
        age=_age(seen.dossier.birth_date.year, seen.dossier.birth_date.month, seen.dossier.birth_date.day),
        cards=cards,
        needed=[BY_ID[name] for name in routes.needed],
        target=target_name(routes.snapshot, seen.dossier.target_id),
        blocks=answered_blocks(routes.snapshot, seen.answers),
        events=timeline(seen),
        set_aside=rules_set_aside(rulebook_of(house().shelf.active()), running, today),
        offers=_offers(routes.snapshot, dossier_id, today),
        offering_words=offering_words,
        words=person_words,
        said=request.args.get("net", ""),
        check_in_words=check_in_words,
    )


@pages.post("/persoon/<uuid:dossier_id>/afspraken")
@needs(Deed.CHANGE_DOSSIER)
def settle(dossier_id: UUID) -> ResponseReturnValue:
    """Note that an agreement was done, or is no longer needed."""
    mark, given = (planning.mark_done, "done") if "done" in request.form else (planning.drop, "dropped")
    agreement_id = id_in(request.form.get(given, ""))
    mark(house().unit_of_work, signed_in(), agreement_id, house().clock(), dossier_id=dossier_id)
    return taken(url_for(".show", dossier_id=dossier_id, _anchor="afspraken"))


@pages.post("/persoon/<uuid:dossier_id>/route")
@needs(Deed.CHANGE_DOSSIER)
def choose(dossier_id: UUID) -> ResponseReturnValue:
    """Make a route the plan, whole; what is not possible any more is told, and changes nothing."""
    snapshot, occupation_id = house().shelf.active(), request.form.get("route", "")
    if occupation_id not in snapshot.columns.occupations.id:
        abort(404)
    try:
        take_route(
            house().unit_of_work,
            snapshot,
            signed_in(),
            dossier_id,
            occupation_id=occupation_id,
            moment=house().clock(),
        )
    except RouteGone:
        return taken(url_for(".show", dossier_id=dossier_id, net=GONE, _anchor="routes"))
    except InvalidInput:
        return taken(url_for(".show", dossier_id=dossier_id, net=CLOSED, _anchor="routes"))
    return taken(url_for(".show", dossier_id=dossier_id, _anchor="routes"))


@pages.post("/persoon/<uuid:dossier_id>/stand")
@needs(Deed.CHANGE_DOSSIER)
def move(dossier_id: UUID) -> ResponseReturnValue:
    """Say where someone is with us; who stopped is always taken up again."""
    given = request.form.get("state", "")
    if given not in [state.value for state in person_words.MOVES]:
        abort(404)
    try:
        with suppress(ChangedMeanwhile):  # the page then shows what somebody else made of it
            planning.move_to(house().unit_of_work, signed_in(), dossier_id, DossierState(given), house().clock())
    except InvalidInput:
        return taken(url_for(".show", dossier_id=dossier_id, net=STOPPED, _anchor="stand"))
    return taken(url_for(".show", dossier_id=dossier_id))


def _offers(snapshot: Snapshot, dossier_id: UUID, today: date) -> list[tuple[Followed, OpeningWords]]:
    """The places that were offered to them, in words."""
    followed = offers_to(house().unit_of_work, signed_in(), dossier_id, today)
    return [(each, words_of(snapshot, each.place)) for each in followed]


def _age(year: int, month: int, day: int) -> int:
    today = house().today()
    return today.year - year - ((today.month, today.day) < (month, day))
