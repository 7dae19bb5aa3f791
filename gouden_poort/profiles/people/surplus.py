"""Work that is going to stop at a company: how many people of which occupation, and until when. It names nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from uuid import UUID

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.people.company_link import LONGEST_NAME
from gouden_poort.profiles.people.employer_name import is_same_employer
from gouden_poort.profiles.typed import unfit

MOST_PEOPLE = 10_000
FURTHEST = timedelta(days=3 * 365)
"""Nobody knows now what stops later than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopping:
    """What is told about work that stops."""

    occupation_id: str
    people: int
    last_day: date
    """On which there is still work."""
    employer: str
    town: str
    region: str
    """Code of the labour market region."""
    company_id: str = ""
    """Of the catalogue; empty for a company that is not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surplus(Stopping):
    """The same, once it was announced."""

    id: UUID
    organisation_id: UUID
    """To which it was announced."""
    told_at: datetime
    told_by: UUID
    """The colleague, or the link of the company."""
    by_company: bool = False
    withdrawn_at: datetime | None = None

    def says_the_same(self, other: Surplus) -> bool:
        """Whether it tells of the same people at the same work until the same day, however the company is written."""
        rest = (each.name for each in fields(Stopping) if each.name != "employer")
        same = all(getattr(self, name) == getattr(other, name) for name in rest)
        return same and is_same_employer(self.employer, other.employer)

    def takes(self, occupation_id: str, employer: str) -> bool:
        """Whether it is this work at this employer that stops."""
        return occupation_id == self.occupation_id and is_same_employer(employer, self.employer)

    def is_of(self, company_id: str, name: str) -> bool:
        """Whether it is the company itself, of the catalogue: by its id where that was told, else by its name."""
        return company_id == self.company_id if self.company_id else is_same_employer(name, self.employer)

    def counts_on(self, day: date) -> bool:
        """Whether somebody may still have to look for other work because of it."""
        return self.withdrawn_at is None and day <= self.last_day


def check_stopping(told: Stopping, today: date) -> None:
    """InvalidInput with everything that cannot be; whether there is such an occupation the caller has looked up."""
    faults = list(_faults(told, today))
    if faults:
        raise InvalidInput(faults)


def _faults(told: Stopping, today: date) -> Iterator[FieldError]:
    if not 1 <= told.people <= MOST_PEOPLE:
        expected = f"1 to {MOST_PEOPLE}"
        yield FieldError(path="people", code="out_of_range", given=str(told.people), expected=expected)
    if not today <= told.last_day <= today + FURTHEST:
        expected = "a day from today on, within three years"
        yield FieldError(path="last_day", code="out_of_range", given=told.last_day.isoformat(), expected=expected)
    if not told.employer:
        yield FieldError(path="employer", code="missing", given="", expected="the name of a company")
    yield from unfit({"employer": told.employer}, {"employer": LONGEST_NAME})
