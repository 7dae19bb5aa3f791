"""A referral: a counsellor asks an organisation to help someone, and sees what becomes of it in a few shared steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Self
from uuid import UUID

from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.consent import Given, LegalGround
from gouden_poort.profiles.people.dossier import Dossier, DossierState

WORKING_DAYS = 3
"""Within how many working days a coach accepts it or sends it back."""
LONGEST_WISH, LONGEST_REASON, LONGEST_MESSAGE = 300, 600, 1_000
"""Characters."""
KEPT_SENT_BACK, KEPT_UNANSWERED = timedelta(days=30), timedelta(days=90)
"""How long it is known whom a referral was about that led to no dossier."""


class ReferralState(StrEnum):
    """How far it is."""

    SENT = "sent"
    ACCEPTED = "accepted"
    SENT_BACK = "sent_back"
    FIRST_TALK = "first_talk"
    STARTED = "started"
    """There is a route that coach and citizen agree on, or the coach said that it began."""
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"
    """Before anyone took it up; with a dossier the consent of the citizen says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """One referral of one person."""

    id: UUID
    pseudonym: UUID
    """By this the audit trail names it; the dossier that is made of it takes it over."""
    counsellor_id: UUID
    from_organisation_id: UUID
    to_organisation_id: UUID
    name: str
    phone: str
    email: str
    birth_date: date | None
    """None: nothing is kept any more of whom it was about."""
    language: str
    place: str
    """As the counsellor named it; a town or a postcode, never a street."""
    region: str
    """The code of the region of that place; empty where the catalogue knows none."""
    wish: str
    """What the citizen wants."""
    reason: str
    ground: LegalGround
    given: Given
    """How the citizen said yes, or was told about it on another ground."""
    given_at: datetime
    sent_at: datetime
    answer_by: date
    state: ReferralState = ReferralState.SENT
    answered_at: datetime | None = None
    answered_by: UUID | None = None
    back_reason: str = ""
    dossier_id: UUID | None = None
    first_talk_on: date | None = None
    started_on: date | None = None
    stopped_on: date | None = None
    withdrawn_at: datetime | None = None
    version: int = 1

    def is_late_on(self, day: date) -> bool:
        """Whether it had to be answered before that day and was not."""
        return self.state is ReferralState.SENT and day > self.answer_by

    @property
    def is_about_someone(self) -> bool:
        """Whether it is still kept whom it is about."""
        return self.birth_date is not None

    def accepted(self, dossier: Dossier, actor_id: UUID, moment: datetime) -> Self:
        """After a coach took it up."""
        return replace(
            self,
            state=ReferralState.ACCEPTED,
            answered_at=moment,
            answered_by=actor_id,
            dossier_id=dossier.id,
            pseudonym=dossier.pseudonym,
        ).following(dossier, dutch_day(moment))

    def following(self, dossier: Dossier, day: date) -> Self:
        """With the steps that the dossier shows on a day."""
        begun = dossier.is_our_plan and bool(dossier.target_id)
        stopped = dossier.state is DossierState.STOPPED
        stepped = replace(
            self,
            first_talk_on=self.first_talk_on or dossier.last_contact_on,
            started_on=self.started_on or (day if begun else None),
            stopped_on=(self.stopped_on or day) if stopped else None,
        )
        return replace(stepped, state=stepped._last_step())

    def begun(self, day: date) -> Self:
        """After the coach said that the route began."""
        begun = replace(self, started_on=self.started_on or day)
        return replace(begun, state=begun._last_step())

    def without_person(self) -> Self:
        """What is left for the numbers once it may no longer be known whom it was about."""
        return replace(
            self,
            name="",
            phone="",
            email="",
            birth_date=None,
            language="",
            place="",
            wish="",
            reason="",
            back_reason="",
        )

    def _last_step(self) -> ReferralState:
        if self.stopped_on:
            return ReferralState.STOPPED
        if self.started_on:
            return ReferralState.STARTED
        return ReferralState.FIRST_TALK if self.first_talk_on else ReferralState.ACCEPTED


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralMessage:
    """A short text between counsellor and coach."""

    id: UUID
    referral_id: UUID
    author_id: UUID
    written_at: datetime
    text: str
