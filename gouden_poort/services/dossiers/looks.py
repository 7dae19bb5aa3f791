"""Who looked at a dossier or changed it, told to its citizen: as what, for whom, when and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import COMPANY, TrailEntry
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.trail import looks_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What someone did with a dossier on one day, however often."""

    day: date
    role: str
    organisation: str
    """Or the company; empty for the machine, and for a body that is no more."""
    deed: str
    why: str
    times: int


def own_looks(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID) -> Sequence[Look]:
    """What others did with the dossier of the citizen who asks, the latest day first."""
    with open_unit(actor) as unit:
        subject = opened(unit, actor, Deed.OWN_DOSSIER, dossier_id).dossier.pseudonym
    entries = looks_at(open_unit, subject)
    with open_unit() as unit:
        names = {each.id: each.name for each in unit.organisations.all()}
        companies = {each.account_id for each in entries if each.account_id and each.role == COMPANY}
        links = [unit.company_links.find(each) for each in companies]
    names |= {link.id: link.name for link in links if link}
    alike = sorted(entries, key=_alike)
    looks = [
        Look(
            day=dutch_day(some[0].moment),
            role=some[0].role,
            organisation=names.get(body, "") if (body := _body(some[0])) else "",
            deed=some[0].deed,
            why=some[0].why,
            times=len(some),
        )
        for some in (list(group) for _, group in groupby(alike, key=_alike))
    ]
    return sorted(looks, key=lambda look: look.day, reverse=True)


def _body(entry: TrailEntry) -> UUID | None:
    """For whom somebody looked: the organisation, or the company by its link."""
    return entry.account_id if entry.role == COMPANY else entry.organisation_id


def _alike(entry: TrailEntry) -> tuple[date, str, str, str, str]:
    return dutch_day(entry.moment), entry.role, str(_body(entry) or ""), entry.deed, entry.why
