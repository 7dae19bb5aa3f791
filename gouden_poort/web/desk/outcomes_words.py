"""Outcomes in the words of screens of staff."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.services.ten_years.groups import By, Group
from gouden_poort.services.ten_years.outcomes import ON_TIME_DAYS, SOON_DAYS, Elsewhere, Flows, Kept, Outcomes, Reached
from gouden_poort.services.ten_years.staying import Point, Waiting, most_telling
from gouden_poort.web.filters import first_upper, number
from gouden_poort.web.language import plain
from gouden_poort.web.wording import TARGET_GROUPS
from gouden_poort.web.words import staying_words
from gouden_poort.web.words.names import Names, sector_name

HIDDEN = "niet getoond"
"""In the place of a number that would tell about fewer than ten people, by itself or by what is left of the whole."""
BY: Mapping[By, tuple[str, str]] = MappingProxyType(
    {
        By.REGION: ("regio", "Regio"),
        By.SECTOR: ("sector", "Sector van het doel"),
        By.GROUP: ("doelgroep", "Doelgroep"),
        By.ROUTE: ("route", "Route naar"),
    }
)
"""As it stands in the address, and above its choices."""
REACHED: Mapping[Reached, str] = MappingProxyType(
    {
        Reached.CHOSEN: "Route gekozen",
        Reached.STARTED: "Begonnen met leren of werken",
        Reached.FINISHED: "Opleiding van de route klaar",
        Reached.WORK: "Technisch werk gevonden",
    }
)
KEPT: Mapping[Kept, str] = MappingProxyType(
    {
        Kept.ON_TIME: "Op tijd, of hooguit 1 maand later",
        Kept.SOON: "1 tot 4 maanden later",
        Kept.LATER: "Meer dan 4 maanden later",
        Kept.NOT_YET: "De dag is voorbij, nog geen werk",
    }
)
assert (ON_TIME_DAYS, SOON_DAYS) == (30, 120)  # noqa: S101 - as the words say
ELSEWHERE: Mapping[Elsewhere, str] = MappingProxyType(
    {Elsewhere.OUTSIDE: "Buiten de techniek", Elsewhere.NO_WORK: "Nu geen werk"}
)


class GroupNames:
    """What groups are called in one catalogue; what it does not know any more goes by its own code."""

    def __init__(self, snapshot: Snapshot) -> None:
        regions = snapshot.columns.regions
        self._snapshot = snapshot
        self._regions = dict(zip(map(str, regions.code), map(str, regions.label), strict=True))

    def of(self, by: By, value: str) -> str:
        """The name of one group."""
        match by:
            case By.REGION:
                return self._regions.get(value, value)
            case By.SECTOR:
                return self.sector(value)
            case By.GROUP:
                return first_upper(TARGET_GROUPS.get(value, value))
            case By.ROUTE:
                known = value in self._snapshot.columns.occupations.id
                return plain(Names(self._snapshot).occupation(value)) if known else value

    def heading(self, group: Group | None) -> str:
        """Above the figures of a group."""
        return "Alle mensen" if group is None else f"{BY[group.by][1]}: {self.of(group.by, group.value)}"

    def sector(self, value: str) -> str:
        """A sector, or what stands in the place of one."""
        elsewhere = {each.value: words for each, words in ELSEWHERE.items()}
        return elsewhere.get(value) or plain(sector_name(self._snapshot, value))


def shown(many: int | None) -> str:
    """A number of people, or that it is hidden."""
    return HIDDEN if many is None else number(many)


def years(many: int) -> str:
    """Years always go without an ending."""
    return f"{many} jaar"


def sentence(points: Sequence[Point]) -> tuple[str, str]:
    """How many of a hundred still work in technology, and how sure that is; nothing when no year can be shown."""
    point = most_telling(points)
    if point is None:
        return "", ""
    return staying_words.on_its_own(point), f"Waarschijnlijk ligt dat tussen {point.low} en {point.high}."


def waiting_words(found: Waiting) -> str:
    """How long it takes to get to work; nothing when that cannot be said."""
    parts = (("een kwart", found.quarter), ("de helft", found.half), ("driekwart", found.three_quarters))
    told = [f"{part} binnen {_months(many)}" for part, many in parts if many is not None]
    if not told:
        return ""
    listed = " en ".join([", ".join(told[:-1]), told[-1]] if told[:-1] else told)
    return f"Van wie een route koos, vond {listed} technisch werk."


def _months(many: int) -> str:
    return "1 maand" if many <= 1 else f"{many} maanden"


def flow_rows(flows: Flows, names: GroupNames) -> list[tuple[str, str, str]]:
    """The streams that may be shown, and for each first sector whether there are others."""
    rows = []
    for first, row in zip(flows.firsts, flows.many, strict=True):
        begin = names.sector(first)
        rows += [(begin, names.sector(now), number(many)) for now, many in zip(flows.now, row, strict=True) if many]
        rows += [(begin, "Kleine stromen", HIDDEN)] if None in row else []
    return rows


def file_rows(found: Outcomes, names: GroupNames, heading: str) -> Iterator[tuple[str, ...]]:
    """Everything on the page, a figure a row: of whom, about what, which, the figure, and how sure it is."""
    for step, many in found.reached.items():
        yield heading, "Hoe ver", REACHED[step], shown(many), "", "", ""
    for point in found.staying:
        band = str(point.low), str(point.high), number(point.at_risk)
        yield heading, "Van 100 nog in de techniek", f"na {years(point.years)}", str(point.share), *band
    waits = found.waiting
    for part, months in (("een kwart", waits.quarter), ("de helft", waits.half), ("driekwart", waits.three_quarters)):
        yield heading, "Maanden tot werk", part, "niet bekend" if months is None else str(months), "", "", ""
    for kept, many in found.kept.items():
        yield heading, "Naast het plan", KEPT[kept], shown(many), "", "", ""
    for first, now, told in flow_rows(found.flows, names):
        yield heading, "Stroom", f"{first} → {now}", told, "", "", ""
