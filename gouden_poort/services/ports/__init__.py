"""What services ask of the world below the waterline: keeping things, and handing out snapshots.

Storage fulfils these protocols; tests fulfil them by hand. Moments are aware UTC and passed in.
"""

from gouden_poort.catalogue.postcode_file import Postcode
from gouden_poort.profiles.question import Answer
from gouden_poort.services.ports.accounts import Accounts, Credentials, Organisations, Sessions, WaysIn
from gouden_poort.services.ports.assessments import Assessments, Keeping, KeptCode, ResumeCodes, SentForms
from gouden_poort.services.ports.catalogues import Catalogues, CatalogueShelf, CatalogueVersion
from gouden_poort.services.ports.claims import Claims
from gouden_poort.services.ports.counts import Counts, DayCount
from gouden_poort.services.ports.demo import Demo
from gouden_poort.services.ports.dossiers import Agreements, Caseload, Consents, Counted, Dossiers, Notes, Order, Spoken
from gouden_poort.services.ports.employers import CompanyLinks, Proposals, Surpluses
from gouden_poort.services.ports.importing import Arrival, Imports, Known
from gouden_poort.services.ports.outbox import Mail, Mailer, Outbox, Write
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
    Unreviewed,
)
from gouden_poort.services.ports.trail import Trail
from gouden_poort.services.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory

__all__ = [
    "Accounts",
    "Agreements",
    "Answer",
    "Arrival",
    "Assessments",
    "Caseload",
    "CatalogueShelf",
    "CatalogueVersion",
    "Catalogues",
    "CheckIns",
    "Claims",
    "CoachRequests",
    "Commitments",
    "CompanyLinks",
    "Consents",
    "Counted",
    "Counts",
    "Credentials",
    "DayCount",
    "Demo",
    "Dossiers",
    "FreePlaces",
    "Imports",
    "Journal",
    "Journeys",
    "Keeping",
    "KeptCode",
    "Known",
    "Mail",
    "Mailer",
    "Notes",
    "Objections",
    "Order",
    "Organisations",
    "Outbox",
    "OwnData",
    "PlanReviews",
    "Plans",
    "Postcode",
    "Postcodes",
    "ProofFiles",
    "Proofs",
    "Proposals",
    "ReferralMessages",
    "Referrals",
    "ResumeCodes",
    "RuleSets",
    "SavedViews",
    "SentForms",
    "Sessions",
    "SetAsides",
    "Spoken",
    "Surpluses",
    "Trail",
    "UnitOfWork",
    "UnitOfWorkFactory",
    "Unreviewed",
    "WaysIn",
    "Write",
]
