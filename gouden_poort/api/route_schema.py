"""The route as it is answered (docs/formats.md, section 3), by the API and by the command line alike."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from marshmallow import Schema, fields

from gouden_poort.api.described import day, many, text, whole
from gouden_poort.routing.route import Route


class FundingSchema(Schema):
    """One scheme that pays part of one step."""

    scheme_id = text("The scheme.")
    amount_eur = whole("Whole euros it pays.")


class StepSchema(Schema):
    """Following one offering."""

    offering_id = text("What is followed.")
    start_date = day("The Monday on which it starts.")
    position_id = text("For a bbl step: the place where it is worked. Otherwise null.", allow_none=True)
    funding = many("Who else pays.", FundingSchema)


class PlacementSchema(Schema):
    """The paid work at the end of a route."""

    position_id = text("The job, or the bbl place.")
    start_date = day("The Monday on which it starts.")


class BridgingStepSchema(Schema):
    """Training that bridges to a later occupation, paid by the employer."""

    offering_id = text("What is followed.")
    start_date = day("The Monday on which it starts.")


class MoveSchema(Schema):
    """A later change of occupation."""

    occupation_id = text("The new occupation.")
    position_id = text("A job in it.")
    start_date = day("The Monday on which it starts.")
    steps = many("Training on the way there.", BridgingStepSchema)


class RouteSchema(Schema):
    """A schedule that could be booked, with all it costs and the ten years after."""

    target_occupation_id = text("The occupation the route leads to.")
    steps = many("In order of start.", StepSchema)
    placement = fields.Nested(PlacementSchema)
    weeks_to_work = whole("Weeks from available_from until paid work.")
    weeks_to_qualified = whole("Weeks from available_from until qualified.")
    own_cost_eur = whole("What the person pays, after schemes.")
    travel_minutes = whole("One-way minutes, added up over the steps and the work.")
    effort = fields.Float(
        metadata={"description": "All of it in one number, by the person's weights; lower is better."}
    )
    career = fields.List(
        fields.Nested(MoveSchema), attribute="career.moves", metadata={"description": "At most three later moves."}
    )
    career_value_eur = whole("Wages earned in ten years, gross, whole euros.", attribute="career.value_eur")
    career_at_most_eur = whole(
        "No career after this route earns more: how far from the best this one can be.", attribute="career.at_most_eur"
    )


@cache
def _schema() -> RouteSchema:
    return RouteSchema()


def written_route(route: Route) -> dict[str, Any]:
    """One route in the format's JSON; without a career the three career members are absent."""
    written = _schema().dump(route)
    assert isinstance(written, dict)  # noqa: S101 - a single route gives a single object
    return written


def written_answer(profile_id: str, routes: Iterable[Route]) -> dict[str, Any]:
    """The answer to one profile."""
    return {"profile_id": profile_id, "routes": [written_route(route) for route in routes]}
