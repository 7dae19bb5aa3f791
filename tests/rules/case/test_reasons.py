"""Reasons as a person reads them: what, what is needed, what there is, what is not certain."""

from datetime import date

import pytest

from gouden_poort.rules.book.rule import AllOf, AnyOf, Condition, Confidence, NotOf, Period, RuleKind
from gouden_poort.rules.case.judging import judge
from gouden_poort.rules.case.reasons import Reason, by_ways_out, reasons
from gouden_poort.rules.case.wordings import Language
from gouden_poort.rules.language.tree import (
    Calculation,
    Contains,
    ContainsFact,
    Covers,
    Empty,
    Every,
    FactValue,
    Lookup,
    Negation,
    Number,
    OneOf,
    Operator,
    ParameterValue,
    Shares,
    Some,
    Test,
    Truth,
)
from gouden_poort.rules.language.words import Fact, Facts, Kind, Wording
from tests.rules.builders import DAY, a_fact, a_leaf, a_parameter, a_rule, a_wording, compared

AGE = a_fact("person.age", unit="year", wording=a_wording("leeftijd", "age"))
CEFR = a_fact("person.cefr", Kind.LEVEL, wording=a_wording("niveau Nederlands", "level of Dutch"))
ASKED = a_fact("offering.min_cefr", Kind.LEVEL)
NLQF = a_fact("person.nlqf", highest=8)
COURSE = a_fact("offering.nlqf", highest=8)
COST = a_fact("offering.cost_eur", Kind.MONEY, unit="euro")
BUDGET = a_fact("person.budget_eur", Kind.MONEY, unit="euro")
KIND = a_fact(
    "offering.kind", Kind.CHOICE, values=("bol", "bbl"), value_wordings={"bbl": Wording(nl="leerbaan", en="job")}
)
WORKS = a_fact("person.employed", Kind.YES_NO, wording=a_wording("betaald werk", "paid work"))
MODES = a_fact("person.modes", Kind.SET, values=("bike", "car"))
WISHED = a_fact("offering.modes", Kind.SET, values=("bike", "car"))
PLAN = a_fact("person.plan", Kind.CHOICE, values=tuple("abcdef"))
SHIFT = a_fact("employer.shift", Kind.CHOICE, values=("day", "night"))
OCCUPATION = a_fact("occupation.id", Kind.CHOICE)
IN_TRADE = a_fact("person.years_in_trade", unit="year")
SKILLS = a_fact("person.skills", Kind.SKILLS)
REQUIRED = a_fact("offering.required_skills", Kind.SKILLS)


def of(when: Condition | Test, facts: Facts, language: Language = "nl", day: date = DAY, **given: object) -> Reason:
    (reason,) = reasons(judge(a_rule(when, **given), facts, day), language)
    return reason


LANGUAGE = a_leaf(
    compared(CEFR, ">=", "A2"), "language", "Je Nederlands is A2 of hoger.", "Your Dutch is A2 or higher."
)


@pytest.mark.parametrize(
    ("language", "level", "text", "needed", "yours"),
    [
        ("nl", "A1", "Nodig: Je Nederlands is A2 of hoger.", "A2 of hoger", "A1"),
        ("nl", "B1", "Je Nederlands is A2 of hoger.", "A2 of hoger", "B1"),
        ("nl", None, "Dit weten we nog niet: niveau Nederlands.", "A2 of hoger", "nog niet bekend"),
        ("en", "A1", "Needed: Your Dutch is A2 or higher.", "A2 or higher", "A1"),
        ("en", None, "We do not know this yet: level of Dutch.", "A2 or higher", "not known yet"),
    ],
)
def test_a_reason_says_what_what_is_needed_and_what_there_is(
    language: Language, level: str | None, text: str, needed: str, yours: str
) -> None:
    reason = of(LANGUAGE, {"person.cefr": level}, language)
    assert (reason.text, reason.needed, reason.yours) == (text, needed, yours)


