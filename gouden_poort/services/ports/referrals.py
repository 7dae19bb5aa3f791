"""Referrals of counsellors, and what counsellor and coach write to each other about them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.people.referral import Referral, ReferralMessage, ReferralState


class Referrals(Protocol):
    """One row for each time someone was referred."""

    def add(self, referral: Referral) -> None: ...

    def find(self, referral_id: UUID) -> Referral | None: ...

    def of_counsellor(self, counsellor_id: UUID) -> Sequence[Referral]: ...  # the one sent last first

    def received(
        self, organisation_id: UUID, states: Collection[ReferralState]
    ) -> Sequence[Referral]: ...  # the one to answer first on top

    def of_coach(self, coach_id: UUID) -> Sequence[Referral]: ...  # those whose dossier they have, the last first

    def of_dossier(self, dossier_id: UUID) -> Sequence[Referral]: ...  # the one sent last first

    def sent_by(self, organisation_id: UUID, since: datetime) -> Sequence[Referral]: ...

    def with_persons_until(
        self, *, sent_back: datetime, unanswered: date
    ) -> Sequence[Referral]: ...  # without a dossier, over their date, and still about someone

    def change(self, referral: Referral) -> bool: ...  # by its version; False, and nothing changed, when it moved on


class ReferralMessages(Protocol):
    """What was written, oldest first."""

    def add(self, message: ReferralMessage) -> bool: ...  # False: it is there already

    def of(self, referral_id: UUID) -> Sequence[ReferralMessage]: ...

    def remove_about(self, referral_id: UUID) -> None: ...
