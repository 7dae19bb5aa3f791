"""Everything about one person for the page of their coach: one look, which is written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from gouden_poort.development.check_in import CheckIn
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.agreement import Agreement
from gouden_poort.profiles.people.consent import Consent, Line, allows
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.message import Message
from gouden_poort.profiles.people.note import Note
from gouden_poort.profiles.people.referral import Referral, ReferralMessage
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.set_aside import SetAside
from gouden_poort.profiles.people.trail import Why
from gouden_poort.profiles.question import Answer
from gouden_poort.services.dossiers.opening import Opened, opened
from gouden_poort.services.drafts import without_drafts
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred:
    """A referral that the dossier came from, with who referred and what was written about it."""

    referral: Referral
    organisation: str
    messages: Sequence[ReferralMessage]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is kept about a person, as it was at one moment."""

    dossier: Dossier
    answers: Mapping[str, Answer]
    consents: Sequence[Consent]
    notes: Sequence[Note]
    agreements: Sequence[Agreement]
    messages: Sequence[Message]
    """That were sent, the last one first."""
    waiting: Sequence[Message]
    """That were not sent yet, such as a letter that nobody gave."""
    set_aside: Sequence[SetAside]
    check_ins: Sequence[CheckIn]
    """What was answered about each year, the last year first."""
    referrals: Sequence[Referred]
    """None once the citizen shares no steps: for the coach they are closed then too."""
    names: Mapping[UUID, str]
    """Staff who wrote, referred, agreed, set aside or filled in, by account; those who are gone have none."""

    @property
    def open_agreements(self) -> Sequence[Agreement]:
        """Those that still wait for their doer."""
        return [each for each in self.agreements if each.is_open]


def view(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, moment: datetime, why: Why = Why.GUIDANCE
) -> Seen:
    """The whole dossier, and the look in the audit trail: both or neither. NotAllowed for who may not see it."""
    with open_unit(actor) as unit:
        found = opened(unit, actor, Deed.SEE_DOSSIER, dossier_id)
        notes, agreements = unit.notes.of(dossier_id), unit.agreements.of(dossier_id)
        aside, check_ins = unit.set_asides.of(dossier_id), unit.check_ins.of(dossier_id)
        referrals = _referrals(unit, found)
        makers = (
            found.dossier.coach_id,
            *(each.author_id for each in notes),
            *(each.made_by for each in agreements),
            *(each.made_by for each in aside),
            *(each.answered_by for each in check_ins if each.answered_by != found.dossier.citizen_id),
            *(message.author_id for each in referrals for message in each.messages),
        )
        seen = Seen(
            dossier=found.dossier,
            answers=without_drafts(unit.assessments.answers(found.dossier.assessment_id)),
            consents=found.consents,
            notes=notes,
            agreements=agreements,
            messages=unit.outbox.sent_about(dossier_id, moment),
            waiting=unit.outbox.unsent_about(dossier_id),
            set_aside=aside,
            check_ins=check_ins,
            referrals=referrals,
            names=_names(unit, frozenset(makers)),
        )
        record(unit, actor, Deed.SEE_DOSSIER, found.dossier.pseudonym, why, moment)
        unit.commit()
    return seen


def _referrals(unit: UnitOfWork, found: Opened) -> Sequence[Referred]:
    if not allows(found.consents, Line.COUNSELLOR_SEES_STEPS):
        return ()
    return [_referred(unit, each) for each in unit.referrals.of_dossier(found.dossier.id)]


def _referred(unit: UnitOfWork, referral: Referral) -> Referred:
    there = unit.organisations.find(referral.from_organisation_id)
    messages = unit.referral_messages.of(referral.id)
    return Referred(referral=referral, organisation=there.name if there else "", messages=messages)


def _names(unit: UnitOfWork, account_ids: frozenset[UUID]) -> Mapping[UUID, str]:
    found = (unit.accounts.find(account_id) for account_id in account_ids)
    return {account.id: account.name for account in found if account}
