"""The five questions of a year of the plan: answered once, and then shown as they were answered."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.development.check_in import Going, Onward, WorkNow
from gouden_poort.errors import InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.ten_years import answering
from gouden_poort.services.ten_years.answering import Given, Year, YearState
from gouden_poort.web.citizen.visitor import today
from gouden_poort.web.forms.answers import Form
from gouden_poort.web.forms.fault_words import in_order
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.words import check_in_words
from gouden_poort.wiring import house

pages = Blueprint("my_year", __name__)
KEPT = "bewaard"
"""What was just done, as the address says it under `net`."""
YEARS = range(1, 11)
Picked = TypeVar("Picked", bound=StrEnum)


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
        is_fresh=request.args.get("net") == KEPT,
    )


@pages.post("/mijn-10-jaar/vragen/<int:number>")
@needs(Deed.OWN_DOSSIER)
def answer(number: int) -> ResponseReturnValue:
    """Keep the answers; sent twice they are kept once, and those of a year that is not open are not kept."""
    here, year = url_for(".show", number=number), _year(number)
    if year is None or year.state in (YearState.LATER, YearState.CLOSED):
        return redirect(here, 303)
    try:
        answering.answer(
            house().unit_of_work, signed_in(), year.dossier_id, number, _given(request.form), moment=house().clock()
        )
    except InvalidInput as wrong:
        return send_back(here, request.form, map(check_in_words.fault_words, wrong.faults))
    return taken(url_for(".show", number=number, net=KEPT))


def _year(number: int) -> Year | None:
    if number not in YEARS:
        abort(404)
    return answering.own_year(house().unit_of_work, signed_in(), number, today())


def _given(form: Form) -> Given:
    return Given(
        going=_picked(Going, form.get("going", "")),
        work=_picked(WorkNow, form.get("work", "")),
        learnt=form.get("learnt", ""),
        onward=_picked(Onward, form.get("onward", "")),
        wants_talk={check_in_words.YES: True, check_in_words.NO: False}.get(form.get("talk", "")),
    )


def _picked(kind: type[Picked], given: str) -> Picked | None:
    return kind(given) if given in [each.value for each in kind] else None
