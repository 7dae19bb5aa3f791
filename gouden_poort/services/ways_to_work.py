"""Which training leads to an occupation, wherever it is given, and from which work people move to it or on from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.columns import Ints
from gouden_poort.catalogue.format import OFFERING_KINDS, OfferingKind
from gouden_poort.catalogue.snapshot import POSITION_BBL, Snapshot
from gouden_poort.rules.entry import Mask
from gouden_poort.services.catalogue_views import row_of

_KEPT = 512
_BBL = OFFERING_KINDS.index(OfferingKind.BBL.value)
_FOR_PAPER = [OFFERING_KINDS.index(kind.value) for kind in (OfferingKind.CERTIFICATE, OfferingKind.EXAM)]
_DIPLOMA = "diploma"
MOST = 0.5
"""Who learns more than this part of what the work asks has a training for it; who learns less needs others beside it.
And of what is taught more than this part must be of use, or the training is for something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """A training under one name, at all the sites where it is given."""

    row: int
    """Row of one of its offerings, to name it by."""
    label: str
    kind: str
    weeks: int
    hours_per_week: int
    cost_eur: int
    """The least that any of the sites asks."""
    sites: tuple[int, ...]
    """Rows of the sites, each once."""
    online: bool
    covers: int
    """How many of the skills that the work cannot do without are learnt, as well as it asks."""
    example: bool
    """That it is given there is made up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A usual step between two occupations."""

    occupation_id: str
    label: str
    weeks: int
    """So long people do the first work before."""
    wage_month_eur: int
    """Of the other work, full time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """What leads to an occupation, what gives most first."""

    at_work: tuple[Training, ...]
    """Learning and working at once, with a company that has such places for this work."""
    whole: tuple[Training, ...]
    """At a school or as a course, for a diploma of the work or most of its skills."""
    part: tuple[Training, ...]
    """For some of the skills, or a paper that helps."""
    moves_from: tuple[Move, ...]
    moves_to: tuple[Move, ...]

    @property
    def sites(self) -> tuple[int, ...]:
        """Rows of the sites where any of the training is given, each once."""
        everything = (*self.at_work, *self.whole, *self.part)
        return tuple(dict.fromkeys(site for training in everything for site in training.sites))


def ways_to(snapshot: Snapshot, occupation_id: str) -> Ways:
    """Everything that leads to an occupation; UnknownThing when there is none of that id."""
    return _ways(snapshot, row_of(snapshot.columns.occupations.id, "occupation", occupation_id))


@lru_cache(maxsize=_KEPT)
def _ways(snapshot: Snapshot, row: int) -> Ways:
    aim = _Aim(snapshot, row)
    at_work, whole = aim.at_work(), aim.whole()
    return Ways(
        at_work=_by_name(snapshot, np.flatnonzero(at_work), aim),
        whole=_by_name(snapshot, np.flatnonzero(whole & ~at_work), aim),
        part=_by_name(snapshot, np.flatnonzero(aim.part() & ~at_work & ~whole), aim),
        moves_from=tuple(_moves_from(snapshot, row)),
        moves_to=tuple(_moves_to(snapshot, row)),
    )


class _Aim:
    """What an occupation asks, beside what every offering gives."""

    def __init__(self, snapshot: Snapshot, row: int) -> None:
        columns = snapshot.columns
        self._offerings, occupations, positions = columns.offerings, columns.occupations, columns.positions
        essential = occupations.essential_skills[row]
        self.asked = len(essential)
        needed = np.full(len(columns.skills.id), np.iinfo(np.int32).max, dtype=np.int32)
        needed[essential] = occupations.essential_levels[row]
        self._useful = np.zeros(len(columns.skills.id), dtype=bool)
        self._useful[essential] = self._useful[occupations.optional_skills[row]] = True
        places = occupations.positions[row]
        self._at_work = positions.credential[places[positions.kind[places] == POSITION_BBL]]
        papers = np.concatenate([occupations.essential_credentials[row], occupations.optional_credentials[row]])
        is_diploma = np.array([columns.credentials.kind[paper] == _DIPLOMA for paper in papers.tolist()], dtype=bool)
        self._diplomas, self._papers = papers[is_diploma], papers[~is_diploma]
        self.covers = self._count(self._offerings.teaches_levels.items >= needed[self._offerings.teaches.items])

    def at_work(self) -> Mask:
        """A bbl that gives what one of the learn-and-work places for this work trains for."""
        return self._is_bbl & self._awards(self._at_work)

    def whole(self) -> Mask:
        """Without a contract: a diploma of the work, or most of what the work asks and little else."""
        most: Mask = (self.covers > MOST * self.asked) & self._to_the_point
        return ~self._is_bbl & (self._awards(np.concatenate([self._diplomas, self._at_work])) | most)

    def part(self) -> Mask:
        """Some of the skills and little else, or one of the papers."""
        for_paper = np.isin(self._offerings.kind, _FOR_PAPER) | (self._taught <= 1)
        return ~self._is_bbl & (((self.covers > 0) & self._to_the_point) | (self._awards(self._papers) & for_paper))

    @property
    def _is_bbl(self) -> Mask:
        found: Mask = self._offerings.kind == _BBL
        return found

    @property
    def _taught(self) -> NDArray[np.intp]:
        return self._count(np.ones(len(self._offerings.teaches.items), dtype=bool))

    @property
    def _to_the_point(self) -> Mask:
        of_use = self._count(self._useful[self._offerings.teaches.items])
        found: Mask = of_use > MOST * self._taught
        return found

    def _awards(self, credentials: Ints) -> Mask:
        awards = self._offerings.awards
        found: Mask = np.bincount(awards.owners()[np.isin(awards.items, credentials)], minlength=len(awards)) > 0
        return found

    def _count(self, lessons: Mask) -> NDArray[np.intp]:
        """How many of the lessons that are meant each offering has."""
        teaches = self._offerings.teaches
        return np.bincount(teaches.owners()[lessons], minlength=len(teaches))


def _by_name(snapshot: Snapshot, rows: NDArray[np.intp], aim: _Aim) -> tuple[Training, ...]:
    """One for each name and kind: what covers most first, then what is shortest."""
    offerings = snapshot.columns.offerings
    named: dict[tuple[str, int], list[int]] = {}
    for row in rows.tolist():
        named.setdefault((offerings.label[row], int(offerings.kind[row])), []).append(row)
    found = [_training(snapshot, same, int(aim.covers[same].max())) for same in named.values()]
    return tuple(sorted(found, key=lambda one: (-one.covers, one.weeks, one.label)))


def _training(snapshot: Snapshot, same: list[int], covers: int) -> Training:
    offerings = snapshot.columns.offerings
    first, sites = same[0], offerings.site[same]
    examples = offerings.extra.get("example")
    return Training(
        row=first,
        label=offerings.label[first],
        kind=OFFERING_KINDS[offerings.kind[first]],
        weeks=int(offerings.weeks[same].min()),
        hours_per_week=int(offerings.hours_per_week[first]),
        cost_eur=int(offerings.cost_eur[same].min()),
        sites=tuple(dict.fromkeys(sites[sites >= 0].tolist())),
        online=bool((sites < 0).any()),
        covers=covers,
        example=examples is not None and examples[first] == "1",
    )


def _moves_to(snapshot: Snapshot, row: int) -> Iterator[Move]:
    occupations = snapshot.columns.occupations
    pairs = zip(occupations.moves_to[row].tolist(), occupations.moves_after_weeks[row].tolist(), strict=True)
    return _moves(snapshot, ((to, weeks) for to, weeks in pairs if to != row))


def _moves_from(snapshot: Snapshot, row: int) -> Iterator[Move]:
    moves, weeks = snapshot.columns.occupations.moves_to, snapshot.columns.occupations.moves_after_weeks
    here = np.flatnonzero(moves.items == row)
    pairs = zip(moves.owners()[here].tolist(), weeks.items[here].tolist(), strict=True)
    return _moves(snapshot, ((start, after) for start, after in pairs if start != row))


def _moves(snapshot: Snapshot, pairs: Iterable[tuple[int, int]]) -> Iterator[Move]:
    occupations = snapshot.columns.occupations
    for other, weeks in pairs:
        yield Move(
            occupation_id=occupations.id[other],
            label=occupations.label[other],
            weeks=weeks,
            wage_month_eur=int(occupations.wage_month_eur[other]),
        )
