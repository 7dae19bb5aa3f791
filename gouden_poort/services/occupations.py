"""Looking for work by what it is called or by what is done in it, perhaps in one sector."""

from __future__ import annotations

from dataclasses import dataclass

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.services.skills import search_occupations

MOST_FOUND = 30
"""So many are shown at most; who wants others has to say more."""
FAR_BEHIND = 12
"""What is recognised so much worse than the best, out of 100, is left out: it only shares a word or a skill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An occupation that was found."""

    id: str
    label: str
    sector: str
    matched: str
    """The words by which it was found."""


def find_work(snapshot: Snapshot, words: str, sector: str = "") -> tuple[Work, ...]:
    """Occupations that the words may mean, best first; only those of the sector when one is named."""
    occupations, sectors = snapshot.columns.occupations, snapshot.columns.sectors
    found: list[Work] = []
    best = 0.0
    for match in search_occupations(snapshot, words, len(occupations.id)):
        of_work = sectors[int(occupations.sector[occupations.id.row(match.occupation_id)])]
        if sector in ("", of_work):
            best = best or match.score
            if match.score < best - FAR_BEHIND:
                break
            found.append(Work(id=match.occupation_id, label=match.label, sector=of_work, matched=match.matched))
    return tuple(found[:MOST_FOUND])
