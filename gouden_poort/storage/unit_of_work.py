"""Everything that is kept together or not at all, as one connection to the database."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.trail import Trace
from gouden_poort.storage.accounts import SQLAccounts, SQLOrganisations
from gouden_poort.storage.assessments import SQLAssessments
from gouden_poort.storage.catalogues import SQLCatalogues
from gouden_poort.storage.coach_requests import SQLCoachRequests
from gouden_poort.storage.counts import SQLCounts
from gouden_poort.storage.demo import SQLDemo
from gouden_poort.storage.dossier_papers import SQLAgreements, SQLConsents, SQLNotes
from gouden_poort.storage.dossiers import SQLDossiers
from gouden_poort.storage.employers import SQLCompanyLinks, SQLProposals, SQLSurpluses
from gouden_poort.storage.free_places import SQLFreePlaces
from gouden_poort.storage.imports import SQLImports
from gouden_poort.storage.journeys import SQLJourneys
from gouden_poort.storage.objections import SQLObjections
from gouden_poort.storage.outbox import SQLOutbox
from gouden_poort.storage.own_data import SQLOwnData
from gouden_poort.storage.plan_reviews import SQLPlanReviews
from gouden_poort.storage.postcodes import SQLPostcodes
from gouden_poort.storage.proof_files import SQLProofFiles
from gouden_poort.storage.referrals import SQLReferralMessages, SQLReferrals
from gouden_poort.storage.request_claims import SQLClaims
from gouden_poort.storage.resume_codes import SQLResumeCodes
from gouden_poort.storage.row_security import tell_who_asks
from gouden_poort.storage.rule_sets import SQLRuleSets
from gouden_poort.storage.saved_views import SQLSavedViews
from gouden_poort.storage.sent_forms import SQLSentForms
from gouden_poort.storage.set_aside import SQLSetAsides
from gouden_poort.storage.signing_in import SQLSessions, SQLWaysIn
from gouden_poort.storage.ten_years import SQLCheckIns, SQLCommitments, SQLJournal, SQLPlans, SQLProofs
from gouden_poort.storage.trail import SQLTrail


class SQLUnitOfWork:
    """Fulfils `ports.UnitOfWork`; `functools.partial(SQLUnitOfWork, engine)` is a `UnitOfWorkFactory`."""

    def __init__(self, engine: Engine, actor: Actor | None = None) -> None:
        self._engine = engine
        self._actor = actor
        self._open: Connection | None = None
        self._traces: list[Trace] = []

    def __enter__(self) -> Self:
        if self._open is not None:
            raise RuntimeError("this unit of work is open already")
        self._open = self._engine.connect()
        tell_who_asks(self._open, self._actor)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the connection back; what was not committed is undone by that."""
        connection, self._open = self._connection, None
        self._traces.clear()
        connection.close()

    @property
    def catalogues(self) -> SQLCatalogues:
        return SQLCatalogues(self._connection)

    @property
    def postcodes(self) -> SQLPostcodes:
        return SQLPostcodes(self._connection)

    @property
    def assessments(self) -> SQLAssessments:
        return SQLAssessments(self._connection)

    @property
    def resume_codes(self) -> SQLResumeCodes:
        return SQLResumeCodes(self._connection)

    @property
    def rule_sets(self) -> SQLRuleSets:
        return SQLRuleSets(self._connection)

    @property
    def objections(self) -> SQLObjections:
        return SQLObjections(self._connection)

    @property
    def coach_requests(self) -> SQLCoachRequests:
        return SQLCoachRequests(self._connection)

    @property
    def claims(self) -> SQLClaims:
        return SQLClaims(self._connection)

    @property
    def demo(self) -> SQLDemo:
        return SQLDemo(self._connection)

    @property
    def counts(self) -> SQLCounts:
        return SQLCounts(self._connection)

    @property
    def sent_forms(self) -> SQLSentForms:
        return SQLSentForms(self._connection)

    @property
    def dossiers(self) -> SQLDossiers:
        return SQLDossiers(self._connection)

    @property
    def consents(self) -> SQLConsents:
        return SQLConsents(self._connection)

    @property
    def notes(self) -> SQLNotes:
        return SQLNotes(self._connection)

    @property
    def agreements(self) -> SQLAgreements:
        return SQLAgreements(self._connection)

    @property
    def referrals(self) -> SQLReferrals:
        return SQLReferrals(self._connection)

    @property
    def referral_messages(self) -> SQLReferralMessages:
        return SQLReferralMessages(self._connection)

    @property
    def free_places(self) -> SQLFreePlaces:
        return SQLFreePlaces(self._connection)

    @property
    def company_links(self) -> SQLCompanyLinks:
        return SQLCompanyLinks(self._connection)

    @property
    def surpluses(self) -> SQLSurpluses:
        return SQLSurpluses(self._connection)

    @property
    def proposals(self) -> SQLProposals:
        return SQLProposals(self._connection)

    @property
    def plans(self) -> SQLPlans:
        return SQLPlans(self._connection)

    @property
    def journal(self) -> SQLJournal:
        return SQLJournal(self._connection)

    @property
    def commitments(self) -> SQLCommitments:
        return SQLCommitments(self._connection)

    @property
    def check_ins(self) -> SQLCheckIns:
        return SQLCheckIns(self._connection)

    @property
    def proofs(self) -> SQLProofs:
        return SQLProofs(self._connection)

    @property
    def proof_files(self) -> SQLProofFiles:
        return SQLProofFiles(self._connection)

    @property
    def journeys(self) -> SQLJourneys:
        return SQLJourneys(self._connection)

    @property
    def plan_reviews(self) -> SQLPlanReviews:
        return SQLPlanReviews(self._connection)

    @property
    def imports(self) -> SQLImports:
        return SQLImports(self._connection)

    @property
    def set_asides(self) -> SQLSetAsides:
        return SQLSetAsides(self._connection)

    @property
    def saved_views(self) -> SQLSavedViews:
        return SQLSavedViews(self._connection)

    @property
    def own_data(self) -> SQLOwnData:
        return SQLOwnData(self._connection)

    @property
    def trail(self) -> SQLTrail:
        return SQLTrail(self._connection, self._traces)

    @property
    def outbox(self) -> SQLOutbox:
        return SQLOutbox(self._connection)

    @property
    def organisations(self) -> SQLOrganisations:
        return SQLOrganisations(self._connection)

    @property
    def accounts(self) -> SQLAccounts:
        return SQLAccounts(self._connection)

    @property
    def sessions(self) -> SQLSessions:
        return SQLSessions(self._connection)

    @property
    def ways_in(self) -> SQLWaysIn:
        return SQLWaysIn(self._connection)

    def commit(self) -> None:
        """Keep what was done so far, durably; what is for the audit trail is sealed last, in the same transaction."""
        self.trail.write()
        self._connection.commit()

    @property
    def _connection(self) -> Connection:
        if self._open is None:
            raise RuntimeError("a unit of work is used inside its `with` block")
        return self._open
