"""Strict lists and objects, and the one function that loads a document with all its faults."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validates_schema

from gouden_poort.api.fields import StrictField, near_words, refused
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.faults import shown
from gouden_poort.http.strict_json import below

MOST_UNKNOWN = 100
"""So many unknown members of one object are named one by one; a program that sends more has a single mistake."""
_TOLD_ELSEWHERE = "told elsewhere"


class StrictSchema(Schema):
    """An object whose members are all known; an unknown one is a fault with the names that look like it."""

    class Meta:
        unknown = RAISE

    error_messages = {"unknown": _TOLD_ELSEWHERE, "type": _TOLD_ELSEWHERE}  # noqa: RUF012 - marshmallow merges it

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def _name_unknown_members(self, data: Any, original: Any, **kwargs: Any) -> None:  # noqa: ARG002
        known = [field.data_key or name for name, field in self.load_fields.items()]
        unknown = sorted(set(original) - set(known)) if isinstance(original, Mapping) else []
        errors: dict[str, Any] = {name: _unknown(name, known) for name in unknown[:MOST_UNKNOWN]}
        if len(unknown) > MOST_UNKNOWN:
            more = refused("too_many", f"{len(unknown)} unknown members", f"at most {len(known)} known ones")
            errors["_schema"] = more.messages
        if errors:
            raise ValidationError(errors)


def _unknown(name: str, known: list[str]) -> Any:
    near = near_words(name, known)
    return refused("unknown_field", name, f"one of {', '.join(known)}", near).messages


class Part(StrictField, fields.Nested):
    """An object within an object."""

    expected = "an object"

    def _deserialize(self, value: Any, attr: str | None, data: Any, partial: Any = None, **kwargs: Any) -> Any:
        if not isinstance(value, dict):
            raise refused("wrong_type", value, self.expected)
        return super()._deserialize(value, attr, data, partial, **kwargs)


class Many(StrictField, fields.List[Any]):
    """A list of bounded length in which nothing occurs twice; `distinct` names the member that tells things apart."""

    def __init__(
        self,
        about: str,
        inner: fields.Field[Any],
        *,
        longest: int,
        shortest: int = 0,
        distinct: str = "",
        **kwargs: Any,
    ) -> None:
        self._shortest, self._longest, self._distinct = shortest, longest, distinct
        self.expected = f"a list of {shortest} to {longest}"
        metadata = {"description": about, "minItems": shortest, "maxItems": longest} | kwargs.pop("metadata", {})
        super().__init__(inner, metadata=metadata, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        if not isinstance(value, list):
            raise refused("wrong_type", value, self.expected)
        if len(value) > self._longest:
            raise refused("too_many", value, self.expected)
        if len(value) < self._shortest:
            raise refused("out_of_range", value, self.expected)
        errors: dict[Any, Any] = {}
        result: list[Any] = []
        try:
            result = super()._deserialize(value, attr, data, **kwargs)
        except ValidationError as error:
            errors = dict(error.messages_dict)
        for index, key in self._repeats(value):
            _add(errors, index, self._distinct, refused("duplicate", key, "each only once"))
        if errors:
            raise ValidationError(errors)
        return result

    def _repeats(self, values: list[Any]) -> Iterator[tuple[int, Hashable]]:
        seen: set[Hashable] = set()
        for index, value in enumerate(values):
            key = self._key(value)
            if isinstance(key, str):
                if key in seen:
                    yield index, key
                seen.add(key)

    def _key(self, value: Any) -> Any:
        """What tells one thing from another; None for something that should have been an object."""
        if not self._distinct:
            return value
        return value.get(self._distinct) if isinstance(value, dict) else None


def _add(errors: dict[Any, Any], index: int, member: str, error: ValidationError) -> None:
    if member:
        errors.setdefault(index, {}).setdefault(member, []).extend(error.messages)
    else:
        errors.setdefault(index, []).extend(error.messages)


def load(schema: Schema, document: object, path: str = "") -> Any:
    """The value a document stands for; InvalidInput with every fault, paths beginning at `path`."""
    if not isinstance(document, Mapping):
        fault = FieldError(path=path, code="wrong_type", given=shown(document), expected="an object")
        raise InvalidInput([fault])
    try:
        return schema.load(document)
    except ValidationError as error:
        raise InvalidInput(list(faults(error.messages, path))) from None


def faults(messages: Any, path: str = "") -> Iterator[FieldError]:
    """The faults in marshmallow's tree of messages, each with its path."""
    if isinstance(messages, FieldError):
        yield replace(messages, path=path)
    elif isinstance(messages, dict):
        for member, inside in sorted(messages.items(), key=_place):
            yield from faults(inside, path if member == "_schema" else below(path, member))
    elif isinstance(messages, list):
        for inside in messages:
            yield from faults(inside, path)
    elif messages != _TOLD_ELSEWHERE:
        yield FieldError(path=path, code="malformed", given="", expected=str(messages))


def _place(told: tuple[Any, Any]) -> str:
    """Where a member is told: known ones first, as the schema has them, and then unknown ones by name.

    marshmallow finds those in the order of a set, which is another in each process.
    """
    member, inside = told
    return str(member) if isinstance(inside, list) and _TOLD_ELSEWHERE in inside else ""
