"""A name that is nearly right finds the one that was meant; any other finds nothing."""

from __future__ import annotations

import pytest

from gouden_poort.rules.language.guessing import likely

KNOWN = ("person.age", "person.niveau", "offering.niveau", "age_of_majority")


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("person.nivo", "person.niveau"),
        ("PERSON.AGE", "person.age"),
        ("age", "person.age"),
        ("niveau", "offering.niveau"),
        ("age_of_majorty", "age_of_majority"),
        ("xyzzy", ""),
        ("", ""),
        ("a" * 100_000, ""),
    ],
)
def test_the_nearest_name_is_guessed(name: str, guess: str) -> None:
    assert likely(name, KNOWN) == guess


def test_nothing_is_guessed_from_nothing() -> None:
    assert likely("person.age", ()) == ""


def test_the_guess_does_not_depend_on_the_order_of_names() -> None:
    assert likely("niveau", reversed(KNOWN)) == likely("niveau", KNOWN)
