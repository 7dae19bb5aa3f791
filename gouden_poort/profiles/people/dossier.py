"""The dossier: one citizen whom a coach helps, from the first talk to ten years later."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from gouden_poort.profiles.people.rights import Ties

QUIET_WEEKS = 8
"""Someone with whom nobody spoke for so long stands under `Stil`."""


class DossierState(StrEnum):
    """Where someone is with us."""

    NEW = "new"
    """Registered; the first talk has not been."""
    ACTIVE = "active"
    PAUSED = "paused"
    STOPPED = "stopped"
    """Never the end: it may become active again."""
    DONE = "done"


UNDER_WAY = frozenset({DossierState.NEW, DossierState.ACTIVE})
WITH_US = UNDER_WAY | {DossierState.PAUSED}
"""Whoever neither stopped nor is done."""
AWAY = frozenset({DossierState.PAUSED, DossierState.STOPPED})
"""Whoever is not under way now, and may be taken up again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Who someone is, who helps them, and what comes next. What they answered stands in their assessment."""

    id: UUID
    pseudonym: UUID
    """By this the audit trail names the dossier; with the dossier goes the only way back from it."""
    organisation_id: UUID
    coach_id: UUID
    assessment_id: UUID
    name: str
    birth_date: date
    phone: str
    email: str
    """Phone or e-mail address is there."""
    language: str
    registered_at: datetime
    state: DossierState = DossierState.NEW
    state_since: date
    next_coach_id: UUID | None = None
    """To whom it is being handed over."""
    citizen_id: UUID | None = None
    """The account with which the citizen signs in."""
    target_id: str = ""
    """The occupation whose route was chosen."""
    next_contact_on: date | None = None
    last_contact_on: date | None = None
    plan_changed_at: datetime | None = None
    plan_accepted_at: datetime | None = None
    """When the citizen said yes to the plan; a change of the plan asks for a new yes."""
    labels: tuple[str, ...] = ()
    version: int = 1
    """Goes up with each change, so that two people who change it at once find out."""

    @property
    def is_our_plan(self) -> bool:
        """Whether coach and citizen agree on the plan as it is now."""
        changed, accepted = self.plan_changed_at, self.plan_accepted_at
        return accepted is not None and (changed is None or changed <= accepted)

    def spoken_since(self, day: date) -> bool:
        """Whether somebody spoke with them on a day or later."""
        return self.last_contact_on is not None and self.last_contact_on >= day

    def spoken_after(self, day: date) -> bool:
        """The same without that day itself."""
        return self.last_contact_on is not None and self.last_contact_on > day


def ties_of(dossier: Dossier, *, shared: bool) -> Ties:
    """To whom a dossier is tied, for the rights."""
    return Ties(
        organisation_id=dossier.organisation_id,
        coach_id=dossier.coach_id,
        next_coach_id=dossier.next_coach_id,
        citizen_id=dossier.citizen_id,
        shared=shared,
    )


def name_key(name: str) -> str:
    """A name as it is compared and searched: small letters without accents, points or double spaces.

    >>> name_key(" Jürgen  de  Vóórbeeld-Twee ")
    'jurgen de voorbeeld twee'
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = ("" if unicodedata.combining(sign) else sign if sign.isalnum() else " " for sign in plain)
    return " ".join("".join(letters).split())
