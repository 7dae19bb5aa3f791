"""From work to work: where work stops, whose work that is, and where there is work for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.account import Role
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import Choice
from gouden_poort.routing.route import Route
from gouden_poort.services.employers import proposing, surpluses
from gouden_poort.services.employers.demand import Demand, demand_for
from gouden_poort.services.employers.hit import people_hit
from gouden_poort.services.employers.proposing import proposals_to
from gouden_poort.services.employers.ways_out import begins_on, ways_out
from gouden_poort.web.desk import addresses, offering_words
from gouden_poort.web.desk.client import look, routes_from_now, target_name
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, form_id, id_in, send_back, taken
from gouden_poort.web.forms.stopping import LONGEST_SEARCH, read_stopping, stopping_faults, work_for
from gouden_poort.web.words.names import sector_of
from gouden_poort.web.words.openings import OpeningWords, opening_words
from gouden_poort.wiring import house

pages = Blueprint("work_to_work", __name__)
MOST_DEMAND = 5
"""Places that the list shows for each; a page of one person shows more."""
SEEN_FOR = timedelta(days=28)
"""How long a company sees somebody after a yes."""
TOLD, GONE, PROPOSED = "gemeld", "weg", "voorgesteld"
"""What was just done, as the address says it under `net`."""
_WHY_NOT = {
    "link": "Dit bedrijf heeft nog geen link. Geef die eerst bij Bedrijven.",
    "answers": "Er zijn nog te weinig antwoorden om iemand voor te stellen.",
    "place": "Deze plek staat niet meer in het aanbod.",
}
"""What to do when somebody cannot be proposed."""


@pages.get("/werk-naar-werk")
@needs(Deed.KEEP_SURPLUSES)
def show() -> ResponseReturnValue:
    """Where work stops, what stops soonest first."""
    parts, actor = house(), signed_in()
    snapshot, today = parts.shelf.active(), parts.today()
    found = surpluses.surpluses(parts.unit_of_work, actor, today)
    is_coach = actor.role is Role.COACH  # the regional desk sees nobody
    people = people_hit(parts.unit_of_work, actor, found) if is_coach else {}
    demand = demand_for(parts.unit_of_work, snapshot, actor, found, today)
    return render_template(
        "desk/work_to_work.html",
        surpluses=found,
        work={each.id: target_name(snapshot, each.occupation_id) or "Ander werk" for each in found},
        people=people,
        is_coach=is_coach,
        demand={name: _in_words(snapshot, some) for name, some in demand.items()},
        most=MOST_DEMAND,
        said=request.args.get("net", ""),
        today=today,
        title=offering_words.title,
        since=offering_words.since,
    )


@pages.get("/werk-naar-werk/nieuw")
@needs(Deed.KEEP_SURPLUSES)
def form() -> ResponseReturnValue:
    """Announcing what a company told."""
    back = came_back()
    typed = back.form.get("werk", request.args.get("werk", ""))[:LONGEST_SEARCH]
    return render_template(
        "desk/surplus_new.html",
        typed=typed,
        works=[Choice(value=each.id, label=each.label) for each in work_for(typed)],
        given=back.form,
        faults=back.faults,
        form_id=uuid4(),
    )


@pages.post("/werk-naar-werk/nieuw")
@needs(Deed.KEEP_SURPLUSES)
def announce() -> ResponseReturnValue:
    """Keep it."""
    parts = house()
    try:
        told = read_stopping(request.form)
        surpluses.announce(parts.unit_of_work, signed_in(), form_id(), told, parts.clock())
    except InvalidInput as wrong:
        return send_back(url_for(".form"), request.form, stopping_faults(wrong, request.form))
    return taken(url_for(".show", net=TOLD))


@pages.post("/werk-naar-werk/<uuid:surplus_id>/weg")
@needs(Deed.KEEP_SURPLUSES)
def withdraw(surplus_id: UUID) -> ResponseReturnValue:
    """The work goes on after all."""
    surpluses.withdraw(house().unit_of_work, signed_in(), surplus_id, house().clock())
    return taken(url_for(".show", net=GONE))


@pages.get("/werk-naar-werk/<uuid:surplus_id>/persoon/<uuid:dossier_id>")
@needs(Deed.SEE_DOSSIER)
def person(surplus_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """Where one person can go before the work stops; opening it is a look that the citizen can see."""
    parts, actor = house(), signed_in()
    surplus, seen = surpluses.surplus_of(parts.unit_of_work, actor, surplus_id), look(dossier_id)
    routes = routes_from_now(seen)
    found = [each.route for each in routes.found]
    demand = demand_for(parts.unit_of_work, parts.shelf.active(), actor, [surplus], parts.today())
    return render_template(
        "desk/work_to_work_person.html",
        surplus=surplus,
        dossier=seen.dossier,
        work=target_name(routes.snapshot, surplus.occupation_id) or "Ander werk",
        ways=[_way(routes.snapshot, each) for each in ways_out(routes.snapshot, found, surplus)],
        needed=routes.needed,
        is_as_told=routes.is_as_told,
        demand=_in_words(routes.snapshot, demand[surplus.id]),
        title=offering_words.title,
        since=offering_words.since,
        today=parts.today(),
        to=addresses,
        proposed={each.place_id: each for each in proposals_to(parts.unit_of_work, actor, dossier_id, parts.today())},
        said=request.args.get("net", ""),
        faults=came_back().faults,
    )


@pages.post("/werk-naar-werk/<uuid:surplus_id>/persoon/<uuid:dossier_id>/voorstel")
@needs(Deed.CHANGE_DOSSIER)
def propose(surplus_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """Propose somebody for the place whose button was pressed; the company sees nothing before their own yes."""
    parts = house()
    surpluses.surplus_of(parts.unit_of_work, signed_in(), surplus_id)
    back = url_for(".person", surplus_id=surplus_id, dossier_id=dossier_id)
    try:
        proposing.propose(
            parts.unit_of_work,
            parts.shelf.active(),
            signed_in(),
            id_in(request.form.get("place", "")),
            dossier_id,
            until=parts.today() + SEEN_FOR,
            moment=parts.clock(),
            page_at=addresses.read_by_citizen("my_proposals.show"),
        )
    except InvalidInput as wrong:
        words = _WHY_NOT.get(wrong.faults[0].path, _WHY_NOT["place"])
        return send_back(back, request.form, [Fault(field="plekken", words=words)])
    return taken(f"{back}?net={PROPOSED}#plekken")


@pages.post("/werk-naar-werk/<uuid:surplus_id>/persoon/<uuid:dossier_id>/voorstel/<uuid:proposal_id>/weg")
@needs(Deed.CHANGE_DOSSIER)
def take_back(surplus_id: UUID, dossier_id: UUID, proposal_id: UUID) -> ResponseReturnValue:
    """Take a proposal back; the company sees nothing of it from then on."""
    parts, actor = house(), signed_in()
    surpluses.surplus_of(parts.unit_of_work, actor, surplus_id)
    proposing.withdraw(parts.unit_of_work, actor, dossier_id, proposal_id, parts.clock())
    return taken(url_for(".person", surplus_id=surplus_id, dossier_id=dossier_id, net=GONE, _anchor="plekken"))


def _in_words(snapshot: Snapshot, demand: Iterable[Demand]) -> list[tuple[Demand, OpeningWords]]:
    return [(each, opening_words(snapshot, each.opening)) for each in demand]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way out as a row."""

    work: str
    sector: str
    begins_on: date
    works_on: date
    trainings: int


def _way(snapshot: Snapshot, route: Route) -> Way:
    return Way(
        work=target_name(snapshot, route.target_occupation_id),
        sector=sector_of(snapshot, snapshot.columns.occupations.id.row(route.target_occupation_id)),
        begins_on=begins_on(route),
        works_on=route.placement.start_date,
        trainings=len(route.steps),
    )
