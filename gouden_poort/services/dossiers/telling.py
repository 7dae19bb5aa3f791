"""Telling the citizen of a dossier something: on their own screen, and by mail when they allow that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from gouden_poort.profiles.people.account import Account
from gouden_poort.profiles.people.consent import Consent, Line, allows
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.services.outbox import post_if_deliverable, same_message, withdraw
from gouden_poort.services.ports import UnitOfWork

_WAYS = (Channel.SCREEN, Channel.MAIL)
PageAt = Callable[[str], str]
"""The full address of one page, for who reads a language."""


def tell_citizen(  # noqa: PLR0917 - in the order of the sentence
    unit: UnitOfWork,
    dossier: Dossier,
    consents: Sequence[Consent],
    kind: MessageKind,
    facts: Mapping[str, str],
    about: str,
    moment: datetime,
    useless_after: datetime | None = None,
) -> None:
    """Post it in the unit of work of what it is about. `about`: twice the same is one message on each channel."""
    by_mail = allows(consents, Line.MESSAGES)
    for message in messages_to(dossier, kind, facts, about, moment, by_mail=by_mail, useless_after=useless_after):
        post_if_deliverable(unit, message)


def messages_to(
    dossier: Dossier,
    kind: MessageKind,
    facts: Mapping[str, str],
    about: str,
    moment: datetime,
    *,
    by_mail: bool,
    useless_after: datetime | None = None,
) -> Iterator[Message]:
    """What `tell_citizen` posts, one on each channel: their own screen, and mail where they allow messages."""
    for channel in _channels(dossier, by_mail=by_mail):
        yield Message(
            id=_id(kind, dossier.id, about, channel),
            kind=kind,
            channel=channel,
            language=dossier.language,
            to=dossier.email if channel is Channel.MAIL else "",
            facts=facts,
            made_at=moment,
            due=moment,
            useless_after=useless_after,
            organisation_id=dossier.organisation_id,
            dossier_id=dossier.id,
            account_id=dossier.citizen_id,
        )


def told(unit: UnitOfWork, kind: MessageKind, dossier_id: UUID, about: str) -> Sequence[Message]:
    """What was posted about one thing and is still kept, on whatever channel."""
    found = (unit.outbox.find(_id(kind, dossier_id, about, channel)) for channel in _WAYS)
    return [each for each in found if each is not None]


def withdraw_mails(unit: UnitOfWork, dossier_id: UUID) -> None:
    """Take back what waits to be mailed about plan, talks and places; a link to sign in somebody asked for."""
    for each in unit.outbox.unsent_about(dossier_id):
        if each.channel is Channel.MAIL and not each.opens_account:
            withdraw(unit, each.id)


def phone_of(unit: UnitOfWork, coach: Account) -> str:
    """The number of a coach, else that of the organisation."""
    organisation = unit.organisations.find(coach.organisation_id) if coach.organisation_id else None
    return coach.phone or (organisation.phone if organisation else "")


def untell(unit: UnitOfWork, kind: MessageKind, dossier_id: UUID, about: str) -> None:
    """Take back what was posted about one thing and nobody sent yet."""
    for channel in _WAYS:
        withdraw(unit, _id(kind, dossier_id, about, channel))


def _id(kind: MessageKind, dossier_id: UUID, about: str, channel: Channel) -> UUID:
    return same_message(kind, dossier_id, about, channel.value)


def _channels(dossier: Dossier, *, by_mail: bool) -> Iterator[Channel]:
    if dossier.citizen_id is not None:
        yield Channel.SCREEN
    if dossier.email and by_mail:
        yield Channel.MAIL
