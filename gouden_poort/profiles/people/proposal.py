"""Proposing one person to one company: what exactly the company would see, and the yes that it needs first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

FURTHEST = timedelta(days=60)
"""A company sees somebody for so long at most; after that they are asked again."""
MOST_SKILLS = 6
_POSTCODE = re.compile(r"^\d{4}\s+(?:bij\s+)?")


class ProposalState(StrEnum):
    """How far a proposal is."""

    OPEN = "open"
    """The person did not answer; the company sees nothing."""
    YES = "yes"
    NO = "no"
    WITHDRAWN = "withdrawn"
    """The person took the yes back, or the coach the proposal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Everything that a company sees of a person, in the words in which it was shown to that person first."""

    initials: str
    skills: tuple[str, ...]
    """Of what the position asks, those that the person has."""
    town: str
    starts_on: date
    """The first day on which they can begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Shown):
    """One person, for one position of one company, as it was made; an answer changes the state alone."""

    id: UUID
    dossier_id: UUID
    place_id: UUID
    organisation_id: UUID
    company_id: str
    """Of the catalogue: whoever has a link of this company, given by this organisation, sees it after a yes."""
    company: str
    work: str
    made_by: UUID
    made_at: datetime
    until: date
    """The last day on which the company sees it."""
    state: ProposalState = ProposalState.OPEN
    answered_at: datetime | None = None

    def runs_on(self, day: date) -> bool:
        """Whether it waits for an answer or is seen."""
        return self.state in (ProposalState.OPEN, ProposalState.YES) and day <= self.until

    def is_seen_on(self, day: date) -> bool:
        """Whether the company may see it."""
        return self.state is ProposalState.YES and day <= self.until


def initials(name: str) -> str:
    """The first letters of a name; `van` and `de` do not count.

    >>> initials("Anna van der Voorbeeld")
    'A. V.'
    """
    return " ".join(f"{word[0]}." for word in name.split() if not word[0].islower()) or f"{name[:1]}."


def town_of(home: str) -> str:
    """The town in what somebody told about where they live, without a postcode.

    >>> town_of("8011 Zwolle"), town_of("8375 bij Oldemarkt"), town_of("8011")
    ('Zwolle', 'Oldemarkt', '')
    """
    return _POSTCODE.sub("", f"{home} ").strip()
