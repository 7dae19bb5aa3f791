"""The question what would be otherwise as it is sent in, and the shape of its answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from marshmallow import Schema, ValidationError, fields, post_load, validates_schema

from gouden_poort.api.described import many, text, whole
from gouden_poort.api.documents import Many, Part, StrictSchema
from gouden_poort.api.fields import Choice, Whole, refused
from gouden_poort.api.profile_schema import ProfileMembersSchema, check_age
from gouden_poort.api.receipt_schema import ReceiptSchema
from gouden_poort.api.route_schema import RouteSchema
from gouden_poort.api.routes import ProfileSchema
from gouden_poort.errors import FieldError
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.change import Change, ChangeKind
from gouden_poort.routing.difference import Turn
from gouden_poort.services.catalogue_checks import unknown_ids
from gouden_poort.wiring import house

HIGHEST = {
    ChangeKind.TRAVEL_MINUTES: 10_000,
    ChangeKind.LATER_START: 520,
    ChangeKind.LONGER_ROUTE: 1_040,
    ChangeKind.HOURS_PER_WEEK: 168,
    ChangeKind.BUDGET: 10_000_000,
}
"""The kinds of change that are a number, with the highest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question as it was sent: changes, or what is otherwise in another profile."""

    profile: Profile
    changes: tuple[Change, ...] = ()
    other: Profile | None = None


class PersonalChangeSchema(StrictSchema):
    """One change that someone could make."""

    kind = Choice("What is changed.", {kind.value: kind for kind in ChangeKind}, required=True)
    after = Whole(
        "What it becomes: minutes, hours a week, euros, for longer_route the horizon in weeks, for later_start the "
        "weeks to wait. Left out for the other kinds.",
        0,
        max(HIGHEST.values()),
    )

    @validates_schema(skip_on_field_errors=True)
    def _number_where_there_is_one(self, data: dict[str, Any], **kwargs: Any) -> None:  # noqa: ARG002
        after, highest = data.get("after"), HIGHEST.get(data["kind"])
        if highest is None and after is not None:
            raise ValidationError(refused("unknown_field", after, "no number").messages, field_name="after")
        if highest is not None and (after is None or after > highest):
            code = "missing" if after is None else "out_of_range"
            fault = refused(code, after, f"a whole number from 0 to {highest}")
            raise ValidationError(fault.messages, field_name="after")

    @post_load
    def _value(self, data: dict[str, Any], **kwargs: Any) -> Change:  # noqa: ARG002
        return Change(**data)


class OtherProfileSchema(ProfileMembersSchema):
    """Someone who is otherwise: a whole profile, or only the members that differ."""

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:  # noqa: ARG002
        field_obj.required = False

    @post_load
    def _value(self, data: dict[str, Any], **kwargs: Any) -> dict[str, Any]:  # noqa: ARG002
        return self.members(data)


class WhatIfQuestionSchema(StrictSchema):
    """A profile, and either changes or another profile."""

    profile = Part(ProfileSchema, required=True, metadata={"description": "Who asks. Nothing of it is kept."})
    changes = Many(
        "Changes that are all made.", Part(PersonalChangeSchema), shortest=1, longest=len(ChangeKind), distinct="kind"
    )
    other = Part(
        OtherProfileSchema,
        metadata={"description": "Who they would be; each member that is left out is as in `profile`."},
    )

    @validates_schema(skip_on_field_errors=True)
    def _one_way_or_the_other(self, data: dict[str, Any], **kwargs: Any) -> None:  # noqa: ARG002
        given = [name for name in ("changes", "other") if name in data]
        if len(given) != 1:
            code = "too_many" if given else "missing"
            raise ValidationError(refused(code, " and ".join(given), "either changes or other").messages)

    @validates_schema(skip_on_field_errors=True)
    def _born_before_available(self, data: dict[str, Any], **kwargs: Any) -> None:  # noqa: ARG002
        other = replace(data["profile"], **data.get("other", {}))
        try:
            check_age(other.birth_date, other.available_from)
        except ValidationError as error:
            raise ValidationError({"other": {"birth_date": error.messages}}) from None

    @post_load
    def _value(self, data: dict[str, Any], **kwargs: Any) -> Asking:  # noqa: ARG002
        profile, other = data["profile"], data.get("other")
        return Asking(
            profile=profile,
            changes=tuple(data.get("changes", ())),
            other=None if other is None else replace(profile, **other),
        )

    def faults_beside(self, document: object) -> Iterator[FieldError]:
        """Ids that the catalogue does not have, in both profiles."""
        if isinstance(document, Mapping):
            for side in ("profile", "other"):
                for fault in unknown_ids(house().shelf.active(), document.get(side)):
                    yield replace(fault, path=f"{side}.{fault.path}")


class PlainRouteSchema(RouteSchema):
    """A schedule that could be booked, with all it costs; its ten years are left out."""

    class Meta:
        exclude = ("career", "career_value_eur", "career_at_most_eur")


class SideSchema(Schema):
    """The suggestion for one of the two."""

    profile_id = text("As it was sent.")
    receipt = fields.Nested(ReceiptSchema)
    routes = many("Best first; empty when none is feasible.", PlainRouteSchema)


class ChangedOccupationSchema(Schema):
    """The occupation a difference is about."""

    id = text("The occupation.")
    label = text("Its name, in Dutch.")
    sector = text("Its sector.")


class ShiftSchema(Schema):
    """What each number is after, less what it was before: below zero is sooner, cheaper, nearer and less paid."""

    weeks_to_work = whole("Each counted from its own available_from.")
    calendar_weeks = whole("From the Monday on which work began before to the one on which it begins after.")
    weeks_to_qualified = whole("Each counted from its own available_from.")
    own_cost_eur = whole("What the person pays.")
    travel_minutes = whole("One-way minutes, added up over the steps and the work.")
    wage_month_eur = whole("Gross wage of the job or bbl place at which the route ends.")


class OccupationDifferenceSchema(Schema):
    """What becomes of one occupation."""

    occupation = fields.Nested(ChangedOccupationSchema)
    turns = fields.List(
        fields.String(metadata={"enum": [turn.value for turn in Turn]}),
        metadata={
            "description": "In words. Opened and closed: there was, or there will be, no route at all; entered and "
            "left: it joins or leaves the suggestion while there is a route on both sides."
        },
    )
    before = fields.Nested(
        PlainRouteSchema, allow_none=True, metadata={"description": "The best route before; null: none."}
    )
    after = fields.Nested(
        PlainRouteSchema, allow_none=True, metadata={"description": "The best route after; null: none."}
    )
    shift = fields.Nested(
        ShiftSchema, allow_none=True, metadata={"description": "By how much; null without a route on both sides."}
    )


class WhatIfSchema(Schema):
    """Two suggestions, and where they differ."""

    before = fields.Nested(SideSchema)
    after = fields.Nested(SideSchema)
    differences = many(
        "Of what is suggested after, in its order, then of what no longer is; empty when nothing changes.",
        OccupationDifferenceSchema,
    )
