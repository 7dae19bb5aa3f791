"""The figures of an organisation over a month, in which nobody can be found back.

A group of fewer than ten is None and never leaves this module as a number. What happened in a month has no total, so
nothing can be taken from it. Who is here now is rounded to fives, each number by itself: what is left when one takes
the groups from the total, or today from yesterday, is not a number of people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gouden_poort.profiles.dutch_time import beginning_of, dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import WITH_US, DossierState
from gouden_poort.profiles.people.rights import Deed, require_at_home
from gouden_poort.services.ports import UnitOfWorkFactory

LEAST = 10
"""People in the smallest group that is shown."""
FIVES = 5
MOST_MONTHS = 36
"""Months that can be chosen from."""


class Figure(StrEnum):
    """What is counted of a month."""

    REGISTERED = "registered"
    FIRST_TALKS = "first_talks"
    PLANS = "plans"
    STOPPED = "stopped"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One month. A number that is None is of a group that is too small to show."""

    month: date
    """Its first day."""
    months: Sequence[date]
    """Those that can be chosen, the latest first."""
    figures: Mapping[Figure, int | None]
    """Empty when nothing happened in that month."""
    languages: Mapping[str, int]
    """Of who is here now, rounded; a language that is not there is of a group that is too small, or of nobody."""
    states: Mapping[DossierState, int | None]
    together: int | None


def report(open_unit: UnitOfWorkFactory, actor: Actor, today: date, month: date | None = None) -> Report:
    """The month of a day; without one the last whole month in which there was anybody."""
    organisation_id = require_at_home(actor, Deed.SEE_REPORT)
    this = today.replace(day=1)
    with open_unit() as unit:  # of the house: whoever reports counts people whose dossiers they may not see
        counted = unit.dossiers.counted(organisation_id, beginning_of(this), beginning_of(next_month(this)))
        months = _months(dutch_day(counted.since).replace(day=1) if counted.since else this, this)
        asked = month.replace(day=1) if month else months[min(1, len(months) - 1)]
        if asked != this and asked in months:
            counted = unit.dossiers.counted(organisation_id, beginning_of(asked), beginning_of(next_month(asked)))
    exact = {figure: getattr(counted, figure.value) for figure in Figure if asked in months}
    return Report(
        month=asked,
        months=months,
        figures={figure: large_enough(many) for figure, many in exact.items()} if any(exact.values()) else {},
        languages={code: shown for code, many in counted.languages.items() if (shown := rounded(many)) is not None},
        states={state: rounded(counted.states.get(state, 0)) for state in DossierState if state in WITH_US},
        together=rounded(sum(counted.states.values())),
    )


def large_enough(many: int) -> int | None:
    """A number of people, unless it is of a group that is too small.

    >>> large_enough(10), large_enough(9)
    (10, None)
    """
    return many if many >= LEAST else None


def rounded(many: int) -> int | None:
    """The same to the nearest five.

    >>> rounded(12), rounded(13), rounded(9)
    (10, 15, None)
    """
    return (many + FIVES // 2) // FIVES * FIVES if many >= LEAST else None


def next_month(month: date) -> date:
    """The first day of the month after it.

    >>> next_month(date(2026, 12, 1))
    datetime.date(2027, 1, 1)
    """
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _months(first: date, last: date) -> list[date]:
    found = [max(first, date(last.year - MOST_MONTHS // 12, last.month, 1))]
    while found[-1] < last:
        found.append(next_month(found[-1]))
    return found[::-1]
