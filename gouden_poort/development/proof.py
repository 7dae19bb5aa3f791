"""The skills passport: what someone can show, kept up over ten years, with what stands behind each proof.

A proof is an event of the journal, which says what it is and of which day. Beside it stands what other events do not
have: the kind, who stands behind it, the skill it is about, and who saw it. Both have the same id.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journal import effective
from gouden_poort.development.proof_file import ProofFile

LONGEST_WHAT = 200
LONGEST_SOURCE = 120


class ProofKind(StrEnum):
    """How something is known."""

    PAPER = "paper"
    """A diploma, a certificate, a practice statement."""
    MODULE = "module"
    """A part of a training that was finished."""
    EMPLOYER_WORD = "employer_word"
    """What an employer or a supervisor says, with a name."""
    SEEN_BY_COACH = "seen_by_coach"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What the event with the same id does not say."""

    id: UUID
    dossier_id: UUID
    kind: ProofKind
    source: str
    """Who stands behind it: a school, an employer, a person with a name."""
    skill_id: str = ""
    """Of the catalogue; empty when no skill was chosen."""
    confirmed_at: datetime | None = None
    """When a coach saw it; None when nobody did yet."""
    confirmed_by: UUID | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One proof as it stands in the passport."""

    id: UUID
    day: date
    what: str
    proof: Proof | None
    """None for what was written in the journal without more."""
    file: ProofFile | None = None
    """The copy that lies with it."""

    @property
    def is_confirmed(self) -> bool:
        """Whether a coach saw it."""
        return self.proof is not None and self.proof.confirmed_at is not None


def passport(events: Iterable[Event], proofs: Sequence[Proof], files: Sequence[ProofFile] = ()) -> Sequence[Shown]:
    """All proofs that stand, the latest day first; what was taken back is not among them."""
    more = {proof.id: proof for proof in proofs}
    copies = {file.proof_id: file for file in files}
    shown = [
        Shown(id=event.id, day=event.day, what=event.words, proof=more.get(event.id), file=copies.get(event.id))
        for event in effective(events)
        if event.kind is EventKind.PROOF_ADDED
    ]
    return shown[::-1]
