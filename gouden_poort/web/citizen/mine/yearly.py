"""The five questions of a year of the plan: answered once, and then shown as they were answered."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.development.check_in import LONGEST_LEARNT, Going, Onward, WorkNow
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.ten_years import answering
from gouden_poort.services.ten_years.answering import Given, Year, YearState
from gouden_poort.web.citizen.visitor import today
from gouden_poort.web.filters import number as in_words
from gouden_poort.web.forms.answers import Form
from gouden_poort.web.forms.fault_words import Fault, in_order
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.language import _, later
from gouden_poort.web.wording import say
from gouden_poort.web.words import check_in_words
from gouden_poort.wiring import house

pages = Blueprint("my_year", __name__)
KEPT = "bewaard"
"""What was just done, as the address says it under `net`."""
YEARS = range(1, 11)
_MISSING: Mapping[str, str] = MappingProxyType(
    {
        "going": later("Kies hoe het met je gaat."),
        "work": later("Kies wat je nu doet."),
        "onward": later("Kies hoe je verder wilt."),
        "talk": later("Kies of je een gesprek wilt."),
    }
)
_TOO_LONG = later("Maak dit korter. Er passen %(longest)s tekens in.")
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
    if year is None or (year.state is not YearState.OPEN and year.answers is None):
        return redirect(here, 303)
    try:
        answering.answer(
            house().unit_of_work, signed_in(), year.dossier_id, number, _given(request.form), moment=house().clock()
        )
    except InvalidInput as wrong:
        faults = [_fault(each) for each in wrong.faults if each.path in check_in_words.FIELDS]
        return send_back(here, request.form, faults) if faults else redirect(here, 303)  # else it closed meanwhile
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


def _fault(fault: FieldError) -> Fault:
    """What to do about one thing that was filled in."""
    if fault.code == "bsn":
        return Fault(field=fault.path, words=say("typed.bsn"))
    if fault.code == "too_many":
        return Fault(field=fault.path, words=_(_TOO_LONG, longest=in_words(LONGEST_LEARNT)))
    return Fault(field=fault.path, words=_(_MISSING[fault.path]))


def _picked(kind: type[Picked], given: str) -> Picked | None:
    return kind(given) if given in [each.value for each in kind] else None
