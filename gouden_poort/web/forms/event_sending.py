"""Sending what happened, or what was wrong with it: the same for the citizen and for the coach."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from flask import abort, request

from gouden_poort.development.event import EventKind
from gouden_poort.development.journal import Entry
from gouden_poort.errors import InvalidInput
from gouden_poort.http.signed_in import signed_in
from gouden_poort.services.case_numbers import id_for
from gouden_poort.services.ten_years.reading import TenYears
from gouden_poort.services.ten_years.writing import write_down
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.forms.answers import DATE_PARTS
from gouden_poort.web.forms.event_faults import faults_from
from gouden_poort.web.forms.event_forms import (
    FORMS,
    Ask,
    EventForm,
    correction_in,
    event_in,
    ordered,
)
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.no_days import no_day
from gouden_poort.web.forms.posting import form_id
from gouden_poort.web.forms.typed import real_day_in
from gouden_poort.web.language import _, fixed
from gouden_poort.web.words.journal_rows import may_amend
from gouden_poort.wiring import house

ON = "op"
"""The fields with the day as of which everything is asked."""


def form_named(what: str, *, for_staff: bool) -> EventForm:
    """The form of an address; 404 for one that is not there, or not for a citizen."""
    found = FORMS.get(what)
    if found is None or (found.is_of_staff and not for_staff):
        abort(404)
    return found


def send_event(form: EventForm, found: TenYears) -> Sequence[Fault]:
    """Write down what was filled in; what is wrong with it, and then nothing was written."""
    actor, moment = signed_in(), house().clock()
    event, faults = event_in(
        form,
        request.form,
        found,
        house().shelf.active(),
        event_id=id_for(form_id(), found.dossier.id),
        by=actor.account_id,
        moment=moment,
    )
    if not faults:
        try:
            write_down(house().unit_of_work, actor, event, moment)
        except InvalidInput as wrong:
            faults = faults_from(wrong.faults, found.day, asks=form.asks, kind=event.kind)
    return ordered(form, faults)


def entry_of(found: TenYears, event_id: UUID) -> Entry:
    """An event that may be corrected by who asks; 404 for any other."""
    entry = next((each for each in found.entries if each.written.id == event_id), None)
    if entry is None or not may_amend(entry, signed_in().role):
        abort(404)
    return entry


def send_correction(entry: Entry, found: TenYears) -> Sequence[Fault]:
    """Write down how it really was; what is wrong with that, and then nothing was written."""
    actor, moment = signed_in(), house().clock()
    correction = correction_in(
        request.form,
        entry.written,
        entry.really,
        event_id=id_for(form_id(), found.dossier.id),
        by=actor.account_id,
        moment=moment,
    )
    if isinstance(correction, Fault):
        return [correction]
    try:
        write_down(house().unit_of_work, actor, correction, moment)
    except InvalidInput as wrong:
        kind = correction.instead or EventKind.CORRECTED
        return faults_from(wrong.faults, found.day, asks=(Ask.DAY,), kind=kind)
    return ()


def asked_day(today: date) -> tuple[date | None, Sequence[Fault]]:
    """The day as of which everything is asked; None for today, and a fault for one that cannot be."""
    if not any(request.args.get(f"{ON}-{part}", "").strip() for part in DATE_PARTS):
        return None, ()
    day = real_day_in(request.args, ON)
    if day is None:
        return None, [no_day(ON, request.args)]
    if day > today:
        words = _("Kies een dag die al geweest is, tot en met vandaag, %(day)s.", day=fixed(dutch_date(today)))
        return None, [Fault(field=ON, words=words)]
    return day, ()


def asked_number(name: str) -> int | None:
    """A whole number in the address; None for anything else."""
    try:
        return int(request.args.get(name, ""))
    except ValueError:
        return None


def today_in(day: date) -> dict[str, str]:
    """The day of today as it stands in a new form."""
    return {"day-day": str(day.day), "day-month": str(day.month), "day-year": str(day.year)}
