"""A plan as text and back: what a database or a file keeps of it.

The form has a number. What was ever written can be read for ever, for a plan outlives many versions of the house.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from gouden_poort.development.plan import Named
from gouden_poort.routing.route import Career, Funding, Move, Placement, Route, Step

FORM = 1


def as_text(route: Route, named: Named) -> str:
    """The route and the words it needs, as JSON with sorted names: the same plan is the same text."""
    document = {"form": FORM, "route": asdict(route), "named": asdict(named)}
    return json.dumps(document, default=_plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> tuple[Route, Named]:
    """What was kept; ValueError for a form that is not known here."""
    document = json.loads(text)
    if document["form"] != FORM:
        raise ValueError(f"a plan of form {document['form']}, expected {FORM}")
    return _route(document["route"]), Named(**document["named"])


def _plain(value: object) -> str:
    if isinstance(value, date | Decimal):
        return str(value)
    raise TypeError(type(value).__name__)


def _route(kept: Mapping[str, Any]) -> Route:
    career = kept["career"]
    return Route(
        **{
            **kept,
            "steps": _steps(kept["steps"]),
            "placement": Placement(**_with_day(kept["placement"])),
            "effort": Decimal(kept["effort"]),
            "career": career and Career(**{**career, "moves": tuple(map(_move, career["moves"]))}),
        }
    )


def _move(kept: Mapping[str, Any]) -> Move:
    return Move(**{**_with_day(kept), "steps": _steps(kept["steps"])})


def _steps(kept: list[Mapping[str, Any]]) -> tuple[Step, ...]:
    return tuple(
        Step(**{**_with_day(step), "funding": tuple(Funding(**each) for each in step["funding"])}) for step in kept
    )


def _with_day(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {**kept, "start_date": date.fromisoformat(kept["start_date"])}
