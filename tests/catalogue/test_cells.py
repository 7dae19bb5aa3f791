"""One cell: what is read, what is refused, and that writing and reading are each other's inverse."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouden_poort.catalogue.cells import HIGHEST_INTEGER, BadCell, read_cell, write_cell
from gouden_poort.catalogue.format import BY_NAME, Cell, Column

LEVEL = BY_NAME["offering_skills"].column("level")
SHARE = BY_NAME["schemes"].column("pays_share")
LAT = BY_NAME["sites"].column("lat")
GROUPS = BY_NAME["offerings"].column("target_groups")
KIND = BY_NAME["offerings"].column("kind")
START = BY_NAME["offering_starts"].column("start_date")
VALID = BY_NAME["schemes"].column("valid_from")
COST = BY_NAME["offerings"].column("cost_eur")
MIN_AGE = BY_NAME["offerings"].column("min_age")
ROLLING = BY_NAME["offerings"].column("rolling")
LABEL = BY_NAME["offerings"].column("label")
SECTORS = BY_NAME["schemes"].column("sectors")


def anything(cell: Cell) -> Column:
    return Column(name="x", cell=cell)


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        (LEVEL, "5", 5),
        (COST, "0", 0),
        (COST, str(HIGHEST_INTEGER), HIGHEST_INTEGER),
        (MIN_AGE, "", None),
        (SHARE, "0.29", 29),
        (SHARE, "0.5", 50),
        (SHARE, "1", 100),
        (LAT, "-52.0907", -52.0907),
        (ROLLING, "1", True),
        (START, "2027-02-01", date(2027, 2, 1)),
        (VALID, "2028-02-29", date(2028, 2, 29)),
        (KIND, "bbl", "bbl"),
        (GROUPS, "starter|experienced", ("starter", "experienced")),
        (GROUPS, "", ()),
        (anything(Cell.TEXT), "", ""),
        (anything(Cell.TEXT), "  ", "  "),
    ],
)
def test_a_good_cell_becomes_its_value(column: Column, text: str, value: object) -> None:
    assert read_cell(column, text) == value


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        (LEVEL, "", "missing_value"),
        (LABEL, "   ", "missing_value"),
        (LEVEL, "6", "out_of_range"),
        (LEVEL, "0", "out_of_range"),
        (COST, "-1", "out_of_range"),
        (COST, str(HIGHEST_INTEGER + 1), "out_of_range"),
        (COST, "9" * 5000, "out_of_range"),
        (COST, "12.5", "wrong_type"),
        (COST, "1e3", "wrong_type"),
        (COST, "+5", "wrong_type"),
        (COST, " 5", "wrong_type"),
        (COST, "1_000", "wrong_type"),
        (COST, "٣", "wrong_type"),
        (LAT, "nan", "wrong_type"),
        (LAT, "inf", "wrong_type"),
        (LAT, "52,1", "wrong_type"),
        (LAT, "1e1", "wrong_type"),
        (LAT, "90.1", "out_of_range"),
        (SHARE, "0.333", "wrong_type"),
        (SHARE, "1.01", "out_of_range"),
        (SHARE, "-0.5", "wrong_type"),
        (ROLLING, "yes", "wrong_type"),
        (START, "2027-02-02", "not_a_monday"),
        (START, "2027-02-30", "not_a_date"),
        (START, "20270201", "not_a_date"),
        (START, "2027-W05-1", "not_a_date"),
        (VALID, "01-02-2027", "not_a_date"),
        (KIND, "BBL", "not_a_choice"),
        (GROUPS, "starter|nobody", "not_a_choice"),
        (GROUPS, "starter||experienced", "missing_value"),
        (GROUPS, "starter|starter", "duplicate_key"),
        (SECTORS, "metal|", "missing_value"),
        (BY_NAME["skills"].column("skill_id"), " S1", "wrong_type"),
    ],
)
def test_a_bad_cell_is_refused_with_its_code(column: Column, text: str, code: str) -> None:
    with pytest.raises(BadCell) as refused:
        read_cell(column, text)
    assert refused.value.code == code
    assert refused.value.expected


def test_a_choice_that_is_nearly_right_gets_a_guess() -> None:
    with pytest.raises(BadCell) as refused:
        read_cell(KIND, "languge")
    assert refused.value.expected.endswith("(perhaps language)")


def test_a_range_is_said_in_the_unit_of_the_cell() -> None:
    with pytest.raises(BadCell) as refused:
        read_cell(SHARE, "2")
    assert refused.value.expected == "a number of at most two decimals from 0 to 1"


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="|\0"), min_size=1).filter(
    lambda text: text.strip() == text
)
VALUES = {
    Cell.TEXT: st.text(st.characters(codec="utf-8")),
    Cell.ID: st.none() | NAMES,
    Cell.INTEGER: st.none() | st.integers(-HIGHEST_INTEGER, HIGHEST_INTEGER),
    Cell.FLAG: st.none() | st.booleans(),
    Cell.SHARE: st.none() | st.integers(0, 10_000),
    Cell.DEGREES: st.none() | st.floats(-180, 180).filter(lambda degrees: degrees == 0 or abs(degrees) > 1e-15),
    Cell.DATE: st.none() | st.dates(),
    Cell.TEXTS: st.lists(NAMES, unique=True).map(tuple),
}


@pytest.mark.parametrize("cell", VALUES)
def test_what_is_written_reads_back_as_the_same_value(cell: Cell) -> None:
    column = anything(cell)

    @given(VALUES[cell])
    def holds(value: object) -> None:
        assert read_cell(column, write_cell(column, value)) == value

    holds()
