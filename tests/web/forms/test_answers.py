"""Forms and answers: what was kept stands in the form again, and what people type becomes what is meant."""

from __future__ import annotations

from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from gouden_poort.profiles.answering import check_answer
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.question import Answer, Kind, Question
from gouden_poort.profiles.questions import BY_ID, QUESTIONS
from gouden_poort.web.forms.answers import read, shown, tidy_number

TODAY = date(2026, 11, 21)
KEPT: dict[Kind, Answer] = {
    Kind.DATE: "1996-06-15",
    Kind.NUMBERS: {"hours": 36, "care": 4},
    Kind.SKILLS: {"S1": 3, "S2": 1},
    Kind.OCCUPATIONS: {"O1": 12},
    Kind.CREDENTIALS: ("C1", "C2"),
    Kind.SECTORS: {"metal": 1, "bouw": -1},
}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_kept_answer_shown_and_read_again_is_the_same(question: Question) -> None:
    if question.kind is Kind.PLACE:
        home = Home(label="8011 Zwolle", lat=52.5, lon=6.1, approximate=True)
        assert read(question, shown(question, home.as_answer())) == "8011 Zwolle"
        return
    values = tuple(choice.value for choice in question.choices)
    kept = KEPT.get(question.kind, values[:2] if question.kind is Kind.CHOICES else values[0] if values else 45)
    if question.ahead:
        kept = "2027-01-04"
    assert check_answer(question, read(question, shown(question, kept)), today=TODAY) == kept


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_an_answer_that_is_not_known_shows_an_empty_form(question: Question) -> None:
    assert list(shown(question, None)) == []


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("45", "45"),
        (" 45 ", "45"),
        ("€ 1.250", "1250"),
        ("€ 1.250,00", "1250"),
        ("1250,-", "1250"),
        ("45 minuten", "45"),
        ("32 uur per week", "32"),
        ("-5", "-5"),
        ("٤٥", "45"),
        ("", ""),
        ("1.5", "1.5"),
        ("12,50", "12,50"),
        ("een uur", "een uur"),
        ("4 5", "4 5"),
    ],
)
def test_numbers_are_taken_as_people_write_them_or_left_for_words(typed: str, digits: str) -> None:
    assert tidy_number(typed) == digits


@pytest.mark.parametrize(
    ("day", "month", "year", "meant"),
    [
        ("4", "1", "2027", "2027-01-04"),
        ("04", "01", "2027", "2027-01-04"),
        ("4", "januari", "2027", "2027-01-04"),
        ("4", "Sept", "2027", "2027-09-04"),
        ("", "", "", ""),
        ("4", "", "", "4  "),
        ("4", "ja", "2027", "4 ja 2027"),
        ("4", "1", "27", "4 1 27"),
        ("99", "99", "2027", "2027-99-99"),
    ],
)
def test_a_date_is_read_in_digits_and_month_names(day: str, month: str, year: str, meant: str) -> None:
    form = MultiDict({"start-day": day, "start-month": month, "start-year": year})
    assert read(BY_ID["start"], form) == meant


def test_a_ticked_skill_gives_way_to_a_level_that_was_chosen() -> None:
    form = MultiDict([("confirm", "S1:3"), ("confirm", "S2:2"), ("skills.S1", "4")])
    assert read(BY_ID["skills"], form) == {"S1": "4", "S2": "2"}
