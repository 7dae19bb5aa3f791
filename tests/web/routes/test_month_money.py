"""Money month by month: what comes in, what is paid, and how that lies beside today."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from gouden_poort.profiles.levels import Benefit
from gouden_poort.web.language import LANGUAGES, plain, speaking
from gouden_poort.web.pictures.month_bars import GROUND, WIDTH, month_bars
from gouden_poort.web.routes.month_money import month_money
from gouden_poort.web.routes.sheet import RouteSheet
from gouden_poort.web.words.months import MonthMoney
from tests.web.conftest import a_web_snapshot
from tests.web.routes.test_career_strip import a_route

SNAPSHOT = a_web_snapshot(positions=[{"wage_month_eur": 2400}])
"""Who is qualified earns 2600 in this catalogue."""


def a_step(start: date, end: date, *, own: int = 0, at_work: bool = False) -> Any:
    return SimpleNamespace(start=start, end=end, own_cost_eur=own, at_work=at_work)


def a_sheet(*steps: Any, start: date, is_bbl: bool = False) -> RouteSheet:
    """Only what the months are made of."""
    goal = SimpleNamespace(start=start, is_bbl=is_bbl, words="Aan het werk als lasser")
    return cast("RouteSheet", SimpleNamespace(steps=steps, goal=goal))


def money_of(
    sheet: RouteSheet, *, weeks: int, income: int | None = None, benefit: Benefit = Benefit.NONE
) -> MonthMoney:
    return month_money(SNAPSHOT, a_route(to_work=weeks), sheet, benefit, income)


LEARNS = a_step(date(2027, 1, 4), date(2027, 2, 22), own=150)
JOB = a_sheet(LEARNS, start=date(2027, 3, 1))  # eight weeks after the first Monday of January
LEERBAAN = a_sheet(a_step(date(2027, 1, 4), date(2027, 4, 1), at_work=True), start=date(2027, 4, 1), is_bbl=True)


def test_each_month_says_what_comes_in_and_what_is_paid() -> None:
    money = money_of(JOB, weeks=8)
    assert [(month.first.month, month.wage_eur, month.own_eur) for month in money.months] == [
        (1, 0, 150),
        (2, 0, 0),
        (3, 2400, 0),
        (4, 2400, 0),
        (5, 2400, 0),
        (6, 2400, 0),
    ]


def test_a_month_that_begins_half_way_has_a_part_of_the_wage() -> None:
    first = money_of(LEERBAAN, weeks=0).months[0]
    assert (first.wage_eur, first.is_whole) == (2170, False)  # 28 of 31 days


def test_after_a_leerbaan_comes_the_wage_of_who_is_qualified() -> None:
    wages = [month.wage_eur for month in money_of(LEERBAAN, weeks=0).months]
    assert wages == [2170, 2400, 2400, 2600, 2600, 2600, 2600]


def test_months_that_say_the_same_share_a_row() -> None:
    rows = [[plain(cell) for cell in row] for row in money_of(JOB, weeks=8).rows]
    assert [row[0] for row in rows] == ["januari 2027", "februari 2027", "maart 2027 tot en met juni 2027"]
    assert rows[0][1:] == ["Je leert en bereidt je voor", "nog geen loon", "€\N{NO-BREAK SPACE}150"]
    assert rows[2][1:] == ["Aan het werk als lasser", "€\N{NO-BREAK SPACE}2.400", "€\N{NO-BREAK SPACE}0"]


@pytest.mark.parametrize(
    ("income", "words"),
    [
        (1650, "€\N{NO-BREAK SPACE}750 meer dan nu"),
        (2500, "€\N{NO-BREAK SPACE}100 minder dan nu"),
        (2400, "evenveel als nu"),
    ],
)
def test_what_comes_in_today_stands_beside_it(income: int, words: str) -> None:
    assert plain(money_of(JOB, weeks=8, income=income).rows[-1][-1]) == words


def test_what_cannot_be_compared_is_not() -> None:
    assert plain(money_of(JOB, weeks=8, income=1650).rows[0][-1]) == "vraag na of je inkomen doorgaat"
    assert plain(money_of(LEERBAAN, weeks=0, income=1650).rows[0][-1]) == "nog geen hele maand"


def test_without_today_s_income_nothing_is_said_about_it() -> None:
    money = money_of(JOB, weeks=8)
    assert money.sentences == ("Je krijgt 2 maanden nog geen loon van deze route.",)
    assert {len(row) for row in money.rows} == {4}
    assert month_bars(money).income == ""


@pytest.mark.parametrize(
    ("benefit", "whom"), [(Benefit.BIJSTAND, "de gemeente"), (Benefit.WW, "UWV"), (Benefit.WIA, "UWV")]
)
def test_who_has_a_benefit_hears_whom_to_ask_first(benefit: Benefit, whom: str) -> None:
    assert whom in money_of(JOB, weeks=8, benefit=benefit).sentences[-1]


def test_a_lower_wage_is_said_kindly() -> None:
    assert "Bespreek met een coach" in money_of(JOB, weeks=8, income=3000).sentences[1]


def test_bars_fill_the_drawing_and_are_mirrored_where_people_read_from_the_right() -> None:
    money = money_of(JOB, weeks=8, income=1200)
    drawn = month_bars(money)
    with speaking(LANGUAGES["ar"]):
        mirrored = month_bars(money)
    assert [bar.is_paid for bar in drawn.bars] == [False, False, True, True, True, True]
    assert max(bar.x + bar.width for bar in drawn.bars) <= WIDTH
    assert [round(bar.x + bar.width, 1) for bar in mirrored.bars] == [round(WIDTH - bar.x, 1) for bar in drawn.bars]
    assert drawn.income_y == GROUND - 46  # half as high as the wage


def test_only_what_costs_something_is_gold() -> None:
    assert [bool(bar.down) for bar in month_bars(money_of(JOB, weeks=8)).bars] == [True] + [False] * 5
