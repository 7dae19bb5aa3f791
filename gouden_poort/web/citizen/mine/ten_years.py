"""The ten years of a citizen: where one is, what comes next, what happened, and writing that down."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.development.plan import COURSES, RUNGS, MilestoneKind
from gouden_poort.development.progress import How, Point
from gouden_poort.development.standing import Phase
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.account import Role
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.surplus import Surplus
from gouden_poort.services.employers.own_work import own_work_stops
from gouden_poort.services.ten_years.reading import TenYears, own_ten_years
from gouden_poort.web.citizen.mine.paper import way_back
from gouden_poort.web.forms.event_forms import Ask, how_choices, milestones_for, possible, slug_of, work_for
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
from gouden_poort.web.language import _
from gouden_poort.web.language.beside import dutch_is_shown
from gouden_poort.web.pictures.ten_boxes import ten_boxes
from gouden_poort.web.words import check_in_words, event_words
from gouden_poort.web.words.drift_words import why
from gouden_poort.web.words.event_words import Labels
from gouden_poort.web.words.journal_rows import journal
from gouden_poort.wiring import house

pages = Blueprint("my_ten_years", __name__)
WRITTEN, CORRECTED, KEPT = "opgeschreven", "verbeterd", "behouden"
"""What was just done, as the address says it under `net`."""
_NEXT = (How.LATE, How.RUNNING, How.AHEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """What comes: the next milestone, the next rung, and the one thing to do now."""

    milestone: Point | None
    rung: Point | None
    todo: str
    """On the button."""
    slug: str
    """Of the form behind it; empty for the talk, and for the questions of a year."""
    year: int | None
    """Whose questions wait to be answered: there one says, too, that a talk is wanted."""


@pages.get("/mijn-10-jaar")
@needs(Deed.OWN_DOSSIER)
def show() -> ResponseReturnValue:
    """The whole page, as it is today or as it was on a day that was asked for."""
    today = house().today()
    asked, faults = asked_day(today)
    found = own_ten_years(house().unit_of_work, signed_in(), house().clock(), on=asked)
    if found is None:
        return render_template("citizen/my_plan_none.html")
    labels = Labels(house().shelf.active(), found.plans)
    return render_template(
        "citizen/my_ten_years.html",
        found=found,
        labels=labels,
        words=event_words,
        asked=asked,
        faults=faults,
        given=request.args,
        next=_next(found),
        news=found.news and found.news.drift and why(found.news.drift, labels),
        stops=_stops(found),
        told_of_work=check_in_words.UNWRITTEN,
        boxes=ten_boxes(found, labels),
        journal=journal(found, labels, Role.CITIZEN, asked_number("jaar"), asked_number("deel") or 1),
        said=request.args.get("net", ""),
        can=frozenset(each.slug for each in possible(found, for_staff=False)),
        form_id=uuid4(),
        today=today,
        paper=way_back(url_for(".show")),
        dutch_shown=dutch_is_shown(),
    )


@pages.get("/mijn-10-jaar/schrijf-op")
@needs(Deed.OWN_DOSSIER)
def kinds() -> ResponseReturnValue:
    """What can have happened, by how one stands now: one link each."""
    return render_template("citizen/my_ten_years_kinds.html", forms=possible(_own(), for_staff=False))


@pages.get("/mijn-10-jaar/schrijf-op/<what>")
@needs(Deed.OWN_DOSSIER)
def form(what: str) -> ResponseReturnValue:
    """The few fields of one kind."""
    asked, found, back = form_named(what, for_staff=False), _own(), came_back()
    if asked not in possible(found, for_staff=False) and not back.faults:
        return redirect(url_for(".kinds"), 303)
    snapshot = house().shelf.active()
    labels = Labels(snapshot, found.plans)
    return render_template(
        "citizen/my_ten_years_form.html",
        form=asked,
        given=back.form or today_in(found.day),
        faults=back.faults,
        milestones=milestones_for(asked, found, labels),
        work=work_for(snapshot, found, labels) if Ask.WORK in asked.asks else (),
        form_id=back.form.get("form_id") or uuid4(),
    )


@pages.post("/mijn-10-jaar/schrijf-op/<what>")
@needs(Deed.OWN_DOSSIER)
def write(what: str) -> ResponseReturnValue:
    """Write it down; the same form sent twice is one event."""
    faults = send_event(form_named(what, for_staff=False), _own())
    if faults:
        return send_back(url_for(".form", what=what), request.form, faults)
    return taken(url_for(".show", net=WRITTEN))


@pages.get("/mijn-10-jaar/klopt-niet/<uuid:event_id>")
@needs(Deed.OWN_DOSSIER)
def amend(event_id: UUID) -> ResponseReturnValue:
    """Say of one event that it never happened, or when it did."""
    found, back = _own(), came_back()
    entry = entry_of(found, event_id)
    return render_template(
        "citizen/my_ten_years_amend.html",
        entry=entry,
        told=event_words.told(entry.really or entry.written, Labels(house().shelf.active(), found.plans)),
        given=back.form,
        faults=back.faults,
        choices=how_choices(),
        form_id=back.form.get("form_id") or uuid4(),
    )


@pages.post("/mijn-10-jaar/klopt-niet/<uuid:event_id>")
@needs(Deed.OWN_DOSSIER)
def correct(event_id: UUID) -> ResponseReturnValue:
    """Write the correction down; what was written before stays."""
    found = _own()
    faults = send_correction(entry_of(found, event_id), found)
    if faults:
        return send_back(url_for(".amend", event_id=event_id), request.form, faults)
    return taken(url_for(".show", net=CORRECTED))


def _stops(found: TenYears) -> Surplus | None:
    """What takes the work of now; not told of another day, on which nobody may have known."""
    parts = house()
    if found.day != parts.today():
        return None
    return own_work_stops(parts.unit_of_work, signed_in(), found.dossier, found.events, found.day)


def _own() -> TenYears:
    """The ten years of who asks; who has no dossier goes to the page that says so."""
    found = own_ten_years(house().unit_of_work, signed_in(), house().clock())
    if found is None:
        abort(redirect(url_for(".show"), 303))
    return found


def _next(found: TenYears) -> Next:
    """What is due first; a talk that waits goes before everything else."""
    coming = [
        each for each in found.points if each.how in _NEXT and each.milestone.kind is not MilestoneKind.YEARLY_TALK
    ]
    first = coming[0] if coming else None
    rung = next((each for each in coming if each.milestone.kind in RUNGS), None)
    todo, slug = _todo(found, first)
    return Next(milestone=first, rung=rung if rung is not first else None, todo=todo, slug=slug, year=_year(found))


def _year(found: TenYears) -> int | None:
    """The year whose questions wait; one that was missed long ago does not once a later one was answered."""
    last = max(found.standing.checked_in, default=0)
    return next((each.year for each in reversed(found.askings) if each.year > last), None)


def _todo(found: TenYears, first: Point | None) -> tuple[str, str]:
    if found.standing.phase in (Phase.PAUSED, Phase.STOPPED):
        return _("Pak weer op"), "verder"
    if _year(found) is not None:
        return _("Beantwoord de 5 vragen"), ""
    if found.unwritten is not None:
        return _(check_in_words.TO_WRITE[found.unwritten.kind]), slug_of(found.unwritten.kind)
    return _by_the_plan(first)


def _by_the_plan(first: Point | None) -> tuple[str, str]:
    if first is None:
        return _("Plan mijn jaargesprek"), ""
    if first.milestone.kind in COURSES:
        return (_("Ik ben klaar"), "klaar") if first.how is How.RUNNING else (_("Ik ben begonnen"), "begonnen")
    if first.milestone.kind in RUNGS:
        return _("Ik heb dit werk"), "werk"
    return _("Plan mijn jaargesprek"), ""
