"""What people ask of a person here, until it was answered and a while after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from gouden_poort.profiles.coach_request import CoachRequest
from gouden_poort.profiles.objection import Objection
from gouden_poort.profiles.request import Request

R = TypeVar("R", bound=Request)


class Requests(Protocol[R]):
    """Requests of one kind."""

    def add(self, request: R) -> R: ...  # the one with its id, when there is one already

    def with_id(self, request_id: UUID) -> R | None: ...

    def find(self, number: str) -> R | None: ...

    def open(self) -> Sequence[R]: ...  # the earliest term first

    def received_since(self, moment: datetime) -> int: ...

    def mark_answered(self, request_id: UUID, moment: datetime) -> None: ...  # the first answer counts

    def remove(self, request_id: UUID) -> None: ...

    def remove_not_kept_at(self, moment: datetime) -> int: ...  # see Request.kept_until


Objections = Requests[Objection]
CoachRequests = Requests[CoachRequest]
