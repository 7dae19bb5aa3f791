"""Answers of people, and the codes that lead back to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.question import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """What decides how long answers are kept."""

    last_used_at: datetime
    has_code: bool
    has_dossier: bool = False
    """They are of someone whom a coach helps, and stay as long as the dossier does."""


class Assessments(Protocol):
    """Answers of people without an account: added, never overwritten; the latest answer to a question counts."""

    def start(self, moment: datetime) -> UUID: ...

    def exists(self, assessment_id: UUID) -> bool: ...

    def answer(
        self, assessment_id: UUID, question_id: str, answer: Answer, moment: datetime
    ) -> None: ...  # raises UnknownThing, InvalidInput

    def answers(self, assessment_id: UUID) -> Mapping[str, Answer]: ...

    def answers_of_many(
        self, assessment_ids: Sequence[UUID]
    ) -> Mapping[UUID, Mapping[str, Answer]]: ...  # the same for many at once; who answered nothing is not there

    def keeping(self, assessment_id: UUID) -> Keeping: ...  # raises UnknownThing

    def use(self, assessment_id: UUID, moment: datetime) -> None: ...  # raises UnknownThing; holds it until commit

    def forget(self, assessment_id: UUID) -> None: ...

    def forget_unused(
        self, *, without_code: datetime, with_code: datetime
    ) -> int: ...  # last used at those moments or before; a few at a time, 0 when none is left


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCode:
    """What is kept of a resume code; the code itself is not."""

    draw: int
    """How often a code was drawn before this one."""
    code_hash: str


class ResumeCodes(Protocol):
    """Ways back to an assessment: at most one for each."""

    def put(
        self, assessment_id: UUID, code: KeptCode, moment: datetime
    ) -> bool: ...  # False, and nothing is changed, when another assessment has that code

    def of(self, assessment_id: UUID) -> KeptCode | None: ...

    def find(self, code_hash: str) -> UUID | None: ...


class SentForms(Protocol):
    """Forms with something wrong in them, until they are shown again or an hour has passed."""

    def add(self, content: str, moment: datetime) -> UUID: ...  # `content` is ASCII

    def find(self, form_id: UUID, *, kept_after: datetime) -> str | None: ...

    def remove(self, form_id: UUID) -> None: ...

    def remove_kept_until(self, moment: datetime) -> None: ...

    def keep_newest(self, many: int) -> None: ...  # what came before those goes
