"""Telling the citizen of a dossier something: on their own screen, and by mail when they allow that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from gouden_poort.profiles.people.consent import Consent, Line, allows
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.services.outbox import post, same_message
from gouden_poort.services.ports import UnitOfWork


def tell_citizen(  # noqa: PLR0917 - in the order of the sentence
    unit: UnitOfWork,
    dossier: Dossier,
    consents: Sequence[Consent],
    kind: MessageKind,
    facts: Mapping[str, str],
    about: str,
    moment: datetime,
) -> None:
    """Post it in the unit of work of what it is about. `about`: twice the same is one message."""
    for channel in _channels(dossier, consents):
        post(
            unit,
            Message(
                id=same_message(kind, dossier.id, about, channel.value),
                kind=kind,
                channel=channel,
                language=dossier.language,
                to=dossier.email if channel is Channel.MAIL else "",
                facts=facts,
                made_at=moment,
                due=moment,
                organisation_id=dossier.organisation_id,
                dossier_id=dossier.id,
                account_id=dossier.citizen_id,
            ),
        )


def _channels(dossier: Dossier, consents: Sequence[Consent]) -> Iterator[Channel]:
    if dossier.citizen_id is not None:
        yield Channel.SCREEN
    if dossier.email and allows(consents, Line.MESSAGES):
        yield Channel.MAIL
