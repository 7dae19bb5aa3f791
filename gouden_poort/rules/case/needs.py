"""What one test needs and what the case has, as two short phrases: `A2 of hoger` beside `A1`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from gouden_poort.rules.case.evaluating import Atom, Quantity, deciding_atoms, value
from gouden_poort.rules.case.placeholders import listed, measured, said, word_said
from gouden_poort.rules.case.wordings import (
    AGE,
    AGE_NEEDED,
    LEVEL_NEEDED,
    NONE_YET,
    NOTHING,
    NUMBER_NEEDED,
    OR,
    OTHER_THAN,
    SOMETHING,
    WITHOUT,
    Language,
    in_language,
)
from gouden_poort.rules.language.reckoning import MIRRORED, OPPOSITE
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Contains,
    ContainsFact,
    Covers,
    Empty,
    Expression,
    FactValue,
    OneOf,
    Operator,
    Relation,
    Shares,
    Test,
    Truth,
)
from gouden_poort.rules.language.walking import facts_in
from gouden_poort.rules.language.words import Fact, Facts, Kind, Subject, Wording

MANY = 4
"""More words than these make no short phrase."""
OF_SOMEONE = (Subject.PERSON, Subject.EMPLOYER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Both phrases; empty where the test is of a shape that has no short phrase."""

    needed: str = ""
    yours: str = ""
    """What the person or the employer has: of a course or a place there is nothing that is theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is known, on which day, and in which words to say it."""

    facts: Facts
    day: date
    language: Language
    names: Mapping[str, str]

    def say(self, wording: Wording, **parts: str) -> str:
        """A sentence of ours in the language of the case, with its parts."""
        return in_language(wording, self.language).format(**parts)

    def said(self, fact: Fact) -> str:
        """The value of a fact in this case."""
        return said(fact, self.facts.get(fact.name), self.language, self.names)

    def theirs(self, fact: Fact) -> str:
        """The same, where it is about the person or the employer."""
        if fact.subject not in OF_SOMEONE:
            return ""
        # Of a level that is counted, such as that of a diploma, a bare 0 says nothing.
        is_none = fact.kind is Kind.NUMBER and not fact.unit and self.facts.get(fact.name) == 0
        return self.say(NONE_YET) if is_none else self.said(replace(fact, unit=AGE) if _is_age(fact) else fact)

    def words(self, fact: Fact, words: Iterable[str]) -> str:
        """`bol of bbl`"""
        return listed((word_said(fact, word, self.language, self.names) for word in words), self.language, OR)


def need(test: Test, case: Case, *, wanted: bool = True) -> Need:
    """What is needed for a test to be as wanted, and what there is; told only when one part of the test decides."""
    atoms = tuple(deciding_atoms(test, case.facts, case.day))
    if len(atoms) != 1:
        return Need()
    atom, turned = atoms[0]
    return _of_atom(atom, case, wanted=wanted is not turned)


def _of_atom(atom: Atom, case: Case, *, wanted: bool) -> Need:  # noqa: PLR0911 - one answer for each form
    match atom:
        case Comparison():
            return _of_comparison(atom, case, wanted=wanted)
        case Truth():
            return Need()  # A yes or no without its question says less than the text of the leaf.
        case OneOf(_, words) if len(words) > MANY:
            return Need()
        case OneOf(fact, words):
            needed = case.words(fact, words) if wanted else _other_than(fact, words, case)
            return Need(needed=needed, yours=case.theirs(fact))
        case Contains(among, word):
            asked = case.words(among, (word,))
            return Need(needed=asked if wanted else case.say(WITHOUT, value=asked), yours=case.theirs(among))
        case Empty(fact):
            return Need(needed=case.say(NOTHING if wanted else SOMETHING), yours=case.theirs(fact))
        case Covers(have, asked):
            return Need(needed=case.said(asked), yours=case.theirs(have)) if wanted else Need()
        case Shares(first, second):
            return _of_two(second, first, case, wanted=wanted)
        case ContainsFact(among, item):
            return _of_two(among, item, case, wanted=wanted)


