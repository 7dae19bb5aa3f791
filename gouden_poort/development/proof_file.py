"""The copy that may lie with a proof: a photo of a paper or of work, or a PDF. Each proof has one at most."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

LARGEST_PDF = 5 * 2**20
"""Bytes: a PDF is kept as it was sent."""
LARGEST_PHOTO = 15 * 2**20
"""Bytes as a telephone takes it; what is kept of it is drawn anew and some twenty times smaller."""
MOST_IN_ALL = 50 * 2**20
"""Bytes of all copies in one dossier."""


class FileKind(StrEnum):
    """What a copy is, by what is in it; its name is never asked."""

    PHOTO = "photo"
    """A JPEG of our own drawing."""
    PDF = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSent:
    """A copy as it was read from what somebody sent: fit to be kept and shown."""

    kind: FileKind
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofFile:
    """What a list knows of the copy of a proof; what is in it is read by itself."""

    proof_id: UUID
    kind: FileKind
    size: int
    """Bytes."""
