"""Work that stops at a company, told by the company itself, so that its people find other work in time."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import InvalidInput
from gouden_poort.http.guard import public
from gouden_poort.profiles.people.company_link import CompanyLink
from gouden_poort.profiles.question import Choice
from gouden_poort.services.employers import surpluses
from gouden_poort.web.employer.door import company
from gouden_poort.web.forms.posting import came_back, form_id, send_back, taken
from gouden_poort.web.forms.stopping import LONGEST_SEARCH, read_stopping, stopping_faults, work_for
from gouden_poort.web.words.names import Names
from gouden_poort.wiring import house

pages = Blueprint("company_stopping", __name__)
TOLD, GONE = "gemeld", "weg"
"""What was just done, as the address says it under `net`."""


@pages.get("/bedrijf/werk-stopt")
@public
def show() -> ResponseReturnValue:
    """What was told before, and telling more."""
    parts, back = house(), came_back()
    snapshot, (token, link) = parts.shelf.active(), company()
    typed = back.form.get("werk", request.args.get("werk", ""))[:LONGEST_SEARCH]
    told = surpluses.own_surpluses(parts.unit_of_work, token, parts.clock())
    known, names = snapshot.columns.occupations.id, Names(snapshot)
    return render_template(
        "employer/stopping.html",
        link=link,
        told=[
            (each, names.occupation(each.occupation_id) if each.occupation_id in known else "Ander werk")
            for each in told
        ],
        typed=typed,
        works=[Choice(value=each.id, label=each.label) for each in work_for(typed)],
        town=_town(link),
        given=back.form,
        faults=back.faults,
        form_id=uuid4(),
        said=request.args.get("net", ""),
    )


@pages.post("/bedrijf/werk-stopt")
@public
def announce() -> ResponseReturnValue:
    """Keep it, under the name of the company."""
    parts = house()
    token, link = company()
    if request.form.get("link", "") != str(link.id):  # another link was opened in this browser since
        abort(409)
    try:
        told = read_stopping(request.form, link.company_id)
        surpluses.announce_by_link(parts.unit_of_work, token, form_id(), told, parts.clock())
    except InvalidInput as wrong:
        return send_back(url_for(".show"), request.form, stopping_faults(wrong, request.form))
    return taken(url_for(".show", net=TOLD))


@pages.post("/bedrijf/werk-stopt/<uuid:surplus_id>/weg")
@public
def withdraw(surplus_id: UUID) -> ResponseReturnValue:
    """The work goes on after all."""
    token, _link = company()
    surpluses.withdraw_by_link(house().unit_of_work, token, surplus_id, house().clock())
    return taken(url_for(".show", net=GONE))


def _town(link: CompanyLink) -> str:
    companies = house().shelf.active().columns.companies
    return str(companies.city[companies.id.row(link.company_id)]) if link.company_id in companies.id else ""
