"""A company that keeps up its places from a program of its own, with its link in the place of an account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from flask import request
from marshmallow import Schema, fields
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Unauthorized

from gouden_poort.api.blueprint import Blueprint
from gouden_poort.api.described import many, text, whole
from gouden_poort.api.documents import Many, Part, StrictSchema
from gouden_poort.api.fields import Text, Whole, YesNo
from gouden_poort.catalogue.format import POSITION_KINDS
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.http.guard import public
from gouden_poort.http.origin import address_block
from gouden_poort.profiles.people.place_offer import MOST_SEATS
from gouden_poort.services.employers.links import at_the_door
from gouden_poort.services.employers.positions import Kept, OfCompany, keep_seats, of_company
from gouden_poort.wiring import house

company = Blueprint("company", "Free seats, kept up by the company itself. Nothing here is about people.")

_MOST_POSITIONS = 1_000


class SeatsSchema(StrictSchema):
    """How many seats there are at one position."""

    position_id = Text("The position, of this company.", longest=100, required=True)
    seats = Whole("All seats that may be filled, also those that are taken.", 0, MOST_SEATS, required=True)


class AllSeatsSchema(StrictSchema):
    """What a company says about its seats now."""

    positions = Many(
        "Positions of which the number is said now.",
        Part(SeatsSchema),
        longest=_MOST_POSITIONS,
        distinct="position_id",
        required=True,
    )
    rest_is_right = YesNo(
        "Whether every number that was said before and is not in this list still holds.", load_default=False
    )


class CompanyPositionSchema(Schema):
    """A position with its seats."""

    position_id = text("Id.")
    occupation_id = text("The work.")
    occupation = text("What the work is called, in Dutch.")
    kind = fields.String(metadata={"description": "Sort of position.", "enum": list(POSITION_KINDS)})
    hours_per_week = whole("Hours a week.")
    seats = whole("All seats; null when nobody said how many.", allow_none=True)
    taken = whole("Seats that were offered to somebody or given away.")
    updated_at = fields.DateTime(
        allow_none=True, metadata={"description": "When the number was said; null when it never was."}
    )
    by_company = fields.Boolean(metadata={"description": "Whether the company itself said it."})
    is_old = fields.Boolean(metadata={"description": "Whether that is longer ago than four weeks."})


class CompanyPositionsSchema(Schema):
    """Everything behind the link of a company."""

    company = text("The company.")
    link_until = fields.DateTime(metadata={"description": "Until when the link works."})
    positions = many("Those that are open now or later.", CompanyPositionSchema)


_EXAMPLE = {"positions": [{"position_id": "POS-0001", "seats": 2}], "rest_is_right": True}


@company.operation("/company/positions", name="getCompanyPositions", answer=CompanyPositionsSchema, with_link=True)
@public
def get_positions() -> dict[str, Any]:
    """Read the positions of a company

    For the company whose link is in the Authorization header, as `Bearer` and the last part of the link.
    """
    parts, token = house(), _token()
    snapshot = parts.shelf.active()
    return _told(snapshot, of_company(parts.unit_of_work, snapshot, token, parts.clock()))


@company.operation(
    "/company/positions",
    name="putCompanyPositions",
    method="PUT",
    body=AllSeatsSchema,
    answer=CompanyPositionsSchema,
    example=_EXAMPLE,
    with_link=True,
)
@public
def put_positions(body: Mapping[str, Any]) -> dict[str, Any]:
    """Say how many seats there are

    For the company whose link is in the Authorization header. All of it is kept, or nothing.
    """
    parts, token = house(), _token()
    snapshot = parts.shelf.active()
    seats = {each["position_id"]: each["seats"] for each in body["positions"]}
    try:
        found = keep_seats(
            parts.unit_of_work, snapshot, token, seats, parts.clock(), rest_is_right=body["rest_is_right"]
        )
    except InvalidInput as wrong:
        raise _in_the_body(wrong, list(seats)) from None
    return _told(snapshot, found)


def _token() -> str:
    """The link in the header; Unauthorized for none, and for one that opens nothing. TooManyTries."""
    shown, parts = request.authorization, house()
    token = shown.token if shown is not None and shown.type == "bearer" else None
    try:
        if not token:
            raise UnknownThing("link", "")
        at_the_door(parts.unit_of_work, parts.tries, address_block(), token, parts.clock())
    except UnknownThing:
        raise Unauthorized(www_authenticate=WWWAuthenticate("bearer")) from None
    return token


def _told(snapshot: Snapshot, found: OfCompany) -> dict[str, Any]:
    return {
        "company": found.link.name,
        "link_until": found.link.until,
        "positions": [_position(snapshot, each) for each in found.positions],
    }


def _position(snapshot: Snapshot, kept: Kept) -> dict[str, Any]:
    positions, occupations, row = snapshot.columns.positions, snapshot.columns.occupations, kept.opening.row
    work = int(positions.occupation[row])
    return {
        "position_id": kept.opening.id,
        "occupation_id": occupations.id[work],
        "occupation": occupations.label[work],
        "kind": POSITION_KINDS[int(positions.kind[row])],
        "hours_per_week": int(positions.hours_per_week[row]),
        "seats": kept.place.seats if kept.place else None,
        "taken": kept.taken,
        "updated_at": kept.place.updated_at if kept.place else None,
        "by_company": kept.place is not None and kept.place.by_company,
        "is_old": kept.is_old_on(house().today()),
    }


def _in_the_body(wrong: InvalidInput, sent: Sequence[str]) -> InvalidInput:
    """The same faults, with the place in the list that was sent."""
    places = {name: number for number, name in enumerate(sent)}
    members = {"unknown_id": "position_id"}
    return InvalidInput(
        [
            replace(each, path=f"positions.{places[each.path]}.{members.get(each.code, 'seats')}")
            for each in wrong.faults
        ]
    )
