"""Facts that someone tells besides a profile: checked against the word list of the rules, and made into its values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gouden_poort.catalogue.near import near
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.rules.judge import Judge
from gouden_poort.rules.language.words import Fact, Facts, Kind, Subject, Value

MOST_WITH_NEAR = 20
"""Looking for similar names takes time, and nobody reads more suggestions than this."""
MOST_TOLD = 1_000
LONGEST_WORD = 200
LONGEST_SHOWN = 100
HIGHEST_SKILL = 5


def tellable(judge: Judge) -> dict[str, Fact]:
    """The facts that may be told: of a person, of an employer, and of a place as far as no catalogue says them."""
    return {
        name: fact
        for name, fact in judge.book.words.facts.items()
        if fact.subject in (Subject.PERSON, Subject.EMPLOYER)
        or (fact.subject is Subject.POSITION and name not in judge.positions.columns)
    }


def told_facts(judge: Judge, told: Mapping[str, object]) -> Facts:
    """What was told, by fact; null means that it is not known. InvalidInput with every fault."""
    faults = list(faults_in(judge, told))
    if faults:
        raise InvalidInput(faults)
    known = tellable(judge)
    values = {name: _read(known[name], given) for name, given in told.items() if given is not None}
    return {name: value for name, value in values.items() if not isinstance(value, _Refused)}


def faults_in(judge: Judge, told: Mapping[str, object]) -> Iterator[FieldError]:
    """Everything that is wrong with what was told, as `facts.NAME`."""
    known = tellable(judge)
    if len(told) > MOST_TOLD:
        expected = f"at most {MOST_TOLD} facts"
        yield FieldError(path="facts", code="too_many", given=f"{len(told)} facts", expected=expected)
        return
    unknown = 0
    for name, given in told.items():
        path = f"facts.{_in_a_line(name)}"
        if name not in known:
            alike = near(name, known) if unknown < MOST_WITH_NEAR else ()
            unknown += 1
            expected = "a fact of a person, an employer or a place that may be told"
            yield FieldError(
                path=path,
                code="unknown_field",
                given=_in_a_line(name),
                expected=expected,
                near=_with_end(name, known, alike),
            )
            continue
        refused = None if given is None else _read(known[name], given)
        if isinstance(refused, _Refused):
            yield FieldError(
                path=path, code=refused.code, given=_shown(given), expected=refused.expected, near=refused.near
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Refused:
    """Why a value is none that the fact can have."""

    code: str
    expected: str
    near: tuple[str, ...] = ()


def _read(fact: Fact, given: object) -> Value | _Refused:
    match fact.kind:
        case Kind.NUMBER | Kind.MONEY:
            return _number(fact, given)
        case Kind.YES_NO:
            return given if isinstance(given, bool) else _Refused(code="wrong_type", expected="true or false")
        case Kind.LEVEL | Kind.CHOICE:
            return _word(fact, given)
        case Kind.SET:
            return _set(fact, given)
        case Kind.SKILLS:
            return _skills(given)


def _number(fact: Fact, given: object) -> int | _Refused:
    """In the smallest unit. A number as JSON writes it is taken digit by digit, so 14.4 is 1440 hundredths."""
    expected = _numbers_of(fact)
    if isinstance(given, bool) or not isinstance(given, int | float | Decimal):
        return _Refused(code="wrong_type", expected=expected)
    exact = Decimal(str(given))
    if not exact.is_finite():
        return _Refused(code="wrong_type", expected=expected)
    units = exact.scaleb(fact.decimals)
    lowest, highest = fact.lowest, fact.highest
    if (lowest is not None and units < lowest) or (highest is not None and units > highest):
        return _Refused(code="out_of_range", expected=expected)
    return int(units) if units == int(units) else _Refused(code="out_of_range", expected=expected)


def _numbers_of(fact: Fact) -> str:
    places = f" with at most {fact.decimals} decimals" if fact.decimals else ""
    noun = f"a number{places}" if fact.decimals else "a whole number"
    unit = f" ({fact.unit})" if fact.unit else ""
    ends = [None if end is None else Decimal(end).scaleb(-fact.decimals) for end in (fact.lowest, fact.highest)]
    return (
        noun
        + "".join(f" {word} {end}" for word, end in zip(("from", "to"), ends, strict=True) if end is not None)
        + unit
    )


def _word(fact: Fact, given: object) -> str | _Refused:
    expected = f"one of {', '.join(fact.values)}" if fact.values else f"a text of 1 to {LONGEST_WORD} characters"
    if not isinstance(given, str):
        return _Refused(code="wrong_type", expected=expected)
    if fact.values and given not in fact.values:
        return _Refused(code="not_a_choice", expected=expected, near=near(given, fact.values))
    return given if 1 <= len(given) <= LONGEST_WORD else _Refused(code="out_of_range", expected=expected)


def _set(fact: Fact, given: object) -> frozenset[str] | _Refused:
    if not isinstance(given, Sequence) or isinstance(given, str):
        return _Refused(code="wrong_type", expected="a list of texts")
    if len(given) > MOST_TOLD:
        return _Refused(code="too_many", expected=f"a list of at most {MOST_TOLD}")
    words = [_word(fact, one) for one in given]
    refused = next((word for word in words if isinstance(word, _Refused)), None)
    return refused or frozenset(word for word in words if not isinstance(word, _Refused))


def _skills(given: object) -> Mapping[str, int] | _Refused:
    expected = f"an object of skills with their levels, 1 to {HIGHEST_SKILL}"
    if not isinstance(given, Mapping):
        return _Refused(code="wrong_type", expected=expected)
    if len(given) > MOST_TOLD:
        return _Refused(code="too_many", expected=f"at most {MOST_TOLD} skills")
    if all(_is_level(level) and 1 <= len(skill) <= LONGEST_WORD for skill, level in given.items()):
        return {str(skill): int(level) for skill, level in given.items()}
    return _Refused(code="out_of_range", expected=expected)


def _is_level(level: object) -> bool:
    return isinstance(level, int) and not isinstance(level, bool) and 1 <= level <= HIGHEST_SKILL


def _with_end(name: str, known: Mapping[str, Fact], alike: tuple[str, ...]) -> tuple[str, ...]:
    """A name without its subject finds the whole one: `age` gives `person.age`."""
    whole = tuple(fact for fact in known if fact.partition(".")[2] == name)
    return whole or alike


def _shown(given: object) -> str:
    if isinstance(given, Mapping):
        return "an object"
    if isinstance(given, Sequence) and not isinstance(given, str):
        return f"a list of {len(given)}"
    return _in_a_line(json.dumps(given, ensure_ascii=False, default=str))


def _in_a_line(text: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in text[:LONGEST_SHOWN])
