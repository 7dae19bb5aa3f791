"""The ten years of one person for the coach: the plan beside what happened, what drifts, and writing that down."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID, uuid4

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.development.progress import How
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.surplus import Surplus
from gouden_poort.profiles.question import Choice
from gouden_poort.services.employers.own_work import taking
from gouden_poort.services.employers.surpluses import surpluses
from gouden_poort.services.ten_years.reading import TenYears, ten_years
from gouden_poort.web.forms.event_forms import Ask, how_choices, is_far, milestones_for, possible, slug_of, work_for
from gouden_poort.web.forms.event_sending import (
    asked_day,
    asked_number,
    entry_of,
    form_named,
    send_correction,
    send_event,
    today_in,
)
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.pictures.ten_boxes import ten_boxes
from gouden_poort.web.words import check_in_words, event_words
from gouden_poort.web.words.drift_words import why
from gouden_poort.web.words.event_words import Labels
from gouden_poort.web.words.journal_rows import journal
from gouden_poort.wiring import house

pages = Blueprint("ten_years", __name__)
WRITTEN, CORRECTED, KEPT = "opgeschreven", "verbeterd", "behouden"
"""What was just done, as the address says it under `net`."""
KNOWN_THEN = "toen"
"""In the address under `wist`: without what was written down after the day that is asked for."""
_KNOWLEDGE = (
    Choice(value="nu", label="Wat we nu weten"),
    Choice(value=KNOWN_THEN, label="Wat we toen wisten", help="Zonder wat later is opgeschreven of verbeterd."),
)
_BADGES: Mapping[How, tuple[str, str]] = MappingProxyType(
    {
        How.DONE: ("open", "tick"),
        How.LATE: ("almost", "clock"),
        How.FAILED: ("closed", "bar"),
        How.RUNNING: ("unknown", "hourglass"),
        How.AHEAD: ("unknown", "clock"),
        How.PASSED: ("unknown", "bar"),
    }
)
"""Look and picture beside the word that says how far a milestone is."""


@pages.get("/persoon/<uuid:dossier_id>/tien-jaar")
@needs(Deed.SEE_DOSSIER)
def show(dossier_id: UUID) -> ResponseReturnValue:
    """The whole page, as it is today or as it was; opening it is a look that the citizen can see."""
    today = house().today()
    asked, faults = asked_day(today)
    known_then = asked is not None and request.args.get("wist") == KNOWN_THEN
    found = ten_years(house().unit_of_work, signed_in(), dossier_id, house().clock(), on=asked, as_known=known_then)
    labels = Labels(house().shelf.active(), found.plans)
    return render_template(
        "desk/ten_years.html",
        found=found,
        dossier=found.dossier,
        labels=labels,
        words=event_words,
        badges=_BADGES,
        points=[each for each in found.points if each.done_on or not is_far(each, found.day)],
        asked=asked,
        known_then=known_then,
        knowledge=_KNOWLEDGE,
        faults=faults,
        given=request.args,
        drifts=[why(each, labels) for each in found.drifts],
        news=found.news and found.news.drift and why(found.news.drift, labels),
        unwritten=found.unwritten,
        stops=None if asked else _stops(found),
        told_of_work=check_in_words.TOLD_OF,
        to_write=slug_of(found.unwritten.kind) if found.unwritten else "",
        boxes=ten_boxes(found, labels),
        journal=journal(found, labels, signed_in().role, asked_number("jaar"), asked_number("deel") or 1),
        forms=possible(found, for_staff=True),
        said=request.args.get("net", ""),
    )


def _stops(found: TenYears) -> Surplus | None:
    """The announcement that takes their work, the soonest first, whether they know of it or not."""
    parts = house()
    return next(iter(taking(surpluses(parts.unit_of_work, signed_in(), parts.today()), found.events)), None)


@pages.get("/persoon/<uuid:dossier_id>/tien-jaar/schrijf-op/<what>")
@needs(Deed.SEE_DOSSIER)
def form(dossier_id: UUID, what: str) -> ResponseReturnValue:
    """The few fields of one kind of event."""
    asked, found, back = form_named(what, for_staff=True), _found(dossier_id), came_back()
    if asked not in possible(found, for_staff=True) and not back.faults:
        return redirect(url_for(".show", dossier_id=dossier_id, _anchor="schrijf-op"), 303)
    snapshot = house().shelf.active()
    labels = Labels(snapshot, found.plans)
    return render_template(
        "desk/ten_years_form.html",
        dossier=found.dossier,
        form=asked,
        given=back.form or today_in(found.day),
        faults=back.faults,
        milestones=milestones_for(asked, found, labels),
        work=work_for(snapshot, found, labels) if Ask.WORK in asked.asks else (),
        form_id=back.form.get("form_id") or uuid4(),
    )


@pages.post("/persoon/<uuid:dossier_id>/tien-jaar/schrijf-op/<what>")
@needs(Deed.CHANGE_DOSSIER)
def write(dossier_id: UUID, what: str) -> ResponseReturnValue:
    """Write it down; the same form sent twice is one event."""
    faults = send_event(form_named(what, for_staff=True), _found(dossier_id))
    if faults:
        return send_back(url_for(".form", dossier_id=dossier_id, what=what), request.form, faults)
    return taken(url_for(".show", dossier_id=dossier_id, net=WRITTEN))


@pages.get("/persoon/<uuid:dossier_id>/tien-jaar/klopt-niet/<uuid:event_id>")
@needs(Deed.SEE_DOSSIER)
def amend(dossier_id: UUID, event_id: UUID) -> ResponseReturnValue:
    """Say of one event that it never happened, or when it did."""
    found, back = _found(dossier_id), came_back()
    entry = entry_of(found, event_id)
    return render_template(
        "desk/ten_years_amend.html",
        dossier=found.dossier,
        entry=entry,
        told=event_words.told(entry.really or entry.written, Labels(house().shelf.active(), found.plans)),
        given=back.form,
        faults=back.faults,
        choices=how_choices(),
        form_id=back.form.get("form_id") or uuid4(),
    )


@pages.post("/persoon/<uuid:dossier_id>/tien-jaar/klopt-niet/<uuid:event_id>")
@needs(Deed.CHANGE_DOSSIER)
def correct(dossier_id: UUID, event_id: UUID) -> ResponseReturnValue:
    """Write the correction down; what was written before stays."""
    found = _found(dossier_id)
    faults = send_correction(entry_of(found, event_id), found)
    if faults:
        return send_back(url_for(".amend", dossier_id=dossier_id, event_id=event_id), request.form, faults)
    return taken(url_for(".show", dossier_id=dossier_id, net=CORRECTED, _anchor="gebeurd"))


def _found(dossier_id: UUID) -> TenYears:
    return ten_years(house().unit_of_work, signed_in(), dossier_id, house().clock())
