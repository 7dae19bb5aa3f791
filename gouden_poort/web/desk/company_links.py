"""Links for companies, by which they keep up their own places: giving one, and ending it."""

from __future__ import annotations

from itertools import islice
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.company_link import LONGEST_NAME
from gouden_poort.profiles.people.dossier import name_key
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.employers.links import end_link, make_link, working_links
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.language import nl
from gouden_poort.web.whole_address import whole
from gouden_poort.wiring import house

pages = Blueprint("company_links", __name__)
MOST_FOUND = 12
_MADE = "made_company_link"
"""In the cookie of who made it: the link that was made last, until it was passed on."""
ENDED = "gestopt"


@pages.get("/bedrijven")
@needs(Deed.KEEP_COMPANY_LINKS)
def show() -> ResponseReturnValue:
    """The links that work, and looking for a company to give one."""
    parts, back = house(), came_back()
    typed = back.form.get("zoek", request.args.get("zoek", ""))[:LONGEST_NAME]
    return render_template(
        "desk/company_links.html",
        links=working_links(parts.unit_of_work, signed_in(), parts.clock()),
        typed=typed,
        found=_companies(parts.shelf.active(), typed),
        most=MOST_FOUND,
        given=back.form,
        faults=back.faults,
        said=request.args.get("net", ""),
    )


@pages.post("/bedrijven")
@needs(Deed.KEEP_COMPANY_LINKS)
def make() -> ResponseReturnValue:
    """Make a link for a company of the catalogue, or for one that is named."""
    parts, form = house(), request.form
    company_id = form.get("company", "")
    companies = parts.shelf.active().columns.companies
    if company_id and company_id not in companies.id:
        abort(404)
    name = nl(str(companies.label[companies.id.row(company_id)])) if company_id else form.get("name", "")
    try:
        made = make_link(parts.unit_of_work, signed_in(), str(name), parts.clock(), company_id=company_id)
    except InvalidInput:
        fault = Fault(field="name", words=f"Vul de naam van het bedrijf in, hoogstens {LONGEST_NAME} tekens.")
        return send_back(url_for(".show", _anchor="noemen"), form, [fault])
    session[_MADE] = {"token": made.token, "name": made.link.name}
    return taken(url_for(".link"))


@pages.get("/bedrijven/link")
@needs(Deed.KEEP_COMPANY_LINKS)
def link() -> ResponseReturnValue:
    """The link that was made last, to pass on."""
    made = session.get(_MADE)
    if not made:
        return redirect(url_for(".show"), 303)
    address = whole(url_for("company.follow", token=made["token"]))
    return render_template("desk/company_link.html", name=made["name"], address=address)


@pages.post("/bedrijven/link")
@needs(Deed.KEEP_COMPANY_LINKS)
def passed_on() -> ResponseReturnValue:
    """The link was passed on: it is shown no more."""
    session.pop(_MADE, None)
    return taken(url_for(".show"))


@pages.post("/bedrijven/<uuid:link_id>/stop")
@needs(Deed.KEEP_COMPANY_LINKS)
def end(link_id: UUID) -> ResponseReturnValue:
    """Let a link open nothing any more."""
    end_link(house().unit_of_work, signed_in(), link_id, house().clock())
    return taken(url_for(".show", net=ENDED))


def _companies(snapshot: Snapshot, typed: str) -> list[tuple[str, str, str]]:
    """Id, name and town of companies that have all these words in name or town."""
    words, companies = name_key(typed).split(), snapshot.columns.companies
    if not words:
        return []
    named = zip(companies.id, companies.label, companies.city, strict=True)
    fitting = ((id_, label, city) for id_, label, city in named if _has(name_key(f"{label} {city}"), words))
    return list(islice(fitting, MOST_FOUND))


def _has(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)
