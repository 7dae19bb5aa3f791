"""Trying a route of the town on the judge, after changes to the route, the profile or the catalogue."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tests.feasibility.checker import check_route
from tests.feasibility.itinerary import steps_of
from tests.feasibility.objective import numbers_of
from tests.feasibility.person import Person
from tests.feasibility.reading import Catalogue
from tests.feasibility.town import town
from tests.feasibility.writing import Tables, write_tables

Judge = Callable[..., list[str]]
Change = tuple[str, Any]
"""Where, as `route.steps.0.start_date` or `offerings.T2.weeks`, and the new value; REMOVE takes the key away."""
REMOVE = object()


def _row_named(rows: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(row for row in rows if name in [*row.values(), "|".join(str(value) for value in row.values())])


def _change(tables: Tables, documents: dict[str, Any], path: str, new: Any) -> None:
    *way, last = path.split(".")
    inside: Any = documents[way[0]] if way[0] in documents else tables[way[0]]
    for key in way[1:]:
        if isinstance(inside, dict):
            inside = inside[key]
        else:
            inside = inside[int(key)] if key.isdigit() else _row_named(inside, key)
    if new is REMOVE:
        del inside[last]
    elif isinstance(inside, list):
        inside[int(last) :] = new if isinstance(new, list) else [new]
    else:
        inside[last] = new


def _claim_the_truth(catalogue: Catalogue, documents: dict[str, Any]) -> None:
    route, placement = documents["route"], documents["route"]["placement"]
    position = catalogue.positions[placement["position_id"]]
    start = date.fromisoformat(placement["start_date"])
    numbers = numbers_of(Person.of(documents["profile"]), steps_of(catalogue, route["steps"]), (position, start))
    route.update({name: float(value) for name, value in numbers.items()})
    route.pop("career_value_eur", None)
    route.pop("career_at_most_eur", None)


def rules_of(faults: list[str]) -> set[str]:
    return {fault.split()[0].rstrip(":") for fault in faults}


def try_route(
    folder: Path, route: dict[str, Any], profile: dict[str, Any], *changes: Change, honest: bool = True
) -> list[str]:
    """The faults of a route after some changes; with `honest` the five claimed numbers follow the changes."""
    tables = town()
    documents = {"route": copy.deepcopy(route), "profile": copy.deepcopy(profile)}
    for path, new in changes:
        _change(tables, documents, path, new)
    catalogue = Catalogue.load(write_tables(folder, tables))
    if honest:
        _claim_the_truth(catalogue, documents)
    return check_route(catalogue, documents["profile"], documents["route"])
