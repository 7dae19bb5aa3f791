"""Dossiers of citizens and what belongs to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.people.agreement import Agreement
from gouden_poort.profiles.people.consent import Consent, Line
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.people.note import Note


class Order(StrEnum):
    """In which order a caseload stands."""

    NAME = "name"
    NEXT_CONTACT = "next_contact"
    REGISTERED = "registered"
    LAST_CONTACT = "last_contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caseload:
    """Which dossiers of a coach are asked for; an empty field asks for all. Those no longer shared are never there."""

    coach_id: UUID
    organisation_id: UUID | None = None
    """Of this organisation only: a coach who moved on sees nobody of the one before."""
    name: str = ""
    """Words of the name or how these begin, in whatever order; accents and capitals do not matter."""
    states: frozenset[DossierState] = frozenset()
    languages: frozenset[str] = frozenset()
    label: str = ""
    contact_until: date | None = None
    """The next contact is on that day or before it."""
    without_next_contact: bool = False
    silent_since: date | None = None
    """Nobody spoke with them since before that day."""
    order: Order = Order.NAME
    descending: bool = False
    """The other way round; who has no such day stays last."""
    first: int = 0
    most: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """By what a caseload can be told apart."""

    languages: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many people of an organisation there are of each kind; exact, so never for a page."""

    registered: int
    first_talks: int
    plans: int
    stopped: int
    done: int
    languages: Mapping[str, int]
    """Of those who are with the organisation now: registered, active or paused."""
    states: Mapping[DossierState, int]
    since: datetime | None
    """When the first of them was registered."""


class Dossiers(Protocol):
    """One row for each citizen whom a coach helps."""

    def add(self, dossier: Dossier) -> None: ...

    def find(self, dossier_id: UUID) -> Dossier | None: ...

    def find_all(
        self, dossier_ids: Sequence[UUID], *, hold: bool = False
    ) -> Sequence[Dossier]: ...  # held: nobody erases them meanwhile; those that somebody is erasing are left out

    def hold(self, dossier_id: UUID) -> None: ...  # whoever else wants to hold it waits until this unit ends

    def of_citizen(self, citizen_id: UUID) -> Sequence[Dossier]: ...

    def of_assessment(self, assessment_id: UUID) -> Dossier | None: ...

    def of_coach(self, coach_id: UUID) -> Sequence[Dossier]: ...  # all of them, in order of name

    def offered_to(self, coach_id: UUID) -> Sequence[Dossier]: ...  # that a colleague hands over

    def like(
        self, organisation_id: UUID, name: str, birth_date: date, phone: str, email: str
    ) -> Sequence[Dossier]: ...  # possibly the same person: birth date and part of the name, or a phone or address

    def change(self, dossier: Dossier) -> bool: ...  # by its version; False, and nothing changed, when it moved on

    def caseload(self, asked: Caseload) -> Sequence[Dossier]: ...

    def how_many(self, asked: Caseload) -> int: ...

    def languages_and_labels(self, coach_id: UUID) -> Spoken: ...

    def counted(self, organisation_id: UUID, first: datetime, until: datetime) -> Counted: ...  # within that time

    def not_shared(self, coach_id: UUID) -> int: ...  # of a caseload, those whose citizen stopped sharing


class Consents(Protocol):
    """Every yes, and when it ended."""

    def add(self, consent: Consent) -> None: ...

    def of(self, dossier_id: UUID) -> Sequence[Consent]: ...

    def end(self, dossier_id: UUID, line: Line, moment: datetime) -> bool: ...  # False when there was none

    def sharing(self, dossier_ids: Sequence[UUID], line: Line) -> frozenset[UUID]: ...  # those that allow it now


class Notes(Protocol):
    """What was written down, newest first."""

    def add(self, note: Note) -> None: ...

    def find(self, note_id: UUID) -> Note | None: ...

    def of(self, dossier_id: UUID) -> Sequence[Note]: ...

    def change(self, note: Note) -> bool: ...  # by its version; False, and nothing changed, when it moved on


class Agreements(Protocol):
    """Who does what by when, in order of day."""

    def add(self, agreement: Agreement) -> None: ...

    def find(self, agreement_id: UUID) -> Agreement | None: ...

    def of(self, dossier_id: UUID) -> Sequence[Agreement]: ...

    def change(self, agreement: Agreement) -> None: ...

    def open_until(
        self, coach_id: UUID, day: date
    ) -> Sequence[Agreement]: ...  # of the caseload of a coach, due that day or before it
