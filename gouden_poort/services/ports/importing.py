"""Files with people on their way in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.people.bringing_in import Import
from gouden_poort.profiles.people.consent import Consent
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.question import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Someone who comes in: a dossier with first answers and consents."""

    dossier: Dossier
    answers: Mapping[str, Answer]
    consents: Sequence[Consent]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """By what someone of an organisation is known again."""

    name_key: str
    birth_date: date
    phone: str
    email: str


class Imports(Protocol):
    """Files that were looked at, and what came of them."""

    def add(self, given: Import, people: str) -> None: ...

    def find(self, import_id: UUID) -> Import | None: ...

    def people(self, import_id: UUID) -> str: ...  # as they were added; empty when they are in, or it went

    def change(self, given: Import) -> None: ...  # what the people are goes once it is done

    def remove(self, import_id: UUID) -> None: ...

    def remove_made_until(self, moment: datetime) -> None: ...

    def take_in(self, arrivals: Sequence[Arrival], moment: datetime) -> None: ...

    def known(
        self, organisation_id: UUID, birth_dates: Collection[date] | None = None
    ) -> Sequence[Known]: ...  # None: everyone
