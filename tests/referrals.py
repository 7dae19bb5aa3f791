"""Referrals for tests; every name says that it is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.people.account import Account, Actor, Role
from gouden_poort.profiles.people.consent import Given, LegalGround
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.organisation import Organisation, OrganisationKind
from gouden_poort.profiles.people.referral import Referral, ReferralMessage
from gouden_poort.services.referrals.answering import accept
from gouden_poort.services.referrals.sending import check_referral, refer
from tests.builders import a_snapshot
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, ELSEWHERE, HERE, MORNING, STRANGER

UWV = UUID(int=3)
COUNSELLOR = Actor(account_id=UUID(int=21), role=Role.COUNSELLOR, organisation_id=UWV)
OTHER_COUNSELLOR = Actor(account_id=UUID(int=22), role=Role.COUNSELLOR, organisation_id=UWV)
LANGUAGES = ("nl", "ar")
TYPED = {
    "name": "Voorbeeld Een",
    "phone": "06 12345678",
    "email": "",
    "language": "nl",
    "birth_date": "1990-01-02",
    "place": "Utrecht",
    "wish": "Werken met elektra.",
    "reason": "Heeft een leerplek nodig.",
    "to": str(HERE),
    "ground": "consent",
    "given": "read_aloud",
}


def address(referral_id: UUID) -> str:
    """Where a referral is read."""
    return f"https://voorbeeld.example/verwijzing/{referral_id}"


def places() -> Snapshot:
    """A small catalogue that knows Utrecht."""
    return a_snapshot(places=[{"pc4_from": 3511, "pc4_to": 3515}], postcode_areas=[{}])


def a_referral(**told: Any) -> Referral:
    """A referral that waits for an answer, before it is kept."""
    referral = Referral(
        id=uuid4(),
        pseudonym=uuid4(),
        counsellor_id=COUNSELLOR.account_id,
        from_organisation_id=UWV,
        to_organisation_id=HERE,
        name="Voorbeeld Een",
        phone="06 12345678",
        email="",
        birth_date=date(1990, 1, 2),
        language="nl",
        place="Utrecht",
        region="",
        wish="Werken met elektra.",
        reason="Heeft een leerplek nodig.",
        ground=LegalGround.CONSENT,
        given=Given.READ_ALOUD,
        given_at=MORNING,
        sent_at=MORNING,
        answer_by=date(2026, 11, 26),
    )
    return replace(referral, **told)


def a_referral_message(referral: Referral, **told: Any) -> ReferralMessage:
    """A message of the counsellor."""
    message = ReferralMessage(
        id=uuid4(), referral_id=referral.id, author_id=referral.counsellor_id, written_at=MORNING, text="Een voorbeeld."
    )
    return replace(message, **told)


def keep_colleagues(database: Database) -> None:
    """The organisations and accounts behind the actors of these tests."""
    kinds = {
        HERE: OrganisationKind.COACHING_BUREAU,
        ELSEWHERE: OrganisationKind.REGION,
        UWV: OrganisationKind.UWV_OFFICE,
    }
    names = {HERE: "Voorbeeldbureau", ELSEWHERE: "Regio Elders", UWV: "UWV Voorbeeldstad"}
    actors = (COACH, COLLEAGUE, STRANGER, COUNSELLOR, OTHER_COUNSELLOR)
    with database.unit() as unit:
        for key, kind in kinds.items():
            unit.organisations.add(Organisation(id=key, name=names[key], kind=kind))
        for actor in actors:
            number = actor.account_id.int
            unit.accounts.add(
                Account(
                    id=actor.account_id,
                    role=actor.role,
                    name=f"Voorbeeld Collega {number}",
                    email=f"collega{number}@voorbeeld.example",
                    organisation_id=actor.organisation_id,
                    made_at=MORNING,
                )
            )
        unit.commit()


def referred(database: Database, *, moment: datetime = MORNING, **typed: str) -> Referral:
    """A referral by the counsellor to the organisation of the coach, sent through the services."""
    new = check_referral(
        database.unit, places(), COUNSELLOR, {**TYPED, **typed}, languages=LANGUAGES, today=moment.date()
    )
    return refer(database.unit, COUNSELLOR, new, moment, address=address)


def accepted(database: Database, referral: Referral, *, moment: datetime = MORNING) -> Dossier:
    """The dossier that the coach makes of a referral."""
    return accept(
        database.unit,
        places(),
        COACH,
        referral.id,
        {"place": referral.place, "dutch": ""},
        is_another=True,
        languages=LANGUAGES,
        moment=moment,
        address=address,
    )
