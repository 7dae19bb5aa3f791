"""The shape of a route with its reasons, for the API's description; a test holds real answers against it."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields

from gouden_poort.api.described import day, many, text, whole
from gouden_poort.api.receipt_schema import ReceiptSchema
from gouden_poort.api.route_schema import PlacementSchema, RouteSchema, StepSchema
from gouden_poort.routing.explanation import FactKind
from gouden_poort.routing.selecting import ChosenFor

_KINDS = [kind.value for kind in FactKind]


def _kind() -> fields.String:
    return fields.String(metadata={"description": "What it is about.", "enum": _KINDS})


class NeedSchema(Schema):
    """Something that must be held, and how it is met.

    Numbers are skill levels, CEFR (0 is A0, 6 is C2), NLQF levels, ages, or 1 and 0 for a credential.
    """

    kind = _kind()
    ref_id = text("A skill or credential, or the groups joined by |.")
    label = text("Its name.")
    needed = whole("What is asked.")
    yours = whole("What the person had before the route.")
    met_by = text("The offering that fills the difference; null when it was theirs.", allow_none=True)


class GainSchema(Schema):
    """Something a step gives that is used later."""

    kind = _kind()
    ref_id = text("A skill or credential.")
    label = text("Its name.")
    before = whole("Before the step.")
    after = whole("After the step.")
    used_by = text("The offering, position or occupation that asks it.")


def _needs(about: str) -> fields.List[Any]:
    return fields.List(fields.Nested(NeedSchema), metadata={"description": about})


class StepWithReasonsSchema(StepSchema):
    """Following one offering, and why."""

    label = text("Name of the offering, in Dutch.")
    site_id = text("Where; null when online.", allow_none=True)
    city = text("Town of the site.", allow_none=True)
    hours_per_week = whole("Hours a week; for bbl the school hours.")
    cost_eur = whole("Cost before funding.")
    end_date = day("The first Monday after it.")
    travel_minutes = whole("One way.")
    own_cost_eur = whole("What the person pays.")
    entry = _needs("What is asked at the start.")
    gains = many("What it gives that is used later.", GainSchema)


class PlacementWithReasonsSchema(PlacementSchema):
    """The paid work, and why it is open."""

    company = text("The employer.")
    city = text("Town of the employer.")
    hours_per_week = whole("Paid hours a week.")
    wage_month_eur = whole("Gross wage a month.")
    travel_minutes = whole("One way.")
    entry = _needs("What is asked at the start.")


class TargetSchema(Schema):
    """The occupation a route leads to."""

    id = text("The occupation.")
    label = text("Its name, in Dutch.")
    sector = text("Its sector.")
    wage_month_eur = whole("Gross wage a month, full time.")
    needs = _needs("What it asks.")


class RouteWithReasonsSchema(RouteSchema):
    """A schedule that could be booked, with its reasons."""

    steps = many("In order of start.", StepWithReasonsSchema)
    placement = fields.Nested(PlacementWithReasonsSchema)
    occupation = fields.Nested(TargetSchema)


class SuggestedRouteSchema(RouteWithReasonsSchema):
    """One of the best five, with why it is one of them."""

    chosen_for = fields.String(
        metadata={
            "description": "`score` when it would be among the best five without the rule of three sectors; `sector`"
            " when five others have a better score, and it is there as the best of another sector.",
            "enum": [reason.value for reason in ChosenFor],
        }
    )


class RoutesSchema(Schema):
    """The routes for one profile."""

    profile_id = text("As it was sent.")
    receipt = fields.Nested(ReceiptSchema)
    routes = many("Best first; empty when none is feasible.", SuggestedRouteSchema)