def _of_two(asked: Fact, have: Fact, case: Case, *, wanted: bool) -> Need:
    """Of two facts that must meet: the one of the person is theirs, any word of the other will do."""
    if have.subject is not Subject.PERSON and asked.subject is Subject.PERSON:
        asked, have = have, asked
    words = case.facts.get(asked.name)
    if words is None:
        return Need(needed=case.said(asked), yours=case.theirs(have))
    among = (words,) if isinstance(words, str) else sorted(cast("frozenset[str]", words))
    listing = case.words(asked, among)
    return Need(needed=listing if wanted else case.say(OTHER_THAN, value=listing), yours=case.theirs(have))


def _of_comparison(comparison: Comparison, case: Case, *, wanted: bool) -> Need:
    mine = _mine(comparison)
    if mine is None:
        return Need()
    limit = value(mine.right, case.facts, case.day)
    fact = cast("FactValue", mine.left).fact
    if limit is None:
        return Need(yours=case.theirs(fact))
    relation = mine.relation if wanted else OPPOSITE[mine.relation]
    if isinstance(limit, str) and relation is Relation.DIFFERENT:
        return Need(needed=_other_than(fact, (limit,), case), yours=case.theirs(fact))
    phrases = LEVEL_NEEDED if isinstance(limit, str) else AGE_NEEDED if _is_age(fact) else NUMBER_NEEDED
    return Need(needed=case.say(phrases[relation], value=_limit(fact, limit, case)), yours=case.theirs(fact))


def _other_than(fact: Fact, words: tuple[str, ...], case: Case) -> str:
    """The words that are left, when they are few; `iets anders dan geen uitkering` would deny twice."""
    if not fact.values:
        return case.say(OTHER_THAN, value=case.words(fact, words))
    rest = [word for word in fact.values if word not in words]
    return case.words(fact, rest) if 0 < len(rest) <= MANY else ""


def _is_age(fact: Fact) -> bool:
    """Years of someone's life, and not of work or of a diploma."""
    return fact.unit == "year" and "age" in fact.name.rpartition(".")[2].split("_")


def _limit(fact: Fact, limit: Quantity | str, case: Case) -> str:
    if isinstance(limit, str):
        return word_said(fact, limit, case.language, case.names)
    units, decimals = limit
    while decimals > fact.decimals and units % 10 == 0:
        units, decimals = units // 10, decimals - 1
    return measured((units, decimals), fact.unit, case.language, money=fact.kind is Kind.MONEY)


def _mine(comparison: Comparison) -> Comparison | None:
    """The comparison with one fact alone on the left, that of the person when there is one; None when that cannot be.

    `offering.nlqf <= person.nlqf + 1` becomes `person.nlqf >= offering.nlqf - 1`.
    """
    turned = Comparison(MIRRORED[comparison.relation], comparison.right, comparison.left)
    alone = [one for one in map(_alone, (comparison, turned)) if one is not None]
    persons = [one for one in alone if cast("FactValue", one.left).fact.subject is Subject.PERSON]
    return next(iter(persons or alone), None)


def _alone(comparison: Comparison) -> Comparison | None:
    """Moves what stands beside the fact on the left to the right."""
    left, right, relation = comparison.left, comparison.right, comparison.relation
    if isinstance(left, FactValue):
        return comparison
    if not isinstance(left, Calculation) or left.operator not in (Operator.PLUS, Operator.MINUS):
        return None
    plus = left.operator is Operator.PLUS
    if _holds_person(left.left) or not _holds_person(left.right):
        inverse = Operator.MINUS if plus else Operator.PLUS
        return _alone(Comparison(relation, left.left, Calculation(inverse, right, left.right)))
    if plus:
        return _alone(Comparison(relation, left.right, Calculation(Operator.MINUS, right, left.left)))
    return _alone(Comparison(MIRRORED[relation], left.right, Calculation(Operator.MINUS, left.left, right)))


def _holds_person(expression: Expression) -> bool:
    return any(fact.subject is Subject.PERSON for fact in facts_in(expression))
