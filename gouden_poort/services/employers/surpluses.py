"""Announcing work that stops, by staff or by the company itself, and taking that back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from gouden_poort.errors import FieldError, InvalidInput, NotAllowed, UnknownThing
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.company_link import CompanyLink
from gouden_poort.profiles.people.rights import Deed, Ties, require, require_at_home
from gouden_poort.profiles.people.surplus import Stopping, Surplus, check_stopping
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.case_numbers import id_for
from gouden_poort.services.employers.links import link_of
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record

MOST = 50
"""What a company can have told by one link."""


def announce(open_unit: UnitOfWorkFactory, actor: Actor, form_id: UUID, told: Stopping, moment: datetime) -> Surplus:
    """Keep what a colleague heard; the same form twice, and the same work told again, is one surplus."""
    organisation_id = require_at_home(actor, Deed.KEEP_SURPLUSES)
    check_stopping(told, dutch_day(moment))
    surplus = Surplus(
        id=id_for(form_id, actor.account_id),
        organisation_id=organisation_id,
        told_at=moment,
        told_by=actor.account_id,
        **asdict(told),
    )
    with open_unit(actor) as unit:
        kept = _told_before(unit, surplus) or unit.surpluses.add_once(surplus)
        record(unit, actor, Deed.KEEP_SURPLUSES, None, Why.GUIDANCE, moment)
        unit.commit()
    return kept


def announce_by_link(
    open_unit: UnitOfWorkFactory, token: str, form_id: UUID, told: Stopping, moment: datetime
) -> Surplus:
    """Keep what a company tells itself, under its own name; the same again is one surplus, as above.

    InvalidInput too for more than a company has to tell (`surpluses`): a link may have come into other hands.
    """
    with open_unit() as unit:  # for the house: a company has no account
        link = link_of(unit, token, moment)
        told = replace(told, employer=link.name, company_id=link.company_id)
        check_stopping(told, dutch_day(moment))
        surplus = Surplus(
            id=id_for(form_id, link.id),
            organisation_id=link.organisation_id,
            told_at=moment,
            told_by=link.id,
            by_company=True,
            **asdict(told),
        )
        kept = _told_before(unit, surplus)
        if kept is None:
            _not_too_many(unit, link, moment)
            kept = unit.surpluses.add_once(surplus)
        unit.commit()
    return kept


def surpluses(open_unit: UnitOfWorkFactory, actor: Actor, today: date) -> Sequence[Surplus]:
    """What counts in the own organisation, what stops soonest first."""
    organisation_id = require_at_home(actor, Deed.KEEP_SURPLUSES)
    with open_unit(actor) as unit:
        return unit.surpluses.running(organisation_id, today)


def surplus_of(open_unit: UnitOfWorkFactory, actor: Actor, surplus_id: UUID) -> Surplus:
    """One of the own organisation; NotAllowed for one of others, and when there is none."""
    with open_unit(actor) as unit:
        return _own(unit, actor, surplus_id)


def own_surpluses(open_unit: UnitOfWorkFactory, token: str, moment: datetime) -> Sequence[Surplus]:
    """What a company told itself by this link and still counts; UnknownThing when the link opens nothing."""
    with open_unit() as unit:  # for the house: a company has no account
        link = link_of(unit, token, moment)
        return [each for each in unit.surpluses.told_by(link.id) if each.counts_on(dutch_day(moment))]


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


def _told_before(unit: UnitOfWork, surplus: Surplus) -> Surplus | None:
    """What the same teller told by this form, or told in the same words while it still counts."""
    found = unit.surpluses.find(surplus.id)
    if found is not None:
        return found
    day = dutch_day(surplus.told_at)
    told = (each for each in unit.surpluses.told_by(surplus.told_by) if each.counts_on(day))
    return next((each for each in told if each.says_the_same(surplus)), None)


def _not_too_many(unit: UnitOfWork, link: CompanyLink, moment: datetime) -> None:
    """Of what still counts, and of what was told and taken back since yesterday."""
    since, today = moment - timedelta(days=1), dutch_day(moment)
    many = sum(each.counts_on(today) or each.told_at > since for each in unit.surpluses.told_by(link.id))
    if many >= MOST:
        expected = f"at most {MOST} of one company"
        raise InvalidInput([FieldError(path="surpluses", code="full", given=str(many + 1), expected=expected)])


def _own(unit: UnitOfWork, actor: Actor, surplus_id: UUID) -> Surplus:
    found = unit.surpluses.find(surplus_id)
    if found is None:
        raise NotAllowed(Deed.KEEP_SURPLUSES.value)
    require(actor, Deed.KEEP_SURPLUSES, Ties(organisation_id=found.organisation_id))
    return found
