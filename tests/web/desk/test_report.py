"""The page with month figures: small groups are absent from it, and an empty month says so."""

from __future__ import annotations

import pytest

from tests.databases import Database
from tests.web.desk.at_a_desk import AtADesk, at_a_desk, marked
from tests.web.page_rules import faults_in_page


@pytest.fixture
def coach(sqlite_database: Database) -> AtADesk:
    return at_a_desk(sqlite_database)


def test_a_month_tells_its_figures_and_hides_small_groups(coach: AtADesk) -> None:
    for number in range(13):
        coach.has(language="nl" if number < 11 else "ti")
    page = coach.desk.read("/rapport?maand=2026-11")
    assert marked(page, "figure")[0] == "13"
    assert set(marked(page, "figure")) == {"13", "minder dan 10", "15", "10"}
    assert "tot nu toe" in page
    assert faults_in_page(page) == []


@pytest.mark.parametrize("month", ["2026-03", "2031-01"])
def test_a_month_without_anything_says_so(coach: AtADesk, month: str) -> None:
    coach.has()
    page = coach.desk.read(f"/rapport?maand={month}")
    assert "zijn er geen gegevens" in marked(page, "empty")[0]
    assert faults_in_page(page) == []


@pytest.mark.parametrize("month", ["x", "2026-13", "", "0000-01", "9999-12"])
def test_a_month_that_is_none_still_gives_a_page(coach: AtADesk, month: str) -> None:
    assert "Rapport over" in coach.desk.read(f"/rapport?maand={month}")


def test_the_administrator_reads_it_too(coach: AtADesk) -> None:
    assert "Rapport over" in coach.other(coach.people.administrator).read("/rapport")
