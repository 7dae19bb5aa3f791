"""What may be compared or reckoned with what: kinds, units and words that belong together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gouden_poort.rules.language.faults import TextFault, Unreadable
from gouden_poort.rules.language.guessing import likely
from gouden_poort.rules.language.ranges import too_large
from gouden_poort.rules.language.sorts import Sort, cells, sort_of
from gouden_poort.rules.language.spelling import shown
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Expression,
    FactValue,
    Lookup,
    Number,
    Operator,
    ParameterValue,
    Relation,
    Word,
)
from gouden_poort.rules.language.words import Kind


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression and where it stands in the text."""

    value: Expression
    offset: int = 0

    @property
    def sort(self) -> Sort:
        """What sort of value it has."""
        return sort_of(self.value)

    def fault(self, expected: str, guess: str = "") -> TextFault:
        """A fault at this place."""
        return TextFault(offset=self.offset, found=described(self.value), expected=expected, guess=guess)


def comparison(relation: Relation, left: Expression, right: Expression) -> Comparison:
    """Two expressions compared, when they may be; raises Unreadable (with offset 0) when not."""
    return compared(relation, Placed(left), Placed(right))


def compared(relation: Relation, left: Placed, right: Placed) -> Comparison:
    """The same, with faults that tell which side they are about."""
    faults = list(_comparison_faults(relation, left, right))
    whole = Comparison(relation, left.value, right.value)
    if not faults and left.sort.is_number and too_large(whole):
        faults.append(_too_large(left))
    if faults:
        raise Unreadable(faults)
    return whole


def calculated(operator: Operator, left: Placed, right: Placed) -> Calculation:
    """Two numbers reckoned together, when they may be; raises Unreadable when not."""
    faults = [side.fault("a number or an amount of money") for side in (left, right) if not side.sort.is_number]
    if not faults:
        faults += _unit_faults(operator, left, right)
    whole = Calculation(operator, left.value, right.value)
    if not faults and too_large(whole):
        faults.append(_too_large(left))
    if faults:
        raise Unreadable(faults)
    return whole


def _too_large(left: Placed) -> TextFault:
    return TextFault(offset=left.offset, found="too large to be exact", expected="smaller numbers or fewer decimals")


def _unit_faults(operator: Operator, left: Placed, right: Placed) -> list[TextFault]:
    if operator is Operator.TIMES:
        both = left.sort.unit and right.sort.unit
        return [right.fault("a number without a unit: one side of * has none")] if both else []
    return [] if _same_unit(left.sort, right.sort) else [right.fault(_in_unit(left.sort))]


def _same_unit(left: Sort, right: Sort) -> bool:
    return left.unit is None or right.unit is None or left.unit == right.unit


def _in_unit(sort: Sort) -> str:
    return f"a value in {sort.unit}" if sort.unit else "a bare number"


def _comparison_faults(relation: Relation, left: Placed, right: Placed) -> Iterator[TextFault]:
    odd = [side for side in (left, right) if side.sort.kind in {Kind.YES_NO, Kind.SET, Kind.SKILLS}]
    if odd:
        yield from (side.fault(_instead_of_comparing(side)) for side in odd)
    elif left.sort.is_number and right.sort.is_number:
        if not _same_unit(left.sort, right.sort):
            yield right.fault(_in_unit(left.sort))
    elif left.sort.is_number or right.sort.is_number:
        number, other = (left, right) if left.sort.is_number else (right, left)
        if isinstance(number.value, Number) and other.sort.values:
            yield number.fault(f"a word of {described(other.value)}: {', '.join(other.sort.values)}")
        else:
            yield other.fault(f"a number, to compare with {described(number.value)}")
    else:
        yield from _word_faults(relation, left, right)


def _instead_of_comparing(side: Placed) -> str:
    name = side.value.fact.name if isinstance(side.value, FactValue) else "it"
    match side.sort.kind:
        case Kind.YES_NO:
            return f"{name} by itself, or not {name}"
        case Kind.SET:
            return f"'a word' in {name}, covers, shares or empty"
        case _:
            return "covers"


def _word_faults(relation: Relation, left: Placed, right: Placed) -> Iterator[TextFault]:
    if left.sort.kind is None and right.sort.kind is None:
        yield left.fault("a fact on one side of the comparison")
        return
    fact, other = (left, right) if left.sort.kind is not None else (right, left)
    ordered = relation not in {Relation.EQUAL, Relation.DIFFERENT}
    if ordered and Kind.CHOICE in {left.sort.kind, right.sort.kind}:
        yield fact.fault("== or !=: the words of a choice have no order")
    elif other.sort.kind is None:
        yield from words_refused(other, fact.sort, described(fact.value))
    elif left.sort.kind is not right.sort.kind:
        yield right.fault(f"a {_kind_name(left.sort)}, to compare with {described(left.value)}")
    elif left.sort.kind is Kind.LEVEL and left.sort.values != right.sort.values:
        yield right.fault(f"a level with the words {', '.join(left.sort.values)}")
    elif not may_share(left.sort.values, right.sort.values):
        yield right.fault(f"a choice that can be one of {', '.join(left.sort.values)}")


def words_refused(words: Placed, scale: Sort, owner: str) -> Iterator[TextFault]:
    """Words as written, or in the cells of a table, that are not among those of the fact they meet."""
    expression = words.value
    for word in dict.fromkeys(cells(expression)) if isinstance(expression, Lookup) else (expression,):
        if not isinstance(word, Word):
            yield replace(words.fault(f"a word of {owner}"), found=described(word))
        elif scale.values and word.text not in scale.values:
            expected = f"a word of {owner}: {', '.join(scale.values)}"
            guess = likely(word.text, scale.values)
            yield replace(words.fault(expected, f"'{guess}'" if guess else ""), found=described(word))


def may_share(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two lists of words, each open when empty, can have one in common."""
    return not left or not right or not set(left).isdisjoint(right)


def _kind_name(sort: Sort) -> str:
    return "number" if sort.kind is None else sort.kind.value


def described(expression: Expression) -> str:
    """An expression in a few words of a message."""
    unit = f", in {sort_of(expression).unit}" if sort_of(expression).unit else ""
    match expression:
        case FactValue(fact):
            return f"{fact.name} ({fact.kind.value.replace('_', '/')}{unit})"
        case ParameterValue(parameter):
            return f"{parameter.name} (parameter{unit})"
        case Word(text):
            return f"the word '{shown(text)}'"
        case Lookup():
            return "the cells of the table"
        case Calculation():
            return f"a calculation{unit}"
        case _:
            return f"the number {_decimal(expression.units, expression.decimals)}"


def _decimal(units: int, decimals: int) -> str:
    digits = str(abs(units)).rjust(decimals + 1, "0")
    cut = len(digits) - decimals
    return ("-" if units < 0 else "") + digits[:cut] + (f".{digits[cut:]}" if decimals else "")
