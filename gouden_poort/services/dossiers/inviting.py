"""A coach lets the citizen of a dossier in: an account, and a link that lets in once, by mail or in a letter.

Who lost mail and telephone gets a new link by hand, and whoever has those now gets in no more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID, uuid4

from gouden_poort.errors import FieldError, InvalidInput, UnknownThing
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Account, Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.profiles.people.way_in import WORKS_FOR, Purpose
from gouden_poort.profiles.typed import one_line
from gouden_poort.services import outbox
from gouden_poort.services.accounts import ways_in
from gouden_poort.services.accounts.citizens import add_citizen
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.dossiers.versions import keep
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record

GIVEN_BY_HAND = "Wordt persoonlijk gegeven"
"""Below the name on a letter that the coach hands over."""
LONGEST_LINE = 60
"""Of an address: what fits in the window of an envelope."""


_LETS_IN = (MessageKind.CITIZEN_INVITATION, MessageKind.CITIZEN_RECOVERY)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitedCitizen:
    """What came of it: who may come in, until when, and what tells them."""

    account: Account
    message: Message
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """Someone who may be invited, and how far that is."""

    name: str
    email: str
    has_account: bool
    came_in: bool
    """Whether the link was used, or they signed in otherwise."""
    letters: tuple[Message, ...]
    """Invitations that wait to be printed and given."""


def invitee(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, moment: datetime) -> Invitee:
    """The citizen of a dossier, for the coach who invites; NotAllowed. The look is written down."""
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, Deed.CHANGE_DOSSIER, dossier_id).dossier
        account_id = dossier.citizen_id
        came_in = account_id is not None and unit.accounts.credentials(account_id).last_used_at is not None
        waiting = unit.outbox.unsent_about(dossier_id)
        record(unit, actor, Deed.SEE_DOSSIER, dossier.pseudonym, Why.ACCESS, moment)
        unit.commit()
    letters = [each for each in waiting if each.kind in _LETS_IN]
    return Invitee(
        name=dossier.name,
        email=dossier.email,
        has_account=account_id is not None,
        came_in=came_in,
        letters=tuple(each for each in letters if each.channel is Channel.LETTER and not each.is_useless(moment)),
    )


def invite_citizen(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    dossier_id: UUID,
    moment: datetime,
    *,
    address_of: Callable[[str], str],
    channel: Channel = Channel.MAIL,
    address: str = "",
) -> InvitedCitizen:
    """Let the citizen of a dossier in; NotAllowed, InvalidInput. A second time makes a new link for the same account.

    The account is tied to the dossier at once: whoever comes in by the link is its citizen. `address_of`: the whole
    address of the token of a link. `address`: where a letter goes, in lines; empty when the coach hands it over.
    """
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, Deed.CHANGE_DOSSIER, dossier_id).dossier
        account = _account_of(unit, dossier, channel, moment)
        purpose = _purpose(unit, account)
        link = address_of(ways_in.make(unit, account, purpose, moment, made_by=actor.account_id))
        until = moment + WORKS_FOR[purpose]
        to = dossier.email.lower() if channel is Channel.MAIL else _lines(dossier.name, address)
        message = _message(
            unit,
            actor,
            dossier,
            MessageKind.CITIZEN_INVITATION,
            link,
            account_id=account.id,
            until=until,
            moment=moment,
        )
        kept = outbox.post(unit, replace(message, channel=channel, to=to))
        record(unit, actor, Deed.CHANGE_DOSSIER, dossier.pseudonym, Why.ACCESS, moment)
        unit.commit()
    return InvitedCitizen(account=account, message=kept, until=until)


def let_in_again(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    dossier_id: UUID,
    moment: datetime,
    *,
    address_of: Callable[[str], str],
) -> InvitedCitizen:
    """A link on paper for a citizen whose mail and telephone are gone; NotAllowed, UnknownThing without an account.

    From now on the account has the mail address of the dossier, or none; no password and no device gets in any more.
    """
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, Deed.CHANGE_DOSSIER, dossier_id).dossier
        account = None if dossier.citizen_id is None else unit.accounts.find(dossier.citizen_id)
        if account is None or account.role is not Role.CITIZEN or account.disabled_at:
            raise UnknownThing("account", "of this dossier")
        if not unit.accounts.set_email(account.id, dossier.email.lower()):
            unit.accounts.set_email(account.id, "")
        unit.accounts.keep_credentials(replace(unit.accounts.credentials(account.id), password_hash=None))
        unit.sessions.end_all(account.id, moment)
        link = address_of(ways_in.make(unit, account, Purpose.RECOVERY, moment, made_by=actor.account_id))
        until = moment + WORKS_FOR[Purpose.RECOVERY]
        kind = MessageKind.CITIZEN_RECOVERY
        message = _message(unit, actor, dossier, kind, link, account_id=account.id, until=until, moment=moment)
        kept = outbox.post(unit, replace(message, channel=Channel.LETTER, to=_lines(dossier.name, "")))
        record(unit, actor, Deed.CHANGE_DOSSIER, dossier.pseudonym, Why.ACCESS, moment)
        unit.commit()
    return InvitedCitizen(account=account, message=kept, until=until)


def _message(
    unit: UnitOfWork,
    actor: Actor,
    dossier: Dossier,
    kind: MessageKind,
    link: str,
    *,
    account_id: UUID,
    until: datetime,
    moment: datetime,
) -> Message:
    """What comes with a link, in the place of what waits with an earlier one; how and where it goes comes later."""
    for each in unit.outbox.unsent_about(dossier.id):
        if each.kind in _LETS_IN:
            outbox.withdraw(unit, each.id)
    coach = unit.accounts.find(actor.account_id)
    return Message(
        id=uuid4(),
        kind=kind,
        language=dossier.language,
        facts={
            "coach": coach.name if coach else "",
            "link": link,
            "until": dutch_day(until - timedelta(days=1)).isoformat(),
        },
        made_at=moment,
        due=moment,
        useless_after=until,
        organisation_id=dossier.organisation_id,
        dossier_id=dossier.id,
        account_id=account_id,
    )


def _account_of(unit: UnitOfWork, dossier: Dossier, channel: Channel, moment: datetime) -> Account:
    """The account of the citizen, made and tied to the dossier when there is none.

    An address that has an account already may be of someone else in the same house, so it gets no second one by mail:
    with a letter there is an account without an address.
    """
    if channel is Channel.MAIL and not dossier.email:
        raise _refused("missing", "an e-mail address in the dossier, or a letter")
    kept = None if dossier.citizen_id is None else unit.accounts.find(dossier.citizen_id)
    if kept is not None:
        return kept
    make = partial(add_citizen, unit, name=dossier.name, language=dossier.language, moment=moment)
    account = make(email=dossier.email) or (make(email="") if channel is Channel.LETTER else None)
    if account is None:
        raise _refused("duplicate", "an e-mail address that nobody signs in with, or a letter")
    keep(unit, replace(dossier, citizen_id=account.id))
    return account


def _purpose(unit: UnitOfWork, account: Account) -> Purpose:
    """A link works shortly for who came in before: then it opens an account with a past."""
    came_in = unit.accounts.credentials(account.id).last_used_at is not None
    return Purpose.RECOVERY if came_in else Purpose.WELCOME


def _lines(name: str, address: str) -> str:
    """Name and address as they stand on a letter; what is wrong with them `outbox.post` says."""
    typed = [line for line in map(one_line, address.splitlines()) if line]
    return "\n".join([name[:LONGEST_LINE], *(typed or [GIVEN_BY_HAND])])


def _refused(code: str, expected: str) -> InvalidInput:
    return InvalidInput([FieldError(path="channel", code=code, given="", expected=expected)])
