"""The ten years after a route: what is earned up to week 520, and the moves that raise it (docs/formats.md, 5)."""

from __future__ import annotations

from dataclasses import replace

from gouden_poort.routing.planner import Planner
from gouden_poort.routing.route import Career, Route

LAST_WEEK = 520


def with_career(planner: Planner, route: Route) -> Route:
    """The route with its career."""
    return replace(route, career=Career(moves=(), value_eur=value_eur(first_wages(planner, route))))


def first_wages(planner: Planner, route: Route) -> list[tuple[int, int]]:
    """From which week which monthly wage is earned, when one stays in the occupation of the route."""
    columns = planner.person.snapshot.columns
    occupation = columns.occupations.id.row(route.target_occupation_id)
    position = columns.positions.id.row(route.placement.position_id)
    wages = [(route.weeks_to_qualified, int(columns.occupations.wage_month_eur[occupation]))]
    if route.weeks_to_work < route.weeks_to_qualified:
        wages.insert(0, (route.weeks_to_work, int(columns.positions.wage_month_eur[position])))
    return wages


def value_eur(wages: list[tuple[int, int]]) -> int:
    """Monthly wages, each from a week until the next, added up to week 520; 12/52 month a week, half up."""
    ends = [week for week, _ in wages[1:]] + [LAST_WEEK]
    in_all = sum(max(0, min(end, LAST_WEEK) - week) * wage for (week, wage), end in zip(wages, ends, strict=True))
    return (6 * in_all + 13) // 26
