"""The one place that turns JSON bytes into objects, and refuses whatever could surprise the code behind it.

The standard reader takes NaN, repeated keys, lone surrogates and any depth; this one names each of those with
its place, all at once, and never raises anything but `InvalidInput`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.faults import shown

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

REQUEST_LIMIT = 1_000_000
"""Bytes a request body may have."""
FILE_LIMIT = 256_000_000
"""Bytes a file given to a command may have."""
DEEPEST = 50
"""Lists and objects may stand in each other this many times."""
MOST_VALUES = 20_000_000
"""Commas and opening brackets; a value may be written in two bytes and take a hundred in memory."""
LARGEST_INTEGER = 2**53 - 1
"""Beyond this, readers that keep numbers as doubles disagree about what was sent."""
MOST_FAULTS = 1_000

# A string (closed or not), a bracket that opens, or one that closes; possessive, so that no input takes quadratic time.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_UNFIT = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Refused:
    """Stands in the tree for a number that JSON has no room for, until its path is known."""

    code: str
    given: str
    expected: str


class _Members(list[tuple[str, object]]):
    """The members of one object, in order and with repeats."""


def read(body: bytes, *, limit: int = REQUEST_LIMIT) -> Json:
    """The value a JSON document holds; InvalidInput with every fault when it is not strict JSON."""
    if len(body) > limit:
        raise InvalidInput([_fault("", "too_many", f"{len(body)} bytes", f"at most {limit} bytes")])
    text = _text(body)
    values = sum(map(text.count, ",[{"))
    if values > MOST_VALUES:
        raise InvalidInput([_fault("", "too_many", f"{values} values", f"at most {MOST_VALUES} values")])
    _check_depth(text)
    try:
        tree = json.loads(
            text,
            object_pairs_hook=_Members,
            parse_int=_integer,
            parse_float=_number,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        raise InvalidInput([_syntax(error)]) from None
    faults: list[FieldError] = []
    value = _settle(tree, "", faults)
    if faults:
        raise InvalidInput(faults[:MOST_FAULTS])
    return value


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"byte 0x{body[error.start]:02x} at position {error.start}"
        raise InvalidInput([_fault("", "malformed", found, "text in UTF-8")]) from None


def _check_depth(text: str) -> None:
    depth = 0
    for token in _TOKEN.finditer(text):
        first = text[token.start()]
        if first in "[{":
            depth += 1
            if depth > DEEPEST:
                given = f"more than {DEEPEST} levels, at position {token.start()}"
                raise InvalidInput(
                    [_fault("", "malformed", given, f"at most {DEEPEST} lists or objects in each other")]
                )
        elif first in "]}":
            depth -= 1


def _integer(digits: str) -> int | _Refused:
    if len(digits) <= 17 and abs(int(digits)) <= LARGEST_INTEGER:
        return int(digits)
    return _Refused("out_of_range", shown(digits), f"a whole number of at most {LARGEST_INTEGER}")


def _number(digits: str) -> float | _Refused:
    value = float(digits)
    return value if math.isfinite(value) else _Refused("out_of_range", shown(digits), "a number that can be counted")


def _constant(name: str) -> _Refused:
    return _Refused("wrong_type", name, "a number; JSON has no such number")


def _settle(node: object, path: str, faults: list[FieldError]) -> Json:
    """The plain value of a node, with its faults added to the list."""
    match node:
        case _Refused(code=code, given=given, expected=expected):
            faults.append(_fault(path, code, given, expected))
            return None
        case _Members():
            return {name: _settle(value, below(path, name), faults) for name, value in _distinct(node, path, faults)}
        case list():
            return [_settle(value, below(path, index), faults) for index, value in enumerate(node)]
        case str():
            _check_characters(node, path, faults)
            return node
    assert node is None or isinstance(node, bool | int | float)  # noqa: S101 - all that json.loads can leave
    return node


def _distinct(members: _Members, path: str, faults: list[FieldError]) -> Iterator[tuple[str, object]]:
    seen: set[str] = set()
    for name, value in members:
        _check_characters(name, path, faults)
        if name in seen:
            faults.append(_fault(below(path, name), "duplicate", shown(name), "each member once"))
        else:
            seen.add(name)
            yield name, value


def _check_characters(text: str, path: str, faults: list[FieldError]) -> None:
    unfit = _UNFIT.search(text)
    if unfit is not None:
        given = f"\\u{ord(unfit.group()):04x} at position {unfit.start()} of the text"
        faults.append(_fault(path, "malformed", given, "text without NUL and half characters"))


def _syntax(error: json.JSONDecodeError) -> FieldError:
    if not error.doc.strip():
        return _fault("", "malformed", "nothing", "a JSON document")
    line = f"line {error.lineno}, " if "\n" in error.doc.rstrip() else ""
    place = f"{line}column {error.colno}"
    given = shown(error.doc[error.pos : error.pos + 20]) or "the end"
    return _fault("", "malformed", f"{given} at {place}", f"valid JSON ({error.msg.lower().removesuffix(' at')})")


def below(path: str, member: str | int) -> str:
    """The path of a member of the thing at `path`."""
    name = shown(member) if isinstance(member, str) else str(member)
    return f"{path}.{name}" if path else name


def _fault(path: str, code: str, given: str, expected: str) -> FieldError:
    return FieldError(path=path, code=code, given=given, expected=expected)
