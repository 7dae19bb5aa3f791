"""Giving a company a link and ending it, by staff; and who stands at the door with one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from gouden_poort.errors import NotAllowed, TooManyTries, UnknownThing
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.company_link import WORKS_FOR, CompanyLink, read_company_name
from gouden_poort.profiles.people.rights import Deed, Ties, require, require_at_home
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.accounts.tokens import new_token, token_hash
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record
from gouden_poort.services.tries import Tries

GUESSES_OF_A_BLOCK = 25
"""More than one company may sit behind one block of addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A link just now, with the token that is shown once."""

    link: CompanyLink
    token: str


def make_link(open_unit: UnitOfWorkFactory, actor: Actor, name: str, moment: datetime, *, company_id: str = "") -> Made:
    """A new link for a company, beside earlier ones; whether the catalogue has that company the caller looked up."""
    organisation_id = require_at_home(actor, Deed.KEEP_COMPANY_LINKS)
    token = new_token()
    link = CompanyLink(
        id=uuid4(),
        organisation_id=organisation_id,
        company_id=company_id,
        name=read_company_name(name),
        made_by=actor.account_id,
        made_at=moment,
        until=moment + WORKS_FOR,
    )
    with open_unit(actor) as unit:
        unit.company_links.add(link, token_hash(token))
        record(unit, actor, Deed.KEEP_COMPANY_LINKS, None, Why.ACCESS, moment)
        unit.commit()
    return Made(link=link, token=token)


def working_links(open_unit: UnitOfWorkFactory, actor: Actor, moment: datetime) -> Sequence[CompanyLink]:
    """The links of the own organisation that open something."""
    organisation_id = require_at_home(actor, Deed.KEEP_COMPANY_LINKS)
    with open_unit(actor) as unit:
        return [each for each in unit.company_links.of(organisation_id) if each.works_at(moment)]


def end_link(open_unit: UnitOfWorkFactory, actor: Actor, link_id: UUID, moment: datetime) -> CompanyLink:
    """Let a link of the own organisation open nothing from now on; ended twice is ended once."""
    with open_unit(actor) as unit:
        link = unit.company_links.find(link_id)
        if link is None:
            raise NotAllowed(Deed.KEEP_COMPANY_LINKS.value)
        require(actor, Deed.KEEP_COMPANY_LINKS, Ties(organisation_id=link.organisation_id))
        if link.ended_at is not None:
            return link
        unit.company_links.end(link_id, moment)
        record(unit, actor, Deed.KEEP_COMPANY_LINKS, None, Why.ACCESS, moment)
        unit.commit()
    return replace(link, ended_at=moment)


def link_of(unit: UnitOfWork, token: str, moment: datetime) -> CompanyLink:
    """The link that a token is, for everything that a company does; UnknownThing when it opens nothing (any more)."""
    link = unit.company_links.with_token(token_hash(token)) if token else None
    if link is None or not link.works_at(moment):
        raise UnknownThing("link", "")
    return link


def at_the_door(open_unit: UnitOfWorkFactory, tries: Tries, block: str, token: str, moment: datetime) -> CompanyLink:
    """The same for a request from a block of addresses; TooManyTries for a block that guessed too often."""
    limits = {f"company link block {block}": GUESSES_OF_A_BLOCK}
    wait = tries.take(limits, moment)
    if wait is not None:
        raise TooManyTries(wait)
    with open_unit() as unit:  # for the house: a company has no account
        link = link_of(unit, token, moment)
    tries.give_back(*limits)
    return link
