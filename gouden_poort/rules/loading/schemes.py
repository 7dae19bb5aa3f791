"""Reading what a scheme says besides its conditions: what it does, how much, and what it goes together with."""

from __future__ import annotations

from gouden_poort.rules.book.rule import Amount, Beneficiary, Effect, Per, Rounding, SchemeTerms, Stacking
from gouden_poort.rules.language.sorts import sort_of
from gouden_poort.rules.language.tree import Expression
from gouden_poort.rules.loading.names import rule_name
from gouden_poort.rules.loading.nodes import Items, Node, Scalar
from gouden_poort.rules.loading.section import Section
from gouden_poort.rules.loading.texts import Texts

ARRANGED_BY = ("state", "uwv", "municipality", "sector", "region", "eu")
SCHEME_KEYS = ("effect", "beneficiary", "arranged_by", "amount", "stacking", "window")
_MOST_EUR = 100_000_000


def read_terms(rule: Section, texts: Texts) -> SchemeTerms | None:
    """The terms of a scheme; None when something is wrong with them."""
    faults, before = texts.faults, texts.faults.count
    for key in ("effect", "beneficiary", "arranged_by"):
        if key not in rule:
            faults.at(rule.at, f"`{key}` of a scheme", found=f"no `{key}`")
    window_at = rule.get("window")
    window = None if window_at is None else texts.plain_wording(window_at, "a window")
    effect = rule.choice("effect", Effect, Effect.IN_KIND)
    if effect is Effect.OWN_COST and "stacking" not in rule:
        faults.at(rule.at, "`stacking` of a scheme that pays: {group: ...}", found="no `stacking`")
    terms = SchemeTerms(
        effect=effect,
        beneficiary=rule.choice("beneficiary", Beneficiary, Beneficiary.CANDIDATE),
        arranged_by=rule.word("arranged_by", ARRANGED_BY),
        amount=_amount(rule.get("amount"), texts),
        stacking=_stacking(rule.get("stacking"), texts, rule.text("id") if "id" in rule else ""),
        window=window,
    )
    return terms if faults.count == before else None


def _amount(node: Node | None, texts: Texts) -> Amount | None:
    if node is None:
        return None
    section = Section(node, texts.faults, "an amount", required=("value",), optional=("round", "per"))
    rounding = section.choice("round", Rounding, Rounding.DOWN_TO_EURO)
    per = section.choice("per", Per, Per.STEP)
    value = _euros(section.get("value"), texts)
    return None if value is None else Amount(value=value, round=rounding, per=per)


def _euros(node: Node | None, texts: Texts) -> Expression | None:
    if node is None:
        return None
    value = texts.expression(node)
    if value is None:
        return None
    sort = sort_of(value)
    if not sort.is_number or (sort.unit is not None and not sort.unit.startswith("euro")):
        texts.faults.at(node, "an amount in euros")
        return None
    return value


def _stacking(node: Node | None, texts: Texts, rule_id: str) -> Stacking:
    """Without `stacking` a scheme is a group of its own."""
    if node is None:
        return Stacking(group=rule_id)
    section = Section(
        node, texts.faults, "stacking",
        required=("group",),
        optional=("not_with", "together_at_most", "order", "per_person", "per_year"),
    )  # fmt: skip
    order = section.whole("order", 0, 10_000)
    return Stacking(
        group=section.text("group"),
        not_with=tuple(item.text for item in excluded(section.get("not_with"), texts)),
        together_at_most=_euros(section.get("together_at_most"), texts),
        order=100 if order is None else order,
        per_person_eur=section.whole("per_person", 0, _MOST_EUR),
        per_year_eur=section.whole("per_year", 0, _MOST_EUR),
    )


def excluded(node: Node | None, texts: Texts) -> tuple[Scalar, ...]:
    """The ids under `not_with`, to point at."""
    if node is None:
        return ()
    if not isinstance(node, Items):
        texts.faults.at(node, "a list of ids of schemes")
        return ()
    for item in node.nodes:
        if not isinstance(item, Scalar):
            texts.faults.at(item, "the id of a scheme")
    return tuple(item for item in node.nodes if isinstance(item, Scalar) and rule_name(item, texts.faults))
