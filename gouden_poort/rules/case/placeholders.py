"""Values in words, and texts with the values of one case filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import cast

from gouden_poort.rules.case.evaluating import Quantity
from gouden_poort.rules.case.wordings import (
    AND,
    NO,
    NOT_KNOWN,
    NOTHING,
    SKILL,
    UNIT_FOLLOWS,
    UNITS,
    YES,
    Language,
    counted_in,
    in_language,
)
from gouden_poort.rules.language.words import Fact, Facts, Kind, Parameter, Value, Wording, WordList

NAMES: Mapping[str, str] = MappingProxyType({})
"""How ids of the catalogue are called; an id that is not in it is said as it is."""

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_.]*)\}")
_EURO_BEFORE = re.compile(r"€\s*$")


def filled(
    text: str,
    facts: Facts,
    day: date,
    words: WordList,
    language: Language,
    *,
    names: Mapping[str, str] = NAMES,
    dutch: str = "",
) -> str:
    """A text with each `{person.cefr}` or `{age_of_majority}` replaced by its value of this case and day.

    Where the text itself names the unit, as in `{age_of_majority} jaar`, only the number is put in. A translation does
    so where the text that it translates, which is `dutch`, does.
    """
    around = {} if isinstance(language, str) else dict(_named_between(dutch))

    def value_of(match: re.Match[str]) -> str:
        name = match.group(1)
        before, after = around.get(name, (text[: match.start()], text[match.end() :]))
        if name in words.facts:
            fact = words.facts[name]
            known = facts.get(name)
            if known is not None and _unit_is_there(fact.unit, before, after):
                return _digits((cast("int", known), fact.decimals), language, money=_is_money(fact.unit))
            return said(fact, known, language, names)
        parameter = words.parameters.get(name)
        return _said_parameter(parameter, day, language, before, after) if parameter else match.group()

    return _PLACEHOLDER.sub(value_of, text)


def _named_between(text: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """What a text names to fill in, with what stands before and after it."""
    for match in _PLACEHOLDER.finditer(text):
        yield match.group(1), (text[: match.start()], text[match.end() :])


def named_in(text: str) -> Iterator[tuple[int, str]]:
    """Where a text names something to fill in, and what."""
    return ((match.start(), match.group(1)) for match in _PLACEHOLDER.finditer(text))


def said(fact: Fact, value: Value | None, language: Language, names: Mapping[str, str] = NAMES) -> str:
    """A value of a fact as it stands in a sentence: `€ 1.250`, `18 jaar`, `B1`, `ja`, `fiets en auto`."""
    if value is None:
        return in_language(NOT_KNOWN, language)
    match fact.kind:
        case Kind.NUMBER | Kind.MONEY:
            return measured((cast("int", value), fact.decimals), fact.unit, language, money=fact.kind is Kind.MONEY)
        case Kind.YES_NO:
            return in_language(YES if value else NO, language)
        case Kind.LEVEL | Kind.CHOICE:
            return word_said(fact, cast("str", value), language, names)
        case Kind.SET:
            items = _in_order(fact, cast("frozenset[str]", value))
            return listed((word_said(fact, item, language, names) for item in items), language)
        case Kind.SKILLS:
            return _skills(cast("Mapping[str, int]", value), language, names)


def word_said(fact: Fact, word: str, language: Language, names: Mapping[str, str] = NAMES) -> str:
    """One word of a fact as the word list says it, else by its name in the catalogue, else as it is."""
    wording = fact.value_wordings.get(word)
    return in_language(wording, language) if wording else names.get(word, word)


def measured(number: Quantity, unit: str, language: Language, *, money: bool = False) -> str:
    """A number with its unit; money always in the Dutch form, cents only where there are decimals."""
    if money or _is_money(unit):
        return f"€\N{NO-BREAK SPACE}{_digits(number, language, money=True)}"
    digits = _digits(number, language, money=False)
    one, more = UNITS.get(unit, (_BARE, _BARE))
    units, decimals = number
    many = units if decimals == 0 else 0  # what is not whole is said as more than one
    return counted_in(one, more, many, language).format(n=digits)


def listed(items: Iterable[str], language: Language, last: Wording = AND) -> str:
    """`a, b en c`; nothing at all is said too."""
    *others, final = list(items) or [in_language(NOTHING, language)]
    return in_language(last, language).format(first=", ".join(others), last=final) if others else final


_BARE = Wording(nl="{n}", en="{n}")


def _said_parameter(parameter: Parameter, day: date, language: Language, before: str, after: str) -> str:
    units = parameter.on(day)
    if units is None:
        return in_language(NOT_KNOWN, language)
    number = units, parameter.decimals
    if _unit_is_there(parameter.unit, before, after):
        return _digits(number, language, money=_is_money(parameter.unit))
    return measured(number, parameter.unit, language)


def _unit_is_there(unit: str, before: str, after: str) -> bool:
    goes_on = UNIT_FOLLOWS.get(unit.partition("/")[0])
    if goes_on is None:
        return False
    return bool(re.match(rf"[\s-]*({goes_on})", after)) or (_is_money(unit) and bool(_EURO_BEFORE.search(before)))


def _is_money(unit: str) -> bool:
    return unit.partition("/")[0] == "euro"


def _digits(number: Quantity, language: Language, *, money: bool) -> str:
    """Points between thousands and a comma before decimals; in English the other way round, except for money."""
    units, decimals = number
    if money and decimals not in (0, 2):
        units, decimals = units * 100 // 10**decimals, 2
    whole, rest = divmod(abs(units), 10**decimals)
    sign = "-" if units < 0 else ""
    text = f"{sign}{whole:,}" + (f".{rest:0{decimals}}" if decimals else "")
    return text.translate(_DUTCH) if money or language != "en" else text


_DUTCH = str.maketrans(",.", ".,")


def _in_order(fact: Fact, items: frozenset[str]) -> list[str]:
    return [word for word in fact.values if word in items] if fact.values else sorted(items)


def _skills(skills: Mapping[str, int], language: Language, names: Mapping[str, str]) -> str:
    skill: Callable[..., str] = in_language(SKILL, language).format
    return listed((skill(skill=names.get(one, one), level=skills[one]) for one in sorted(skills)), language)
