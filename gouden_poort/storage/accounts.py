"""Organisations, and who may sign in with what, in the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Select, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from gouden_poort.profiles.people.account import Account, Role
from gouden_poort.profiles.people.organisation import Organisation, OrganisationKind
from gouden_poort.services.ports.accounts import Credentials
from gouden_poort.storage.holding import hold_row
from gouden_poort.storage.tables.accounts import ACCOUNT_CREDENTIALS, ACCOUNT_RECOVERY_CODES, ACCOUNTS, ORGANISATIONS

_CREDENTIALS = [column for column in ACCOUNT_CREDENTIALS.c if column.name != "app_last_step"]


class SQLOrganisations:
    """Fulfils `ports.Organisations`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, organisation: Organisation) -> bool:
        """Keep it; False when another one has its name."""
        try:
            with self._connection.begin_nested():
                self._connection.execute(
                    insert(ORGANISATIONS).values({**asdict(organisation), "kind": organisation.kind.value})
                )
        except IntegrityError:
            return False
        return True

    def find(self, organisation_id: UUID) -> Organisation | None:
        return self._one(select(ORGANISATIONS).where(ORGANISATIONS.c.id == organisation_id))

    def named(self, name: str) -> Organisation | None:
        return self._one(select(ORGANISATIONS).where(ORGANISATIONS.c.name == name))

    def all(self) -> Sequence[Organisation]:
        rows = self._connection.execute(select(ORGANISATIONS).order_by(ORGANISATIONS.c.name)).mappings()
        return [_organisation(row) for row in rows]

    def hold(self, organisation_id: UUID) -> None:
        hold_row(self._connection, ORGANISATIONS.c.name, organisation_id)

    def _one(self, query: Select[tuple[object, ...]]) -> Organisation | None:
        row = self._connection.execute(query).mappings().first()
        return None if row is None else _organisation(row)


class SQLAccounts:
    """Fulfils `ports.Accounts`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, account: Account) -> bool:
        """Keep it; False when another one has its mail address."""
        row = {**asdict(account), "role": account.role.value, "email": account.email or None}
        try:
            with self._connection.begin_nested():
                self._connection.execute(insert(ACCOUNTS).values(row))
        except IntegrityError:
            return False
        return True

    def find(self, account_id: UUID) -> Account | None:
        return self._one(select(ACCOUNTS).where(ACCOUNTS.c.id == account_id))

    def with_email(self, email: str) -> Account | None:
        return self._one(select(ACCOUNTS).where(ACCOUNTS.c.email == email))

    def staff(self, organisation_id: UUID | None = None) -> Sequence[Account]:
        """Everyone who works for an organisation, or for any, by name."""
        query = select(ACCOUNTS).where(ACCOUNTS.c.role != Role.CITIZEN.value).order_by(ACCOUNTS.c.name, ACCOUNTS.c.id)
        if organisation_id is not None:
            query = query.where(ACCOUNTS.c.organisation_id == organisation_id)
        return [_account(row) for row in self._connection.execute(query).mappings()]

    def set_disabled(self, account_id: UUID, moment: datetime | None) -> None:
        self._connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == account_id).values(disabled_at=moment))

    def set_email(self, account_id: UUID, email: str) -> bool:
        """Let someone sign in with another mail address, or with none; False when another one has it."""
        query = update(ACCOUNTS).where(ACCOUNTS.c.id == account_id).values(email=email or None)
        try:
            with self._connection.begin_nested():
                self._connection.execute(query)
        except IntegrityError:
            return False
        return True

    def set_phone(self, account_id: UUID, phone: str) -> None:
        self._connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == account_id).values(phone=phone))

    def credentials(self, account_id: UUID) -> Credentials:
        """With what someone signs in; empty for who chose nothing yet."""
        return next(iter(self.credentials_of([account_id])), Credentials(account_id=account_id))

    def credentials_of(self, account_ids: Collection[UUID]) -> Sequence[Credentials]:
        query = select(*_CREDENTIALS).where(ACCOUNT_CREDENTIALS.c.account_id.in_(account_ids))
        return [Credentials(**row) for row in self._connection.execute(query).mappings()]

    def keep_credentials(self, credentials: Credentials) -> None:
        """Keep them in the place of earlier ones; which codes of the app were used stays known."""
        row = asdict(credentials)
        mine = ACCOUNT_CREDENTIALS.c.account_id == credentials.account_id
        if not self._connection.execute(update(ACCOUNT_CREDENTIALS).where(mine).values(row)).rowcount:
            self._connection.execute(insert(ACCOUNT_CREDENTIALS).values(row))

    def use_app_step(self, account_id: UUID, step: int) -> bool:
        """Note that the code of a moment was used; False when that one or a later one was used before."""
        mine = (ACCOUNT_CREDENTIALS.c.account_id == account_id) & (ACCOUNT_CREDENTIALS.c.app_last_step < step)
        used = self._connection.execute(update(ACCOUNT_CREDENTIALS).where(mine).values(app_last_step=step))
        return used.rowcount == 1

    def keep_recovery_codes(self, account_id: UUID, hashes: Collection[str]) -> None:
        """Keep codes in the place of all earlier ones."""
        codes = ACCOUNT_RECOVERY_CODES
        self._connection.execute(delete(codes).where(codes.c.account_id == account_id))
        if hashes:
            self._connection.execute(
                insert(codes), [{"account_id": account_id, "code_hash": code_hash} for code_hash in hashes]
            )

    def use_recovery_code(self, account_id: UUID, code_hash: str, moment: datetime) -> bool:
        """Use one up; False when there is none like it that was not used."""
        codes = ACCOUNT_RECOVERY_CODES
        unused = (codes.c.account_id == account_id) & (codes.c.code_hash == code_hash) & codes.c.used_at.is_(None)
        return self._connection.execute(update(codes).where(unused).values(used_at=moment)).rowcount == 1

    def recovery_codes_left(self, account_id: UUID) -> int:
        codes = ACCOUNT_RECOVERY_CODES
        query = select(func.count()).where(codes.c.account_id == account_id, codes.c.used_at.is_(None))
        return self._connection.scalar(query) or 0

    def _one(self, query: Select[tuple[object, ...]]) -> Account | None:
        row = self._connection.execute(query).mappings().first()
        return None if row is None else _account(row)


def _organisation(row: RowMapping) -> Organisation:
    return Organisation(**{**row, "kind": OrganisationKind(row["kind"])})


def _account(row: RowMapping) -> Account:
    given: Mapping[str, object] = {**row, "role": Role(row["role"]), "email": row["email"] or ""}
    return Account(**given)  # type: ignore[arg-type]  # a column has the name and the type of its field
