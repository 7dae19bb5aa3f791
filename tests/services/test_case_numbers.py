"""Numbers that people quote, and forms that count once."""

from __future__ import annotations

from uuid import UUID

from gouden_poort.services.case_numbers import new_number, same_for_same_words, tidy

FORM = UUID(int=7)


def test_numbers_differ() -> None:
    assert len({new_number() for _ in range(100)}) == 100


def test_a_number_is_known_however_it_was_typed() -> None:
    number = new_number()
    assert tidy(f" {number.lower().replace('-', ' ')} ") == number


def test_the_same_words_are_the_same_thing_and_other_words_another() -> None:
    assert same_for_same_words(FORM, "een", "twee") == same_for_same_words(FORM, "een", "twee")
    assert same_for_same_words(FORM, "een", "twee") != same_for_same_words(FORM, "een", "drie")
