"""Money month by month: from which day a route pays which wage, and what someone pays in each month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import Benefit
from gouden_poort.routing.route import Route
from gouden_poort.web.routes.sheet import RouteSheet
from gouden_poort.web.wording import say
from gouden_poort.web.words.months import Month, MonthMoney

_AFTER = 3
"""Months that are shown after nothing is left to learn."""


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
