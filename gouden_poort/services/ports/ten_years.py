"""Plans, journals, commitments, and the one line of each dossier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from gouden_poort.development.event import Event
from gouden_poort.development.guarantee import Commitment
from gouden_poort.development.journey import Journey
from gouden_poort.development.plan import Plan


class Plans(Protocol):
    """Plans as they were chosen; nothing in one is ever changed."""

    def add(self, plan: Plan) -> None: ...

    def find(self, plan_id: UUID) -> Plan | None: ...

    def of(self, dossier_id: UUID) -> Sequence[Plan]: ...  # the first one first


class Journal(Protocol):
    """What happened; only added to."""

    def add(self, event: Event) -> None: ...

    def find(self, event_id: UUID) -> Event | None: ...

    def of(self, dossier_id: UUID) -> Sequence[Event]: ...  # in order of day

    def of_many(self, dossier_ids: Sequence[UUID]) -> Mapping[UUID, Sequence[Event]]: ...


class Commitments(Protocol):
    """What sectors, funds and employers promised to someone."""

    def add(self, commitment: Commitment) -> None: ...

    def find(self, commitment_id: UUID) -> Commitment | None: ...

    def of(self, dossier_id: UUID) -> Sequence[Commitment]: ...  # the first one first

    def change(self, commitment: Commitment) -> None: ...


class Journeys(Protocol):
    """One line for each dossier with a plan."""

    def put(self, journey: Journey) -> None: ...  # in the place of the one of the same dossier

    def find(self, dossier_id: UUID) -> Journey | None: ...

    def to_look_at(self, day: date, most: int) -> Sequence[Journey]: ...  # what waits longest first

    def all(self, region: str = "") -> Sequence[Journey]: ...