def test_a_reason_names_its_rule_its_leaf_and_where_it_is_written() -> None:
    reason = of(LANGUAGE, {"person.cefr": "A1"})
    assert (reason.rule_id, reason.leaf_id, reason.answer, reason.source.title) == (
        "example.rule",
        "language",
        False,
        "Example act",
    )


def test_a_reason_asks_for_the_fact_that_is_missing() -> None:
    assert of(LANGUAGE, {}).asks == ("person.cefr",)


def test_a_reason_asks_nothing_when_all_is_known() -> None:
    assert of(LANGUAGE, {"person.cefr": "A1"}).asks == ()


def test_two_missing_facts_are_named_together() -> None:
    leaf = a_leaf(Every((compared(CEFR, ">=", "A2"), compared(AGE, ">=", 18))))
    assert of(leaf, {}).text == "Dit weten we nog niet: niveau Nederlands en leeftijd."


def test_a_fact_that_no_longer_matters_is_not_asked_for() -> None:
    leaf = a_leaf(Some((Every((Truth(WORKS), compared(AGE, ">=", 18))), compared(CEFR, ">=", "A2"))))
    assert of(leaf, {"person.age": 17}).asks == ("person.cefr",)


def test_only_the_leaves_that_decide_give_a_reason() -> None:
    when = AllOf(
        parts=(LANGUAGE, AnyOf(parts=(a_leaf(compared(AGE, ">=", 18), "adult"), a_leaf(Truth(WORKS), "work"))))
    )
    verdict = judge(a_rule(when), {"person.cefr": "B1", "person.age": 17, "person.employed": False}, DAY)
    assert [reason.leaf_id for reason in reasons(verdict, "nl")] == ["adult", "work"]


ADULT = a_leaf(compared(AGE, ">=", 18), "adult")
WORK = a_leaf(Truth(WORKS), "work")
NOBODY: Facts = {"person.cefr": "A1", "person.age": 17, "person.employed": False}


@pytest.mark.parametrize(
    ("when", "facts", "ways"),
    [
        (LANGUAGE, NOBODY, [[["language"]]]),
        (AllOf(parts=(LANGUAGE, ADULT)), NOBODY, [[["language"]], [["adult"]]]),
        (AnyOf(parts=(LANGUAGE, ADULT)), NOBODY, [[["language"], ["adult"]]]),
        (AllOf(parts=(LANGUAGE, AnyOf(parts=(ADULT, WORK)))), NOBODY, [[["language"]], [["adult"], ["work"]]]),
        (AnyOf(parts=(WORK, AllOf(parts=(LANGUAGE, ADULT)))), NOBODY, [[["work"], ["language", "adult"]]]),
        (
            NotOf(part=AnyOf(parts=(WORK, ADULT))),
            {"person.age": 18, "person.employed": True},
            [[["work"]], [["adult"]]],
        ),
        (NotOf(part=AllOf(parts=(WORK, ADULT))), {"person.age": 18, "person.employed": True}, [[["work"], ["adult"]]]),
        (AnyOf(parts=(WORK, ADULT)), {"person.age": 18, "person.employed": True}, [[["work"]], [["adult"]]]),
    ],
)
def test_reasons_of_which_one_is_enough_stand_together(
    when: Condition, facts: Facts, ways: list[list[list[str]]]
) -> None:
    verdict = judge(a_rule(when), facts, DAY)
    told = by_ways_out(verdict, reasons(verdict, "nl"))
    assert [[[one.leaf_id for one in way] for way in each] for each in told] == ways


def test_the_reasons_of_a_silent_remark_are_no_choice() -> None:
    verdict = judge(a_rule(AnyOf(parts=(LANGUAGE, ADULT)), kind=RuleKind.INFO), NOBODY, DAY)
    assert all(len(ways) == 1 for ways in by_ways_out(verdict, reasons(verdict, "nl")))


ONE_UP = Calculation(Operator.PLUS, FactValue(NLQF), Number(1))
HALF = Calculation(Operator.TIMES, FactValue(COST), Number(5, 1))


