"""A plan beside the ways from today: the same few facts of each, and how a way differs from the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gouden_poort.development.plan import MilestoneKind, Plan
from gouden_poort.development.progress import How, Point
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.routing.route import Route
from gouden_poort.services.ten_years.rerouting import Again
from gouden_poort.services.ten_years.ways import Way
from gouden_poort.web.filters import duration, dutch_date, euros
from gouden_poort.web.language import _, fixed, ngettext
from gouden_poort.web.words.event_words import Labels
from gouden_poort.web.words.facts import Fact, full_wage_fact, own_cost_fact

MOST = 3
"""How many ways stand beside the plan; more would not be readable on a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The plan, or one way from today."""

    title: str
    mark: str
    """What is special about it; empty when nothing is."""
    occupation_id: str
    """Of a way that can be chosen; empty for the plan itself."""
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The table: a column for the plan and for each way, a row a fact."""

    columns: tuple[Column, ...]

    @property
    def ways(self) -> Sequence[Column]:
        """What can be chosen."""
        return self.columns[1:]

    @property
    def rows(self) -> Sequence[tuple[Fact, ...]]:
        """One fact of each column."""
        return [*zip(*(column.facts for column in self.columns), strict=True)]


def beside_plan(again: Again, labels: Labels) -> Beside:
    """The plan first, then at most three ways: to the planned work, then the best of the others."""
    shown = sorted(again.ways, key=lambda each: (not each.is_same_work, not each.is_better, not each.has_opened))
    return Beside(columns=(_planned(again, labels), *(_way(again, each, labels) for each in shown[:MOST])))


def _planned(again: Again, labels: Labels) -> Column:
    plan, target = again.plan, again.plan.route.target_occupation_id
    work = next(each for each in again.points if each.milestone.kind is MilestoneKind.PLACEMENT)
    left = sum(_is_left(each) for each in again.points)
    return Column(
        title=labels.work(target),
        mark=_("Het plan van %(day)s", day=fixed(dutch_date(dutch_day(plan.made_at)))),
        occupation_id="",
        facts=(
            Fact(name=_("Begin met werk"), value=fixed(dutch_date(work.done_on or work.expected_on))),
            _steps(left),
            own_cost_fact(plan.route.own_cost_eur),
            full_wage_fact(plan.named.wages[target]),
            Fact(name=_("Wat anders wordt"), value=_("Niets")),
        ),
    )


def _way(again: Again, way: Way, labels: Labels) -> Column:
    route = way.explained.route
    occupations = again.snapshot.columns.occupations
    wage = int(occupations.wage_month_eur[occupations.id.row(route.target_occupation_id)])
    return Column(
        title=labels.work(route.target_occupation_id),
        mark=_mark(way),
        occupation_id=route.target_occupation_id,
        facts=(
            Fact(name=_("Begin met werk"), value=fixed(dutch_date(route.placement.start_date))),
            _steps(len(route.steps)),
            own_cost_fact(route.own_cost_eur),
            full_wage_fact(wage),
            Fact(name=_("Wat anders wordt"), value=" ".join(_differences(again, route)) or _("Niets")),
        ),
    )


def _mark(way: Way) -> str:
    if way.is_same_work:
        return _("Hetzelfde werk, vanaf nu")
    if way.has_opened:
        return _("Deze weg is er nu bij")
    return _("Deze weg vraagt minder") if way.is_better else _("Een andere weg")


def _steps(many: int) -> Fact:
    return Fact(name=_("Stappen die nog komen"), value=ngettext("%(num)s stap", "%(num)s stappen", many))


def _is_left(point: Point) -> bool:
    return point.milestone.kind is MilestoneKind.LEARNING and point.how not in (How.DONE, How.PASSED)


def _differences(again: Again, route: Route) -> Iterator[str]:
    """How a way differs from what was planned, in short sentences."""
    begins = _planned_work_on(again.plan, again.points)
    later = (route.placement.start_date - begins).days // 7
    if later and begins >= again.day:  # beside a day that went by everything is later
        apart = duration(abs(later))
        yield (
            _("Werk komt %(weeks)s later.", weeks=apart) if later > 0 else _("Werk komt %(weeks)s eerder.", weeks=apart)
        )
    dearer = route.own_cost_eur - again.plan.route.own_cost_eur
    if dearer:
        less = fixed(euros(abs(dearer)))
        yield (
            _("Je betaalt %(amount)s meer.", amount=less)
            if dearer > 0
            else _("Je betaalt %(amount)s minder.", amount=less)
        )
    if route.target_occupation_id != again.plan.route.target_occupation_id:
        yield _("Het is ander werk.")


def _planned_work_on(plan: Plan, points: Sequence[Point]) -> date:
    work = next(each for each in points if each.milestone.kind is MilestoneKind.PLACEMENT)
    return max(work.expected_on, plan.route.placement.start_date)
