"""Names of employers: one is written in many ways, and another one is another."""

from __future__ import annotations

import pytest

from gouden_poort.profiles.people.employer_name import is_same_employer


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Staal", "Staal"),
        ("Staal", "STAAL"),
        ("Staal Utrecht", "  staal   utrecht "),
        ("Staal", "Staal BV"),
        ("Staal", "Staal bv."),
        ("Staal", "STAAL B.V."),
        ("Staal BV", "Staal B. V."),
        ("Staal", "Staal, N.V."),
        ("Staal", "Staal NV"),
        ("Staal", "Staal V.O.F."),
        ("Staal", "Staal vof"),
        ("Staal", "Staal Holding"),
        ("Staal BV", "Staal Holding B.V."),
        ("Staal & Zn.", "Staal en Zn"),
        ("Staal&Zn", "Staal en Zn BV"),
        ("A.B. Staal", "AB Staal"),
        ("A B C", "ABC B.V."),
        ("Staal-Noord", "Staal Noord"),
        ("Stäal", "Staal"),
        ("Plan B V.O.F.", "Plan B"),
        ("Holding BV", "Holding"),
        ("Сталь", "сталь BV"),
    ],
)
def test_one_employer_is_written_in_many_ways(name: str, other: str) -> None:
    assert is_same_employer(name, other)
    assert is_same_employer(other, name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Staal", "Staalbouw"),
        ("Staal", "Staal Utrecht"),
        ("Staal BV", "Staal Noord BV"),
        ("Noord Staal", "Staal Noord"),
        ("Staal", "Staa"),
        ("Staal", "Stael"),
        ("Staal 1", "Staal 2"),
        ("Staal & Zn.", "Staal en Zonen"),
        ("Staal & Zn.", "Staal"),
        ("De Staal", "Staal"),
        ("BV Staal", "Staal"),
        ("Holding Staal", "Staal"),
        ("Staal Groep", "Staal"),
        ("Staalholding", "Staal"),
        ("A.B. Staal", "A.C. Staal"),
        ("BV", "NV"),
        ("BV", "Holding"),
        ("Staal", ""),
        ("Staal", "B.V."),
        ("", ""),
        ("-", "."),
    ],
)
def test_who_only_looks_alike_is_another(name: str, other: str) -> None:
    assert not is_same_employer(name, other)
    assert not is_same_employer(other, name)
