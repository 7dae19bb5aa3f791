"""Facts, leaves and rules for tests of the rule engine; what a test does not care about has a sensible default."""

from __future__ import annotations

from datetime import date

from gouden_poort.rules.book.rule import (
    Amount,
    Beneficiary,
    Condition,
    Confidence,
    Effect,
    Leaf,
    Period,
    Place,
    Rule,
    RuleKind,
    SchemeTerms,
    Source,
    Stacking,
)
from gouden_poort.rules.language.tree import Comparison, Expression, FactValue, Number, Relation, Test, Word
from gouden_poort.rules.language.words import Fact, Kind, Parameter, Wording, WordList

DAY = date(2026, 11, 21)
LEVELS = ("A0", "A1", "A2", "B1", "B2", "C1", "C2")
PLACE = Place(file="example.yaml", line=1, column=1)


def a_wording(nl: str, en: str = "") -> Wording:
    """The same words twice, unless the English is given."""
    return Wording(nl=nl, en=en or nl)


def a_fact(name: str, kind: Kind = Kind.NUMBER, **given: object) -> Fact:
    """A fact; a number runs from 0 to 100 and a level has the levels of Dutch."""
    defaults: dict[str, object] = {"wording": a_wording(name.partition(".")[2])}
    if kind in (Kind.NUMBER, Kind.MONEY):
        defaults |= {"lowest": 0, "highest": 100}
    elif kind is Kind.LEVEL:
        defaults |= {"values": LEVELS}
    return Fact(name=name, kind=kind, **(defaults | given))  # type: ignore[arg-type]


def a_parameter(name: str, values: dict[date, int], unit: str = "", decimals: int = 0) -> Parameter:
    """A figure of the law with its values by first day."""
    return Parameter(
        name=name,
        unit=unit,
        decimals=decimals,
        values=tuple(sorted(values.items())),
        wording=a_wording(name),
        source="Example act",
    )


def a_word_list(*facts: Fact, parameters: tuple[Parameter, ...] = ()) -> WordList:
    """What a book of these facts and parameters may name."""
    return WordList(facts={one.name: one for one in facts}, parameters={one.name: one for one in parameters})


def compared(left: Fact | Expression | int | str, relation: str, right: Fact | Expression | int | str) -> Comparison:
    """`compared(age, ">=", 18)` for `age >= 18`."""
    return Comparison(Relation(relation), _expression(left), _expression(right))


def a_leaf(test: Test, leaf_id: str = "leaf", nl: str = "Dit is zo.", en: str = "This is so.") -> Leaf:
    """One test with its id and words."""
    return Leaf(id=leaf_id, text=leaf_id, test=test, wording=Wording(nl=nl, en=en), place=PLACE)


def a_rule(when: Condition | Test, **given: object) -> Rule:
    """An admission rule of a high confidence that is always in force, unless told otherwise."""
    defaults: dict[str, object] = {
        "id": "example.rule",
        "kind": RuleKind.ADMISSION,
        "wording": a_wording("Een regel.", "A rule."),
        "period": Period(),
        "in_force": True,
        "source": Source(title="Example act", read_on=date(2026, 1, 1)),
        "confidence": Confidence.HIGH,
        "unsure": None,
        "only_if": None,
        "not_expressed": (),
        "scheme": None,
        "points": None,
        "examples": (),
        "place": PLACE,
    }
    only_if = given.pop("only_if", None)
    asked = only_if if only_if is None else _condition(only_if)  # type: ignore[arg-type]
    return Rule(when=_condition(when), **(defaults | given | {"only_if": asked}))  # type: ignore[arg-type]


def a_scheme(when: Condition | Test, amount: Amount | None = None, **given: object) -> Rule:
    """A scheme that lowers what a person pays, in a group of its own; `effect` and `stacking` can be given."""
    rule_id = str(given.pop("id", "scheme.example"))
    terms = SchemeTerms(
        effect=given.pop("effect", Effect.OWN_COST),  # type: ignore[arg-type]
        beneficiary=Beneficiary.CANDIDATE,
        arranged_by="state",
        amount=amount,
        stacking=given.pop("stacking", Stacking(group=rule_id)),  # type: ignore[arg-type]
    )
    return a_rule(when, id=rule_id, kind=RuleKind.SCHEME, scheme=terms, **given)


def _expression(side: Fact | Expression | int | str) -> Expression:
    if isinstance(side, Fact):
        return FactValue(side)
    if isinstance(side, int):
        return Number(side)
    return Word(side) if isinstance(side, str) else side


def _condition(given: Condition | Test) -> Condition:
    return given if isinstance(given, Condition) else a_leaf(given)
