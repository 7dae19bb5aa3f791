"""Between the JSON the judge reads and the values the planner speaks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from gouden_poort.profiles.levels import CEFR, Benefit, Mode, TargetGroup
from gouden_poort.profiles.profile import HeldSkill, Profile, Weights
from gouden_poort.routing.route import Move, Route, Step


def profile_value(profile: dict[str, Any]) -> Profile:
    """The profile as the planner takes it."""
    return Profile(
        profile_id=profile["profile_id"],
        birth_date=date.fromisoformat(profile["birth_date"]),
        available_from=date.fromisoformat(profile["available_from"]),
        lat=profile["lat"],
        lon=profile["lon"],
        modes=frozenset(Mode(mode) for mode in profile["modes"]),
        max_travel_minutes=profile["max_travel_minutes"],
        hours_per_week=profile["hours_per_week"],
        cefr=CEFR[profile["cefr"]],
        nlqf=profile["nlqf"],
        skills=tuple(HeldSkill(**held) for held in profile["skills"]),
        credentials=frozenset(profile["credentials"]),
        target_groups=frozenset(TargetGroup(group) for group in profile["target_groups"]),
        benefit=Benefit(profile["benefit"]),
        budget_eur=profile["budget_eur"],
        horizon_weeks=profile["horizon_weeks"],
        weights=Weights(**{name: Decimal(str(weight)) for name, weight in profile["weights"].items()}),
    )


def route_json(route: Route) -> dict[str, Any]:
    """The route as it would be read back from a file."""
    answer: dict[str, Any] = {
        "target_occupation_id": route.target_occupation_id,
        "steps": [_step(step) for step in route.steps],
        "placement": {
            "position_id": route.placement.position_id,
            "start_date": route.placement.start_date.isoformat(),
        },
        "weeks_to_work": route.weeks_to_work,
        "weeks_to_qualified": route.weeks_to_qualified,
        "own_cost_eur": route.own_cost_eur,
        "travel_minutes": route.travel_minutes,
        "effort": float(route.effort),
    }
    if route.career is not None:
        answer["career"] = [_move(move) for move in route.career.moves]
        answer["career_value_eur"] = route.career.value_eur
        answer["career_at_most_eur"] = route.career.at_most_eur
    read: dict[str, Any] = json.loads(json.dumps(answer))
    return read


def answer_json(profile: dict[str, Any], routes: Iterable[Route]) -> dict[str, Any]:
    """A suggestion as one answer to one profile."""
    return {"profile_id": profile["profile_id"], "routes": [route_json(route) for route in routes]}


def _step(step: Step) -> dict[str, Any]:
    return {
        "offering_id": step.offering_id,
        "start_date": step.start_date.isoformat(),
        "position_id": step.position_id,
        "funding": [{"scheme_id": part.scheme_id, "amount_eur": part.amount_eur} for part in step.funding],
    }


def _move(move: Move) -> dict[str, Any]:
    return {
        "occupation_id": move.occupation_id,
        "position_id": move.position_id,
        "start_date": move.start_date.isoformat(),
        "steps": [_step(step) for step in move.steps],
    }
