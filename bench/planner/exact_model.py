"""An aim as a model of CP-SAT: every rule of the format, exact, in whole units of effort.

Redundant constraints (a step must be of use, the hours must fit before the end) only make the proof shorter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from exact_aim import Aim, Ending, Prices
from ground import Course, Ground, Need
from ortools.sat.python import cp_model

Literal = cp_model.IntVar
Taken = tuple[Course, Literal, Literal]
"""A course, whether it is followed, and its start week."""


class ExactModel:
    """The variables and constraints of one aim; `cp` is solved elsewhere."""

    def __init__(self, ground: Ground, aim: Aim, limit: int) -> None:
        self.ground, self.aim, self.cp = ground, aim, cp_model.CpModel()
        self.work = self.cp.new_int_var(0, max(ending.last for ending in aim.endings), "work")
        self.qualified = self.cp.new_int_var(0, max(e.last + e.weeks for e in aim.endings), "qualified")
        self.taken = [self.cp.new_bool_var(f"take {c.offering.offering_id}") for c in aim.courses]
        self.start = [self._start_of(course) for course in aim.courses]
        self.ends = [self.cp.new_bool_var(f"end in {e.opening.position.position_id}") for e in aim.endings]
        self.paid: dict[tuple[str, str], Literal] = {}
        self._bbl: dict[str, tuple[Course, list[int]]] = {}
        for number, ending in enumerate(aim.endings):
            if ending.course:
                self._bbl.setdefault(ending.course.offering.offering_id, (ending.course, []))[1].append(number)
        self._use: dict[int, list[Literal]] = defaultdict(list)
        self._intervals: list[tuple[cp_model.IntervalVar, int]] = []
        self._met = {need: self._meeting(need, places) for need, places in aim.needs.items()}
        for place in range(len(aim.courses)):
            self._course(place)
        self.cp.add_exactly_one(self.ends)
        for literal, ending in zip(self.ends, aim.endings, strict=True):
            self._ending(literal, ending)
        self._alike()
        self._essentials()
        self._load()
        self.effort = self._effort()
        self.cp.add(self.effort <= limit)
        self.cp.minimize(self.effort)

    def _weeks_of(self, course: Course) -> list[int]:
        ready = max((self.ground.week_of(need) for need in course.asks), default=0)
        return [week for week in course.starts if week >= ready and week + course.weeks <= self.aim.latest]

    def _start_of(self, course: Course) -> Literal:
        domain = cp_model.Domain.from_values(self._weeks_of(course) or [0])
        return self.cp.new_int_var_from_domain(domain, f"start {course.offering.offering_id}")

    def _meeting(self, need: Need, places: Iterable[int]) -> tuple[Literal, Literal]:
        """Whether courses meet a need, and a week by which one of them has."""
        met, latest = self.cp.new_bool_var(f"met {need}"), self.aim.latest
        week = self.cp.new_int_var(min(self.ground.week_of(need), latest), latest, f"week {need}")
        chosen = []
        for place in places:
            by_this = self.cp.new_bool_var(f"{need} by {place}")
            self.cp.add_implication(by_this, self.taken[place])
            self.cp.add(week >= self.start[place] + self.aim.courses[place].weeks).only_enforce_if(by_this)
            chosen.append(by_this)
            self._use[place].append(by_this)
        self.cp.add(sum(chosen) == met)
        return met, week

    def _course(self, place: int) -> None:
        course, taken, start = self.aim.courses[place], self.taken[place], self.start[place]
        if not self._weeks_of(course):
            self.cp.add(taken == 0)
            return
        self._entry(taken, course.asks, start)
        self.cp.add(start + course.weeks <= self.qualified).only_enforce_if(taken)
        self.cp.add(self.qualified >= self.ground.first_end(course) * taken)
        self.cp.add_bool_or(self._use[place]).only_enforce_if(taken)
        interval = self.cp.new_optional_fixed_size_interval_var(start, course.weeks, taken, f"interval {place}")
        self._intervals.append((interval, course.offering.hours_per_week))

    def _entry(self, literal: Literal, asks: Iterable[Need], start: Literal) -> None:
        for need in asks:
            met, week = self._met[need]
            self.cp.add_implication(literal, met)
            self.cp.add(week <= start).only_enforce_if(literal)

    def _ending(self, literal: Literal, ending: Ending) -> None:
        self._entry(literal, ending.asks, self.work)
        weeks = cp_model.Domain(ending.first, ending.last)
        if ending.course:
            weeks = cp_model.Domain.from_values([w for w in ending.course.starts if ending.first <= w <= ending.last])
            interval = self.cp.new_optional_fixed_size_interval_var(
                self.work, ending.weeks, literal, f"work in {ending.opening.position.position_id}"
            )
            self._intervals.append((interval, ending.hours))
        self.cp.add_linear_expression_in_domain(self.work, weeks).only_enforce_if(literal)
        self.cp.add(self.qualified == self.work + ending.weeks).only_enforce_if(literal)

    def _alike(self) -> None:
        """Of courses that give the same of what matters, the one that ends last is of no use."""
        alike: dict[frozenset[Need], list[Literal]] = defaultdict(list)
        for course, taken in zip(self.aim.courses, self.taken, strict=True):
            alike[frozenset(need for need in self.aim.needs if course.meets(need))].append(taken)
        for literals in alike.values():
            if len(literals) > 1:
                self.cp.add_at_most_one(literals)

    def _essentials(self) -> None:
        for need in self.aim.essentials:
            met = [self._met[need][0]] if need in self._met else []
            by_ending = [end for end, e in zip(self.ends, self.aim.endings, strict=True) if e.gives(need)]
            self.cp.add_bool_or([*met, *by_ending])

    def _load(self) -> None:
        hours = self.ground.person.hours_per_week
        self.cp.add_cumulative([interval for interval, _ in self._intervals], [h for _, h in self._intervals], hours)
        areas = [c.weeks * c.offering.hours_per_week * t for c, t in zip(self.aim.courses, self.taken, strict=True)]
        areas += [e.weeks * e.hours * literal for e, literal in zip(self.aim.endings, self.ends, strict=True)]
        self.cp.add(sum(areas) <= hours * self.qualified)

    def _effort(self) -> cp_model.LinearExprT:
        prices = Prices.of(self.ground)
        steps = [*zip(self.aim.courses, self.taken, self.start, strict=True), *self._bbl_steps()]
        own = self.cp.new_int_var(0, self.ground.person.budget_eur, "own cost")
        self.cp.add(
            own == sum(course.offering.cost_eur * taken for course, taken, _ in steps) - sum(self._helped(steps))
        )
        minutes = [course.minutes * taken for course, taken, _ in steps]
        minutes += [e.opening.minutes * literal for e, literal in zip(self.aim.endings, self.ends, strict=True)]
        effort: cp_model.LinearExprT = (
            prices.week * self.work
            + prices.qualified * self.qualified
            + prices.euro * own
            + prices.minute * sum(minutes)
            + prices.step * sum(taken for _, taken, _ in steps)
        )
        return effort

    def _bbl_steps(self) -> list[Taken]:
        steps = []
        for name, (course, numbers) in self._bbl.items():
            taken = self.cp.new_bool_var(f"take {name}")
            self.cp.add(sum(self.ends[number] for number in numbers) == taken)
            steps.append((course, taken, self.work))
        return steps

    def _helped(self, steps: Iterable[Taken]) -> list[Literal]:
        """What each scheme pays towards each step, within every limit of R8."""
        per_scheme: dict[str, list[Literal]] = defaultdict(list)
        for step in steps:
            amounts = self._helped_step(step)
            for scheme_id, amount in amounts.items():
                per_scheme[scheme_id].append(amount)
            if amounts:
                self.cp.add(sum(amounts.values()) <= step[0].offering.cost_eur * step[1])
        for scheme_id, shares in per_scheme.items():
            self.cp.add(sum(shares) <= self.ground.catalogue.schemes[scheme_id].cap_per_person_eur)
        return [amount for shares in per_scheme.values() for amount in shares]

    def _helped_step(self, step: Taken) -> dict[str, Literal]:
        course, taken, start = step
        amounts = {}
        per_group: dict[str, list[Literal]] = defaultdict(list)
        for each in course.helps:
            key = (course.offering.offering_id, each.scheme_id)
            pays = self.cp.new_bool_var(f"pays {key}")
            amounts[each.scheme_id] = self.paid[key] = self.cp.new_int_var(0, each.limit_eur, f"amount {key}")
            self.cp.add(self.paid[key] <= each.limit_eur * pays)
            self.cp.add_implication(pays, taken)
            if not each.weeks.issuperset(course.starts):
                weeks = cp_model.Domain.from_values(sorted(each.weeks))
                self.cp.add_linear_expression_in_domain(start, weeks).only_enforce_if(pays)
            per_group[each.stack_group].append(pays)
        for literals in per_group.values():
            self.cp.add_at_most_one(literals)
        return amounts
