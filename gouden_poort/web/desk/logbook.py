"""The audit trail of an organisation for its administrators: who did what, by person and by day, and as a file."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import Choice
from gouden_poort.services import logbook
from gouden_poort.services.logbook import Search
from gouden_poort.web.desk import logbook_words
from gouden_poort.web.desk.safe_csv import csv_file
from gouden_poort.web.desk.words import ROLES
from gouden_poort.wiring import house

pages = Blueprint("logbook", __name__)


@pages.get("/logboek")
@needs(Deed.SEE_AUDIT_TRAIL)
def show() -> ResponseReturnValue:
    """What colleagues did, the last day first."""
    search = _search()
    found = logbook.look(house().unit_of_work, signed_in(), search, house().clock())
    chosen = {"collega": search.account_id or None, "dag": search.day.isoformat() if search.day else None}
    return render_template(
        "desk/logbook.html",
        found=found,
        chosen=chosen,
        is_narrowed=any(chosen.values()),
        people=[Choice(value=str(each.id), label=f"{each.name}, {ROLES[each.role]}") for each in found.staff],
        words=logbook_words,
        today=house().today(),
    )


@pages.get("/logboek/bestand")
@needs(Deed.EXPORT_AUDIT_TRAIL)
def download() -> ResponseReturnValue:
    """The same as a file, with a line for each time; that it was taken stands in the trail."""
    moment = house().clock()
    lines = logbook.export(house().unit_of_work, signed_in(), _search(), moment)
    return csv_file(f"logboek-{dutch_day(moment).isoformat()}.csv", logbook_words.HEADER, map(logbook_words.row, lines))


def _search() -> Search:
    """What is asked for in the address; what cannot be is not asked for."""
    before = request.args.get("voor", "")
    return Search(
        account_id=_account(request.args.get("collega", "")),
        day=_day(request.args.get("dag", "")),
        before=int(before) if before.isascii() and before.isdecimal() and len(before) < 10 else None,
    )


def _account(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
