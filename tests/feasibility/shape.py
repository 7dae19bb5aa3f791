"""The shape of an answer: keys, JSON types, and ids that exist, before any rule is looked at."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from typing import Any

from tests.feasibility.reading import Catalogue

NUMBERS = ("weeks_to_work", "weeks_to_qualified", "own_cost_eur", "travel_minutes", "effort")
Check = Callable[[Any], bool]


def is_number(value: object) -> bool:
    """A finite JSON number; true and false are no numbers."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def is_whole(value: object) -> bool:
    """A JSON integer."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_day(value: object) -> bool:
    """An ISO date, written YYYY-MM-DD and no other way."""
    if not isinstance(value, str):
        return False
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def route_shape_faults(catalogue: Catalogue, route: object) -> list[str]:
    """Everything wrong with the form of a route; the rules can only be judged when this is empty."""
    if not isinstance(route, dict):
        return ["shape: a route is an object"]
    faults = _fields(route, "route", {"target_occupation_id": _in(catalogue.occupations), "steps": _is_list})
    faults += _fields(route, "route", dict.fromkeys(NUMBERS, is_number))
    placement = route.get("placement")
    faults += _fields(placement, "placement", {"position_id": _in(catalogue.positions), "start_date": is_day})
    for step in _list(route.get("steps")):
        faults += _step_faults(catalogue, step)
    if "career" in route:
        faults += _career_faults(catalogue, route["career"])
    for money in ("career_value_eur", "career_at_most_eur"):
        if money in route and not is_number(route[money]):
            faults.append(f"shape: {money} is {route[money]!r}")
    return faults


def _step_faults(catalogue: Catalogue, step: object) -> list[str]:
    faults = _fields(step, "step", {"offering_id": _in(catalogue.offerings), "start_date": is_day})
    if not isinstance(step, dict):
        return faults
    position = step.get("position_id")
    if position is not None and not _in(catalogue.positions)(position):
        faults.append(f"shape: step position_id is {position!r}")
    if not _is_list(step.get("funding", [])):
        faults.append(f"shape: step funding is {step['funding']!r}")
    for funding in _list(step.get("funding", [])):
        faults += _fields(funding, "funding", {"scheme_id": _in(catalogue.schemes), "amount_eur": is_whole})
    return faults


def _career_faults(catalogue: Catalogue, career: object) -> list[str]:
    if not isinstance(career, list):
        return [f"shape: career is {career!r}"]
    checks = {
        "occupation_id": _in(catalogue.occupations),
        "position_id": _in(catalogue.positions),
        "start_date": is_day,
        "steps": _is_list,
    }
    faults = []
    for move in career:
        faults += _fields(move, "move", checks)
        for step in _list(move.get("steps")) if isinstance(move, dict) else []:
            faults += _step_faults(catalogue, step)
    return faults


def _fields(value: object, name: str, checks: dict[str, Check]) -> list[str]:
    if not isinstance(value, dict):
        return [f"shape: {name} is no object"]
    return [
        f"shape: {name} {key} is {value.get(key, 'absent')!r}"
        for key, is_good in checks.items()
        if key not in value or not is_good(value[key])
    ]


def _in(known: dict[str, Any]) -> Check:
    return lambda value: isinstance(value, str) and value in known


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
