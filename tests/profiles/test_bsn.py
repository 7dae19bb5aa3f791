"""Nine digits that can be a burgerservicenummer are found however they are written, and others are left."""

from __future__ import annotations

import pytest

from gouden_poort.profiles.bsn import MASK, holds_bsn, without_bsn


@pytest.mark.parametrize(
    "typed",
    [
        "111222333",
        "mijn bsn:111222333.",
        "BSN111222333",
        "a-38f915270055",
        "111.222.333",
        "1112.22.333",
        "11 12 22 333",
        "111\u00a0222\u00a0333",
    ],
)
def test_a_bsn_is_found_in_whatever_form(typed: str) -> None:
    assert holds_bsn(typed)


def test_digits_of_another_script_are_digits() -> None:
    assert holds_bsn("١١١٢٢٢٣٣٣")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "111222334",
        "000000000",
        "1111222333",
        "11122233",
        "06 1112 2233",
        "+31 111222333",
        "0031 111222333",
        "14-9-1998",
        "a98a073a-ed05-445d-864b-38f915270055",
        "111222333-ed05-445d-864b-38f915270055"[1:],
        "a98a073f915270055"[1:],
    ],
)
def test_another_number_is_none(typed: str) -> None:
    assert not holds_bsn(typed)


def test_only_the_number_is_taken_out() -> None:
    assert without_bsn("Bel +31 6 1234 5678, bsn 111222333 of 1112.22.333.") == (
        f"Bel +31 6 1234 5678, bsn {MASK} of {MASK}."
    )


def test_what_was_taken_out_leaves_nothing_to_take_out() -> None:
    assert not holds_bsn(MASK)
