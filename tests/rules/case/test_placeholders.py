"""Values as they stand in a sentence, in Dutch and in English."""

from datetime import date

import pytest

from gouden_poort.rules.case.placeholders import filled, measured, said
from gouden_poort.rules.case.wordings import Language
from gouden_poort.rules.language.words import Fact, Facts, Kind, Parameter, Value, Wording
from tests.rules.builders import DAY, a_fact, a_parameter, a_word_list

AGE = a_fact("person.age", unit="year")
COST = a_fact("offering.cost_eur", Kind.MONEY, unit="euro")
WAGE = a_fact("position.wage", Kind.MONEY, unit="euro/hour", decimals=2)
CEFR = a_fact("person.cefr", Kind.LEVEL)
BENEFIT = a_fact(
    "person.benefit",
    Kind.CHOICE,
    values=("none", "ww"),
    value_wordings={"none": Wording(nl="geen uitkering", en="no benefit")},
)
WORKS = a_fact("person.employed", Kind.YES_NO)
MODES = a_fact(
    "person.modes",
    Kind.SET,
    values=("bike", "transit", "car"),
    value_wordings={"bike": Wording(nl="fiets", en="bicycle"), "car": Wording(nl="auto", en="car")},
)
SKILLS = a_fact("person.skills", Kind.SKILLS)


@pytest.mark.parametrize(
    ("fact", "value", "nl", "en"),
    [
        (AGE, 18, "18 jaar", "18 years"),
        (AGE, 1, "1 jaar", "1 year"),
        (a_fact("offering.weeks", unit="week"), 10, "10 weken", "10 weeks"),
        (a_fact("offering.weeks", unit="week"), 1, "1 week", "1 week"),
        (a_fact("person.wage_value", unit="percent"), 70, "70%", "70%"),
        (a_fact("person.nlqf"), 4, "4", "4"),
        (a_fact("employer.staff"), 12500, "12.500", "12,500"),
        (a_fact("person.grade", decimals=1), 55, "5,5", "5.5"),
        (COST, 1250, "€ 1.250", "€ 1.250"),
        (COST, 0, "€ 0", "€ 0"),
        (WAGE, 1471, "€ 14,71", "€ 14,71"),
        (WAGE, 1405, "€ 14,05", "€ 14,05"),
        (CEFR, "B1", "B1", "B1"),
        (BENEFIT, "none", "geen uitkering", "no benefit"),
        (BENEFIT, "ww", "ww", "ww"),
        (WORKS, True, "ja", "yes"),
        (WORKS, False, "nee", "no"),
        (MODES, frozenset({"car", "bike", "transit"}), "fiets, transit en auto", "bicycle, transit and car"),
        (MODES, frozenset({"car"}), "auto", "car"),
        (MODES, frozenset({"car", "bike"}), "fiets en auto", "bicycle and car"),
        (MODES, frozenset(), "niets", "nothing"),
        (SKILLS, {"weld": 3, "saw": 1}, "saw (niveau 1) en lassen (niveau 3)", "saw (level 1) and lassen (level 3)"),
        (AGE, None, "nog niet bekend", "not known yet"),
        (SKILLS, None, "nog niet bekend", "not known yet"),
    ],
)
def test_a_value_is_said_in_both_languages(fact: Fact, value: Value | None, nl: str, en: str) -> None:
    both = tuple(said(fact, value, language, {"weld": "lassen"}) for language in ("nl", "en"))
    assert tuple(text.replace("\N{NO-BREAK SPACE}", " ") for text in both) == (nl, en)


def test_an_amount_stays_on_one_line() -> None:
    assert said(COST, 1250, "nl") == "€\N{NO-BREAK SPACE}1.250"


@pytest.mark.parametrize(
    ("number", "text"), [((6255, 1), "€ 625,50"), ((1, 3), "€ 0,00"), ((-1250, 0), "€ -1.250"), ((-50, 2), "€ -0,50")]
)
def test_an_amount_that_was_worked_out_has_whole_cents(number: tuple[int, int], text: str) -> None:
    assert measured(number, "euro", "nl").replace("\N{NO-BREAK SPACE}", " ") == text


ADULT = a_parameter("age_of_majority", {date(1988, 1, 1): 18}, unit="year")
LIMIT = a_parameter("income_limit", {date(2026, 1, 1): 38000, date(2027, 1, 1): 39100}, unit="euro/year")
FACTS: Facts = {"person.age": 17, "offering.cost_eur": 1250, "person.cefr": "A2"}


def fill(
    text: str, language: Language = "nl", day: date = DAY, parameters: tuple[Parameter, ...] = (ADULT, LIMIT)
) -> str:
    words = a_word_list(AGE, COST, CEFR, parameters=parameters)
    return filled(text, FACTS, day, words, language).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Je niveau is {person.cefr}.", "Je niveau is A2."),
        ("Je bent {person.age}.", "Je bent 17 jaar."),
        ("Je bent {age_of_majority} jaar of ouder.", "Je bent 18 jaar of ouder."),
        ("Dat kost {offering.cost_eur}.", "Dat kost € 1.250."),
        ("Dat kost € {offering.cost_eur}.", "Dat kost € 1.250."),
        ("Dat kost {offering.cost_eur} euro.", "Dat kost 1.250 euro."),
        ("{person.age} en {person.cefr}", "17 jaar en A2"),
        ("{person.age} jaar en {age_of_majority}", "17 jaar en 18 jaar"),
        ("Geen haakjes.", "Geen haakjes."),
        ("Een {onbekend} woord.", "Een {onbekend} woord."),
    ],
)
def test_a_text_is_filled_in_and_no_unit_is_said_twice(text: str, expected: str) -> None:
    assert fill(text) == expected


def test_english_says_years() -> None:
    assert fill("You are {age_of_majority} or older.", "en") == "You are 18 years or older."


def test_a_parameter_is_said_as_it_is_on_the_day() -> None:
    days = (date(2026, 12, 31), date(2027, 1, 1), date(2025, 12, 31))
    assert [fill("{income_limit}", day=day) for day in days] == ["€ 38.000", "€ 39.100", "nog niet bekend"]
