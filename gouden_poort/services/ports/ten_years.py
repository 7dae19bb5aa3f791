"""Plans, journals, commitments, proofs with copies, yearly answers, looks at plans and the line of each dossier."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from gouden_poort.development.check_in import CheckIn
from gouden_poort.development.commitment import Commitment
from gouden_poort.development.event import Event
from gouden_poort.development.journey import Journey
from gouden_poort.development.lines import Lines
from gouden_poort.development.plan import Plan
from gouden_poort.development.proof import Proof
from gouden_poort.development.proof_file import ProofFile
from gouden_poort.development.review import Review


class Plans(Protocol):
    """Plans as they were chosen; nothing in one is ever changed."""

    def add(self, plan: Plan) -> None: ...

    def add_all(self, plans: Iterable[Plan]) -> None: ...

    def find(self, plan_id: UUID) -> Plan | None: ...

    def of(self, dossier_id: UUID) -> Sequence[Plan]: ...  # the first one first

    def of_many(self, dossier_ids: Sequence[UUID]) -> Mapping[UUID, Sequence[Plan]]: ...


class Journal(Protocol):
    """What happened; only added to."""

    def add(self, event: Event) -> None: ...

    def add_all(self, events: Iterable[Event]) -> None: ...

    def find(self, event_id: UUID) -> Event | None: ...

    def of(self, dossier_id: UUID) -> Sequence[Event]: ...  # in order of day

    def of_many(self, dossier_ids: Sequence[UUID]) -> Mapping[UUID, Sequence[Event]]: ...


class Commitments(Protocol):
    """What sectors, funds and employers promised to someone."""

    def add(self, commitment: Commitment) -> None: ...

    def find(self, commitment_id: UUID) -> Commitment | None: ...

    def of(self, dossier_id: UUID) -> Sequence[Commitment]: ...  # the first one first

    def of_coach(
        self, coach_id: UUID, agreed_since: datetime
    ) -> Sequence[Commitment]: ...  # that clients doubt, or said yes to: without a yes of staff, or since a moment

    def change(self, commitment: Commitment) -> bool: ...  # False: somebody was first


class Proofs(Protocol):
    """What an event of a proof does not say: its kind, who stands behind it, which skill, and who saw it."""

    def add(self, proof: Proof) -> None: ...

    def find(self, proof_id: UUID) -> Proof | None: ...

    def of(self, dossier_id: UUID) -> Sequence[Proof]: ...

    def change(self, proof: Proof) -> bool: ...  # False: somebody was first


class ProofFiles(Protocol):
    """Copies that lie with proofs; only `content` reads what is in one."""

    def add(self, file: ProofFile, content: bytes) -> None: ...

    def find(self, proof_id: UUID) -> ProofFile | None: ...

    def of(self, dossier_id: UUID) -> Sequence[ProofFile]: ...

    def content(self, proof_id: UUID) -> bytes: ...  # of a copy that was found

    def remove(self, proof_id: UUID) -> None: ...  # also when there is none


class CheckIns(Protocol):
    """What people answered about a year; only added to."""

    def add_once(self, check_in: CheckIn) -> CheckIn: ...  # the one of that year, when there is one already

    def find(self, dossier_id: UUID, year: int) -> CheckIn | None: ...

    def of(self, dossier_id: UUID) -> Sequence[CheckIn]: ...  # the last year first

    def wishes_for_talk(self, coach_id: UUID) -> Sequence[CheckIn]: ...  # after which no talk was written down


@dataclass(frozen=True, slots=True, kw_only=True)
class AtWork:
    """The work that somebody does now, beside an employer that their journal names, of now or of before."""

    dossier_id: UUID
    occupation_id: str
    employer: str


class Journeys(Protocol):
    """One line for each dossier with a plan."""

    def put(self, journey: Journey) -> None: ...  # in the place of the one of the same dossier

    def put_all(self, journeys: Sequence[Journey]) -> None: ...

    def find(self, dossier_id: UUID) -> Journey | None: ...

    def of_many(self, dossier_ids: Sequence[UUID]) -> Sequence[Journey]: ...  # of those that have a plan

    def to_look_at(
        self, day: date, most: int, after: Journey | None = None
    ) -> Sequence[Journey]: ...  # what waits longest first, held; without those that somebody else holds

    def at_work(
        self, coach_id: UUID, occupations: Collection[str]
    ) -> Sequence[AtWork]: ...  # clients who do such work now, not closed, once for each employer

    def drifting(self, coach_id: UUID) -> Sequence[Journey]: ...  # of clients whose plan and journal drift apart

    def to_call(self, coach_id: UUID) -> Sequence[Journey]: ...  # of clients who did not answer for too long

    def to_ask_without_account(
        self, coach_id: UUID, day: date
    ) -> Sequence[Journey]: ...  # of clients who cannot sign in, with a year that may be asked by then

    def all(self, region: str = "") -> Sequence[Journey]: ...

    def lines(self) -> Lines: ...  # all of them, for counting


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreviewed:
    """A dossier whose plan should be looked at again, and when somebody last did."""

    dossier_id: UUID
    last_at: datetime


class PlanReviews(Protocol):
    """The last look at each plan."""

    def put_all(self, reviews: Sequence[Review]) -> None: ...  # in the place of those of the same dossiers

    def find(self, dossier_id: UUID) -> Review | None: ...

    def to_change(self, dossier_ids: Sequence[UUID]) -> Sequence[Review]: ...  # held; of those that have one

    def of_coach(self, coach_id: UUID) -> Sequence[Review]: ...  # of clients, about the plan of now, to be told

    def due(
        self, catalogue_version: str, rules_version: str, *, until: datetime, most: int, after: Unreviewed | None = None
    ) -> Sequence[Unreviewed]: ...  # made in another catalogue or under other rules; looked at longest ago first
