"""A place that can be offered, in words: what it is, with whom, in which town, and from when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gouden_poort.catalogue.format import POSITION_KINDS
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.people.place_offer import FreePlace, OpeningKind
from gouden_poort.services.offering.openings import Opening, opening_of
from gouden_poort.web.language import nl
from gouden_poort.web.words.names import label, small_print


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningWords:
    """Names as they stand on a page; of a place that the catalogue lost they are empty."""

    what: str = ""
    """The work, or the training."""
    whose: str = ""
    """The company, or the school."""
    town: str = ""
    kind: str = ""
    """`job` or `bbl` for a position; `start` for a training."""
    begins_on: date | None = None
    paper: str = ""
    """What is learnt at a leerbaan."""
    hours: int = 0
    """In the week, of a position."""
    is_example: bool = False

    @property
    def is_known(self) -> bool:
        """Whether the catalogue still has it."""
        return bool(self.what)


def words_of(snapshot: Snapshot, place: FreePlace) -> OpeningWords:
    """What is called what at a place that an organisation keeps."""
    found = opening_of(snapshot, place.kind, place.opening_id)
    return OpeningWords() if found is None else opening_words(snapshot, found)


def opening_words(snapshot: Snapshot, opening: Opening) -> OpeningWords:
    """The same of an opening of the catalogue."""
    columns, row = snapshot.columns, opening.row
    if opening.kind is OpeningKind.POSITION:
        company, work = int(columns.positions.company[row]), int(columns.positions.occupation[row])
        paper = int(columns.positions.credential[row])
        return OpeningWords(
            what=label(columns.occupations, work),
            whose=nl(str(columns.companies.label[company])),
            town=nl(str(columns.companies.city[company])),
            kind=POSITION_KINDS[int(columns.positions.kind[row])],
            paper=nl(str(columns.credentials.label[paper])) if paper >= 0 else "",
            hours=int(columns.positions.hours_per_week[row]),
            is_example=small_print(columns.positions, row).example,
        )
    provider, site = int(columns.offerings.provider[row]), int(columns.offerings.site[row])
    return OpeningWords(
        what=label(columns.offerings, row),
        whose=nl(str(columns.providers.label[provider])),
        town=nl(str(columns.sites.city[site])) if site >= 0 else "",
        kind="start",
        begins_on=opening.begins_on,
        is_example=small_print(columns.offerings, row).example,
    )