@pytest.mark.parametrize(
    ("test", "facts", "needed", "yours"),
    [
        (compared(AGE, ">=", 18), {"person.age": 17}, "18 jaar of ouder", "17 jaar oud"),
        (compared(AGE, ">", 18), {"person.age": 17}, "ouder dan 18 jaar", "17 jaar oud"),
        (compared(AGE, "<=", 26), {"person.age": 30}, "26 jaar of jonger", "30 jaar oud"),
        (compared(AGE, "<", 27), {"person.age": 30}, "jonger dan 27 jaar", "30 jaar oud"),
        (compared(18, "<=", AGE), {"person.age": 17}, "18 jaar of ouder", "17 jaar oud"),
        (compared(AGE, "==", 18), {"person.age": 17}, "18 jaar", "17 jaar oud"),
        (compared(AGE, "!=", 18), {"person.age": 18}, "iets anders dan 18 jaar", "18 jaar oud"),
        (compared(ASKED, "<=", CEFR), {"person.cefr": "A1", "offering.min_cefr": "B1"}, "B1 of hoger", "A1"),
        (compared(CEFR, "<", "B1"), {"person.cefr": "B2"}, "lager dan B1", "B2"),
        (compared(COURSE, "<=", ONE_UP), {"person.nlqf": 2, "offering.nlqf": 4}, "3 of meer", "2"),
        (compared(NLQF, ">=", 2), {"person.nlqf": 0}, "2 of meer", "nog geen"),
        (
            compared(Calculation(Operator.MINUS, Number(10), FactValue(NLQF)), "<=", 4),
            {"person.nlqf": 2},
            "6 of meer",
            "2",
        ),
        (
            compared(BUDGET, ">=", HALF),
            {"person.budget_eur": 100, "offering.cost_eur": 1250},
            "€ 625 of meer",
            "€ 100",
        ),
        (compared(COST, "<=", 100), {"offering.cost_eur": 1250}, "€ 100 of minder", ""),
        (compared(HALF, "<=", 100), {"offering.cost_eur": 1250}, "", ""),
        (
            compared(AGE, ">=", ParameterValue(a_parameter("adult", {date(2020, 1, 1): 21}))),
            {"person.age": 18},
            "21 jaar of ouder",
            "18 jaar oud",
        ),
        (
            compared(AGE, ">=", Lookup((COURSE,), (((1,), Number(16)),), Number(18))),
            {"person.age": 15, "offering.nlqf": 1},
            "16 jaar of ouder",
            "15 jaar oud",
        ),
        (compared(AGE, ">=", COURSE), {"person.age": 15}, "", "15 jaar oud"),
        (
            Every((compared(AGE, ">=", 18), compared(AGE, "<", 27))),
            {"person.age": 30},
            "jonger dan 27 jaar",
            "30 jaar oud",
        ),
        (Negation(compared(AGE, "<", 18)), {"person.age": 17}, "18 jaar of ouder", "17 jaar oud"),
        (Some((compared(AGE, ">=", 18), Truth(WORKS))), {"person.age": 17, "person.employed": False}, "", ""),
        (Truth(WORKS), {"person.employed": False}, "", ""),
        (OneOf(PLAN, tuple("abcd")), {"person.plan": "e"}, "a, b, c of d", "e"),
        (OneOf(PLAN, tuple("abcde")), {"person.plan": "f"}, "", ""),
        (OneOf(KIND, ("bbl",)), {"offering.kind": "bol"}, "leerbaan", ""),
        (Negation(OneOf(KIND, ("bol",))), {"offering.kind": "bol"}, "leerbaan", ""),
        (Negation(OneOf(KIND, ("bol", "bbl"))), {"offering.kind": "bol"}, "", ""),
        (compared(PLAN, "!=", "a"), {"person.plan": "a"}, "", "a"),
        (compared(SHIFT, "!=", "night"), {"employer.shift": "night"}, "day", "night"),
        (compared(OCCUPATION, "!=", "oc-welder"), {"occupation.id": "oc-welder"}, "iets anders dan oc-welder", ""),
        (compared(IN_TRADE, ">=", 3), {"person.years_in_trade": 2}, "3 jaar of meer", "2 jaar"),
        (Contains(MODES, "car"), {"person.modes": frozenset({"bike"})}, "car", "bike"),
        (Negation(Contains(MODES, "car")), {"person.modes": frozenset({"car"})}, "zonder car", "car"),
        (
            ContainsFact(MODES, KIND),
            {"person.modes": frozenset({"bike"}), "offering.kind": "bbl"},
            "leerbaan",
            "bike",
        ),
        (
            Shares(WISHED, MODES),
            {"person.modes": frozenset(), "offering.modes": frozenset({"bike", "car"})},
            "bike of car",
            "niets",
        ),
        (Empty(MODES), {"person.modes": frozenset({"car"})}, "niets", "car"),
        (
            Covers(SKILLS, REQUIRED),
            {"person.skills": {"weld": 1}, "offering.required_skills": {"weld": 3}},
            "weld (niveau 3)",
            "weld (niveau 1)",
        ),
    ],
)
def test_what_is_needed_stands_beside_what_there_is(test: Test, facts: Facts, needed: str, yours: str) -> None:
    reason = of(a_leaf(test), facts)
    found = (reason.needed.replace("\N{NO-BREAK SPACE}", " "), reason.yours.replace("\N{NO-BREAK SPACE}", " "))
    assert found == (needed, yours)


