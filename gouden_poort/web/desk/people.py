"""The people of a coach: searched, filtered, sorted, and taken along in a file. What is looked at is in the address."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers.caseload import find
from gouden_poort.services.dossiers.exporting import export
from gouden_poort.services.dossiers.saved_views import views_of
from gouden_poort.web.desk import addresses, people_columns, people_filters, people_search, people_words
from gouden_poort.web.desk.safe_csv import csv_file
from gouden_poort.web.forms.posting import came_back
from gouden_poort.wiring import house

pages = Blueprint("people", __name__)
SEARCH = "zoek"
"""In the address: the mark of what is searched for."""


@pages.get("/mensen")
@needs(Deed.LIST_DOSSIERS)
def show() -> ResponseReturnValue:
    """One page of the people behind the filters."""
    mark = request.args.get(SEARCH, "")
    words = people_search.find(mark) if mark else ""
    filters = people_filters.read(request.args, words or "")
    today = house().today()
    back = came_back()
    return render_template(
        "desk/people.html",
        found=find(house().unit_of_work, signed_in(), filters, today, page=_page()),
        views=views_of(house().unit_of_work, signed_in()),
        filters=filters,
        mark=mark if words else "",
        address=urlencode(people_filters.written(filters)),
        is_forgotten=bool(mark and words is None),
        parts=people_filters.written(filters) | ({SEARCH: mark} if words else {}),
        turned=people_filters.turned,
        words=people_words,
        to=addresses,
        today=today,
        given=back.form,
        faults=back.faults,
        ticked=set(back.form.getlist("who")),
        all_ticked=request.args.get("vink") == "alles",
        done=people_words.done(request.args.get("gedaan", "")),
    )


@pages.post("/mensen/zoek")
@needs(Deed.LIST_DOSSIERS)
def search() -> ResponseReturnValue:
    """Keep the words, and go on to who they find among the filters that were there."""
    mark = people_search.keep(request.form.get("name", ""))
    parts = people_filters.written(people_filters.read(request.form))
    return redirect(url_for(".show", **(parts | ({SEARCH: mark} if mark else {}))), 303)


@pages.get("/mensen/bestand")
@needs(Deed.LIST_DOSSIERS)
def file() -> ResponseReturnValue:
    """Everyone behind the filters as a file; words that are no longer known give the page that says so."""
    mark = request.args.get(SEARCH, "")
    words = people_search.find(mark) if mark else ""
    filters = people_filters.read(request.args, words or "")
    if words is None:
        return redirect(url_for(".show", **(people_filters.written(filters) | {SEARCH: mark})), 303)
    moment = house().clock()
    people = export(house().unit_of_work, signed_in(), filters, dutch_day(moment), moment)
    rows = map(people_columns.row, people)
    return csv_file(f"mensen-{dutch_day(moment).isoformat()}.csv", people_columns.HEADER, rows)


def _page() -> int:
    number = request.args.get("pagina", "")
    return int(number) if number.isdecimal() and len(number) < 6 else 1
