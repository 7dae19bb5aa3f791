"""Random well-typed trees, and the text that says each."""

from __future__ import annotations

from hypothesis import strategies as st

from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Contains,
    ContainsFact,
    Covers,
    Empty,
    Every,
    Expression,
    FactValue,
    Negation,
    Number,
    OneOf,
    Operator,
    ParameterValue,
    Relation,
    Shares,
    Some,
    Test,
    Truth,
    Word,
)
from gouden_poort.rules.language.words import Fact, Kind, WordList

_EQUALITY = (Relation.EQUAL, Relation.DIFFERENT)


def written(tree: Test | Expression) -> str:  # noqa: PLR0911 - one text for each form
    """The text of a tree, with brackets around every part that has parts."""
    match tree:
        case Every(parts):
            return " and ".join(_bracketed(part) for part in parts)
        case Some(parts):
            return " or ".join(_bracketed(part) for part in parts)
        case Negation(part):
            return f"not {_bracketed(part)}"
        case Comparison(relation, left, right):
            return f"{_bracketed(left)} {relation.value} {_bracketed(right)}"
        case Calculation(Operator.LEAST | Operator.MOST as operator, left, right):
            return f"{operator.value}({written(left)}, {written(right)})"
        case Calculation(operator, left, right):
            return f"{_bracketed(left)} {operator.value} {_bracketed(right)}"
        case Number(units, decimals):
            digits = str(abs(units)).rjust(decimals + 1, "0")
            cut = len(digits) - decimals
            return ("-" if units < 0 else "") + digits[:cut] + ("." + digits[cut:] if decimals else "")
        case Word(text):
            return f"'{text}'"
        case ParameterValue(parameter):
            return parameter.name
        case FactValue(fact) | Truth(fact):
            return fact.name
        case _:
            return _asked(tree)


def _asked(tree: Test | Expression) -> str:
    match tree:
        case OneOf(fact, words):
            return f"{fact.name} in [{', '.join(repr(word) for word in words)}]"
        case Contains(among, word):
            return f"'{word}' in {among.name}"
        case ContainsFact(among, item):
            return f"{item.name} in {among.name}"
        case Covers(have, asked):
            return f"covers({have.name}, {asked.name})"
        case Shares(have, asked):
            return f"shares({have.name}, {asked.name})"
        case Empty(fact):
            return f"empty({fact.name})"
        case _:
            raise TypeError(tree)


def _bracketed(part: Test | Expression) -> str:
    joined = isinstance(part, Every | Some | Negation | Comparison | OneOf | Contains | ContainsFact)
    reckoned = isinstance(part, Calculation) and part.operator not in (Operator.LEAST, Operator.MOST)
    return f"({written(part)})" if joined or reckoned else written(part)


class Trees:
    """Strategies for the trees that a word list allows."""

    def __init__(self, words: WordList) -> None:
        self._words = words

    def tests(self) -> st.SearchStrategy[Test]:
        """Any test."""
        return st.recursive(self._atoms(), _joined, max_leaves=5)

    def numbers(self, unit: str) -> st.SearchStrategy[Expression]:
        """Numbers in a unit (the empty one for bare numbers); each has a fact or parameter in it."""
        named: list[Expression] = [
            FactValue(fact)
            for fact in self._words.facts.values()
            if fact.kind in (Kind.NUMBER, Kind.MONEY) and fact.unit == unit
        ]
        named += [ParameterValue(one) for one in self._words.parameters.values() if one.unit == unit]
        return st.recursive(st.sampled_from(named), self._reckoned, max_leaves=3)

    def _reckoned(self, inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        signs = st.sampled_from([sign for sign in Operator if sign is not Operator.TIMES])
        small = st.builds(Number, st.integers(0, 30), st.integers(0, 2))
        return st.one_of(
            st.builds(Calculation, signs, inner, inner | literals()),
            st.builds(Calculation, signs, literals(), inner),
            st.builds(Calculation, st.just(Operator.TIMES), inner, small),
            st.builds(Calculation, st.just(Operator.TIMES), small, inner),
        )

    def _atoms(self) -> st.SearchStrategy[Test]:
        facts = tuple(self._words.facts.values())
        units = sorted({fact.unit for fact in facts if fact.kind in (Kind.NUMBER, Kind.MONEY)})
        made: list[st.SearchStrategy[Test]] = [self._number_test(unit) for unit in units]
        for fact in facts:
            made += _tests_of(fact, facts)
        return st.one_of(made)

    def _number_test(self, unit: str) -> st.SearchStrategy[Test]:
        numbers, relations = self.numbers(unit), st.sampled_from(Relation)
        return st.builds(Comparison, relations, numbers, numbers | literals()) | st.builds(
            Comparison, relations, literals(), numbers
        )


def literals() -> st.SearchStrategy[Expression]:
    """Numbers as written, many of them near the ends of small facts."""
    return st.builds(Number, st.integers(-60, 200), st.integers(0, 2))


def _tests_of(fact: Fact, facts: tuple[Fact, ...]) -> list[st.SearchStrategy[Test]]:
    """The tests that are about one fact that is no number."""
    some = st.sampled_from(fact.values or ("one", "two"))
    others = [other for other in facts if other.kind is fact.kind]
    alike = [other for other in others if other.values == fact.values]
    shared = [other for other in others if not other.values or not fact.values or {*other.values} & {*fact.values}]
    match fact.kind:
        case Kind.YES_NO:
            return [st.just(Truth(fact))]
        case Kind.LEVEL | Kind.CHOICE:
            relations = st.sampled_from(list(Relation) if fact.kind is Kind.LEVEL else _EQUALITY)
            right = st.sampled_from([FactValue(other) for other in alike]) | st.builds(Word, some)
            listed = st.lists(some, min_size=1, unique=True).map(tuple)
            return [
                st.builds(Comparison, relations, st.just(FactValue(fact)), right),
                st.builds(Comparison, relations, st.builds(Word, some), st.just(FactValue(fact))),
                st.builds(OneOf, st.just(fact), listed),
            ]
        case Kind.SET:
            asked = st.sampled_from(shared)
            items = [
                item
                for item in facts
                if item.kind is Kind.CHOICE and (not fact.values or not item.values or {*fact.values} & {*item.values})
            ]
            tests = [
                st.builds(Contains, st.just(fact), some),
                st.builds(Covers, st.just(fact), asked),
                st.builds(Shares, st.just(fact), asked),
                st.just(Empty(fact)),
            ]
            return [*tests, st.builds(ContainsFact, st.just(fact), st.sampled_from(items))] if items else tests
        case Kind.SKILLS:
            return [st.builds(Covers, st.just(fact), st.sampled_from(others)), st.just(Empty(fact))]
        case _:
            return []


def _joined(inner: st.SearchStrategy[Test]) -> st.SearchStrategy[Test]:
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.builds(Every, parts) | st.builds(Some, parts) | st.builds(Negation, inner)
