"""Everything that is kept together or not at all."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self

from gouden_poort.profiles.people.account import Actor
from gouden_poort.services.ports.accounts import Accounts, Organisations, Sessions, WaysIn
from gouden_poort.services.ports.assessments import Assessments, ResumeCodes, SentForms
from gouden_poort.services.ports.catalogues import Catalogues
from gouden_poort.services.ports.claims import Claims
from gouden_poort.services.ports.counts import Counts
from gouden_poort.services.ports.demo import Demo
from gouden_poort.services.ports.dossiers import Agreements, Consents, Dossiers, Notes
from gouden_poort.services.ports.employers import CompanyLinks, Proposals, Surpluses
from gouden_poort.services.ports.importing import Imports
from gouden_poort.services.ports.outbox import Outbox
from gouden_poort.services.ports.own_data import OwnData
from gouden_poort.services.ports.places import Postcodes
from gouden_poort.services.ports.places_offered import FreePlaces
from gouden_poort.services.ports.referrals import ReferralMessages, Referrals
from gouden_poort.services.ports.requests import CoachRequests, Objections
from gouden_poort.services.ports.rules import RuleSets
from gouden_poort.services.ports.saved_views import SavedViews
from gouden_poort.services.ports.set_aside import SetAsides
from gouden_poort.services.ports.ten_years import (
    CheckIns,
    Commitments,
    Journal,
    Journeys,
    PlanReviews,
    Plans,
    ProofFiles,
    Proofs,
)
from gouden_poort.services.ports.trail import Trail


class UnitOfWork(Protocol):
    """Everything that is kept together or not at all. Leaving without `commit` keeps nothing.

    Any call may raise StorageUnavailable.
    """

    @property
    def catalogues(self) -> Catalogues: ...

    @property
    def postcodes(self) -> Postcodes: ...

    @property
    def assessments(self) -> Assessments: ...

    @property
    def resume_codes(self) -> ResumeCodes: ...

    @property
    def rule_sets(self) -> RuleSets: ...

    @property
    def objections(self) -> Objections: ...

    @property
    def coach_requests(self) -> CoachRequests: ...

    @property
    def claims(self) -> Claims: ...

    @property
    def demo(self) -> Demo: ...

    @property
    def counts(self) -> Counts: ...

    @property
    def sent_forms(self) -> SentForms: ...

    @property
    def dossiers(self) -> Dossiers: ...

    @property
    def consents(self) -> Consents: ...

    @property
    def notes(self) -> Notes: ...

    @property
    def agreements(self) -> Agreements: ...

    @property
    def referrals(self) -> Referrals: ...

    @property
    def referral_messages(self) -> ReferralMessages: ...

    @property
    def free_places(self) -> FreePlaces: ...

    @property
    def company_links(self) -> CompanyLinks: ...

    @property
    def surpluses(self) -> Surpluses: ...

    @property
    def proposals(self) -> Proposals: ...

    @property
    def plans(self) -> Plans: ...

    @property
    def journal(self) -> Journal: ...

    @property
    def commitments(self) -> Commitments: ...

    @property
    def check_ins(self) -> CheckIns: ...

    @property
    def proofs(self) -> Proofs: ...

    @property
    def proof_files(self) -> ProofFiles: ...

    @property
    def journeys(self) -> Journeys: ...

    @property
    def plan_reviews(self) -> PlanReviews: ...

    @property
    def imports(self) -> Imports: ...

    @property
    def set_asides(self) -> SetAsides: ...

    @property
    def saved_views(self) -> SavedViews: ...

    @property
    def own_data(self) -> OwnData: ...

    @property
    def trail(self) -> Trail: ...

    @property
    def outbox(self) -> Outbox: ...

    @property
    def organisations(self) -> Organisations: ...

    @property
    def accounts(self) -> Accounts: ...

    @property
    def sessions(self) -> Sessions: ...

    @property
    def ways_in(self) -> WaysIn: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def commit(self) -> None: ...


class UnitOfWorkFactory(Protocol):
    """Opens a unit of work for who asks: the database itself hides what that actor may not see, where it can.

    Without an actor it is for the house: commands, pages for everyone, what is done by the clock.
    """

    def __call__(self, actor: Actor | None = None) -> UnitOfWork: ...
