"""Which facts to ask for: those whose absence leaves a verdict open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from gouden_poort.rules.case.evaluating import deciding_atoms
from gouden_poort.rules.case.judging import deciding_leaves
from gouden_poort.rules.case.verdict import Outcome, Trace, Verdict
from gouden_poort.rules.language.walking import facts_in
from gouden_poort.rules.language.words import Fact


def facts_missing(verdicts: Iterable[Verdict]) -> tuple[Fact, ...]:
    """The facts that open verdicts wait for, first the one that most of them wait for; equal ones by name."""
    waiting: Counter[Fact] = Counter()
    for verdict in verdicts:
        if verdict.outcome is Outcome.UNKNOWN:
            waiting.update({fact for leaf in deciding_leaves(verdict) for fact in unknown_in(leaf, verdict.day)})
    return tuple(sorted(waiting, key=lambda fact: (-waiting[fact], fact.name)))


def unknown_in(leaf: Trace, day: date) -> tuple[Fact, ...]:
    """The unknown facts on which a leaf hangs: of `a or b` not those of a part that is no already."""
    if leaf.leaf is None or leaf.answer is not None:
        return ()
    facts = {read.fact.name: read.value for read in leaf.reads}
    read = (fact for atom, _ in deciding_atoms(leaf.leaf.test, facts, day) for fact in facts_in(atom))
    return tuple(dict.fromkeys(fact for fact in read if facts.get(fact.name) is None))
