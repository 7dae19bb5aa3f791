"""Answering what somebody asked: by mail in their language with Dutch below, or in a talk that is noted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.objection import Objection
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.message import Message, MessageKind
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.profiles.typed import readable, unfit
from gouden_poort.services.inbox.listing import claimed
from gouden_poort.services.inbox.reaching import DUTCH, Asked, language_of, mail_of
from gouden_poort.services.inbox.receipt import take_back
from gouden_poort.services.outbox import post, same_message
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record

LONGEST_ANSWER = 3000


def answer_by_mail(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    request_id: UUID,
    *,
    dutch: str,
    translated: str,
    spoken: Collection[str],
    moment: datetime,
) -> None:
    """Mail an answer and note that it was given; what was answered before stays as it is. InvalidInput.

    `translated`: in the language of the sender; without it the Dutch goes alone.
    """
    texts = {"dutch": readable(dutch), "translated": readable(translated)}
    faults = list(unfit(texts, dict.fromkeys(texts, LONGEST_ANSWER)))
    if not texts["dutch"]:
        faults.append(FieldError(path="dutch", code="missing", given="", expected="an answer"))
    if faults:
        raise InvalidInput(faults)
    with open_unit() as unit:  # for the house: the message is for nobody's eyes but the sender's
        asked = claimed(unit, actor, request_id, moment)
        if asked.answered_at is not None:
            return
        if not mail_of(asked):
            raise InvalidInput([FieldError(path="dutch", code="malformed", given="", expected="an e-mail address")])
        in_both = texts["translated"] and language_of(asked, spoken) != DUTCH
        post(
            unit,
            Message(
                id=same_message(MessageKind.REQUEST_ANSWER, request_id),
                kind=MessageKind.REQUEST_ANSWER,
                language=language_of(asked, spoken),
                to=mail_of(asked),
                facts={
                    "number": asked.number,
                    "answer": texts["translated"] if in_both else texts["dutch"],
                    "dutch": texts["dutch"] if in_both else "",
                },
                made_at=moment,
                due=moment,
                organisation_id=actor.organisation_id,
            ),
        )
        _settle(unit, actor, asked, moment)
        unit.commit()


def note_answered(open_unit: UnitOfWorkFactory, actor: Actor, request_id: UUID, moment: datetime) -> None:
    """Note that somebody was spoken with; a second time changes nothing."""
    with open_unit() as unit:
        asked = claimed(unit, actor, request_id, moment)
        _settle(unit, actor, asked, moment)
        unit.commit()


def _settle(unit: UnitOfWork, actor: Actor, asked: Asked, moment: datetime) -> None:
    unit_of = unit.objections if isinstance(asked, Objection) else unit.coach_requests
    unit_of.mark_answered(asked.id, moment)
    take_back(unit, asked)
    record(unit, actor, Deed.ANSWER_REQUESTS, asked.id, Why.REQUEST, moment)
