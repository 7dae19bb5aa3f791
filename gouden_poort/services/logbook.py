"""What the people of an organisation did, for its administrators: by person and by day. Opening it is written in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.dutch_time import beginning_of, dutch_day
from gouden_poort.profiles.people.account import Account, Actor
from gouden_poort.profiles.people.rights import Deed, require_at_home
from gouden_poort.profiles.people.trail import TrailEntry, Why
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.ports.trail import Asked
from gouden_poort.services.trail import record

ON_A_PAGE = 300
"""Deeds that are looked through for one page."""
IN_A_FILE = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Whose deeds, and of which day; None: of everyone, of all days."""

    account_id: UUID | None = None
    day: date | None = None
    before: int | None = None
    """Only deeds from before the one with this number: the next page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A deed, however often it was done on one day."""

    first: datetime
    last: datetime
    who: str
    """Empty for somebody who is no longer known here."""
    role: str
    deed: str
    why: str
    whom: str
    """The name of a colleague; empty for all others."""
    subject: UUID | None
    """By what the trail names whom or what it was about."""
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Deeds by day, the last day first."""

    days: Mapping[date, Sequence[Line]]
    staff: Sequence[Account]
    """Whose deeds can be asked for."""
    before: int | None
    """Where the next page begins; None: there is none."""


def look(open_unit: UnitOfWorkFactory, actor: Actor, search: Search, moment: datetime) -> Page:
    """One page, in which the same deed on the same day is one line; the look itself comes in the trail after it."""
    with open_unit(actor) as unit:
        entries = _found(unit, actor, Deed.SEE_AUDIT_TRAIL, search, moment, ON_A_PAGE)
        staff = unit.accounts.staff(actor.organisation_id)
        unit.commit()
    lines: dict[date, list[Line]] = {}
    for day, alike in _alike(entries).items():
        lines.setdefault(day[0], []).append(_line(alike, _names(staff)))
    more = entries[-1].seq if len(entries) == ON_A_PAGE else None
    return Page(days=lines, staff=staff, before=more)


def export(open_unit: UnitOfWorkFactory, actor: Actor, search: Search, moment: datetime) -> Sequence[Line]:
    """Each deed on a line of its own, for a file; that it was taken is written down."""
    with open_unit(actor) as unit:
        entries = _found(unit, actor, Deed.EXPORT_AUDIT_TRAIL, search, moment, IN_A_FILE)
        names = _names(unit.accounts.staff(actor.organisation_id))
        unit.commit()
    return [_line([entry], names) for entry in entries]


def _found(  # noqa: PLR0917 - who asks what, and when
    unit: UnitOfWork, actor: Actor, deed: Deed, search: Search, moment: datetime, most: int
) -> Sequence[TrailEntry]:
    organisation_id = require_at_home(actor, deed)
    if search.account_id and search.account_id not in _names(unit.accounts.staff(organisation_id)):
        raise NotAllowed(deed.value)  # or whoever asks could write any name in the trail
    since = beginning_of(search.day) if search.day else None
    asked = Asked(
        organisation_id=organisation_id,
        account_id=search.account_id,
        since=since,
        until=beginning_of(search.day + timedelta(days=1)) if search.day else None,
        before=search.before,
        most=most,
    )
    entries = unit.trail.done_by(asked)
    record(unit, actor, deed, search.account_id, Why.OVERSIGHT, moment)
    return entries


def _alike(entries: Iterable[TrailEntry]) -> Mapping[tuple[date, object], Sequence[TrailEntry]]:
    found: dict[tuple[date, object], list[TrailEntry]] = {}
    for entry in entries:
        what = (entry.account_id, entry.role, entry.deed, entry.subject, entry.why)
        found.setdefault((dutch_day(entry.moment), what), []).append(entry)
    return found


def _names(staff: Sequence[Account]) -> Mapping[UUID, str]:
    return {each.id: each.name for each in staff}


def _line(alike: Sequence[TrailEntry], names: Mapping[UUID, str]) -> Line:
    entry = alike[0]
    return Line(
        first=min(each.moment for each in alike),
        last=max(each.moment for each in alike),
        who=names.get(entry.account_id, "") if entry.account_id else "",
        role=entry.role,
        deed=entry.deed,
        why=entry.why,
        whom=names.get(entry.subject, "") if entry.subject else "",
        subject=entry.subject,
        times=len(alike),
    )
