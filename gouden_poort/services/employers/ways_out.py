"""Routes out of work that stops: those that begin before its last day, across sectors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.people.surplus import Surplus
from gouden_poort.routing.route import Route

MOST_WAYS = 3


def begins_on(route: Route) -> date:
    """The first day of a route: of its first training, or of the work itself."""
    return min([each.start_date for each in route.steps] + [route.placement.start_date])


def ways_out(snapshot: Snapshot, found: Iterable[Route], surplus: Surplus) -> Sequence[Route]:
    """At most three of the routes that the planner found for somebody, the best of each sector before seconds.

    A route back to the company where the work stops is none.
    """
    rows = snapshot.columns.positions.id
    in_time = [
        each
        for each in found
        if begins_on(each) <= surplus.last_day and not is_there(snapshot, rows.row(each.placement.position_id), surplus)
    ]
    firsts: dict[int, Route] = {}
    for each in in_time:
        firsts.setdefault(_sector(snapshot, each), each)
    rest = [each for each in in_time if each not in firsts.values()]
    return [*firsts.values(), *rest][:MOST_WAYS]


def is_there(snapshot: Snapshot, position: int, surplus: Surplus) -> bool:
    """Whether a position, by its row, is at the company where the work stops."""
    companies = snapshot.columns.companies
    row = int(snapshot.columns.positions.company[position])
    return surplus.is_of(str(companies.id[row]), str(companies.label[row]))


def _sector(snapshot: Snapshot, route: Route) -> int:
    occupations = snapshot.columns.occupations
    return int(occupations.sector[occupations.id.row(route.target_occupation_id)])
