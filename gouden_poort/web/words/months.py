"""The months of a route in words: what comes in, what someone pays, and how that lies beside today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gouden_poort.profiles.levels import Benefit
from gouden_poort.web.filters import dutch_month, euros
from gouden_poort.web.language import fixed, ngettext
from gouden_poort.web.wording import say

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
