"""What services ask of the world below the waterline: keeping things, and handing out snapshots.

Storage fulfils these protocols; tests fulfil them by hand. Moments are aware UTC and passed in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self
from uuid import UUID

from gouden_poort.catalogue.entries import Bundle
from gouden_poort.catalogue.postcode_file import Postcode as Postcode  # noqa: PLC0414 - part of this contract
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.coach_request import CoachRequest
from gouden_poort.profiles.objection import Objection
from gouden_poort.profiles.question import Answer as Answer  # noqa: PLC0414 - part of this contract


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueVersion:
    """One version of the catalogue as it was taken in; its rows never change."""

    id: int
    name: str
    content_hash: str
    imported_at: datetime
    activated_at: datetime | None
    """When it last became the one that answers; None when never. The latest activation is the active version."""
    builtin: bool = False
    """It travelled with the package, so a newer package may put its own in the place of this one."""


class Catalogues(Protocol):
    """Catalogue versions in the database."""

    def add(
        self, bundle: Bundle, content_hash: str, imported_at: datetime, *, builtin: bool = False
    ) -> CatalogueVersion: ...  # the version with these contents, made when there is none yet

    def activate(self, version_id: int, moment: datetime) -> CatalogueVersion: ...  # raises UnknownThing

    def active(self) -> CatalogueVersion | None: ...

    def all(self) -> Sequence[CatalogueVersion]: ...

    def find(self, version_id: int) -> CatalogueVersion | None: ...

    def with_hash(self, content_hash: str) -> CatalogueVersion | None: ...

    def read(self, version_id: int) -> Bundle: ...  # raises UnknownThing


class Postcodes(Protocol):
    """Exact postcode middles, brought in with `gouden-poort places import`."""

    def replace_all(self, postcodes: Sequence[Postcode]) -> int: ...

    def find(self, pc4: int) -> Postcode | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """What decides how long the answers of someone without an account are kept."""

    last_used_at: datetime
    has_code: bool


class Assessments(Protocol):
    """Answers of people without an account: added, never overwritten; the latest answer to a question counts."""

    def start(self, moment: datetime) -> UUID: ...

    def exists(self, assessment_id: UUID) -> bool: ...

    def answer(
        self, assessment_id: UUID, question_id: str, answer: Answer, moment: datetime
    ) -> None: ...  # raises UnknownThing, InvalidInput

    def answers(self, assessment_id: UUID) -> Mapping[str, Answer]: ...

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


class RuleSets(Protocol):
    """The texts of rulebooks that answers were given by, by version: added, never changed."""

    def add(self, version: str, texts: Mapping[str, str], recorded_at: datetime) -> None: ...  # a known one stays

    def knows(self, version: str) -> bool: ...

    def find(self, version: str) -> Mapping[str, str] | None: ...


class Objections(Protocol):
    """What people said is not right; kept until a person answered, and a while after."""

    def add(self, objection: Objection) -> Objection: ...  # the one with its id, when there is one already

    def open(self) -> Sequence[Objection]: ...

    def find(self, number: str) -> Objection | None: ...

    def mark_answered(self, objection_id: UUID, moment: datetime) -> None: ...

    def remove_answered_before(self, moment: datetime) -> int: ...


class CoachRequests(Protocol):
    """Requests to a coach, until someone reacted and a while after."""

    def add(self, request: CoachRequest) -> CoachRequest: ...  # the one with its id, when there is one already

    def with_id(self, request_id: UUID) -> CoachRequest | None: ...

    def open(self) -> Sequence[CoachRequest]: ...

    def find(self, number: str) -> CoachRequest | None: ...

    def received_since(self, moment: datetime) -> int: ...

    def mark_answered(self, request_id: UUID, moment: datetime) -> None: ...

    def remove(self, request_id: UUID) -> None: ...

    def remove_old(
        self, *, answered_until: datetime, received_until: datetime
    ) -> int: ...  # answered by the first moment, or received by the second and never answered


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """How many took a step of the service on a day, in pages of a language."""

    day: date
    language: str
    milestone: str
    many: int


class Counts(Protocol):
    """Numbers by day; nothing about a person."""

    def add(self, day: date, language: str, milestone: str) -> None: ...

    def since(self, day: date) -> Sequence[DayCount]: ...


class SentForms(Protocol):
    """Forms with something wrong in them, until they are shown again or an hour has passed."""

    def add(self, content: str, moment: datetime) -> UUID: ...  # `content` is ASCII

    def find(self, form_id: UUID, *, kept_after: datetime) -> str | None: ...

    def remove(self, form_id: UUID) -> None: ...

    def remove_kept_until(self, moment: datetime) -> None: ...


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
    def counts(self) -> Counts: ...

    @property
    def sent_forms(self) -> SentForms: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def commit(self) -> None: ...


class UnitOfWorkFactory(Protocol):
    """Opens a unit of work."""

    def __call__(self) -> UnitOfWork: ...


class CatalogueShelf(Protocol):
    """Hands out the snapshot of the active catalogue version, built once and shared, and on request earlier ones."""

    def active(self) -> Snapshot: ...  # raises NoCatalogue

    def earlier(self, content_hash: str) -> Snapshot: ...  # of any version taken in; raises UnknownThing

    def prepare(self, bundle: Bundle, content_hash: str) -> None: ...  # before the version becomes active
