"""Money month by month as bars: what comes in above a line, what someone pays below it, today's income across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouden_poort.web.filters import SHORT_MONTHS, euros
from gouden_poort.web.language import isolated, spoken
from gouden_poort.web.wording import say
from gouden_poort.web.words.months import Month, MonthMoney

WIDTH, GROUND, HEIGHT = 344, 118, 170
_TALLEST, _DEEPEST, _FLAT, _LEAST = 92, 24, 6, 3
_LABEL = 66
"""Room that an amount or a month takes across."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthBar:
    """One month: `up` is its wage, `down` what is paid in it, in units of the drawing."""

    x: float
    width: float
    up: float
    down: float
    is_paid: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words at one point; `anchor` says on which side of it they stand."""

    x: float
    y: float
    words: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthBars:
    """The drawing, what it shows in words, and the same as rows of a table."""

    title: str
    description: str
    bars: tuple[MonthBar, ...]
    wages: tuple[Label, ...]
    ticks: tuple[Label, ...]
    income: str
    """What comes in today; empty where nobody told."""
    income_y: float
    """At which height it runs across."""
    rows: tuple[tuple[str, ...], ...]

    @property
    def has_unpaid(self) -> bool:
        """Whether there is a month without a wage."""
        return not all(bar.is_paid for bar in self.bars)

    @property
    def has_costs(self) -> bool:
        """Whether someone pays anything."""
        return any(bar.down for bar in self.bars)


def month_bars(money: MonthMoney) -> MonthBars:
    """Draw the months of a route."""
    most = max([1, money.income_eur or 0, *(month.wage_eur for month in money.months)])
    per_euro, across = _TALLEST / most, WIDTH / len(money.months)
    bars = tuple(_bar(month, place * across, across, per_euro) for place, month in enumerate(money.months))
    return MonthBars(
        title=say("months.title"),
        description=say("months.desc", wage=euros(money.last_wage_eur)),
        bars=bars,
        wages=tuple(_wages(money.months, bars)),
        ticks=tuple(_ticks(money.months, across)),
        income="" if money.income_eur is None else euros(money.income_eur),
        income_y=round(GROUND - (money.income_eur or 0) * per_euro, 1),
        rows=money.rows,
    )


def _bar(month: Month, begin: float, across: float, per_euro: float) -> MonthBar:
    width = round(across * 0.8 if across > _FLAT else across, 1)
    up, down = month.wage_eur * per_euro, month.own_eur * per_euro
    return MonthBar(
        x=_read_from(begin, width),
        width=width,
        up=round(up, 1) if month.wage_eur else _FLAT,
        down=round(min(max(down, _LEAST), _DEEPEST), 1) if month.own_eur else 0,
        is_paid=bool(month.wage_eur),
    )


def _wages(months: Sequence[Month], bars: Sequence[MonthBar]) -> Iterator[Label]:
    """The amount above the first month that has it, where there is room before the next amount; the last one always."""
    firsts = [
        at
        for at, month in enumerate(months)
        if month.is_steady and month.wage_eur and not any(month.wage_eur == before.wage_eur for before in months[:at])
    ]
    for at, after in zip(firsts, [*firsts[1:], None], strict=True):
        begin = at * WIDTH / len(months)
        if after is not None and after * WIDTH / len(months) - begin < _LABEL:
            continue
        y = round(GROUND - bars[at].up - 5, 1)
        yield (
            _label(begin, y, euros(months[at].wage_eur))
            if begin < WIDTH - _LABEL
            else _at_end(WIDTH, y, euros(months[at].wage_eur))
        )


def _ticks(months: Sequence[Month], across: float) -> Iterator[Label]:
    """The first month, the first with pay and the last, where their words do not touch."""
    y = HEIGHT - 6
    yield _label(0, y, _short(months[0]))
    paid = next(at for at, month in enumerate(months) if month.wage_eur) * across
    if 1.2 * _LABEL < paid < WIDTH - 2.2 * _LABEL:
        yield _label(paid, y, _short(months[round(paid / across)]))
    yield _at_end(WIDTH, y, _short(months[-1]))


def _short(month: Month) -> str:
    return f"{SHORT_MONTHS[month.first.month - 1]} {month.first.year}"


def _label(x: float, y: float, words: str) -> Label:
    """Words that begin where their month does, in the direction of reading."""
    return Label(x=_read_from(x, 0), y=y, words=isolated(words), anchor="start")


def _at_end(x: float, y: float, words: str) -> Label:
    return Label(x=_read_from(x, 0), y=y, words=isolated(words), anchor="end")


def _read_from(x: float, width: float) -> float:
    """Where something lies for who reads from the left, or from the right."""
    return round(WIDTH - x - width if spoken().from_right else x, 1)
