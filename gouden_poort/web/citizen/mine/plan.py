"""The plan of coach and citizen: what each does, when they speak, and the yes that makes it theirs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import ChangedMeanwhile, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.agreement import Doer
from gouden_poort.profiles.people.place_offer import TAKES_A_SEAT, OfferState
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers import planning
from gouden_poort.services.dossiers.own_plan import OwnPlan, own_plan
from gouden_poort.services.employers.proposing import proposals_to
from gouden_poort.services.offering import seats
from gouden_poort.services.offering.following import Followed, offers_to
from gouden_poort.services.ten_years import taking
from gouden_poort.web.citizen.mine.paper import way_back
from gouden_poort.web.citizen.visitor import set_aside_in_words, today
from gouden_poort.web.forms.posting import taken
from gouden_poort.web.language.beside import dutch_is_shown
from gouden_poort.web.words.names import label
from gouden_poort.web.words.openings import OpeningWords, words_of
from gouden_poort.wiring import house

pages = Blueprint("my_plan", __name__)
DONE, OURS, CHANGED, ROUTE, GONE = "gedaan", "akkoord", "veranderd", "route", "weg"
ROUTE_GONE, CLOSED = "route-weg", "gesloten"
"""What was just done, as the address says it under `net`."""

_ANSWERS: Mapping[OfferState, str] = MappingProxyType(
    {OfferState.OPEN: "", OfferState.YES: "ja", OfferState.NO: "nee", OfferState.SILENT: "te-laat"}
)


@pages.get("/mijn-plan")
@needs(Deed.OWN_DOSSIER)
def show() -> ResponseReturnValue:
    """The plan as it is now; who has none finds the way to the routes."""
    plan = own_plan(house().unit_of_work, signed_in())
    if plan is None:
        return render_template("citizen/my_plan_none.html")
    return render_template(
        "citizen/my_plan.html",
        plan=plan,
        mine=plan.open_of(Doer.CITIZEN),
        of_coach=plan.open_of(Doer.COACH),
        work=_work(plan),
        today=today(),
        said=request.args.get("net", ""),
        dutch_shown=dutch_is_shown(),
        paper=way_back(url_for(".show")),
        set_aside=set_aside_in_words(),
        offers=_offers(plan),
        proposed=len(proposals_to(house().unit_of_work, signed_in(), plan.dossier.id, today())),
    )


@pages.post("/mijn-plan/akkoord")
@needs(Deed.OWN_DOSSIER)
def accept() -> ResponseReturnValue:
    """The yes to the plan that was read; when it changed meanwhile, it is shown again first."""
    plan = own_plan(house().unit_of_work, signed_in())
    if plan is None:
        return redirect(url_for(".show"), 303)
    try:
        planning.accept(house().unit_of_work, signed_in(), plan.dossier.id, house().clock(), seen=_seen())
    except ChangedMeanwhile:
        return taken(url_for(".show", net=CHANGED))
    return taken(url_for(".show", net=OURS))


@pages.post("/mijn-plan/route")
@needs(Deed.OWN_DOSSIER)
def take_route() -> ResponseReturnValue:
    """Make a route the plan, whole, which then waits for a new yes; what is gone is told, and changes nothing."""
    snapshot, occupation_id = house().shelf.active(), request.form.get("route", "")
    if occupation_id not in snapshot.columns.occupations.id:
        abort(404)
    plan = own_plan(house().unit_of_work, signed_in())
    if plan is None:
        return redirect(url_for(".show"), 303)
    try:
        taking.take_route(
            house().unit_of_work,
            snapshot,
            signed_in(),
            plan.dossier.id,
            occupation_id=occupation_id,
            moment=house().clock(),
        )
    except ChangedMeanwhile:
        return taken(url_for(".show", net=CHANGED))
    except taking.RouteGone:
        return taken(url_for(".show", net=ROUTE_GONE))
    except InvalidInput:
        return taken(url_for(".show", net=CLOSED))
    return taken(url_for(".show", net=ROUTE))


@pages.post("/mijn-plan/afspraken/<uuid:agreement_id>/gedaan")
@needs(Deed.OWN_DOSSIER)
def done(agreement_id: UUID) -> ResponseReturnValue:
    """Say that something was done, once or twice."""
    planning.mark_done(house().unit_of_work, signed_in(), agreement_id, house().clock())
    return taken(url_for(".show", net=DONE))


@pages.post("/mijn-plan/plek/<uuid:offer_id>")
@needs(Deed.OWN_DOSSIER)
def answer_offer(offer_id: UUID) -> ResponseReturnValue:
    """Say yes or no to a place. A yes that comes too late, or when the place is gone, is told so."""
    wanted = "yes" in request.form
    try:
        now = seats.answer(house().unit_of_work, signed_in(), offer_id, yes=wanted, moment=house().clock())
    except ChangedMeanwhile:
        return taken(url_for(".show", net=GONE))
    return taken(url_for(".show", net=_ANSWERS[now.state]))


def _offers(plan: OwnPlan) -> list[tuple[Followed, OpeningWords]]:
    """The places that wait for an answer, and those that were said yes to."""
    followed = offers_to(house().unit_of_work, signed_in(), plan.dossier.id, today())
    shown = [each for each in followed if each.state in TAKES_A_SEAT]
    return [(each, words_of(house().shelf.active(), each.place)) for each in shown]


def _seen() -> datetime:
    """When the plan that was on the screen had changed; without it, long ago."""
    try:
        return datetime.fromisoformat(request.form.get("seen", "")).astimezone(UTC)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def _work(plan: OwnPlan) -> str:
    """What the work is called to which the plan leads; empty when none was chosen, or this catalogue has it no more."""
    occupations = house().shelf.active().columns.occupations
    known = plan.dossier.target_id in occupations.id
    return label(occupations, occupations.id.row(plan.dossier.target_id)) if known else ""
