"""Which routes are worth choosing between, and what sets each of them apart from the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.routing.measures import Measure, Measures, measures_of
from gouden_poort.routing.route import Route


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A route among others to the same occupation."""

    route: Route
    measures: Measures
    best_in: tuple[Measure, ...]
    """In what no other is better, and some are worse."""
    difference: Measures
    """What it has more than the route it is compared with."""


def options(snapshot: Snapshot, routes: Sequence[Route], *, beside: Route | None = None) -> tuple[Option, ...]:
    """Each route beside the others; compared with the first, or with the one to put it beside."""
    measured = [measures_of(snapshot, route) for route in routes]
    compared = measured[:1] if beside is None else [measures_of(snapshot, beside)]
    return tuple(
        Option(route=route, measures=own, best_in=_best_in(own, measured), difference=own.less(compared[0]))
        for route, own in zip(routes, measured, strict=True)
    )


def _best_in(own: Measures, all_: Sequence[Measures]) -> tuple[Measure, ...]:
    burdens = {measure: [one.burden(measure) for one in all_] for measure in Measure}
    return tuple(
        measure for measure, found in burdens.items() if own.burden(measure) == min(found) and min(found) < max(found)
    )


def unbeaten(snapshot: Snapshot, routes: Iterable[Route]) -> list[Route]:
    """The routes that none beats, least effort first; of those that are alike in all four the one of least effort."""
    in_order = sorted(routes, key=lambda route: route.effort)
    measured = [(measures_of(snapshot, route), route) for route in in_order]
    alike: dict[Measures, Route] = {}
    for own, route in measured:
        if not any(other.beats(own) for other, _ in measured):
            alike.setdefault(own, route)
    return list(alike.values())


def picked(snapshot: Snapshot, routes: Sequence[Route], most: int) -> list[Route]:
    """At most so many of some routes, in their order.

    The first is always among them; then, as far as there is room, the best in each measure; then each time the one
    least like those that are there already.
    """
    measured = [measures_of(snapshot, route) for route in routes]
    kept = [0][: len(routes)]
    for measure in Measure:
        burdens = [own.burden(measure) for own in measured]
        if burdens and min(burdens) not in (burdens[place] for place in kept):
            kept.append(burdens.index(min(burdens)))
    rest = [place for place in range(len(routes)) if place not in kept]
    while rest and len(kept) < most:
        far = max(rest, key=lambda place: (min(_apart(measured, place, other) for other in kept), -place))
        kept.append(far)
        rest.remove(far)
    return [routes[place] for place in sorted(kept[:most])]


def _apart(measured: Sequence[Measures], one: int, other: int) -> float:
    """How much two routes differ, each measure as a share of how much all differ in it."""
    apart = 0.0
    for measure in Measure:
        burdens = [own.burden(measure) for own in measured]
        apart += abs(burdens[one] - burdens[other]) / max(1, max(burdens) - min(burdens))
    return apart
