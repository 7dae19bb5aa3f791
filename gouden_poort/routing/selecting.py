"""Which five targets are suggested, and what a target that is not solved yet must stay below to be one of them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from gouden_poort.routing.kernel.ground import UNREACHED

SUGGESTED = 5
SECTORS = 3
NO_LIMIT = UNREACHED


class Scored(NamedTuple):
    """A target with its score in units, or a bound on it; in order of score. Compared by the thousand."""

    score: int
    occupation: int
    sector: int


class ChosenFor(Enum):
    """Why a target is one of the five."""

    SCORE = "score"
    """It would be among the best five without the rule of three sectors."""
    SECTOR = "sector"
    """Five others have a better score, but it is the best of its sector."""


def selection(scored: Iterable[Scored]) -> list[Scored]:
    """The five with the lowest sum of scores out of at least three sectors, best first.

    The best of each of the three best sectors is always among them (or else swapping it in would be better);
    the rest is simply the best of what is left. With fewer sectors there are fewer of these first choices.
    """
    in_order = sorted(scored)
    chosen_first = first_choices(in_order)
    rest = [one for one in in_order if one not in chosen_first]
    return sorted([*chosen_first, *rest[: SUGGESTED - len(chosen_first)]])


def first_choices(in_order: Iterable[Scored]) -> list[Scored]:
    """The best of each of the three best sectors, best first."""
    best_of_sector: dict[int, Scored] = {}
    for one in in_order:
        best_of_sector.setdefault(one.sector, one)
    return sorted(best_of_sector.values())[:SECTORS]


def chosen_for(scored: Iterable[Scored]) -> list[ChosenFor]:
    """Of each of the five, best first, why it is one of them."""
    in_order = sorted(scored)
    best = in_order[:SUGGESTED]
    return [ChosenFor.SCORE if one in best else ChosenFor.SECTOR for one in selection(in_order)]


def limit_for_rivals(scored: Iterable[Scored]) -> int:
    """Only a target with a score below this can still change why one of the five is there.

    That is the score of the last first choice among the best five, when all behind it in the selection are first
    choices too: what is no first choice is better than all that is left out.
    """
    in_order = sorted(scored)
    chosen_first, best = first_choices(in_order), in_order[:SUGGESTED]
    for one in reversed(selection(in_order)):
        if one not in chosen_first:
            break
        if one in best:
            return one.score
    return -NO_LIMIT


class Standings:
    """The solved targets of one person: who is selected, and who could still be."""

    def __init__(self, solved: Iterable[Scored] = ()) -> None:
        self._in_order: list[Scored] = []
        self._selected: Sequence[Scored] = ()
        self._best_of_sector: dict[int, Scored] = {}
        self._first_choices: dict[int | None, list[Scored]] = {}
        for one in solved:
            self.add(one)

    @property
    def selected(self) -> Sequence[Scored]:
        """The best five of the targets so far, best first."""
        return self._selected

    def add(self, one: Scored) -> None:
        """One more target is solved."""
        insort(self._in_order, one)
        self._best_of_sector[one.sector] = min(one, self._best_of_sector.get(one.sector, one))
        self._selected = selection(self._in_order)
        self._first_choices = {}

    @property
    def highest_limit(self) -> int:
        """No prospect has a higher limit than this."""
        is_full = len(self._in_order) >= SUGGESTED and len(self._best_of_sector) >= SECTORS
        return self._selected[-1].score if is_full else NO_LIMIT

    def limit(self, prospect: Scored) -> int:
        """The score that a prospect must stay below to be selected beside what is solved; `NO_LIMIT` if any will do."""
        is_first_of_sector = prospect.sector not in self._best_of_sector and len(self._best_of_sector) < SECTORS
        if is_first_of_sector or len(self._in_order) < SUGGESTED:
            return NO_LIMIT
        worst_first = (one.score for one in reversed(self._selected))
        # Whoever is better than the best is always selected, so there is one.
        _, occupation, sector = prospect
        return next(score for score in worst_first if self._enters(Scored(score - 1, occupation, sector)))

    def _enters(self, candidate: Scored) -> bool:
        """Whether a candidate would be selected beside what is solved."""
        before = bisect_left(self._in_order, candidate)
        best = self._best_of_sector.get(candidate.sector)
        if best is None or candidate < best:
            rivals = self._best_without(candidate.sector)
            return len(rivals) < SECTORS or candidate < rivals[-1] or before < SUGGESTED
        first_choices = self._best_without(None)
        return before - bisect_left(first_choices, candidate) < SUGGESTED - len(first_choices)

    def _best_without(self, left_out: int | None) -> list[Scored]:
        """The best of each of the three best sectors, one sector left out."""
        if left_out not in self._first_choices:
            others = [best for sector, best in self._best_of_sector.items() if sector != left_out]
            self._first_choices[left_out] = sorted(others)[:SECTORS]
        return self._first_choices[left_out]
