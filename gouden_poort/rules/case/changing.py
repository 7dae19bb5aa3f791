"""What would open a closed door at the least effort: a search over changes, each confirmed by judging again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from heapq import heappop, heappush
from typing import cast

from gouden_poort.rules.book.rule import Rule, RuleKind, as_test
from gouden_poort.rules.case.candidates import can_change, candidates, effort_of
from gouden_poort.rules.case.evaluating import Atom, answer
from gouden_poort.rules.case.judging import judge
from gouden_poort.rules.case.verdict import Outcome
from gouden_poort.rules.language.tree import Every, Negation, Some, Test
from gouden_poort.rules.language.walking import facts_in
from gouden_poort.rules.language.words import Fact, Facts, Subject, Value

MOST_TRIED = 2_000
"""How many sets of changes are judged before the search gives up; a usual door needs a handful."""
SURE = (Outcome.YES, Outcome.NOT_APPLICABLE, Outcome.NOT_IN_FORCE)
"""Outcomes of an admission rule that leave no question."""

Reachable = Callable[[Fact, Value], bool]
"""Whether a fact can be brought to a value at all, such as a paper that some course still awards."""
Way = tuple[Fact, Value]
Label = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One fact that would have to become otherwise."""

    fact: Fact
    before: Value
    after: Value
    effort: int

    @property
    def by(self) -> Subject:
        """Who can do it: the person, or the employer."""
        return self.fact.subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What opens the door; no changes at all when it is not closed."""

    changes: tuple[Change, ...]
    """By name of fact."""
    sure: bool
    """False: some rule is still not known then, so the door may yet turn out closed."""

    @property
    def effort(self) -> int:
        """Of all of them together, in rough weeks."""
        return sum(change.effort for change in self.changes)


def cheapest_change(
    rules: Iterable[Rule], facts: Facts, day: date, *, reachable: Reachable = lambda _fact, _value: True
) -> Changes | None:
    """The changes of least effort after which no admission rule closes the door; None when nothing helps.

    Of equal efforts one that leaves no question goes first, then the fewest changes. Unknown facts are left alone:
    what is not known closes no door.
    """
    admission = tuple(rule for rule in rules if rule.kind is RuleKind.ADMISSION)
    search = _Search(admission, facts, day, reachable)
    best: Changes | None = None
    for found in search.in_order():
        if best is not None and found.effort > best.effort:
            break
        if found.sure:
            return found
        best = best or found
    return best


class _Search:
    """Sets of changes, the cheapest first; each is judged, and when a rule still says no, grown by what may turn it.

    Whatever opens the door must turn every failing rule, so following the ways of one of them misses nothing.
    """

    def __init__(self, rules: tuple[Rule, ...], facts: Facts, day: date, reachable: Reachable) -> None:
        self._rules, self._facts, self._day, self._reachable = rules, facts, day, reachable
        self._tests = tuple(_passes(rule) for rule in rules if rule.is_in_force_on(day))
        self._waiting: list[tuple[int, int, Label, Mapping[str, Way]]] = []
        self._seen: set[Label] = set()

    def in_order(self) -> Iterator[Changes]:
        """Every set found that opens the door, in order of effort."""
        self._consider({})
        for _ in range(MOST_TRIED):
            if not self._waiting:
                return
            ways = heappop(self._waiting)[3]
            facts = {**self._facts, **{name: after for name, (_, after) in ways.items()}}
            failing = [test for test in self._tests if answer(test, facts, self._day) is False]
            if not failing:
                yield self._confirmed(ways, facts)
                continue
            for fact, after in self._fewest(failing, facts):
                self._consider({**ways, fact.name: (fact, after)})

    def _consider(self, ways: Mapping[str, Way]) -> None:
        label = tuple(sorted((name, _in_text(after)) for name, (_, after) in ways.items()))
        if label not in self._seen:
            self._seen.add(label)
            effort = sum(self._effort(fact, after) for fact, after in ways.values())
            heappush(self._waiting, (effort, len(ways), label, ways))

    def _effort(self, fact: Fact, after: Value) -> int:
        return effort_of(fact, cast("Value", self._facts[fact.name]), after)

    def _confirmed(self, ways: Mapping[str, Way], facts: Facts) -> Changes:
        outcomes = [judge(rule, facts, self._day).outcome for rule in self._rules]
        changes = tuple(
            Change(
                fact=fact,
                before=cast("Value", self._facts[name]),
                after=after,
                effort=self._effort(fact, after),
            )
            for name, (fact, after) in sorted(ways.items())
        )
        return Changes(changes=changes, sure=all(outcome in SURE for outcome in outcomes))

    def _fewest(self, tests: Iterable[Test], facts: Facts) -> list[Way]:
        """The ways to turn that one of some tests which has the fewest: with none at all, nothing helps."""
        return min((self._ways(test, facts) for test in tests), key=len)

    def _ways(self, test: Test, facts: Facts) -> list[Way]:
        """Single changes of which any set that turns a test holds at least one, or something beyond it."""
        match test:
            case Every() | Some():
                result = answer(test, facts, self._day)
                deciding = [part for part in test.parts if answer(part, facts, self._day) is result]
                if result is isinstance(test, Some):
                    return self._fewest(deciding, facts)  # Each of them must turn, so any one may go first.
                return [way for part in deciding for way in self._ways(part, facts)]
            case Negation():
                return self._ways(test.part, facts)
            case _:
                return self._ways_of_atom(test, facts)

    def _ways_of_atom(self, atom: Atom, facts: Facts) -> list[Way]:
        return [
            (fact, after)
            for fact in facts_in(atom)
            if can_change(fact) and facts.get(fact.name) is not None
            for after in candidates(atom, fact, facts, self._day)
            if self._reachable(fact, after)
        ]


def _passes(rule: Rule) -> Test:
    """An admission rule as one test: it passes where it does not apply, or where its condition holds."""
    when = as_test(rule.when)
    return when if rule.only_if is None else Some((Negation(as_test(rule.only_if)), when))


def _in_text(value: Value) -> str:
    """The same text for the same value, in an order that does not hang on how a set is kept."""
    if isinstance(value, Mapping):
        return repr(sorted(value.items()))
    return repr(sorted(value)) if isinstance(value, frozenset) else repr(value)
