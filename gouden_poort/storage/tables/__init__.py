"""The rows of the house, one module per subject. Importing this package makes `METADATA` complete."""

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables import (
    assessments,
    catalogue,
    coach_requests,
    counts,
    dossiers,
    messages,
    objections,
    postcodes,
    resume_codes,
    rule_sets,
    sent_forms,
    trail,
)

__all__ = [
    "METADATA",
    "assessments",
    "catalogue",
    "coach_requests",
    "counts",
    "dossiers",
    "messages",
    "objections",
    "postcodes",
    "resume_codes",
    "rule_sets",
    "sent_forms",
    "trail",
]
