"""The rules of a book made ready for one table: `prepare` once for a catalogue, `judge` for every person."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from datetime import date

from gouden_poort.rules.book.rule import MUST_HOLD, Rule
from gouden_poort.rules.columns.bitmaps import NO, YES
from gouden_poort.rules.columns.inward import formula
from gouden_poort.rules.columns.judging import Judged
from gouden_poort.rules.columns.plan import Plan, Planner
from gouden_poort.rules.columns.shelf import Shelf
from gouden_poort.rules.columns.table import FactTable
from gouden_poort.rules.language.words import Facts, Parameter

PLANS_KEPT = 16
"""Days on which the same rules hold with the same figures share a plan; ten years have about so many such periods."""

DAYS_KEPT = 1024

Signature = tuple[tuple[bool, ...], tuple[int | None, ...]]


def prepare(rules: Sequence[Rule], table: FactTable, day: date | None = None) -> Prepared:
    """Make rules ready for a table. With a day, what that day needs is made at once, not at the first person."""
    prepared = Prepared(rules, table)
    if day is not None:
        prepared.plan_on(day)
    return prepared


def _reads(rules: Sequence[Rule]) -> dict[str, frozenset[str]]:
    reads: dict[str, frozenset[str]] = {}
    for rule in rules:
        names = (fact.name for leaf in rule.leaves for fact in leaf.facts)
        reads[rule.id] = reads.get(rule.id, frozenset()).union(names)
    return reads


class Prepared:
    """Rules over one table. Rules of one id stand for several periods; the one that holds on the day counts."""

    def __init__(self, rules: Sequence[Rule], table: FactTable) -> None:
        self.rules = tuple(rules)
        self.table = table
        self._shelf = Shelf(table)
        self._parameters: tuple[Parameter, ...] = tuple(
            dict.fromkeys(one for rule in self.rules for leaf in rule.leaves for one in leaf.parameters)
        )
        self.reads = _reads(self.rules)
        """The names of the facts that a rule reads, in any of its periods, by its id."""
        self._by_day: dict[date, Plan] = {}
        self._plans: OrderedDict[Signature, Plan] = OrderedDict()
        self._kinds = {rule.id: rule.kind for rule in self.rules}
        self._silent = {rule.id: YES if rule.kind in MUST_HOLD else NO for rule in self.rules}

    def judge(self, facts: Facts, day: date) -> Judged:
        """One person against every row. Facts of the table's own subjects are read from the table only."""
        plan = self.plan_on(day)
        planes = {**self._silent, **dict(zip(plan.rule_ids, plan.answers(facts.get), strict=True))}
        return Judged(rows=self.table.rows, planes=planes, kinds=self._kinds)

    def plan_on(self, day: date) -> Plan:
        """The plan of a day, made when no day like it was asked for lately."""
        if (plan := self._by_day.get(day)) is None:
            if len(self._by_day) >= DAYS_KEPT:
                self._by_day.clear()
            plan = self._by_day[day] = self._plan_like(day)
        return plan

    def _plan_like(self, day: date) -> Plan:
        signature = (
            tuple(rule.is_in_force_on(day) for rule in self.rules),
            tuple(parameter.on(day) for parameter in self._parameters),
        )
        if (plan := self._plans.get(signature)) is None:
            formulas = {rule.id: formula(rule, day) for rule in self.rules if rule.is_in_force_on(day)}
            plan = self._plans[signature] = Planner(self._shelf, formulas).plan()
            if len(self._plans) > PLANS_KEPT:
                self._plans.popitem(last=False)
        return plan
