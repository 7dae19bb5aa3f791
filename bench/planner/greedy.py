"""The route that a sensible person would put together by hand: cover what is missing cheaply, begin soon, find a place.

A greedy set cover, laid on dates one step after the other, with the schemes that pay most. Nothing is ever taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ground import Course, Ground, Need, Opening, meets
from routes import Chosen, route_of

STEPS_EUR = (100, 5)
"""What taking another step counts beside its price, so that free courses are compared too; less when money is short."""


@dataclass(slots=True, kw_only=True)
class Plan:
    """Courses on their start weeks, hours taken, money given, as far as they have come."""

    ground: Ground
    placed: list[tuple[Course, int]] = field(default_factory=list)
    blocks: list[tuple[int, int, int]] = field(default_factory=list)
    paid: dict[tuple[str, str], int] = field(default_factory=dict)

    def met_at(self, need: Need) -> int | None:
        """The week in which a need is met by what is placed."""
        return min((start + course.weeks for course, start in self.placed if course.meets(need)), default=None)

    def ready(self, asks: Iterable[Need]) -> int | None:
        """The week in which all of these are met, None when that never comes."""
        weeks = [self.met_at(need) for need in asks]
        return None if None in weeks else max((week for week in weeks if week is not None), default=0)

    def has_room(self, start: int, end: int, hours: int) -> bool:
        """Whether so many hours a week fit in all that time."""
        moments = {start, *(begin for begin, _, _ in self.blocks if start < begin < end)}
        most = max(sum(h for begin, finish, h in self.blocks if begin <= moment < finish) for moment in moments)
        return most + hours <= self.ground.person.hours_per_week

    def first_fit(self, course: Course, ready: int, weeks: range, beside: int = 0) -> int | None:
        """The first start from a week on, within some weeks, for which there is room."""
        hours = course.offering.hours_per_week + beside
        for start in course.starts:
            if start >= ready and start in weeks and self.has_room(start, start + course.weeks, hours):
                return start
        return None

    def place(self, course: Course, start: int, beside: int = 0) -> None:
        """Lay a course on a week and let schemes pay what they still can, the most generous of each group."""
        self.placed.append((course, start))
        self.blocks.append((start, start + course.weeks, course.offering.hours_per_week + beside))
        left, groups = course.offering.cost_eur, set[str]()
        for each in sorted(course.helps, key=lambda each: (-each.limit_eur, each.scheme_id)):
            cap = self.ground.catalogue.schemes[each.scheme_id].cap_per_person_eur
            given = sum(amount for (_, scheme), amount in self.paid.items() if scheme == each.scheme_id)
            amount = min(each.limit_eur, left, cap - given)
            if start in each.weeks and each.stack_group not in groups and amount >= 1:
                groups.add(each.stack_group)
                self.paid[course.offering.offering_id, each.scheme_id] = amount
                left -= amount

    def own_eur(self) -> int:
        """What is left to pay."""
        return sum(course.offering.cost_eur for course, _ in self.placed) - sum(self.paid.values())

    def end(self) -> int:
        """When everything placed is finished."""
        return max((start + course.weeks for course, start in self.placed), default=0)


def greedy_route(ground: Ground, occupation_id: str) -> dict[str, Any] | None:
    """The best of what can be put together with a job at the end, and with each bbl course; None when nothing fits."""
    essentials, openings = ground.essentials(occupation_id), ground.openings(occupation_id)
    endings = [_towards_job(ground, essentials, [o for o in openings if o.position.kind == "job"])]
    for course in ground.courses:
        if course.is_bbl:
            fits = [o for o in openings if o.position.credential_id in course.offering.awards]
            endings.append(_towards_bbl(ground, essentials, course, [o for o in fits if o.position.kind == "bbl"]))
    routes = [route_of(ground, occupation_id, chosen) for chosen in endings if chosen is not None]
    return min(routes, key=lambda route: route["effort"], default=None)


def _towards_job(ground: Ground, essentials: frozenset[Need], jobs: Sequence[Opening]) -> Chosen | None:
    for opening in sorted(jobs, key=lambda o: (len(o.asks), o.minutes))[:1]:
        plan = _laid_out(ground, essentials | opening.asks)
        if plan is None or plan.own_eur() > ground.person.budget_eur:
            return None
        held = [o for o in jobs if plan.ready(o.asks) is not None and plan.end() <= o.last]
        if held:
            best = min(held, key=lambda o: (max(o.first, plan.end()), o.minutes))
            return _chosen(plan, best, max(best.first, plan.end()))
    return None


def _towards_bbl(
    ground: Ground, essentials: frozenset[Need], course: Course, places: Sequence[Opening]
) -> Chosen | None:
    for opening in sorted(places, key=lambda o: (len(o.asks), o.minutes)):
        before = course.asks | opening.asks
        plan = _laid_out(ground, before | {need for need in essentials if not meets(course.gives, need)})
        if plan is None:
            continue
        weeks, hours = range(opening.first, opening.last + 1), opening.position.hours_per_week
        start = plan.first_fit(course, plan.end(), weeks, hours)
        if start is None:
            continue
        plan.place(course, start, hours)
        if plan.own_eur() <= ground.person.budget_eur:
            return _chosen(plan, opening, start)
    return None


def _chosen(plan: Plan, opening: Opening, work: int) -> Chosen:
    steps = [(c.offering, start, opening.position if c.is_bbl else None) for c, start in plan.placed]
    return Chosen(steps=steps, position=opening.position, work=work, paid=plan.paid)


def _laid_out(ground: Ground, needs: Iterable[Need]) -> Plan | None:
    """A cover of some needs on dates; when it is too dear, once more with an eye to the price only."""
    needed = list(needs)
    for step_eur in STEPS_EUR:
        plan = _on_dates(ground, needed, step_eur)
        if plan is None or plan.own_eur() <= ground.person.budget_eur:
            return plan
    return None


def _on_dates(ground: Ground, needs: Iterable[Need], step_eur: int) -> Plan | None:
    """A cover, each course as soon as what it asks is met."""
    waiting = _covered(ground, needs, step_eur)
    if waiting is None:
        return None
    plan = Plan(ground=ground)
    while waiting:
        able = list(_able(plan, waiting))
        if not able:
            return None
        start, place = min(able)
        plan.place(waiting.pop(place), start)
    return plan


def _able(plan: Plan, waiting: Sequence[Course]) -> Iterator[tuple[int, int]]:
    for place, course in enumerate(waiting):
        ready = plan.ready(course.asks)
        if ready is not None:
            start = plan.first_fit(course, ready, range(plan.ground.horizon + 1))
            if start is not None:
                yield start, place


def _covered(ground: Ground, needs: Iterable[Need], step_eur: int) -> list[Course] | None:
    """Courses that meet the needs, each enterable after those before it: always the one that meets most for its price.

    Where nothing enterable helps, what the course asks that comes closest is needed too.
    """
    missing, taken, opened = set(needs), list[Course](), set[str]()
    useful = [course for course in ground.courses if not course.is_bbl and _is_open(ground, course)]
    while missing:
        counts = [(sum(c.meets(need) for need in missing), c) for c in useful if c not in taken]
        helping = [(count / (step_eur + _own_eur(c)), c) for count, c in counts if count]
        able = [(rate, c) for rate, c in helping if _are_met(c.asks, taken)]
        if able:
            taken.append(max(able, key=lambda one: (one[0], -one[1].starts[0]))[1])
            missing = {need for need in missing if not taken[-1].meets(need)}
            continue
        shut = [(rate, c) for rate, c in helping if c.offering.offering_id not in opened]
        if not shut:
            return None
        wanted = max(shut, key=lambda one: (one[0] / (1 + len(one[1].asks)), -one[1].starts[0]))[1]
        opened.add(wanted.offering.offering_id)
        missing |= {need for need in wanted.asks if not _are_met([need], taken)}
    return taken


def _are_met(needs: Iterable[Need], taken: Sequence[Course]) -> bool:
    return all(any(course.meets(need) for course in taken) for need in needs)


def _is_open(ground: Ground, course: Course) -> bool:
    return ground.first_end(course) <= ground.horizon


def _own_eur(course: Course) -> int:
    most: dict[str, int] = {}
    for each in course.helps:
        most[each.stack_group] = max(each.limit_eur, most.get(each.stack_group, 0))
    return max(0, course.offering.cost_eur - sum(most.values()))
