"""The formulas of one day, made into functions that a person runs through; equal parts are made and run once.

What only the person decides is asked first, then what is already known of the catalogue, then what takes both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gouden_poort.rules.columns.bitmaps import ANSWERS, NO, YES, Plane, Planes, opposite
from gouden_poort.rules.columns.bitmaps import every as all_of
from gouden_poort.rules.columns.bitmaps import some as any_of
from gouden_poort.rules.columns.measuring import Get
from gouden_poort.rules.columns.person import asking
from gouden_poort.rules.columns.settled import settled
from gouden_poort.rules.columns.shelf import Shelf, nobody
from gouden_poort.rules.columns.sides import Side, side_of
from gouden_poort.rules.columns.waiting import waiting
from gouden_poort.rules.language.tree import Every, Negation, Some, Test
from gouden_poort.rules.language.walking import facts_in

Seen = list[Planes | None]
"""The answers of parts that stand in more than one place, for the person at hand."""
Run = Callable[[Get, Seen], Planes]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Step:
    """A part of a formula: its answer when that is already known, else how to get it."""

    cost: int
    settled: Planes | None = None
    run: Run


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """The formulas of a day in the order they were given."""

    rule_ids: tuple[str, ...]
    runs: tuple[Run, ...]
    shared: int

    def answers(self, get: Get) -> list[Planes]:
        """The planes of each formula for one person."""
        seen: Seen = [None] * self.shared
        return [run(get, seen) for run in self.runs]


class Planner:
    """Makes the plan of a set of formulas over one table."""

    def __init__(self, shelf: Shelf, formulas: Mapping[str, Test]) -> None:
        self._shelf = shelf
        self._subjects = shelf.table.subjects
        self._steps: dict[Test, Step] = {}
        self._uses: Counter[Test] = Counter()
        self._shared = 0
        for formula in formulas.values():
            self._count(formula)
        self._formulas = formulas

    def plan(self) -> Plan:
        """Everything that can be made before a person comes is made here."""
        runs = tuple(self._step(formula).run for formula in self._formulas.values())
        return Plan(rule_ids=tuple(self._formulas), runs=runs, shared=self._shared)

    def _count(self, test: Test) -> None:
        self._uses[test] += 1
        if self._uses[test] == 1 and isinstance(test, Every | Some | Negation):
            for part in (test.part,) if isinstance(test, Negation) else test.parts:
                self._count(part)

    def _step(self, test: Test) -> Step:
        if test not in self._steps:
            self._steps[test] = self._shareable(test, self._made(test))
        return self._steps[test]

    def _made(self, test: Test) -> Step:
        side = side_of(test, self._subjects)
        if side is Side.PERSON:
            return self._of_person(test)
        if isinstance(test, Every | Some):
            return self._joined(test)
        if side is Side.CATALOGUE:
            return _settled(settled(test, self._shelf))
        if isinstance(test, Negation):
            return self._turned(self._step(test.part))
        cost, answer = waiting(test, self._shelf)
        return Step(cost=cost, run=lambda get, _seen: answer(get))

    def _of_person(self, test: Test) -> Step:
        ask = asking(test)
        if not facts_in(test):
            return _settled(ANSWERS[ask(nobody)])
        return Step(cost=0, run=lambda get, _seen: ANSWERS[ask(get)])

    def _turned(self, step: Step) -> Step:
        full, run = self._shelf.full, step.run
        return Step(cost=step.cost + 1, run=lambda get, seen: opposite(run(get, seen), full))

    def _joined(self, test: Every | Some) -> Step:
        """Settled parts become one; a part that settles the whole leaves nothing to run."""
        steps = [self._step(part) for part in test.parts]
        join, ending, neutral = (all_of, NO, YES) if isinstance(test, Every) else (any_of, YES, NO)
        known = join(step.settled for step in steps if step.settled is not None)
        rest = sorted((step for step in steps if step.settled is None), key=lambda step: step.cost)
        if not rest or _same(known, ending):
            return _settled(known)
        runs = [step.run for step in rest]
        if not _same(known, neutral):
            quick = sum(step.cost == 0 for step in rest)
            runs.insert(quick, _settled(known).run)
        if len(runs) == 1:
            return rest[0]
        run = _running_every(tuple(runs)) if isinstance(test, Every) else _running_some(tuple(runs))
        return Step(cost=sum(step.cost for step in rest) + 1, run=run)

    def _shareable(self, test: Test, step: Step) -> Step:
        if step.settled is not None or self._uses[test] < 2 or step.cost == 0:
            return step
        place, run = self._shared, step.run
        self._shared += 1

        def once(get: Get, seen: Seen) -> Planes:
            if (planes := seen[place]) is None:
                planes = seen[place] = run(get, seen)
            return planes

        return Step(cost=step.cost, run=once)


def _same(settled: Planes, constant: Planes) -> bool:
    """Whether it is that constant; planes that are arrays never are."""
    return settled[0] is constant[0] and settled[1] is constant[1]


def _settled(planes: Planes) -> Step:
    return Step(cost=0, settled=planes, run=lambda _get, _seen: planes)


def _running_every(runs: tuple[Run, ...]) -> Run:
    def run(get: Get, seen: Seen) -> Planes:
        surely: Plane = True
        possibly: Plane = True
        for part in runs:
            one, other = part(get, seen)
            if other is False:
                return NO
            if one is True:
                continue
            if one is other and surely is possibly:
                surely = possibly = one if surely is True else surely & one
                continue
            if surely is not False:
                surely = one if surely is True or one is False else surely & one
            if other is not True:
                possibly = other if possibly is True else possibly & other
        return surely, possibly

    return run


def _running_some(runs: tuple[Run, ...]) -> Run:
    def run(get: Get, seen: Seen) -> Planes:
        surely: Plane = False
        possibly: Plane = False
        for part in runs:
            one, other = part(get, seen)
            if one is True:
                return YES
            if other is False:
                continue
            if one is other and surely is possibly:
                surely = possibly = one if surely is False else surely | one
                continue
            if one is not False:
                surely = one if surely is False else surely | one
            if possibly is not True:
                possibly = other if possibly is False or other is True else possibly | other
        return surely, possibly

    return run
