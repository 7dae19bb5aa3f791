"""Choosing two or three routes, and the page on which they stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.http.guard import public
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.question import Choice
from gouden_poort.services.drafts import Draft
from gouden_poort.services.routes import ExplainedRoute, suggest_routes, suggested_or_best
from gouden_poort.services.wishes import wishes_left
from gouden_poort.web.citizen import visitor
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.pictures.metro import MetroMap, metro_map
from gouden_poort.web.routes.cards import route_cards, wished_cards
from gouden_poort.web.routes.comparing import FEWEST, MOST, comparison
from gouden_poort.web.routes.sheet import route_sheet
from gouden_poort.web.wording import say
from gouden_poort.wiring import house

pages = Blueprint("compare", __name__)
_FIELD = "route"


@pages.get("/vergelijk")
@public
def show() -> ResponseReturnValue:
    """The routes that were chosen, in one table; with fewer than two of them, the page to choose others."""
    snapshot = visitor.catalogue()
    profile, _ = visitor.profile_from(snapshot, visitor.kept_answers())
    back = came_back()
    if back.faults:
        return _pick(snapshot, profile, back.form.getlist(_FIELD), back.faults)
    chosen = _chosen()
    found = _found(snapshot, profile, chosen)
    if len(found) < FEWEST:
        return _pick(snapshot, profile, [each.route.target_occupation_id for each in found])
    gone = say("compare.gone") if len(found) < len(chosen) else ""
    return render_template(
        "citizen/compare.html", table=comparison(snapshot, profile, found), metro=_metro(snapshot, found), gone=gone
    )


@pages.post("/vergelijk")
@public
def choose() -> ResponseReturnValue:
    """Keep which routes were chosen; one, none or too many goes back to choosing."""
    known = house().shelf.active().columns.occupations.id
    chosen = [each for each in dict.fromkeys(request.form.getlist(_FIELD)) if each in known]
    if not FEWEST <= len(chosen) <= MOST:
        return send_back(url_for(".show"), request.form, [Fault(field=_FIELD, words=_wrong(len(chosen)))])
    visitor.try_out(Draft.COMPARE, chosen)
    return taken(url_for(".show"))


def _wrong(count: int) -> str:
    """What is wrong with choosing so many."""
    if count > MOST:
        return say("compare.most", count=count)
    return say("compare.one" if count else "compare.none")


def _chosen() -> Sequence[str]:
    kept = visitor.tried_out(Draft.COMPARE)
    return kept if isinstance(kept, list) else ()


def _found(snapshot: Snapshot, profile: Profile, chosen: Sequence[str]) -> list[ExplainedRoute]:
    """The routes that are still there: answers or the catalogue may have changed since."""
    known = [each for each in chosen if each in snapshot.columns.occupations.id]
    return [found for each in known if (found := suggested_or_best(snapshot, profile, each))]


def _metro(snapshot: Snapshot, found: Sequence[ExplainedRoute]) -> MetroMap:
    """The routes as lines in time."""
    sheets = [route_sheet(snapshot, each.route, each.explanation) for each in found]
    return metro_map([(sheet.occupation, sheet.bars) for sheet in sheets])


def _pick(snapshot: Snapshot, profile: Profile, chosen: Sequence[str], faults: tuple[Fault, ...] = ()) -> str:
    suggested = suggest_routes(snapshot, profile)
    wished = wished_cards(snapshot, profile, wishes_left(snapshot, profile, suggested))
    cards = (*route_cards(snapshot, profile, suggested), *wished)
    choices = [Choice(value=card.occupation_id, label=card.title, help=card.sector) for card in cards]
    return render_template("citizen/compare_pick.html", choices=choices, chosen=chosen, faults=faults, fewest=FEWEST)
