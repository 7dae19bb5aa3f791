"""Groups of people that may be looked at by themselves, so that no small group can be found by taking one from another.

A group is all people, or those with one region, sector, target group or route: never two of these at once. In each of
the four the small groups are hidden, and so are others when what is hidden together would still be small. The routes to
one sector are looked at among each other too, for the sector itself may be shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gouden_poort.development.lines import Lines, Mask
from gouden_poort.development.suppression import FEWEST, hidden_in_row
from gouden_poort.profiles.levels import TargetGroup


class By(StrEnum):
    """By what people are taken together."""

    REGION = "region"
    SECTOR = "sector"
    GROUP = "group"
    ROUTE = "route"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People who have one thing in common."""

    by: By
    value: str
    """The code of a region, a sector, a value of `TargetGroup`, or the occupation that a route leads to."""


def members(lines: Lines, group: Group) -> Mask:
    """Who belongs to a group."""
    match group.by:
        case By.REGION:
            return lines.region.among([group.value])
        case By.SECTOR:
            return lines.target_sector.among([group.value])
        case By.ROUTE:
            return lines.target_id.among([group.value])
        case By.GROUP:
            return lines.groups.among(name for name in lines.groups.names if group.value in name.split("|"))


def shown_groups(lines: Lines) -> Mapping[By, Sequence[str]]:
    """The groups that may be looked at, in order of their value."""
    sectors = large_ones(lines.target_sector.counts())
    return {
        By.REGION: large_ones(lines.region.counts()),
        By.SECTOR: sectors,
        By.GROUP: _target_groups(lines),
        By.ROUTE: [target for sector in sectors for target in _routes(lines, sector)],
    }


def large_ones(counts: Mapping[str, int]) -> list[str]:
    """Those that are large enough, also when one takes them from the whole; what has no name is counted and not shown.

    >>> large_ones({"a": 40, "b": 12, "c": 30, "": 4})
    ['a', 'c']
    """
    shown = zip(counts, hidden_in_row(list(counts.values())), strict=True)
    return sorted(name for name, many in shown if name and many)


def _target_groups(lines: Lines) -> list[str]:
    """Someone may belong to several, so each is held against everyone else too."""
    everyone = len(lines)
    many = {each.value: int(members(lines, Group(by=By.GROUP, value=each.value)).sum()) for each in TargetGroup}
    in_none = int(lines.groups.among([""]).sum())
    return [name for name in large_ones({**many, "": in_none}) if not 0 < everyone - many[name] < FEWEST]


def _routes(lines: Lines, sector: str) -> Iterator[str]:
    targets = lines.target_id.where(lines.target_sector.among([sector]))
    yield from large_ones({name: many for name, many in targets.counts().items() if many})
