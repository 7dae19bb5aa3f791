"""Telling what comes in today, so that the months of a route stand beside it."""

from __future__ import annotations

import pytest

from tests.web.conftest import Visitor
from tests.web.page_rules import faults_in_page
from tests.web.picture_rules import faults_in_pictures

PAGE, FORM = "/routes/O1", "/routes/O1/inkomen"


@pytest.fixture
def everyone(visitor: Visitor) -> Visitor:
    visitor.answer_all()
    return visitor


def test_without_it_the_page_says_kindly_that_it_need_not_be_known(everyone: Visitor) -> None:
    page = everyone.read(PAGE)
    assert 'data-test="months"' in page
    assert "Wat je nu krijgt, weten we niet. Dat hoeft ook niet." in page
    assert "Naast nu" not in page


@pytest.mark.parametrize("typed", ["1650", "1.650", "€ 1.650,-"])
def test_what_was_told_stands_beside_every_route(everyone: Visitor, typed: str) -> None:
    page = everyone.follow(everyone.send(FORM, {"income": typed}))
    assert "Naast nu" in page
    assert 'class="income"' in page
    assert 'value="1650"' in page
    assert faults_in_page(page) == []
    assert faults_in_pictures(page) == []


def test_an_empty_field_takes_it_away(everyone: Visitor) -> None:
    everyone.send(FORM, {"income": "1650"})
    assert "Naast nu" not in everyone.follow(everyone.send(FORM, {"income": ""}))


@pytest.mark.parametrize("typed", ["veel", "-5", "20001", "12,50", "1" * 60, "1" * 5_000])
def test_what_is_no_amount_comes_back_with_what_to_do(everyone: Visitor, typed: str) -> None:
    everyone.send(FORM, {"income": "1650"})
    page = everyone.follow(everyone.send(FORM, {"income": typed}))
    assert page.count("Vul een bedrag in hele euro&#39;s in.") == 2, "in the summary and at the field"
    assert f'value="{typed}"' in page
    assert "Naast nu" in page, "what was told before stays"
    assert faults_in_page(page) == []


def test_who_did_not_begin_tells_nothing(visitor: Visitor) -> None:
    assert visitor.send(FORM, {"income": "1650"}).location == "/voor-je-begint"


def test_it_is_no_answer(everyone: Visitor) -> None:
    everyone.send(FORM, {"income": "1650"})
    assert "1.650" not in everyone.read("/controle")
