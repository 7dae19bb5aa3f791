"""Facts in words: pay for the hours, travel, money, time."""

from __future__ import annotations

from datetime import date

import pytest

from gouden_poort.web.words import facts


@pytest.mark.parametrize(
    ("hours", "pay"),
    [(38, "€\N{NO-BREAK SPACE}2.650"), (40, "€\N{NO-BREAK SPACE}2.650"), (19, "€\N{NO-BREAK SPACE}1.320")],
)
def test_pay_is_for_the_hours_of_the_place(hours: int, pay: str) -> None:
    fact = facts.wage_fact(2650, hours)
    assert fact.value == pay
    assert fact.remark == f"ongeveer, bruto, {hours} uur per week"


def test_nothing_to_pay_is_said_in_a_word() -> None:
    assert facts.own_cost_fact(0).value == "Gratis"
    assert facts.cost_fact(0, 0).remark == ""
    assert facts.cost_fact(400, 0) == facts.Fact(
        name="Jij betaalt", value="Gratis", remark="de prijs is €\N{NO-BREAK SPACE}400"
    )


def test_travel_is_a_guess_and_online_is_none() -> None:
    assert facts.travel_fact(65).value == "1 uur en 5 minuten"
    assert facts.travel_fact(65).remark == "ongeveer, enkele reis"
    assert facts.travel_fact(None).value == "Online"


def test_the_first_paid_day_says_how_long_that_takes() -> None:
    assert facts.paid_from_fact(date(2027, 1, 4), 0).remark == ""
    assert facts.paid_from_fact(date(2028, 3, 6), 61).remark == "na ongeveer 14 maanden"


def test_lesson_times_are_said_when_the_catalogue_knows_them() -> None:
    assert facts.daypart_facts("") == ()
    assert facts.daypart_facts("night") == ()
    (fact,) = facts.daypart_facts("day|evening")
    assert fact.value == "Overdag en in de avond"
