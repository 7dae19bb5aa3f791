"""The five questions of a year of the plan: answered once, and then shown as they were answered."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.ten_years import answering
from gouden_poort.services.ten_years.answering import Year
from gouden_poort.web.citizen.visitor import today
from gouden_poort.web.forms.check_in import YEARS, send_check_in
from gouden_poort.web.forms.event_forms import slug_of
from gouden_poort.web.forms.fault_words import in_order
from gouden_poort.web.forms.posting import came_back
from gouden_poort.web.words import check_in_words
from gouden_poort.wiring import house

pages = Blueprint("my_year", __name__)
KEPT = "bewaard"
"""What was just done, as the address says it under `net`."""


@pages.get("/mijn-10-jaar/vragen/<int:number>")
@needs(Deed.OWN_DOSSIER)
def show(number: int) -> ResponseReturnValue:
    """The questions, the answers, or from which day they can be answered; who has no plan is led to it."""
    year = _year(number)
    if year is None:
        return redirect(url_for("my_plan.show"), 303)
    back = came_back()
    return render_template(
        "citizen/my_year.html",
        year=year,
        given=back.form,
        faults=in_order(back.faults, check_in_words.FIELDS),
        words=check_in_words,
        to_write=slug_of(year.unwritten.kind) if year.unwritten else "",
        is_fresh=request.args.get("net") == KEPT,
    )


@pages.post("/mijn-10-jaar/vragen/<int:number>")
@needs(Deed.OWN_DOSSIER)
def answer(number: int) -> ResponseReturnValue:
    """Keep the answers; sent twice they are kept once, and those of a year that is not open are not kept."""
    here, year = url_for(".show", number=number), _year(number)
    if year is None:
        return redirect(here, 303)
    kept = url_for(".show", number=number, net=KEPT)
    return send_check_in(year.dossier_id, number, form=here, kept=kept, otherwise=here)


def _year(number: int) -> Year | None:
    if number not in YEARS:
        abort(404)
    return answering.own_year(house().unit_of_work, signed_in(), number, today())
