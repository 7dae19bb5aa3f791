"""Work that one change opens, as cards; and all work there is, by sector."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.opening_changes import Opened
from gouden_poort.web.language import plain
from gouden_poort.web.words.badges import Badge, badge_after
from gouden_poort.web.words.changes import ChangeLine, after_words, change_lines
from gouden_poort.web.words.names import label, sector_name, sector_of


@dataclass(frozen=True, slots=True, kw_only=True)
class NearCard:
    """Work that is nearly open."""

    occupation_id: str
    title: str
    sector: str
    badge: Badge
    changes: tuple[ChangeLine, ...]
    then: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorOfWork:
    """The work in one sector, by name."""

    id: str
    name: str
    work: tuple[tuple[str, str], ...]
    """Id and name of each occupation."""


def near_cards(
    snapshot: Snapshot, profile: Profile, opened: Iterable[Opened], assumed: frozenset[str]
) -> tuple[NearCard, ...]:
    """A card for each, in the order in which they were found."""
    return tuple(_card(snapshot, profile, each, assumed) for each in opened)


def _card(snapshot: Snapshot, profile: Profile, opened: Opened, assumed: frozenset[str]) -> NearCard:
    occupations = snapshot.columns.occupations
    row = occupations.id.row(opened.occupation_id)
    return NearCard(
        occupation_id=opened.occupation_id,
        title=label(occupations, row),
        sector=sector_of(snapshot, row),
        badge=badge_after(len(opened.changes)),
        changes=change_lines(opened.changes, profile, assumed),
        then=after_words(snapshot, profile, opened.changes, opened.route),
    )


def work_by_sector(snapshot: Snapshot) -> tuple[SectorOfWork, ...]:
    """All occupations of the catalogue, sectors and work in the order of the alphabet."""
    occupations, sectors = snapshot.columns.occupations, snapshot.columns.sectors
    by_sector: dict[str, list[tuple[str, str]]] = {}
    for row, (key, sector) in enumerate(zip(occupations.id, occupations.sector.tolist(), strict=True)):
        by_sector.setdefault(str(sectors[sector]), []).append((str(key), label(occupations, row)))
    named = [
        SectorOfWork(
            id=sector,
            name=sector_name(snapshot, sector),
            work=tuple(sorted(work, key=lambda one: plain(one[1]).casefold())),
        )
        for sector, work in by_sector.items()
    ]
    return tuple(sorted(named, key=lambda sector: plain(sector.name).casefold()))
