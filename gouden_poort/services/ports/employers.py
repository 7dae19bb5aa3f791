"""What companies have here without an account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.people.company_link import CompanyLink
from gouden_poort.profiles.people.proposal import Proposal, ProposalState
from gouden_poort.profiles.people.surplus import Surplus


class CompanyLinks(Protocol):
    """Links of companies, found by the hash of the link."""

    def add(self, link: CompanyLink, token_hash: str) -> None: ...

    def find(self, link_id: UUID) -> CompanyLink | None: ...

    def with_token(self, token_hash: str) -> CompanyLink | None: ...

    def of(self, organisation_id: UUID) -> Sequence[CompanyLink]: ...  # by the name of the company, the last one first

    def end(self, link_id: UUID, moment: datetime) -> None: ...

    def see(self, link_id: UUID, moment: datetime) -> None: ...  # the company said how its places are


class Surpluses(Protocol):
    """Work that stops."""

    def add_once(self, surplus: Surplus) -> Surplus: ...  # the one with that id, when there is one already

    def find(self, surplus_id: UUID) -> Surplus | None: ...

    def running(
        self, organisation_id: UUID, day: date
    ) -> Sequence[Surplus]: ...  # not withdrawn, with work on that day or later; what stops soonest first

    def told_by(self, teller_id: UUID) -> Sequence[Surplus]: ...  # in the same order

    def withdraw(self, surplus_id: UUID, moment: datetime) -> None: ...  # once; later ones change nothing


class Proposals(Protocol):
    """People who are proposed to companies."""

    def add(self, proposal: Proposal) -> None: ...

    def find(self, proposal_id: UUID) -> Proposal | None: ...

    def to(self, dossier_id: UUID) -> Sequence[Proposal]: ...  # of one person, the last one first

    def at(self, organisation_id: UUID, company_id: str) -> Sequence[Proposal]: ...  # what ends soonest first

    def of_coach(
        self, coach_id: UUID, since: date
    ) -> Sequence[Proposal]: ...  # of clients: answered since a day, or without an answer and not over by it

    def settle(
        self, proposal_id: UUID, before: ProposalState, after: ProposalState, moment: datetime
    ) -> bool: ...  # False, and nothing changed, when it was not in the state before
