"""Links of companies, the work that stops there, and who is proposed to them, in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, select, update

from gouden_poort.profiles.dutch_time import beginning_of
from gouden_poort.profiles.people.company_link import CompanyLink
from gouden_poort.profiles.people.proposal import Proposal, ProposalState
from gouden_poort.profiles.people.surplus import Surplus
from gouden_poort.storage.once import keep_once
from gouden_poort.storage.tables.dossiers import DOSSIERS
from gouden_poort.storage.tables.employers import COMPANY_LINKS, PROPOSALS, SURPLUSES
from gouden_poort.storage.values import as_row, as_value, found, keep


class SQLCompanyLinks:
    """Fulfils `ports.CompanyLinks`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, link: CompanyLink, token_hash: str) -> None:
        keep(self._connection, COMPANY_LINKS, link, token_hash=token_hash)

    def find(self, link_id: UUID) -> CompanyLink | None:
        return found(self._connection, COMPANY_LINKS, CompanyLink, link_id)

    def with_token(self, token_hash: str) -> CompanyLink | None:
        query = select(COMPANY_LINKS).where(COMPANY_LINKS.c.token_hash == token_hash)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else as_value(CompanyLink, row)

    def of(self, organisation_id: UUID) -> Sequence[CompanyLink]:
        query = select(COMPANY_LINKS).where(COMPANY_LINKS.c.organisation_id == organisation_id)
        ordered = query.order_by(COMPANY_LINKS.c.name, COMPANY_LINKS.c.made_at.desc())
        return [as_value(CompanyLink, row) for row in self._connection.execute(ordered).mappings()]

    def end(self, link_id: UUID, moment: datetime) -> None:
        self._set(link_id, ended_at=moment)

    def see(self, link_id: UUID, moment: datetime) -> None:
        self._set(link_id, seen_at=moment)

    def _set(self, link_id: UUID, **fresh: datetime) -> None:
        """One moment alone: who ends a link and who uses it do not undo each other."""
        self._connection.execute(update(COMPANY_LINKS).where(COMPANY_LINKS.c.id == link_id).values(fresh))


class SQLSurpluses:
    """Fulfils `ports.Surpluses`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_once(self, surplus: Surplus) -> Surplus:
        kept = keep_once(self._connection, SURPLUSES, as_row(surplus))
        return surplus if kept is None else as_value(Surplus, kept)

    def find(self, surplus_id: UUID) -> Surplus | None:
        return found(self._connection, SURPLUSES, Surplus, surplus_id)

    def running(self, organisation_id: UUID, day: date) -> Sequence[Surplus]:
        here = SURPLUSES.c.organisation_id == organisation_id
        return self._surpluses(here & SURPLUSES.c.withdrawn_at.is_(None) & (SURPLUSES.c.last_day >= day))

    def told_by(self, teller_id: UUID) -> Sequence[Surplus]:
        return self._surpluses(SURPLUSES.c.told_by == teller_id)

    def withdraw(self, surplus_id: UUID, moment: datetime) -> None:
        running = (SURPLUSES.c.id == surplus_id) & SURPLUSES.c.withdrawn_at.is_(None)
        self._connection.execute(update(SURPLUSES).where(running).values(withdrawn_at=moment))

    def _surpluses(self, which: ColumnElement[bool]) -> Sequence[Surplus]:
        query = select(SURPLUSES).where(which).order_by(SURPLUSES.c.last_day, SURPLUSES.c.employer, SURPLUSES.c.id)
        return [as_value(Surplus, row) for row in self._connection.execute(query).mappings()]


class SQLProposals:
    """Fulfils `ports.Proposals`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, proposal: Proposal) -> None:
        keep(self._connection, PROPOSALS, proposal)

    def find(self, proposal_id: UUID) -> Proposal | None:
        return found(self._connection, PROPOSALS, Proposal, proposal_id)

    def to(self, dossier_id: UUID) -> Sequence[Proposal]:
        query = select(PROPOSALS).where(PROPOSALS.c.dossier_id == dossier_id)
        return self._proposals(query.order_by(PROPOSALS.c.made_at.desc(), PROPOSALS.c.id))

    def at(self, organisation_id: UUID, company_id: str) -> Sequence[Proposal]:
        here = (PROPOSALS.c.organisation_id == organisation_id) & (PROPOSALS.c.company_id == company_id)
        return self._proposals(select(PROPOSALS).where(here).order_by(PROPOSALS.c.until, PROPOSALS.c.id))

    def of_coach(self, coach_id: UUID, since: date) -> Sequence[Proposal]:
        waits = (PROPOSALS.c.state == ProposalState.OPEN) & (PROPOSALS.c.until >= since)
        recent = waits | (PROPOSALS.c.answered_at >= beginning_of(since))
        query = select(PROPOSALS).join(DOSSIERS).where(DOSSIERS.c.coach_id == coach_id, recent)
        return self._proposals(query.order_by(PROPOSALS.c.until, PROPOSALS.c.id))

    def settle(self, proposal_id: UUID, before: ProposalState, after: ProposalState, moment: datetime) -> bool:
        same = (PROPOSALS.c.id == proposal_id) & (PROPOSALS.c.state == before)
        change = update(PROPOSALS).where(same).values(state=after, answered_at=moment)
        return bool(self._connection.execute(change).rowcount)

    def _proposals(self, query: Select[Any]) -> Sequence[Proposal]:
        return [as_value(Proposal, row) for row in self._connection.execute(query).mappings()]