def test_a_condition_that_denies_is_not_put_as_a_need() -> None:
    leaf = a_leaf(Negation(Truth(WORKS)), nl="Je hebt nog geen betaald werk.")
    assert of(leaf, {"person.employed": True}).text == "Dit kan alleen als dit klopt: Je hebt nog geen betaald werk."


FREE = a_leaf(Truth(WORKS), "works", "Je hebt betaald werk.", "You have paid work.")


def test_a_leaf_under_not_that_is_yes_stands_in_the_way() -> None:
    assert of(NotOf(part=FREE), {"person.employed": True}).text == "Dit past hier niet: Je hebt betaald werk."


def test_under_not_the_opposite_is_needed() -> None:
    reason = of(NotOf(part=LANGUAGE), {"person.cefr": "B1"})
    assert (reason.needed, reason.yours) == ("lager dan A2", "B1")


def test_a_leaf_under_not_that_is_no_is_said_to_be_not_so() -> None:
    assert of(NotOf(part=FREE), {"person.employed": False}).text == "Dit is niet zo: Je hebt betaald werk."


@pytest.mark.parametrize("kind", [RuleKind.WARNING, RuleKind.INFO, RuleKind.ADVICE, RuleKind.RANKING])
def test_a_silent_remark_asks_nothing(kind: RuleKind) -> None:
    reason = of(LANGUAGE, {"person.cefr": "A1"}, kind=kind)
    assert (reason.text, reason.needed) == ("Dit is niet zo: Je Nederlands is A2 of hoger.", "")


def test_a_text_is_filled_with_what_was_read() -> None:
    adult = a_parameter("adult", {date(1988, 1, 1): 18}, unit="year")
    leaf = a_leaf(compared(AGE, ">=", ParameterValue(adult)), nl="Je bent {adult} of ouder.")
    assert of(leaf, {"person.age": 17}).text == "Nodig: Je bent 18 jaar of ouder."


def test_a_leaf_that_its_table_says_nothing_about_asks_nothing() -> None:
    leaf = a_leaf(compared(AGE, ">=", Lookup((COURSE,), (), None)), nl="Je bent oud genoeg.")
    reason = of(leaf, {"person.age": 17, "offering.nlqf": 1})
    assert (reason.text, reason.asks) == ("Hierover zegt de regel niets: Je bent oud genoeg.", ())


def test_whether_a_rule_applies_is_asked_without_a_need() -> None:
    reason = of(LANGUAGE, {"person.cefr": "A1"}, only_if=OneOf(KIND, ("bbl",)))
    assert (reason.asks, reason.needed) == (("offering.kind",), "")


