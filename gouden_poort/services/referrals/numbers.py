"""How many people an organisation referred, by month and region, and how far they came: never a group below ten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.referral import Referral, ReferralState
from gouden_poort.profiles.people.rights import Deed, require_at_home
from gouden_poort.services.ports import UnitOfWorkFactory

SMALLEST_GROUP = 10
MONTHS = 12


class Reached(StrEnum):
    """How far someone came."""

    SENT = "sent"
    ACCEPTED = "accepted"
    SENT_BACK = "sent_back"
    FIRST_TALK = "first_talk"
    STARTED = "started"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Everyone who was referred in one month and one region, where they are enough to tell nothing about one."""

    month: date
    """Its first day."""
    region: str
    """Its name; empty where no region is known."""
    many: Mapping[Reached, int | None]
    """None: fewer than ten, or so many that the rest would be fewer than ten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The groups that may be shown, the last month first, and whether there are smaller ones."""

    groups: Sequence[Group]
    hides_some: bool


def numbers(open_unit: UnitOfWorkFactory, snapshot: Snapshot, actor: Actor, moment: datetime) -> Numbers:
    """Of the own organisation over a year. Counting is done by the house; only numbers come out."""
    organisation_id = require_at_home(actor, Deed.SEE_REFERRAL_NUMBERS)
    with open_unit() as unit:
        sent = unit.referrals.sent_by(organisation_id, _since(moment))
    names = dict(zip(snapshot.columns.regions.code, snapshot.columns.regions.label, strict=True))
    return grouped(sent, {str(code): str(name) for code, name in names.items()})


def grouped(referrals: Iterable[Referral], names: Mapping[str, str]) -> Numbers:
    """By month and region, with what is too small left out."""
    counts: dict[tuple[date, str], Counter[Reached]] = {}
    for each in referrals:
        key = dutch_day(each.sent_at).replace(day=1), names.get(each.region, "")
        counts.setdefault(key, Counter()).update(_reached(each))
    shown = [
        Group(month=month, region=region, many={step: _shown(many[step], many[Reached.SENT]) for step in Reached})
        for (month, region), many in sorted(counts.items(), key=lambda item: (-item[0][0].toordinal(), item[0][1]))
        if many[Reached.SENT] >= SMALLEST_GROUP
    ]
    hidden = len(shown) < len(counts) or any(None in each.many.values() for each in shown)
    return Numbers(groups=shown, hides_some=hidden)


def _shown(many: int, of: int) -> int | None:
    """A number that tells nothing about fewer than ten people, neither itself nor by what is left of the whole."""
    rest = of - many
    return many if many >= SMALLEST_GROUP and (rest == 0 or rest >= SMALLEST_GROUP) else None


def _reached(referral: Referral) -> Iterable[Reached]:
    yield Reached.SENT
    if referral.state is ReferralState.SENT_BACK:
        yield Reached.SENT_BACK
    if referral.dossier_id is not None:
        yield Reached.ACCEPTED
    days = {
        Reached.FIRST_TALK: referral.first_talk_on,
        Reached.STARTED: referral.started_on,
        Reached.STOPPED: referral.stopped_on,
    }
    yield from (step for step, day in days.items() if day is not None)


def _since(moment: datetime) -> datetime:
    """The first of the month, eleven months ago."""
    months = moment.year * 12 + moment.month - MONTHS
    return moment.replace(year=months // 12, month=months % 12 + 1, day=1, hour=0, minute=0, second=0, microsecond=0)
