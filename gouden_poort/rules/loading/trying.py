"""Running the examples of a rule, and counting which of its leaves they reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gouden_poort.rules.book.rule import MUST_HOLD, Leaf, Rule, Rulebook
from gouden_poort.rules.case.amounts import amount_cents
from gouden_poort.rules.case.judging import deciding_leaves, judge
from gouden_poort.rules.case.missing import facts_missing
from gouden_poort.rules.case.verdict import Outcome, Trace, Verdict
from gouden_poort.rules.loading.conditions import ONLY_IF
from gouden_poort.rules.loading.examples import Written
from gouden_poort.rules.loading.nodes import Items, Node
from gouden_poort.rules.loading.rules import WrittenRule
from gouden_poort.rules.loading.section import Section, shown

_SAID = {True: "yes", False: "no", None: "not known"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How often the examples of a rule bring one of its leaves to each answer."""

    rule: Rule
    leaf: Leaf
    yes: int
    no: int
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the examples of a book reach, leaf by leaf. Rules that are never in force are left out."""

    leaves: tuple[Reached, ...]

    @property
    def lacking(self) -> tuple[Reached, ...]:
        """Leaves that no example makes true, or none makes false."""
        return tuple(reached for reached in self.leaves if not reached.yes or not reached.no)


def coverage(book: Rulebook) -> Coverage:
    """Counts over all examples of a book."""
    counted = (
        reached
        for rule in book.rules
        for reached in _counted(rule, [judge(rule, example.given, example.as_of) for example in rule.examples])
    )
    return Coverage(leaves=tuple(counted))


def check_examples(written: WrittenRule) -> None:
    """Tells every example that fails, every kind of example that is missing, and each leaf that none reaches."""
    rule, section = written.rule, written.section
    verdicts = [judge(rule, one.example.given, one.example.as_of) for one in written.examples]
    for one, verdict in zip(written.examples, verdicts, strict=True):
        _check_example(one, verdict)
    if not written.whole or "tests" not in section:
        return
    if not _outcomes_are_there(rule, section):
        return
    for reached in _counted(rule, verdicts):
        for count, answer in ((reached.yes, "true"), (reached.no, "false")):
            if not count:
                place = reached.leaf.place
                skips = reached.leaf.id == ONLY_IF and answer == "false"
                section.faults.on(
                    place.line, place.column, f"the leaf {reached.leaf.id}, {answer} in no example",
                    "an example with expect: not_applicable" if skips else f"an example that makes it {answer}",
                )  # fmt: skip


def _outcomes_are_there(rule: Rule, section: Section) -> bool:
    before = section.faults.count
    given = {example.expect for example in rule.examples}
    at = section.key("tests")
    if not given:
        section.faults.at(at, "examples", found="no example")
    if not rule.in_force or not given or given == {Outcome.NOT_IN_FORCE.value}:
        return False
    if Outcome.YES.value not in given:
        section.faults.at(at, "an example with expect: yes", found="no example that passes")
    fails = {Outcome.NO.value} if rule.kind in MUST_HOLD else {Outcome.NO.value, Outcome.NOT_APPLICABLE.value}
    if not given & fails:
        section.faults.at(
            at, f"an example with expect: {' or '.join(sorted(fails))}", found="no example that does not pass"
        )
    return section.faults.count == before


def _check_example(written: Written, verdict: Verdict) -> None:
    example, section = written.example, written.section
    faults = section.faults
    came_out = verdict.outcome.value
    if came_out != example.expect:
        told = ", ".join(f"{leaf.id} is {_SAID[trace.answer]}" for leaf, trace in _leaf_traces(verdict.traces))
        found = f"{came_out}, on {example.as_of}" + (f": {told}" if told else "")
        faults.at(section.get("expect") or section.at, f"{example.expect}, as the example says", found=found)
        return
    decided = [trace.leaf.id for trace in deciding_leaves(verdict) if trace.leaf]
    for node, leaf_id in _each(section, "because", example.because):
        if leaf_id not in decided:
            faults.at(node, f"{leaf_id} among the leaves that decide", found=_listed(decided, "decided"))
    missing = [fact.name for fact in facts_missing([verdict])] if example.ask else []
    for node, name in _each(section, "ask", example.ask):
        if name not in missing:
            faults.at(node, f"{name} among the facts that are missing", found=_listed(missing, "missing"))
    if example.amount_cents is not None:
        cents = amount_cents(verdict.rule, example.given, example.as_of)
        if cents != example.amount_cents:
            came_to = "an amount that is not known" if cents is None else f"{shown(cents, 2)} euros"
            expected = f"{shown(example.amount_cents, 2)} euros, as the example says"
            faults.at(section.get("amount") or section.at, expected, found=f"{came_to}, on {example.as_of}")


def _each(section: Section, key: str, names: Sequence[str]) -> Iterator[tuple[Node, str]]:
    node = section.get(key)
    return zip(node.nodes, names, strict=True) if isinstance(node, Items) else iter(())


def _listed(names: Iterable[str], what: str) -> str:
    listed = ", ".join(dict.fromkeys(names))
    return f"{what}: {listed}" if listed else f"nothing {what}"


def _leaf_traces(traces: Iterable[Trace]) -> Iterator[tuple[Leaf, Trace]]:
    for trace in traces:
        if trace.leaf is not None:
            yield trace.leaf, trace
        yield from _leaf_traces(trace.children)


def _counted(rule: Rule, verdicts: Sequence[Verdict]) -> tuple[Reached, ...]:
    if not rule.in_force:
        return ()
    answers: dict[str, list[bool | None]] = {leaf.id: [] for leaf in rule.leaves}
    for verdict in verdicts:
        for leaf, trace in _leaf_traces(verdict.traces):
            answers[leaf.id].append(trace.answer)
    return tuple(
        Reached(
            rule=rule,
            leaf=leaf,
            yes=answers[leaf.id].count(True),
            no=answers[leaf.id].count(False),
            unknown=answers[leaf.id].count(None),
        )
        for leaf in rule.leaves
    )
