"""Postcodes as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouden_poort.catalogue.postcodes import read_pc4

SPELLINGS = (
    "8011",
    "8011AB",
    "8011 AB",
    "8011ab",
    " 8011  ab ",
    "8011-AB",
    "NL-8011 AB",
    "nl 8011",
    "8011 AB Zwolle",
    "8011, Zwolle",
    "８０１１ ＡＢ",
    "8011\u00a0AB",
    "Dorpsstraat 3, 8011 AB Zwolle",
    "8011 bij Zwolle",
)


@pytest.mark.parametrize("text", SPELLINGS)
def test_a_postcode_is_read_in_any_spelling(text: str) -> None:
    assert read_pc4(text) == 8011


@pytest.mark.parametrize(
    "text", ["", "801", "80111", "0811 AB", "8011ABC", "Zwolle", "a8011", "८०११", "80 11", "Plein 1945"]
)
def test_other_texts_hold_no_postcode(text: str) -> None:
    assert read_pc4(text) is None


@given(st.text())
def test_whatever_is_read_is_a_number_of_four_digits(text: str) -> None:
    pc4 = read_pc4(text)
    assert pc4 is None or 1000 <= pc4 <= 9999
