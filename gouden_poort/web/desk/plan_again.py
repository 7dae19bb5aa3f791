"""Looking again at the plan of one person: what changed, and the ways that there are from today beside it."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.ten_years.rerouting import look_again
from gouden_poort.services.ten_years.reviews import keep_plan
from gouden_poort.web.desk.ten_years import KEPT
from gouden_poort.web.forms.posting import taken
from gouden_poort.web.routes.beside_plan import beside_plan
from gouden_poort.web.words.drift_words import why
from gouden_poort.web.words.event_words import Labels
from gouden_poort.wiring import house

pages = Blueprint("plan_again", __name__)


@pages.get("/persoon/<uuid:dossier_id>/tien-jaar/opnieuw")
@needs(Deed.SEE_DOSSIER)
def show(dossier_id: UUID) -> ResponseReturnValue:
    """The plan beside the ways from today; opening it is a look that the citizen can see."""
    parts = house()
    again = look_again(parts.unit_of_work, parts.shelf, signed_in(), dossier_id, parts.clock())
    if again is None:
        return render_template("desk/plan_again.html", again=None, dossier_id=dossier_id)
    labels = Labels(again.snapshot, [again.plan])
    return render_template(
        "desk/plan_again.html",
        again=again,
        dossier_id=dossier_id,
        reasons=[why(each, labels) for each in again.reasons],
        table=beside_plan(again, labels),
    )


@pages.post("/persoon/<uuid:dossier_id>/tien-jaar/opnieuw")
@needs(Deed.CHANGE_DOSSIER)
def keep(dossier_id: UUID) -> ResponseReturnValue:
    """Keep the plan, knowing what was found; when that is something else by now, it is shown first."""
    parts = house()
    knowing = request.form.get("found", "")
    if keep_plan(parts.unit_of_work, signed_in(), dossier_id, knowing, parts.clock()):
        return taken(url_for("ten_years.show", dossier_id=dossier_id, net=KEPT))
    return taken(url_for(".show", dossier_id=dossier_id))
