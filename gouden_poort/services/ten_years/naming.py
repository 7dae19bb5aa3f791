"""The words and amounts that a plan takes along from the catalogue of the day on which it is chosen."""

from __future__ import annotations

from collections.abc import Iterator

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.plan import Named
from gouden_poort.routing.route import Route, Step


def named(snapshot: Snapshot, route: Route) -> Named:
    """Everything that somebody needs to read this route in ten years, when the catalogue is another."""
    columns = snapshot.columns
    offerings, occupations, positions = columns.offerings, columns.occupations, columns.positions
    steps = {step.offering_id: offerings.id.row(step.offering_id) for step in _steps(route)}
    work = {each: occupations.id.row(each) for each in _occupations(route)}
    places = {each: positions.id.row(each) for each in _positions(route)}
    return Named(
        offerings={each: offerings.label[row] for each, row in steps.items()},
        weeks={each: int(offerings.weeks[row]) for each, row in steps.items()},
        occupations={each: occupations.label[row] for each, row in work.items()},
        sectors={each: columns.sectors[occupations.sector[row]] for each, row in work.items()},
        wages={each: int(occupations.wage_month_eur[row]) for each, row in work.items()},
        sites={
            **{each: _city(snapshot, int(offerings.site[row])) for each, row in steps.items()},
            **{each: columns.companies.city[int(positions.company[row])] for each, row in places.items()},
        },
    )


def _steps(route: Route) -> Iterator[Step]:
    yield from route.steps
    for move in route.career.moves if route.career else ():
        yield from move.steps


def _occupations(route: Route) -> Iterator[str]:
    yield route.target_occupation_id
    yield from (move.occupation_id for move in (route.career.moves if route.career else ()))


def _positions(route: Route) -> Iterator[str]:
    yield route.placement.position_id
    yield from (step.position_id for step in route.steps if step.position_id)
    yield from (move.position_id for move in (route.career.moves if route.career else ()))


def _city(snapshot: Snapshot, site: int) -> str:
    """Where a site is; empty for what is online."""
    return snapshot.columns.sites.city[site] if site >= 0 else ""
