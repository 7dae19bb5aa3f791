"""Where a child can go: one card for each site near home, and what is done there, in words a child can read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gouden_poort.catalogue.snapshot import NO_LIMIT, Snapshot
from gouden_poort.profiles.tech_card import Theme
from gouden_poort.services.outings import Outing, themes_at
from gouden_poort.web.filters import MONTHS, minutes
from gouden_poort.web.language import _, nl
from gouden_poort.web.wording import and_list, say
from gouden_poort.web.words.names import SmallPrint, small_print

CLOSE = 5
"""Minutes by bike below which an estimate from the middle of a place says nothing."""
MOST_BY_BIKE = 30
"""Minutes up to which a child may go by bike; further away the time by car is told."""
MOST_NAMED = 6
"""Months that are named one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityLine:
    """One thing to do, for whom and when."""

    label: str
    when: str
    """For whom, and in which months when they are known."""
    small_print: SmallPrint


@dataclass(frozen=True, slots=True, kw_only=True)
class OutingCard:
    """One site."""

    title: str
    city: str
    travel: str
    activities: tuple[ActivityLine, ...]
    suits: str
    """Which of the liked kinds of technology are taught there; empty when none is."""
    url: str
    """Empty, or a web address."""


def outing_card(snapshot: Snapshot, outing: Outing, themes: Sequence[Theme]) -> OutingCard:
    """One site with what is on; `themes` are those that the child liked."""
    sites, activities = snapshot.columns.sites, snapshot.columns.activities
    addresses = (str(activities.url[row]) for row in outing.activities)
    suits = [_lower(_(theme.label)) for theme in themes_at(snapshot, outing.site, themes)]
    return OutingCard(
        title=str(sites.label[outing.site]),
        city=str(sites.city[outing.site]),
        travel=_travel(outing),
        activities=tuple(_line(snapshot, row) for row in outing.activities),
        suits=say("outing.suits", themes=and_list(suits)) if suits else "",
        url=next((address for address in addresses if address.startswith("https://")), ""),
    )


def work_words(snapshot: Snapshot, theme: Theme) -> str:
    """Work that goes with a kind of technology, as the catalogue calls it; empty when it has none of it."""
    occupations = snapshot.columns.occupations
    named = [
        nl(_plain(str(occupations.label[occupations.id.row(work)]))) for work in theme.work if work in occupations.id
    ]
    return say("theme.work", work=and_list(named)) if named else ""


def _plain(label: str) -> str:
    """The first name of some work, without what stands in brackets; an abbreviation keeps its capitals."""
    bare = label.partition(" (")[0].partition(" / ")[0]
    return bare if bare[1:2].isupper() else _lower(bare)


def _lower(words: str) -> str:
    """The same words inside a sentence."""
    return words[:1].lower() + words[1:]


def _travel(outing: Outing) -> str:
    if outing.bike_minutes <= CLOSE:
        return say("outing.close")
    if outing.bike_minutes <= MOST_BY_BIKE:
        return say("outing.bike", minutes=minutes(outing.bike_minutes))
    return say("outing.car", minutes=minutes(outing.car_minutes))


def _line(snapshot: Snapshot, row: int) -> ActivityLine:
    activities = snapshot.columns.activities
    return ActivityLine(
        label=str(activities.label[row]),
        when=_when(int(activities.min_age[row]), int(activities.max_age[row]), str(activities.months[row])),
        small_print=small_print(activities, row),
    )


def _when(youngest: int, oldest: int, months: str) -> str:
    ages, named = _ages(youngest, oldest), _months(months)
    return say("outing.when", ages=ages, months=named) if named else ages


def _ages(youngest: int, oldest: int) -> str:
    if youngest and oldest < NO_LIMIT:
        return say("outing.ages.between", youngest=youngest, oldest=oldest)
    if youngest or oldest < NO_LIMIT:
        return say("outing.ages.from" if youngest else "outing.ages.to", age=youngest or oldest)
    return say("outing.ages.all")


def _months(joined: str) -> str:
    """The months of an activity; many are not named. Nothing when they are not known, or not numbers of months."""
    numbers = [int(part) for part in joined.split("|") if part.isdecimal()]
    named = [_(MONTHS[number - 1]) for number in numbers if 1 <= number <= len(MONTHS)]
    if len(named) > MOST_NAMED:
        return say("outing.most_months")
    return say("outing.months", months=and_list(named)) if named else ""
