"""The rows of the house, one module per subject. Importing this package makes `METADATA` complete."""

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables import (
    accounts,
    assessments,
    catalogue,
    coach_requests,
    counts,
    dossiers,
    imports,
    messages,
    objections,
    postcodes,
    referrals,
    resume_codes,
    rule_sets,
    sent_forms,
    set_aside,
    signing_in,
    trail,
)

__all__ = [
    "METADATA",
    "accounts",
    "assessments",
    "catalogue",
    "coach_requests",
    "counts",
    "dossiers",
    "imports",
    "messages",
    "objections",
    "postcodes",
    "referrals",
    "resume_codes",
    "rule_sets",
    "sent_forms",
    "set_aside",
    "signing_in",
    "trail",
]
