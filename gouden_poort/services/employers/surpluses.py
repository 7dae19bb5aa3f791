"""Announcing work that stops, by staff or by the company itself, and taking that back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from uuid import UUID

from gouden_poort.errors import NotAllowed, UnknownThing
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.rights import Deed, Ties, require, require_at_home
from gouden_poort.profiles.people.surplus import Stopping, Surplus, check_stopping
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.employers.links import link_of
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record


def announce(open_unit: UnitOfWorkFactory, actor: Actor, surplus_id: UUID, told: Stopping, moment: datetime) -> Surplus:
    """Keep what a colleague heard; the same id twice, of the form, is one surplus."""
    organisation_id = require_at_home(actor, Deed.KEEP_SURPLUSES)
    check_stopping(told, dutch_day(moment))
    surplus = Surplus(
        id=surplus_id,
        organisation_id=organisation_id,
        told_at=moment,
        told_by=actor.account_id,
        **asdict(told),
    )
    with open_unit(actor) as unit:
        kept = _add(unit, surplus)
        record(unit, actor, Deed.KEEP_SURPLUSES, None, Why.GUIDANCE, moment)
        unit.commit()
    return kept


def announce_by_link(
    open_unit: UnitOfWorkFactory, token: str, surplus_id: UUID, told: Stopping, moment: datetime
) -> Surplus:
    """Keep what a company tells itself, under its own name."""
    with open_unit() as unit:  # for the house: a company has no account
        link = link_of(unit, token, moment)
        told = replace(told, employer=link.name, company_id=link.company_id)
        check_stopping(told, dutch_day(moment))
        surplus = Surplus(
            id=surplus_id,
            organisation_id=link.organisation_id,
            told_at=moment,
            told_by=link.id,
            by_company=True,
            **asdict(told),
        )
        kept = _add(unit, surplus)
        unit.commit()
    return kept


def surpluses(open_unit: UnitOfWorkFactory, actor: Actor, today: date) -> Sequence[Surplus]:
    """What counts in the own organisation, what stops soonest first."""
    organisation_id = require_at_home(actor, Deed.KEEP_SURPLUSES)
    with open_unit(actor) as unit:
        return [each for each in unit.surpluses.of(organisation_id) if each.counts_on(today)]


def surplus_of(open_unit: UnitOfWorkFactory, actor: Actor, surplus_id: UUID) -> Surplus:
    """One of the own organisation; NotAllowed for one of others, and when there is none."""
    with open_unit(actor) as unit:
        return _own(unit, actor, surplus_id)


def own_surpluses(open_unit: UnitOfWorkFactory, token: str, moment: datetime) -> Sequence[Surplus]:
    """What a company told itself by this link and still counts; UnknownThing when the link opens nothing."""
    with open_unit() as unit:  # for the house: a company has no account
        link = link_of(unit, token, moment)
        told = unit.surpluses.of(link.organisation_id)
        return [each for each in told if each.told_by == link.id and each.counts_on(dutch_day(moment))]


def withdraw(open_unit: UnitOfWorkFactory, actor: Actor, surplus_id: UUID, moment: datetime) -> None:
    """The work goes on after all, or it was a mistake."""
    with open_unit(actor) as unit:
        _own(unit, actor, surplus_id)
        unit.surpluses.withdraw(surplus_id, moment)
        record(unit, actor, Deed.KEEP_SURPLUSES, None, Why.GUIDANCE, moment)
        unit.commit()


def withdraw_by_link(open_unit: UnitOfWorkFactory, token: str, surplus_id: UUID, moment: datetime) -> None:
    """The same by the company that told it; UnknownThing for what it did not tell."""
    with open_unit() as unit:  # for the house: a company has no account
        link = link_of(unit, token, moment)
        found = unit.surpluses.find(surplus_id)
        if found is None or found.told_by != link.id:
            raise UnknownThing("surplus", "")
        unit.surpluses.withdraw(surplus_id, moment)
        unit.commit()


def _add(unit: UnitOfWork, surplus: Surplus) -> Surplus:
    """Once for one id; whoever sends an id that is of somebody else gets to know nothing of it."""
    kept = unit.surpluses.find(surplus.id)
    if kept is None:
        unit.surpluses.add(surplus)
        return surplus
    if (kept.organisation_id, kept.told_by) != (surplus.organisation_id, surplus.told_by):
        raise NotAllowed(Deed.KEEP_SURPLUSES.value)
    return kept


def _own(unit: UnitOfWork, actor: Actor, surplus_id: UUID) -> Surplus:
    found = unit.surpluses.find(surplus_id)
    if found is None:
        raise NotAllowed(Deed.KEEP_SURPLUSES.value)
    require(actor, Deed.KEEP_SURPLUSES, Ties(organisation_id=found.organisation_id))
    return found
