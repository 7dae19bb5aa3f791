"""Money month by month: the wage of a route, what someone pays, and what comes in today beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import Benefit
from gouden_poort.routing.route import Route
from gouden_poort.web.filters import dutch_month, euros
from gouden_poort.web.language import fixed, ngettext
from gouden_poort.web.routes.sheet import RouteSheet
from gouden_poort.web.wording import say

_AFTER = 3
"""Months that are shown after nothing is left to learn."""
_NEXT_STEP: Mapping[Benefit, str] = {
    Benefit.BIJSTAND: "months.municipality",
    Benefit.WW: "months.uwv",
    Benefit.WIA: "months.uwv",
    Benefit.WAJONG: "months.uwv",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One month of a route; the wage is gross, and of the days that were worked in it."""

    first: date
    words: str
    wage_eur: int
    is_steady: bool
    """Whether one wage is paid for all of it."""
    is_whole: bool
    """Whether all its days are paid, or none."""
    own_eur: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthMoney:
    """The months of a route with what comes in today, None where nobody told."""

    months: tuple[Month, ...]
    income_eur: int | None
    benefit: Benefit

    @property
    def last_wage_eur(self) -> int:
        """What comes in a month when nothing is left to learn."""
        return self.months[-1].wage_eur

    @property
    def sentences(self) -> tuple[str, ...]:
        """What stands out, before any picture."""
        unpaid = sum(not month.wage_eur for month in self.months)
        first = _unpaid(unpaid) if unpaid else say("months.paid_at_once")
        beside = () if self.income_eur is None else (_beside(self.last_wage_eur - self.income_eur, "later"),)
        note = (say(_NEXT_STEP[self.benefit]),) if self.benefit in _NEXT_STEP else ()
        return (first, *beside, *note)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The months as a table; those that say the same share a row."""
        same = groupby(self.months, key=lambda month: (month.words, month.wage_eur, month.own_eur))
        return tuple(tuple(self._row(tuple(months))) for _told, months in same)

    def _row(self, months: Sequence[Month]) -> Iterator[str]:
        first, wage = dutch_month(months[0].first), months[0].wage_eur
        yield fixed(first) if len(months) == 1 else say("months.span", first=first, last=dutch_month(months[-1].first))
        yield months[0].words
        yield fixed(euros(wage)) if wage else say("years.unpaid")
        yield fixed(euros(months[0].own_eur))
        if self.income_eur is not None:
            yield self._compared(months[0], self.income_eur)

    @staticmethod
    def _compared(month: Month, income: int) -> str:
        """How a month compares with today; a part of one, or one without pay, cannot be compared."""
        if not month.wage_eur:
            return say("months.row.ask")
        return _beside(month.wage_eur - income, "row") if month.is_whole else say("months.row.part")


def month_money(
    snapshot: Snapshot, route: Route, sheet: RouteSheet, benefit: Benefit, income: int | None
) -> MonthMoney:
    """The months from the first step to some after the last; a price is paid when its step begins."""
    paid = tuple(_paid(snapshot, route, sheet))
    first = min([paid[0][0], *(step.start for step in sheet.steps)])
    return MonthMoney(
        months=tuple(_month(begin, sheet, paid) for begin in _months(first, sheet.goal.start)),
        income_eur=income,
        benefit=benefit,
    )


def _paid(snapshot: Snapshot, route: Route, sheet: RouteSheet) -> Iterator[tuple[date, int]]:
    """From which day which wage: that of the place, and after a leerbaan that of who is qualified."""
    positions, occupations = snapshot.columns.positions, snapshot.columns.occupations
    yield route.placement.start_date, int(positions.wage_month_eur[positions.id.row(route.placement.position_id)])
    if sheet.goal.is_bbl and sheet.goal.start > route.placement.start_date:
        yield sheet.goal.start, int(occupations.wage_month_eur[occupations.id.row(route.target_occupation_id)])


def _months(first: date, last: date) -> Iterator[date]:
    """The first day of every month up to some after the last day."""
    begin = first.replace(day=1)
    while begin <= _later(last, _AFTER):
        yield begin
        begin = _later(begin, 1)


def _later(day: date, months: int) -> date:
    """The first day of the month so many months after that of a day."""
    month = day.year * 12 + day.month - 1 + months
    return date(month // 12, month % 12 + 1, 1)


def _month(begin: date, sheet: RouteSheet, paid: Sequence[tuple[date, int]]) -> Month:
    after = _later(begin, 1)
    ends = [*(start for start, _ in paid[1:]), date.max]
    worked = [
        (max(0, (min(after, end) - max(begin, start)).days), wage)
        for (start, wage), end in zip(paid, ends, strict=True)
    ]
    length, paid_days = (after - begin).days, sum(days for days, _ in worked)
    steady = any(days == length for days, _ in worked)
    share = sum(days * wage for days, wage in worked) / length
    return Month(
        first=begin,
        words=_words(after, sheet, is_paid=paid_days > 0),
        wage_eur=int(round(share, 0 if steady else -1)),
        is_steady=steady,
        is_whole=paid_days in (0, length),
        own_eur=sum(step.own_cost_eur for step in sheet.steps if begin <= step.start < after),
    )


def _words(after: date, sheet: RouteSheet, *, is_paid: bool) -> str:
    """What someone does at the end of a month."""
    if not is_paid:
        return say("year.learning" if any(step.start < after for step in sheet.steps) else "months.waiting")
    if sheet.goal.is_bbl and sheet.goal.start >= after:
        return say("year.learn_work")
    return sheet.goal.words


def _unpaid(months: int) -> str:
    return ngettext(
        "Je krijgt %(num)s maand nog geen loon van deze route.",
        "Je krijgt %(num)s maanden nog geen loon van deze route.",
        months,
    )


def _beside(more: int, where: str) -> str:
    """How a wage compares with what comes in today."""
    how = "more" if more > 0 else "less" if more < 0 else "same"
    return say(f"months.{where}.{how}", amount=euros(abs(more)))
