"""Members of what the API answers: each says what it holds, for the API's description."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields


def text(about: str, **kwargs: Any) -> fields.String:
    """A text or an id."""
    return fields.String(metadata={"description": about}, **kwargs)


def whole(about: str, **kwargs: Any) -> fields.Integer:
    """A whole number."""
    return fields.Integer(metadata={"description": about}, **kwargs)


def day(about: str, *, allow_none: bool = False) -> fields.Date:
    """A date as YYYY-MM-DD."""
    return fields.Date(metadata={"description": about}, allow_none=allow_none)


def degrees(about: str) -> fields.Float:
    """A place on earth along one axis, WGS84."""
    return fields.Float(metadata={"description": about})


def texts(about: str) -> fields.List[Any]:
    """A list of words or ids."""
    return fields.List(fields.String(), metadata={"description": about})


def many(about: str, schema: type[Schema]) -> fields.List[Any]:
    """A list of objects of one shape."""
    return fields.List(fields.Nested(schema), metadata={"description": about})
