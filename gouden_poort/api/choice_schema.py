"""The question for a choice as it is sent in, and the shape of its answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields, post_load, validates_schema

from gouden_poort.api.described import many, text, whole
from gouden_poort.api.documents import Part, StrictSchema
from gouden_poort.api.fields import Text
from gouden_poort.api.profile_schema import LONGEST_ID
from gouden_poort.api.reasons_schema import RouteWithReasonsSchema
from gouden_poort.api.receipt_schema import ReceiptSchema
from gouden_poort.api.routes import ProfileSchema
from gouden_poort.api.verdict_schema import part
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.measures import Measure
from gouden_poort.services.choice import unknown_in
from gouden_poort.wiring import house


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question as it was sent."""

    profile: Profile
    occupation_id: str


class ChoiceQuestionSchema(StrictSchema):
    """One person, and where they want to go."""

    profile = Part(ProfileSchema, required=True, metadata={"description": "Who asks. Nothing of it is kept."})
    occupation_id = Text("An occupation of the catalogue.", longest=LONGEST_ID, required=True)

    @validates_schema(pass_original=True, skip_on_field_errors=True)
    def _only_what_there_is(self, data: Any, original: Any, **kwargs: Any) -> None:  # noqa: ARG002
        faults = list(self.faults_beside(original))
        if faults:
            raise InvalidInput(faults)

    @post_load
    def _value(self, data: dict[str, Any], **kwargs: Any) -> Asking:  # noqa: ARG002
        return Asking(**data)

    def faults_beside(self, document: object) -> Iterator[FieldError]:
        """Ids that the catalogue does not have, told together with what else is wrong."""
        if isinstance(document, Mapping):
            yield from unknown_in(house().shelf.active(), document)


class DifferenceSchema(Schema):
    """What a route has more than the first; negative where it has less."""

    weeks_to_work = whole("Weeks until paid work.")
    own_cost_eur = whole("Euros of own cost.")
    travel_minutes = whole("One-way minutes, added up.")
    wage_month_year_10_eur = whole("Gross wage a month in year ten.")


class ComparedSchema(Schema):
    """What sets a route apart from the others."""

    wage_month_year_10_eur = whole("Gross wage a month in the last week of the ten years, by the career of the route.")
    best_in = fields.List(
        fields.String(metadata={"enum": [measure.value for measure in Measure]}),
        metadata={"description": "In what no other route is better, and some are worse; perhaps in nothing."},
    )
    difference = part("Beside the first route.", DifferenceSchema)


class OptionSchema(RouteWithReasonsSchema):
    """A route to choose, with its reasons."""

    compared = part("How it stands among the others.", ComparedSchema)


class ChoiceSchema(Schema):
    """The routes to one occupation that no other beats."""

    profile_id = text("As it was sent.")
    occupation_id = text("As it was sent.")
    receipt = fields.Nested(ReceiptSchema)
    routes = many("Least effort first; empty when none is feasible.", OptionSchema)
