"""The ways to an occupation in sentences: training with its length, price and nearest place, centres, and moves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from gouden_poort.catalogue.format import OfferingKind
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.travel import kilometres
from gouden_poort.catalogue.travel import minutes as minutes_over
from gouden_poort.profiles.profile import Profile
from gouden_poort.services.ways_to_work import Move, Training, Ways
from gouden_poort.web.filters import duration, euros, minutes
from gouden_poort.web.language import _, ngettext, nl
from gouden_poort.web.wording import KINDS
from gouden_poort.web.words.names import Names, extra, label

SHOWN = 3
"""So many of one sort are read at once; the others can be unfolded."""
NEAREST = 3
FARTHEST = 120
"""Minutes to a centre; nobody goes to a lesson that is further away."""
HYBRID = "hybrid_learning_centre"
"""The kind of a centre where school and companies teach together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayLine:
    """One training in words."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WayGroup:
    """Trainings of one sort: the first few, and the rest to unfold."""

    title: str
    about: str
    lines: tuple[WayLine, ...]
    more: tuple[WayLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveLine:
    """Other work, with what to know about the step between."""

    occupation_id: str
    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysSheet:
    """All ways to an occupation, and on from it."""

    groups: tuple[WayGroup, ...]
    centres: tuple[str, ...]
    """Hybrid centres by name and place; where someone's home is known nearest first, and none that is very far."""
    more_centres: tuple[str, ...]
    moves_from: tuple[MoveLine, ...]
    moves_to: tuple[MoveLine, ...]
    example: bool
    """Which school gives what is made up."""


def ways_sheet(snapshot: Snapshot, ways: Ways, home: Profile | None) -> WaysSheet:
    """Put the ways into words; with a home, the nearest places by name."""
    told = (
        (ways.at_work, _("Met een leerbaan"), _("Je leert en werkt tegelijk, en je krijgt loon.")),
        (ways.whole, _("Eerst een opleiding of cursus"), _("Hier leer je het grootste deel van het werk.")),
        (ways.part, _("Losse cursussen en papieren"), _("Hier leer je een deel van het werk.")),
    )
    names, centres = Names(snapshot), tuple(_centres(snapshot, ways, home))
    return WaysSheet(
        groups=tuple(_group(snapshot, title, about, found, home) for found, title, about in told if found),
        centres=centres[:NEAREST],
        more_centres=centres[NEAREST:],
        moves_from=tuple(_inward(names, move) for move in ways.moves_from),
        moves_to=tuple(
            _onward(names, move) for move in sorted(ways.moves_to, key=lambda move: (move.weeks, move.label))
        ),
        example=any(one.example for one in (*ways.at_work, *ways.whole, *ways.part)),
    )


def _group(snapshot: Snapshot, title: str, about: str, found: Sequence[Training], home: Profile | None) -> WayGroup:
    offerings = snapshot.columns.offerings
    lines = tuple(WayLine(title=label(offerings, one.row), sentences=_sentences(snapshot, one, home)) for one in found)
    return WayGroup(title=title, about=about, lines=lines[:SHOWN], more=lines[SHOWN:])


def _sentences(snapshot: Snapshot, one: Training, home: Profile | None) -> tuple[str, ...]:
    kind = "" if one.kind == OfferingKind.BBL.value else _("%(kind)s.", kind=_(KINDS[one.kind]))
    length = _("Duur: %(time)s, %(hours)s uur les per week.", time=duration(one.weeks), hours=one.hours_per_week)
    price = _("Prijs: %(price)s.", price=euros(one.cost_eur)) if one.cost_eur else _("Voor jou gratis.")
    return tuple(words for words in (kind, length, price, _where(snapshot, one, home)) if words)


def _where(snapshot: Snapshot, one: Training, home: Profile | None) -> str:
    if home is not None and one.sites:
        site, away = _nearest(snapshot, one.sites, home)[0]
        return _(
            "De dichtste plek: %(city)s, %(time)s reizen.",
            city=nl(snapshot.columns.sites.city[site]),
            time=minutes(away),
        )
    if one.sites:
        return ngettext("Op %(num)s plek in Nederland.", "Op %(num)s plekken in Nederland.", len(one.sites))
    return _("Online.") if one.online else ""


def _nearest(snapshot: Snapshot, sites: Sequence[int], home: Profile) -> list[tuple[int, int]]:
    """Rows of sites with the minutes to get there, nearest first."""
    rows, places = np.array(sites, dtype=int), snapshot.columns.sites
    away = minutes_over(kilometres(home.lat, home.lon, places.lat[rows], places.lon[rows]), home.modes)
    order = np.argsort(away, kind="stable")
    return list(zip(rows[order].tolist(), away[order].tolist(), strict=True))


def _centres(snapshot: Snapshot, ways: Ways, home: Profile | None) -> Iterable[str]:
    sites, providers = snapshot.columns.sites, snapshot.columns.providers
    hybrid = [
        site
        for site in ways.sites
        if HYBRID in (extra(sites, site, "subkind") or providers.kind[int(sites.provider[site])])
    ]
    if home is None:
        named = sorted(hybrid, key=lambda site: (sites.city[site], sites.label[site]))
        return (_("%(name)s in %(city)s", name=nl(sites.label[site]), city=nl(sites.city[site])) for site in named)
    return (
        _("%(name)s in %(city)s, %(time)s", name=nl(sites.label[site]), city=nl(sites.city[site]), time=minutes(away))
        for site, away in (_nearest(snapshot, hybrid, home) if hybrid else ())
        if away <= FARTHEST
    )


def _inward(names: Names, move: Move) -> MoveLine:
    return _move(names, move, _("Na %(time)s in dat werk.", time=duration(move.weeks)))


def _onward(names: Names, move: Move) -> MoveLine:
    words = _(
        "Na %(time)s werken. Loon: %(wage)s per maand.", time=duration(move.weeks), wage=euros(move.wage_month_eur)
    )
    return _move(names, move, words)


def _move(names: Names, move: Move, words: str) -> MoveLine:
    return MoveLine(occupation_id=move.occupation_id, label=names.occupation(move.occupation_id), words=words)
