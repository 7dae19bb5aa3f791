"""What people ask or tell us, until someone reacted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.coach_request import CoachRequest
from gouden_poort.profiles.objection import Objection


class Objections(Protocol):
    """What people said is not right; kept until a person answered, and a while after."""

    def add(self, objection: Objection) -> Objection: ...  # the one with its id, when there is one already

    def with_id(self, objection_id: UUID) -> Objection | None: ...

    def received_since(self, moment: datetime) -> int: ...

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
