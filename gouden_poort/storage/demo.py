"""The demo in the database: found by its organisations, and removed with all that was done in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Table, delete, func, or_, select

from gouden_poort.storage.own_data import SQLOwnData
from gouden_poort.storage.tables.accounts import ACCOUNTS, ORGANISATIONS
from gouden_poort.storage.tables.coach_requests import COACH_REQUESTS
from gouden_poort.storage.tables.dossiers import DOSSIERS
from gouden_poort.storage.tables.free_places import FREE_PLACES
from gouden_poort.storage.tables.imports import IMPORTS
from gouden_poort.storage.tables.messages import MESSAGES
from gouden_poort.storage.tables.objections import OBJECTIONS
from gouden_poort.storage.tables.personal import target
from gouden_poort.storage.tables.referrals import REFERRAL_MESSAGES, REFERRALS
from gouden_poort.storage.tables.request_claims import REQUEST_CLAIMS

_AT_ONCE = 500
"""Dossiers that are removed together."""


class SQLDemo:
    """Fulfils `ports.Demo`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def dossiers_elsewhere(self, bureau_id: UUID) -> int:
        query = select(func.count()).select_from(DOSSIERS).where(DOSSIERS.c.organisation_id != bureau_id)
        return self._connection.scalar(query) or 0

    def remove(
        self, organisation_ids: Collection[UUID], account_ids: Collection[UUID], asked_ids: Collection[UUID]
    ) -> int:
        """All of it, but for the audit trail, which nobody changes; how many dossiers went."""
        both = list(organisation_ids)
        dossiers = self._ids(DOSSIERS, DOSSIERS.c.organisation_id.in_(both))
        for first in range(0, len(dossiers), _AT_ONCE):
            SQLOwnData(self._connection).erase_all(dossiers[first : first + _AT_ONCE])
        referred = or_(REFERRALS.c.from_organisation_id.in_(both), REFERRALS.c.to_organisation_id.in_(both))
        self._delete(REFERRAL_MESSAGES, REFERRAL_MESSAGES.c.referral_id.in_(select(REFERRALS.c.id).where(referred)))
        self._delete(REFERRALS, referred)
        self._delete(IMPORTS, IMPORTS.c.organisation_id.in_(both))
        self._delete(FREE_PLACES, FREE_PLACES.c.organisation_id.in_(both))
        self._delete(MESSAGES, MESSAGES.c.organisation_id.in_(both))
        self._delete(REQUEST_CLAIMS, REQUEST_CLAIMS.c.organisation_id.in_(both))
        for table in (COACH_REQUESTS, OBJECTIONS):
            self._delete(table, table.c.id.in_(asked_ids))
        self._remove_accounts([*account_ids, *self._ids(ACCOUNTS, ACCOUNTS.c.organisation_id.in_(both))])
        self._delete(ORGANISATIONS, ORGANISATIONS.c.id.in_(both))
        return len(dossiers)

    def _remove_accounts(self, accounts: Sequence[UUID]) -> None:
        """With their sessions, links and factors: whatever points at an account."""
        for table in reversed(ACCOUNTS.metadata.sorted_tables):
            pointing = [
                column.in_(accounts)
                for column in table.columns
                if target(column) == "accounts.id" or any(key.column is ACCOUNTS.c.id for key in column.foreign_keys)
            ]
            if pointing:
                self._delete(table, or_(*pointing))
        self._delete(ACCOUNTS, ACCOUNTS.c.id.in_(accounts))

    def _ids(self, table: Table, condition: ColumnElement[bool]) -> Sequence[UUID]:
        return list(self._connection.scalars(select(table.c.id).where(condition)))

    def _delete(self, table: Table, condition: ColumnElement[bool]) -> None:
        self._connection.execute(delete(table).where(condition))
