"""Referrals of the demo: some wait, one of them too long, one came back, and others became dossiers with steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from gouden_poort.profiles.people.consent import Consent, Given, LegalGround, Line
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.people.referral import WORKING_DAYS, Referral, ReferralMessage, ReferralState
from gouden_poort.profiles.working_days import working_days_after
from gouden_poort.services.demo.cast import Cast, drawn_id
from gouden_poort.services.ports import UnitOfWork

_ONE_IN = 12
"""People for one who was referred."""
_WISHES = ("Wil werk in de techniek.", "Wil leren en verdienen.", "Zoekt werk met vaste dagen.")
_REASONS = (
    "Heeft veel gerepareerd en zoekt een leerbaan.",
    "Werkte in een magazijn en wil iets met machines.",
    "Spreekt al wat Nederlands en wil beginnen.",
)
_LETTERS = (
    "Ik belde. We spreken elkaar volgende week.",
    "Fijn. Denk je aan de reistijd?",
    "Ja. We kijken naar bedrijven in de buurt.",
)
"""To and fro between coach and counsellor, the coach first."""


def keep_referrals(unit: UnitOfWork, cast: Cast, citizens: Sequence[Dossier], chance: Random, moment: datetime) -> None:
    """Those that wait for an answer, one that came back, and those that became a dossier."""
    for number, days in enumerate((-1, 1, 2, 3)):
        sent = moment - timedelta(days=4 - days)
        waits = _referral(cast, f"Voorbeeld Verwezen {number + 1}", f"06 0100000{number}", chance, sent)
        unit.referrals.add(replace(waits, answer_by=moment.date() + timedelta(days=days)))
    sent = moment - timedelta(days=9)
    back = _referral(cast, "Voorbeeld Verwezen 5", "06 01000004", chance, sent)
    unit.referrals.add(
        replace(
            back,
            state=ReferralState.SENT_BACK,
            answered_at=sent + timedelta(days=1),
            answered_by=cast.coaches[0].id,
            back_reason="Woont buiten onze regio.",
        )
    )
    for dossier in citizens[::_ONE_IN]:
        _keep_accepted(unit, cast, dossier, chance, moment)


def _keep_accepted(unit: UnitOfWork, cast: Cast, dossier: Dossier, chance: Random, moment: datetime) -> None:
    """A referral that is a dossier now, as far as that dossier is; coach and counsellor wrote about it."""
    sent = dossier.registered_at - timedelta(days=1)
    taken = _referral(cast, dossier.name, dossier.phone, chance, sent)
    taken = replace(taken, email=dossier.email, birth_date=dossier.birth_date, language=dossier.language)
    taken = _followed(taken.accepted(_as_it_came(dossier), dossier.coach_id, dossier.registered_at), dossier)
    unit.referrals.add(replace(taken, version=1))
    unit.consents.add(
        Consent(
            id=drawn_id(chance),
            dossier_id=dossier.id,
            line=Line.COUNSELLOR_SEES_STEPS,
            given=Given.READ_ALOUD,
            language=dossier.language,
            given_at=dossier.registered_at,
        )
    )
    for message in _letters(cast, taken, dossier, chance, moment):
        unit.referral_messages.add(message)


def _as_it_came(dossier: Dossier) -> Dossier:
    """Before there was a plan, and with its first talk in the week in which it came."""
    spoken, soon = dossier.last_contact_on, dossier.registered_at.date() + timedelta(days=5)
    return replace(dossier, state=DossierState.NEW, target_id="", last_contact_on=spoken and min(spoken, soon))


def _followed(taken: Referral, dossier: Dossier) -> Referral:
    """With what happened since, on the days on which it did."""
    if dossier.is_our_plan and dossier.plan_accepted_at:
        taken = taken.begun(dossier.plan_accepted_at.date())
    return taken.following(dossier, dossier.state_since)


def _letters(
    cast: Cast, referral: Referral, dossier: Dossier, chance: Random, moment: datetime
) -> Iterator[ReferralMessage]:
    """What both wrote; the first of them is the coach."""
    for number, text in enumerate(_LETTERS[: chance.randint(0, len(_LETTERS))]):
        yield ReferralMessage(
            id=drawn_id(chance),
            referral_id=referral.id,
            author_id=cast.counsellor.id if number % 2 else dossier.coach_id,
            written_at=min(moment, dossier.registered_at + timedelta(hours=3 + 20 * number)),
            text=text,
        )


def _referral(cast: Cast, name: str, phone: str, chance: Random, sent: datetime) -> Referral:
    return Referral(
        id=drawn_id(chance),
        pseudonym=drawn_id(chance),
        counsellor_id=cast.counsellor.id,
        from_organisation_id=cast.office.id,
        to_organisation_id=cast.bureau.id,
        name=name,
        phone=phone,
        email="",
        birth_date=sent.date().replace(year=1990 + chance.randint(0, 12), day=1),
        language="nl",
        place="Utrecht",
        region="",
        wish=chance.choice(_WISHES),
        reason=chance.choice(_REASONS),
        ground=LegalGround.CONSENT,
        given=Given.READ_ALOUD,
        given_at=sent,
        sent_at=sent,
        answer_by=working_days_after(sent.date(), WORKING_DAYS),
    )
