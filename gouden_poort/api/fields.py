"""Strict marshmallow fields: no text for a number, no true for a 1, and a fault that says what belongs there."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from marshmallow import ValidationError, fields

from gouden_poort.errors import FieldError
from gouden_poort.http.faults import shown

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DIGITS = re.compile(r"[0-9]{1,9}")


def refused(code: str, given: object, expected: str, near: Sequence[str] = ()) -> ValidationError:
    """One fault, on its way through marshmallow; its path is filled in when all faults are gathered."""
    # A text where a number belongs looks like the number unless it wears its quotes.
    seen = shown(f'"{given}"' if code == "wrong_type" and isinstance(given, str) else given)
    return ValidationError([FieldError(path="", code=code, given=seen, expected=expected, near=tuple(near))])


def near_words(word: str, known: Sequence[str]) -> list[str]:
    """Known words that look like a word, whatever their capitals; at most three, best first."""
    as_written = {name.lower(): name for name in known}
    return [as_written[match] for match in get_close_matches(word[:100].lower(), as_written, n=3, cutoff=0.5)]


class StrictField(fields.Field[Any]):
    """What the fields share: the words for what belongs there, also used when it is missing or null."""

    expected = "a value"

    def make_error(self, key: str, **kwargs: Any) -> ValidationError:  # noqa: ARG002 - marshmallow's signature
        if key == "required":
            return refused("missing", "", self.expected)
        return refused("wrong_type", None, self.expected)


class Text(StrictField, fields.String):
    """A text of a bounded length."""

    def __init__(self, about: str, *, longest: int, shortest: int = 1, **kwargs: Any) -> None:
        self._shortest, self._longest = shortest, longest
        self.expected = f"a text of {shortest} to {longest} characters"
        described = {"description": about, "minLength": shortest, "maxLength": longest}
        super().__init__(metadata=described | kwargs.pop("metadata", {}), **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:  # noqa: ARG002
        if not isinstance(value, str):
            raise refused("wrong_type", value, self.expected)
        if not self._shortest <= len(value) <= self._longest:
            raise refused("out_of_range", value, self.expected)
        return value


class _Ranged(StrictField):
    """A number between two bounds, both allowed."""

    noun = "a number"

    def __init__(self, about: str, lowest: int, highest: int, **kwargs: Any) -> None:
        self._lowest, self._highest = lowest, highest
        self.expected = f"{self.noun} from {lowest} to {highest}"
        described = {"description": about, "minimum": lowest, "maximum": highest}
        super().__init__(metadata=described | kwargs.pop("metadata", {}), **kwargs)

    def _within(self, value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise refused("wrong_type", value, self.expected)
        if not (math.isfinite(value) and self._lowest <= value <= self._highest):
            raise refused("out_of_range", value, self.expected)
        return value


class Whole(_Ranged, fields.Integer):
    """A whole number; 5.0 is one."""

    noun = "a whole number"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:  # noqa: ARG002
        number = self._within(value)
        if number != int(number):
            raise refused("wrong_type", value, self.expected)
        return int(number)


class WholeInAddress(Whole):
    """A whole number written in a query string."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        number = int(value) if isinstance(value, str) and _DIGITS.fullmatch(value) else value
        return super()._deserialize(number, attr, data, **kwargs)


class Number(_Ranged, fields.Float):
    """A number that may have decimals."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> float:  # noqa: ARG002
        return float(self._within(value))


class Exact(_Ranged, fields.Decimal):
    """A number of at most three decimals, kept exactly as written."""

    noun = "a number with at most 3 decimals,"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Decimal:  # noqa: ARG002
        exact = Decimal(str(self._within(value)))
        if exact != round(exact, 3):
            raise refused("out_of_range", value, self.expected)
        return exact


class YesNo(StrictField, fields.Boolean):
    """True or false, and no word that stands for one."""

    expected = "true or false"

    def __init__(self, about: str, **kwargs: Any) -> None:
        super().__init__(metadata={"description": about} | kwargs.pop("metadata", {}), **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:  # noqa: ARG002
        if not isinstance(value, bool):
            raise refused("wrong_type", value, self.expected)
        return value


class Day(StrictField, fields.Date):
    """A date as YYYY-MM-DD, between two years; week dates and other ISO forms are refused."""

    def __init__(
        self, about: str, *, monday: bool = False, years: tuple[int, int] = (1900, 2100), **kwargs: Any
    ) -> None:
        self._monday, self._years = monday, years
        self.expected = f"{'a Monday' if monday else 'a date'} as YYYY-MM-DD, from {years[0]} to {years[1]}"
        super().__init__(metadata={"description": about} | kwargs.pop("metadata", {}), **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:  # noqa: ARG002
        if not isinstance(value, str):
            raise refused("wrong_type", value, self.expected)
        day = _day(value)
        if day is None:
            raise refused("not_a_date", value, self.expected)
        if not self._years[0] <= day.year <= self._years[1]:
            raise refused("out_of_range", value, self.expected)
        if self._monday and day.weekday() != 0:
            mondays = [date.fromordinal(day.toordinal() - day.weekday() + days).isoformat() for days in (0, 7)]
            raise refused("not_a_monday", value, self.expected, mondays)
        return day


def _day(text: str) -> date | None:
    if not _ISO_DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class Choice(StrictField, fields.String):
    """One of a closed list of words, each standing for a value."""

    def __init__(self, about: str, table: Mapping[str, Any], **kwargs: Any) -> None:
        self._table = table
        self.expected = f"one of {', '.join(table)}"
        metadata = {"description": about, "enum": list(table)} | kwargs.pop("metadata", {})
        super().__init__(metadata=metadata, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:  # noqa: ARG002
        if not isinstance(value, str):
            raise refused("wrong_type", value, self.expected)
        if value not in self._table:
            raise refused("not_a_choice", value, self.expected, near_words(value, list(self._table)))
        return self._table[value]
