"""Looking again at the own plan: what changed, and the ways that there are from today beside it."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers.own import own_dossier
from gouden_poort.services.ten_years.rerouting import look_again
from gouden_poort.services.ten_years.reviews import keep_plan
from gouden_poort.web.citizen.mine.ten_years import KEPT
from gouden_poort.web.forms.posting import taken
from gouden_poort.web.routes.beside_plan import beside_plan
from gouden_poort.web.words.drift_words import why
from gouden_poort.web.words.event_words import Labels
from gouden_poort.wiring import house

pages = Blueprint("my_plan_again", __name__)


@pages.get("/mijn-10-jaar/opnieuw")
@needs(Deed.OWN_DOSSIER)
def show() -> ResponseReturnValue:
    """The plan beside the ways from today; a choice is sent to the plan, as from the page of a route."""
    parts = house()
    dossier = own_dossier(parts.unit_of_work, signed_in())
    again = dossier and look_again(parts.unit_of_work, parts.shelf, signed_in(), dossier.id, parts.clock())
    if not again:
        return render_template("citizen/my_plan_again.html", again=None)
    labels = Labels(again.snapshot, [again.plan])
    return render_template(
        "citizen/my_plan_again.html",
        again=again,
        reasons=[why(each, labels) for each in again.reasons],
        table=beside_plan(again, labels),
    )


@pages.post("/mijn-10-jaar/opnieuw")
@needs(Deed.OWN_DOSSIER)
def keep() -> ResponseReturnValue:
    """Keep the plan, knowing what was found; when that is something else by now, it is shown first."""
    parts = house()
    dossier, knowing = own_dossier(parts.unit_of_work, signed_in()), request.form.get("found", "")
    if dossier and keep_plan(parts.unit_of_work, signed_in(), dossier.id, knowing, parts.clock()):
        return taken(url_for("my_ten_years.show", net=KEPT))
    return taken(url_for(".show"))
