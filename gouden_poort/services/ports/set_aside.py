"""Rules that do not count for one person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.people.set_aside import SetAside


class SetAsides(Protocol):
    """What was set aside for whom, with the reason; those that were taken back stay readable."""

    def add(self, set_aside: SetAside) -> None: ...

    def of(self, dossier_id: UUID) -> Sequence[SetAside]: ...  # the latest first

    def of_assessment(self, assessment_id: UUID) -> Sequence[SetAside]: ...  # that count now, by rule

    def end(self, set_aside_id: UUID, moment: datetime) -> bool: ...  # False when it was taken back before
