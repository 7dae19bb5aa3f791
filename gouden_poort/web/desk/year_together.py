"""The five questions of a year, filled in by a coach together with the one they are about."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.ten_years import answering
from gouden_poort.services.ten_years.answering import Year, YearState
from gouden_poort.web.forms.check_in import YEARS, send_check_in
from gouden_poort.web.forms.fault_words import in_order
from gouden_poort.web.forms.posting import came_back
from gouden_poort.web.words import check_in_words
from gouden_poort.wiring import house

pages = Blueprint("year_together", __name__)
ANSWERED = "vragen"
"""What was just done, as the page of ten years reads it under `net`."""


@pages.get("/persoon/<uuid:dossier_id>/vragen/<int:number>")
@needs(Deed.SEE_DOSSIER)
def form(dossier_id: UUID, number: int) -> ResponseReturnValue:
    """The questions in the words in which the citizen reads them; a year that is not open leads to the ten years."""
    dossier, year = _found(dossier_id, number)
    if year is None or year.state is not YearState.OPEN:
        return redirect(url_for("ten_years.show", dossier_id=dossier_id), 303)
    back = came_back()
    return render_template(
        "desk/year_together.html",
        dossier=dossier,
        year=year,
        given=back.form,
        faults=in_order(back.faults, check_in_words.FIELDS),
        words=check_in_words,
    )


@pages.post("/persoon/<uuid:dossier_id>/vragen/<int:number>")
@needs(Deed.CHANGE_DOSSIER)
def answer(dossier_id: UUID, number: int) -> ResponseReturnValue:
    """Keep the answers; sent twice they are kept once, and those of a year that is not open are not kept."""
    _found(dossier_id, number)  # a look that the citizen can see
    return send_check_in(
        dossier_id,
        number,
        form=url_for(".form", dossier_id=dossier_id, number=number),
        kept=url_for("ten_years.show", dossier_id=dossier_id, net=ANSWERED),
        otherwise=url_for("ten_years.show", dossier_id=dossier_id),
        for_staff=True,
    )


def _found(dossier_id: UUID, number: int) -> tuple[Dossier, Year | None]:
    if number not in YEARS:
        abort(404)
    return answering.year_of(house().unit_of_work, signed_in(), dossier_id, number, house().clock())
