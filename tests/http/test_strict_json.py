"""Strict JSON: what is read, and that everything else is InvalidInput with the place of each fault."""

from __future__ import annotations

import contextlib
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http import strict_json
from gouden_poort.http.strict_json import DEEPEST, LARGEST_INTEGER, MOST_FAULTS, read


def faults_of(body: bytes, **limits: int) -> tuple[FieldError, ...]:
    with pytest.raises(InvalidInput) as caught:
        read(body, **limits)
    return caught.value.faults


def test_a_document_becomes_its_value() -> None:
    assert read(b'{"a": [1, -2.5, true, null, "\\u00e9\xc3\xa9 \\ud83d\\ude00"]}') == {
        "a": [1, -2.5, True, None, "éé 😀"]
    }


def test_a_byte_order_mark_is_passed_over() -> None:
    assert read(b"\xef\xbb\xbf[1]") == [1]


def test_a_fault_names_line_and_column() -> None:
    (fault,) = faults_of(b'{"a": 1,\n "b" 2}')
    assert (fault.code, fault.given) == ("malformed", "2} at line 2, column 6")
    assert "delimiter" in fault.expected


@pytest.mark.parametrize("body", [b"", b"  \n"])
def test_nothing_is_not_a_document(body: bytes) -> None:
    assert faults_of(body)[0].given == "nothing"


def test_bytes_that_are_not_utf_8_are_placed() -> None:
    assert faults_of(b'{"a": "\xff"}')[0].given == "byte 0xff at position 7"


def test_too_many_bytes_are_refused_before_they_are_read() -> None:
    (fault,) = faults_of(b'"' + b"x" * 100, limit=100)
    assert (fault.code, fault.given, fault.expected) == ("too_many", "101 bytes", "at most 100 bytes")


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_json_does_not_have_are_refused_with_their_path(constant: str) -> None:
    (fault,) = faults_of(f'{{"a": [0, {{"lat": {constant}}}]}}'.encode())
    assert (fault.path, fault.code, fault.given) == ("a.1.lat", "wrong_type", constant)


@pytest.mark.parametrize("digits", ["1e999", "-1e999", "9" * 40, "9" * 5000, str(LARGEST_INTEGER + 1)])
def test_numbers_too_large_to_agree_on_are_refused(digits: str) -> None:
    (fault,) = faults_of(f'{{"a": {digits}}}'.encode())
    assert (fault.path, fault.code) == ("a", "out_of_range")
    assert len(fault.given) <= 80


def test_the_largest_integer_is_read() -> None:
    assert read(f"[{LARGEST_INTEGER}, -{LARGEST_INTEGER}]".encode()) == [LARGEST_INTEGER, -LARGEST_INTEGER]


@pytest.mark.parametrize("text", ["\\u0000", "\\ud800", "\\udc00", "ok\\udfff"])
def test_nul_and_half_characters_are_refused_in_texts_and_names(text: str) -> None:
    faults = faults_of(f'{{"a": "{text}", "{text}b": 1}}'.encode())
    assert [(fault.path, fault.code) for fault in faults] == [("a", "malformed"), ("", "malformed")]
    for fault in faults:
        json.dumps([fault.path, fault.given], ensure_ascii=False).encode()


def test_a_raw_nul_is_refused() -> None:
    assert faults_of(b'{"a": "\0"}')[0].code == "malformed"


def test_a_repeated_member_is_refused_with_its_path() -> None:
    (fault,) = faults_of(b'{"a": {"b": 1, "c": 2, "b": 1}}')
    assert (fault.path, fault.code) == ("a.b", "duplicate")


def test_all_faults_come_at_once() -> None:
    faults = faults_of(b'{"a": NaN, "b": ["\\u0000", 1e400], "a": 2}')
    assert [(fault.path, fault.code) for fault in faults] == [
        ("a", "wrong_type"),
        ("b.0", "malformed"),
        ("b.1", "out_of_range"),
        ("a", "duplicate"),
    ]


def test_a_flood_of_faults_is_cut_off() -> None:
    assert len(faults_of(b"[" + b"NaN," * 5000 + b"NaN]")) == MOST_FAULTS


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_nesting_stops_at_its_limit(opening: str) -> None:
    closing = "]" if opening == "[" else "}"
    assert read((opening * DEEPEST + "1" + closing * DEEPEST).encode()) is not None
    (fault,) = faults_of((opening * (DEEPEST + 1) + "1" + closing * (DEEPEST + 1)).encode())
    assert fault.code == "malformed"


@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_very_deep_nesting_is_an_ordinary_fault(depth: int) -> None:
    assert faults_of(b"[" * depth + b"]" * depth)[0].code == "malformed"


@pytest.mark.parametrize(
    "body", [b"[" + b"1," * 9 + b"1]", b"[" + b"[]," * 5 + b"{}]", b'{"a":' * 11 + b"1" + b"}" * 11]
)
def test_more_values_than_memory_holds_are_refused_before_they_are_made(
    body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read(body) is not None
    monkeypatch.setattr(strict_json, "MOST_VALUES", 9)
    (fault,) = faults_of(body)
    assert (fault.path, fault.code) == ("", "too_many")


def test_brackets_inside_texts_do_not_nest() -> None:
    assert read(json.dumps(["[" * 200, '\\"[{' * 200]).encode()) == ["[" * 200, '\\"[{' * 200]


@pytest.mark.parametrize("body", [b'"' + b'\\"' * 499_000, b'"\\' * 499_000, b"[]," * 330_000, b'"' * 999_999])
def test_no_body_within_the_limit_takes_long(body: bytes) -> None:
    started = time.perf_counter()
    faults_of(body)
    assert time.perf_counter() - started < 3


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), inner)
    ),
    max_leaves=20,
)


@given(values, st.booleans())
def test_whatever_is_strict_is_read_as_it_was_meant(value: strict_json.Json, ascii_only: bool) -> None:
    assert read(json.dumps(value, ensure_ascii=ascii_only).encode()) == value


@given(st.binary(max_size=60) | st.text(alphabet='[]{}",:\\u0d8NaInfity19e. ', max_size=60).map(str.encode))
def test_any_bytes_are_a_value_or_invalid_input(body: bytes) -> None:
    with contextlib.suppress(InvalidInput):
        read(body)
