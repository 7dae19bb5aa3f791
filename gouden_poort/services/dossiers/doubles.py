"""Who is here already and may be the same person as somebody who comes in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.ports import UnitOfWork


class Comer(Protocol):
    """Somebody who is registered or referred, as far as one compares people."""

    @property
    def name(self) -> str: ...
    @property
    def birth_date(self) -> date | None: ...
    @property
    def phone(self) -> str: ...
    @property
    def email(self) -> str: ...


def who_may_be(unit: UnitOfWork, organisation_id: UUID, comer: Comer) -> Sequence[Dossier]:
    """Dossiers of an organisation that may be of the same person, where a coach may see them: also of colleagues.

    For comparing only. The unit of work is of the house, and the caller asked for the right.
    """
    if comer.birth_date is None:
        return ()
    found = unit.dossiers.like(organisation_id, comer.name, comer.birth_date, comer.phone, comer.email)
    sharing = unit.consents.sharing([each.id for each in found], Line.COACH_SEES_DOSSIER)
    return [each for each in found if each.id in sharing]