def test_a_doubt_is_said() -> None:
    rule = a_rule(LANGUAGE, confidence=Confidence.LOW, unsure=a_wording("de datum.", "the date."))
    verdict = judge(rule, {"person.cefr": "A1"}, DAY)
    assert [reasons(verdict, language)[0].unsure for language in ("nl", "en")] == [
        "Controleer dit: de datum.",
        "Check this: the date.",
    ]


def test_a_rule_without_doubt_says_none() -> None:
    assert of(LANGUAGE, {"person.cefr": "A1"}).unsure == ""


def test_what_a_test_cannot_say_is_to_be_asked() -> None:
    reason = of(LANGUAGE, {"person.cefr": "B1"}, not_expressed=(a_wording("is er plek?"), a_wording("wie betaalt?")))
    assert reason.not_expressed == ("Vraag na: is er plek?", "Vraag na: wie betaalt?")


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (a_fact("person.at_school", Kind.YES_NO), "Deze regel geldt niet voor jou."),
        (a_fact("offering.online", Kind.YES_NO), "Deze regel geldt niet voor deze opleiding."),
        (a_fact("position.night", Kind.YES_NO), "Deze regel geldt niet voor deze plek."),
        (a_fact("occupation.scarce", Kind.YES_NO), "Deze regel geldt niet voor dit beroep."),
        (a_fact("employer.recognised", Kind.YES_NO), "Deze regel geldt niet voor dit bedrijf."),
    ],
)
def test_a_rule_that_does_not_apply_says_to_what_not(fact: Fact, text: str) -> None:
    assert of(LANGUAGE, {fact.name: False}, only_if=Truth(fact)).text == text


def test_what_a_rule_does_not_apply_to_is_told_by_what_decided() -> None:
    only_if = Every((Truth(a_fact("offering.online", Kind.YES_NO)), Truth(WORKS)))
    reason = of(LANGUAGE, {"offering.online": False, "person.employed": True}, only_if=only_if)
    assert reason.text == "Deze regel geldt niet voor deze opleiding."


def test_a_rule_that_does_not_apply_for_two_sorts_of_reasons_says_so_plainly() -> None:
    online = a_fact("offering.online", Kind.YES_NO)
    reason = of(
        LANGUAGE,
        {"offering.online": False, "person.employed": True},
        only_if=Some((Truth(online), Negation(Truth(WORKS)))),
    )
    assert reason.text == "Deze regel geldt hier niet."


FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("period", "day", "nl", "en"),
    [
        (
            Period(first=FIRST),
            date(2025, 12, 31),
            "Deze regel is nog niet ingegaan. De regel geldt vanaf 1 januari 2026.",
            "This rule has not begun yet. It applies from 1 January 2026.",
        ),
        (
            Period(first=FIRST, last=LAST),
            date(2025, 12, 31),
            "Deze regel is nog niet ingegaan. De regel geldt van 1 januari 2026 tot en met 31 december 2026.",
            "This rule has not begun yet. It applies from 1 January 2026 up to and including 31 December 2026.",
        ),
        (
            Period(first=FIRST, last=LAST),
            date(2027, 1, 1),
            "Deze regel is gestopt. De laatste dag was 31 december 2026.",
            "This rule has ended. Its last day was 31 December 2026.",
        ),
    ],
)
def test_a_rule_outside_its_period_says_when_it_holds(period: Period, day: date, nl: str, en: str) -> None:
    verdict = judge(a_rule(LANGUAGE, period=period), {}, day)
    assert [reasons(verdict, language)[0].text for language in ("nl", "en")] == [nl, en]


def test_a_rule_that_is_only_there_to_be_read_says_that_it_does_not_apply_now() -> None:
    assert of(LANGUAGE, {}, in_force=False).text == "Deze regel geldt nu niet."


def test_names_of_the_catalogue_stand_where_its_ids_would() -> None:
    rule = a_rule(Covers(SKILLS, REQUIRED))
    verdict = judge(rule, {"person.skills": {}, "offering.required_skills": {"sk-7": 2}}, DAY)
    assert reasons(verdict, "nl", names={"sk-7": "lassen"})[0].needed == "lassen (niveau 2)"
