"""The shape of a route with its reasons, for the API's description; a test holds real answers against it."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields

from gouden_poort.api.route_schema import PlacementSchema, RouteSchema, StepSchema
from gouden_poort.routing.explanation import FactKind

_KINDS = [kind.value for kind in FactKind]


def _text(about: str, **kwargs: Any) -> fields.String:
    return fields.String(metadata={"description": about}, **kwargs)


def _whole(about: str) -> fields.Integer:
    return fields.Integer(metadata={"description": about})


def _kind() -> fields.String:
    return fields.String(metadata={"description": "What it is about.", "enum": _KINDS})


class NeedSchema(Schema):
    """Something that must be held, and how it is met.

    Numbers are skill levels, CEFR (0 is A0, 6 is C2), NLQF levels, ages, or 1 and 0 for a credential.
    """

    kind = _kind()
    ref_id = _text("A skill or credential, or the groups joined by |.")
    label = _text("Its name.")
    needed = _whole("What is asked.")
    yours = _whole("What the person had before the route.")
    met_by = _text("The offering that fills the difference; null when it was theirs.", allow_none=True)


class GainSchema(Schema):
    """Something a step gives that is used later."""

    kind = _kind()
    ref_id = _text("A skill or credential.")
    label = _text("Its name.")
    before = _whole("Before the step.")
    after = _whole("After the step.")
    used_by = _text("The offering, position or occupation that asks it.")


def _needs(about: str) -> fields.List[Any]:
    return fields.List(fields.Nested(NeedSchema), metadata={"description": about})


class StepWithReasonsSchema(StepSchema):
    """Following one offering, and why."""

    label = _text("Name of the offering, in Dutch.")
    site_id = _text("Where; null when online.", allow_none=True)
    city = _text("Town of the site.", allow_none=True)
    hours_per_week = _whole("Hours a week; for bbl the school hours.")
    cost_eur = _whole("Cost before funding.")
    end_date = fields.Date(metadata={"description": "The first Monday after it."})
    travel_minutes = _whole("One way.")
    own_cost_eur = _whole("What the person pays.")
    entry = _needs("What is asked at the start.")
    gains = fields.List(fields.Nested(GainSchema), metadata={"description": "What it gives that is used later."})


class PlacementWithReasonsSchema(PlacementSchema):
    """The paid work, and why it is open."""

    company = _text("The employer.")
    city = _text("Town of the employer.")
    hours_per_week = _whole("Paid hours a week.")
    wage_month_eur = _whole("Gross wage a month.")
    travel_minutes = _whole("One way.")
    entry = _needs("What is asked at the start.")


class TargetSchema(Schema):
    """The occupation a route leads to."""

    id = _text("The occupation.")
    label = _text("Its name, in Dutch.")
    sector = _text("Its sector.")
    wage_month_eur = _whole("Gross wage a month, full time.")
    needs = _needs("What it asks.")


class RouteWithReasonsSchema(RouteSchema):
    """A schedule that could be booked, with its reasons."""

    steps = fields.List(fields.Nested(StepWithReasonsSchema), metadata={"description": "In order of start."})
    placement = fields.Nested(PlacementWithReasonsSchema)
    occupation = fields.Nested(TargetSchema)


class RoutesSchema(Schema):
    """The routes for one profile."""

    profile_id = _text("As it was sent.")
    routes = fields.List(
        fields.Nested(RouteWithReasonsSchema), metadata={"description": "Best first; empty when none is feasible."}
    )
