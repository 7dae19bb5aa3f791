"""Where is that? Asked in a body, because where someone lives does not belong in an address."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields

from gouden_poort.api.blueprint import Blueprint
from gouden_poort.api.described import degrees, many, text, whole
from gouden_poort.api.documents import StrictSchema
from gouden_poort.api.fields import Text
from gouden_poort.catalogue.places import Place
from gouden_poort.http.guard import public
from gouden_poort.services.places import find_place, search_places
from gouden_poort.wiring import house

places = Blueprint("places", "From a postcode or a place name to a point.")


class PlaceQuerySchema(StrictSchema):
    """Where someone lives, as they write it."""

    query = Text(
        "A postcode of four digits, with or without letters, or the name of a place.", longest=100, required=True
    )


class PlaceSchema(Schema):
    """A point with its name."""

    label = text("The place; finds the same point again.")
    municipality = text("The municipality it lies in.")
    region_code = text("The labour market region it lies in.")
    lat = degrees("Degrees north (WGS84).")
    lon = degrees("Degrees east (WGS84).")
    approximate = fields.Boolean(
        metadata={"description": "The middle of a place or area, not of one four-digit postcode."}
    )
    pc4 = whole("The four digits, when a postcode was asked.", allow_none=True)


class PlacesSchema(Schema):
    """What may be meant."""

    places = many("Most likely first.", PlaceSchema)


@places.operation(
    "/places/search",
    name="searchPlaces",
    method="POST",
    body=PlaceQuerySchema,
    answer=PlacesSchema,
    example={"query": "8011 AB"},
)
@public
def search(body: dict[str, str]) -> dict[str, Any]:
    """Search places

    By postcode or name. Nothing found is a 404 that lists names that look like it.
    """
    snapshot, open_unit = house().shelf.active(), house().unit_of_work
    found: tuple[Place, ...] = search_places(snapshot, open_unit, body["query"])
    return {"places": found or (find_place(snapshot, open_unit, body["query"]),)}
