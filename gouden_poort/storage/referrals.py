"""Referrals and the messages about them in the database."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Connection, Select, delete, select

from gouden_poort.profiles.people.referral import Referral, ReferralMessage, ReferralState
from gouden_poort.storage.once import keep_once
from gouden_poort.storage.tables.dossiers import DOSSIERS
from gouden_poort.storage.tables.referrals import REFERRAL_MESSAGES, REFERRALS
from gouden_poort.storage.values import as_row, as_value, change_by_version, found, keep

_C, _M = REFERRALS.c, REFERRAL_MESSAGES.c


class SQLReferrals:
    """Fulfils `ports.Referrals`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, referral: Referral) -> None:
        keep(self._connection, REFERRALS, referral)

    def find(self, referral_id: UUID) -> Referral | None:
        return found(self._connection, REFERRALS, Referral, referral_id)

    def of_counsellor(self, counsellor_id: UUID) -> Sequence[Referral]:
        """The one sent last first."""
        return self._all(select(REFERRALS).where(_C.counsellor_id == counsellor_id).order_by(_C.sent_at.desc(), _C.id))

    def received(self, organisation_id: UUID, states: Collection[ReferralState]) -> Sequence[Referral]:
        """The one to answer first on top."""
        here = (_C.to_organisation_id == organisation_id) & _C.state.in_(sorted(states))
        return self._all(select(REFERRALS).where(here).order_by(_C.answer_by, _C.sent_at, _C.id))

    def of_coach(self, coach_id: UUID) -> Sequence[Referral]:
        """Those that became a dossier of a coach, the one sent last first."""
        query = select(REFERRALS).join(DOSSIERS, DOSSIERS.c.id == _C.dossier_id).where(DOSSIERS.c.coach_id == coach_id)
        return self._all(query.order_by(_C.sent_at.desc(), _C.id))

    def of_dossier(self, dossier_id: UUID) -> Sequence[Referral]:
        """The one sent last first."""
        return self._all(select(REFERRALS).where(_C.dossier_id == dossier_id).order_by(_C.sent_at.desc(), _C.id))

    def sent_by(self, organisation_id: UUID, since: datetime) -> Sequence[Referral]:
        """All of an organisation since a moment, the one sent first on top."""
        theirs = (_C.from_organisation_id == organisation_id) & (_C.sent_at >= since)
        return self._all(select(REFERRALS).where(theirs).order_by(_C.sent_at, _C.id))

    def with_persons_until(self, *, sent_back: datetime, unanswered: date) -> Sequence[Referral]:
        """Those without a dossier that are over their date, as long as they are about someone."""
        over = ((_C.state == ReferralState.SENT_BACK) & (_C.answered_at <= sent_back)) | (
            (_C.state == ReferralState.SENT) & (_C.answer_by <= unanswered)
        )
        return self._all(select(REFERRALS).where(over, _C.birth_date.is_not(None), _C.dossier_id.is_(None)))

    def change(self, referral: Referral) -> bool:
        """Put it in the place of the same version; False, and nothing changed, when somebody was first."""
        return change_by_version(self._connection, REFERRALS, as_row(referral))

    def _all(self, query: Select[tuple[object, ...]]) -> Sequence[Referral]:
        return [as_value(Referral, row) for row in self._connection.execute(query).mappings()]


class SQLReferralMessages:
    """Fulfils `ports.ReferralMessages`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, message: ReferralMessage) -> bool:
        """Keep it once, also when its form is sent twice."""
        return keep_once(self._connection, REFERRAL_MESSAGES, as_row(message)) is None

    def of(self, referral_id: UUID) -> Sequence[ReferralMessage]:
        """Oldest first."""
        query = select(REFERRAL_MESSAGES).where(_M.referral_id == referral_id).order_by(_M.written_at, _M.id)
        return [as_value(ReferralMessage, row) for row in self._connection.execute(query).mappings()]

    def remove_about(self, referral_id: UUID) -> None:
        self._connection.execute(delete(REFERRAL_MESSAGES).where(_M.referral_id == referral_id))
