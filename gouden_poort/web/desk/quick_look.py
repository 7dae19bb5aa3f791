"""Looking which routes fit someone, without a name. What is filled in stays in the cookie of who fills it in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import Choice
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.services.quick_look import QuickLook, quick_look
from gouden_poort.web.forms.answers import Form, tidy_number
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, send_back
from gouden_poort.web.language import plain
from gouden_poort.web.routes.cards import route_cards
from gouden_poort.web.words.names import label
from gouden_poort.wiring import house

pages = Blueprint("quick_look", __name__)
FIELDS = ("place", "birth_date", "dutch", "former_work", "hours")
_LONGEST = 80
_SHORT = {"place": "plaats", "birth_date": "geboortejaar"}
"""What is missing, as the sentence that says so names it."""


@pages.get("/snel-kijken")
@needs(Deed.REFER)
def show() -> ResponseReturnValue:
    """The short form, and below it what fits with what was filled in."""
    form = came_back().form
    snapshot = house().shelf.active()
    found, faults = _looked(snapshot, form) if form else (None, ())
    return render_template(
        "desk/quick_look.html",
        given={name: form.get(name, "") for name in FIELDS},
        faults=faults,
        dutch=BY_ID["dutch"].choices,
        work=_work(snapshot),
        found=found,
        cards=route_cards(snapshot, found.profile, found.routes) if found and found.profile else (),
        missing=[_SHORT.get(name, BY_ID[name].short.lower()) for name in found.missing] if found else (),
        assumed=[(BY_ID[each.question_id].short, each.used) for each in found.assumed] if found else (),
    )


@pages.post("/snel-kijken")
@needs(Deed.REFER)
def look() -> ResponseReturnValue:
    """Take what was filled in to the page that shows routes with it; no database ever has it."""
    typed: Form = MultiDict((name, request.form.get(name, "")[:_LONGEST]) for name in FIELDS)
    return send_back(url_for(".show", _anchor="uitkomst"), typed, in_cookie=True)


def _looked(snapshot: Snapshot, form: Form) -> tuple[QuickLook | None, tuple[Fault, ...]]:
    try:
        return quick_look(house().unit_of_work, snapshot, dict(_told(form)), today=house().today()), ()
    except InvalidInput as wrong:
        return None, tuple({fault.field: fault for fault in map(_fault, wrong.faults)}.values())


def _told(form: Form) -> Iterator[tuple[str, object]]:
    """What was filled in, as raw answers; what was left empty is not told."""
    if place := form.get("place", "").strip():
        yield "place", place
    if born := form.get("birth_date", "").strip():
        yield "birth_date", _born(born)
    if dutch := form.get("dutch"):
        yield "dutch", dutch
    if work := form.get("former_work"):
        yield "former_work", {work: 1}
    if hours := form.get("hours", "").strip():
        yield "week", {"hours": tidy_number(hours)}


def _born(typed: str) -> str:
    """A day, as ISO writes it; of a year alone the middle."""
    if re.fullmatch(r"\d{4}", typed):
        return f"{typed}-07-01"
    if found := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", typed):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    return typed


def _work(snapshot: Snapshot) -> Sequence[Choice]:
    occupations = snapshot.columns.occupations
    named = (
        Choice(value=str(key), label=str(plain(label(occupations, row)))) for row, key in enumerate(occupations.id)
    )
    return sorted(named, key=lambda choice: choice.label.casefold())


def _fault(fault: FieldError) -> Fault:
    name = fault.path.partition(".")[0]
    match name:
        case "place":
            near = f" Bedoel je {' of '.join(fault.near[:3])}?" if fault.near else " Bijvoorbeeld 8011 AB of Zwolle."
            return Fault(field="place", words=f"Deze plaats kennen we niet.{near}")
        case "birth_date":
            return Fault(field="birth_date", words="Vul een jaar of een datum in. Bijvoorbeeld 1998 of 14-9-1998.")
        case "week":
            return Fault(field="hours", words="Vul een aantal uren in van 1 tot en met 60.")
        case "former_work":
            return Fault(field="former_work", words="Kies werk uit de lijst.")
    return Fault(field="dutch", words="Kies een niveau uit de lijst.")
