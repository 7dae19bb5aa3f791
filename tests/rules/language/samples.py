"""A small word list with a fact of every kind and every unit that matters, for tests of the language."""

from __future__ import annotations

from datetime import date

from gouden_poort.rules.language.faults import TextFault, Unreadable
from gouden_poort.rules.language.reading import read_expression, read_test
from gouden_poort.rules.language.tree import FactValue, ParameterValue
from gouden_poort.rules.language.words import Fact, Kind
from tests.rules.builders import a_fact, a_parameter, a_word_list

CHOICE, LEVEL, MONEY, SET, SKILLS, YES_NO = Kind.CHOICE, Kind.LEVEL, Kind.MONEY, Kind.SET, Kind.SKILLS, Kind.YES_NO

FACTS = (
    a_fact("person.age", unit="year", lowest=0, highest=130),
    a_fact("person.years_here", unit="year", lowest=0, highest=130),
    a_fact("person.niveau", lowest=0, highest=8),
    a_fact("person.hours", unit="hour", lowest=0, highest=168),
    a_fact("person.score", lowest=-50, highest=50, decimals=1),
    a_fact("person.cefr", LEVEL),
    a_fact("person.spoken", LEVEL),
    a_fact("person.pace", LEVEL, values=("low", "medium", "high")),
    a_fact("person.benefit", CHOICE, values=("none", "ww", "wia")),
    a_fact("person.employed", YES_NO),
    a_fact("person.at_school", YES_NO),
    a_fact("person.modes", SET, values=("bike", "transit", "car")),
    a_fact("person.sectors", SET),
    a_fact("person.skills", SKILLS),
    a_fact("person.budget_eur", MONEY, unit="euro", lowest=0, highest=10**6),
    a_fact("offering.cost_eur", MONEY, unit="euro", lowest=0, highest=10**6),
    a_fact("offering.kind", CHOICE, values=("bol", "bbl", "course")),
    a_fact("offering.sector", CHOICE, values=("bouw", "infra")),
    a_fact("offering.niveau", lowest=0, highest=8),
    a_fact("offering.cefr", LEVEL),
    a_fact("offering.modes", SET, values=("car", "van")),
    a_fact("offering.groups", SET, values=("starter", "experienced")),
    a_fact("offering.skills", SKILLS),
    a_fact("offering.online", YES_NO),
    a_fact("position.hourly_eur", MONEY, unit="euro/hour", decimals=2, lowest=0, highest=50000),
    a_fact("position.sector", CHOICE, values=("bouw", "infra")),
    a_fact("occupation.id", CHOICE),
    a_fact("employer.occupation", CHOICE),
    a_fact("employer.turnover_eur", MONEY, unit="euro/year", lowest=0, highest=10**11),
    a_fact("employer.anything_eur", MONEY, unit="euro", lowest=None, highest=None),
)
PARAMETERS = (
    a_parameter("age_of_majority", {date(1905, 1, 1): 21, date(1988, 1, 1): 18}, unit="year"),
    a_parameter("minimum_wage", {date(2026, 1, 1): 1471}, unit="euro/hour", decimals=2),
    a_parameter("own_share", {date(2026, 1, 1): 5}, decimals=1),
)
WORDS = a_word_list(*FACTS, parameters=PARAMETERS)


def fact(name: str) -> Fact:
    """The fact of this name."""
    return WORDS.facts[name]


def the(name: str) -> FactValue:
    """What the fact of this name is."""
    return FactValue(fact(name))


def figure(name: str) -> ParameterValue:
    """What the parameter of this name is."""
    return ParameterValue(WORDS.parameters[name])


def faults_of(text: str) -> tuple[TextFault, ...]:
    """What is wrong with a test; nothing when it can be read."""
    try:
        read_test(text, WORDS)
    except Unreadable as unreadable:
        return unreadable.faults
    return ()


def expression_faults(text: str) -> tuple[TextFault, ...]:
    """What is wrong with an expression; nothing when it can be read."""
    try:
        read_expression(text, WORDS)
    except Unreadable as unreadable:
        return unreadable.faults
    return ()
