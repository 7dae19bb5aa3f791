"""The page with how many take each step: every step by language, the days below, and nothing about who."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gouden_poort.services.counting import Milestone
from gouden_poort.web.desk.funnel import STEPS
from tests.databases import Database
from tests.dossiers import MORNING
from tests.web.desk.at_a_desk import AtADesk, at_a_desk, marked
from tests.web.page_rules import faults_in_page

TODAY = MORNING.date()


@pytest.fixture
def coach(sqlite_database: Database) -> AtADesk:
    return at_a_desk(sqlite_database)


def test_every_step_that_is_counted_has_a_name() -> None:
    assert set(STEPS) == set(Milestone)


def test_the_steps_of_a_period_are_told_together_and_by_language(coach: AtADesk) -> None:
    with coach.database.unit() as unit:
        for days, language, milestone in (
            (0, "nl", Milestone.STARTED),
            (0, "nl", Milestone.STARTED),
            (3, "ti", Milestone.STARTED),
            (3, "ti", Milestone.FINISHED),
            (40, "nl", Milestone.STARTED),
        ):
            unit.counts.add(TODAY - timedelta(days=days), language, milestone.value)
        unit.commit()
    desk = coach.other(coach.people.administrator)
    page = desk.read("/trechter?dagen=30")
    assert marked(page, "together")[0] == "3"
    assert "Tigrinya" in page
    assert "Arabisch" not in page
    assert page.count("november 2026</th>") == 2
    assert marked(desk.read("/trechter?dagen=90"), "together")[0] == "4"
    assert faults_in_page(page) == []


@pytest.mark.parametrize("days", ["", "x", "-1", "1000000"])
def test_a_period_without_anybody_says_so(coach: AtADesk, days: str) -> None:
    page = coach.other(coach.people.administrator).read(f"/trechter?dagen={days}")
    assert "begon er niemand" in marked(page, "empty")[0]
    assert faults_in_page(page) == []
