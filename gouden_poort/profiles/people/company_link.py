"""The link by which a company keeps up its places here without an account; the link itself is kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.typed import one_line, unfit

WORKS_FOR = timedelta(days=365)
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyLink:
    """What is kept of a link: for which company, made by whom, and until when it opens anything."""

    id: UUID
    organisation_id: UUID
    """The organisation that gave it, for which the company keeps up its places."""
    company_id: str
    """Of the catalogue; empty for a company that is not in it."""
    name: str
    """Of the company, as it was called when the link was made."""
    made_by: UUID
    made_at: datetime
    until: datetime
    ended_at: datetime | None = None
    seen_at: datetime | None = None
    """When the company last said how its places are."""

    def works_at(self, moment: datetime) -> bool:
        """Whether it still opens anything."""
        return self.ended_at is None and moment < self.until


def read_company_name(typed: str) -> str:
    """The name of a company as somebody typed it; InvalidInput for none, or one that is too long."""
    name = one_line(typed)
    faults = list(unfit({"name": name}, {"name": LONGEST_NAME}))
    if not name:
        faults = [FieldError(path="name", code="missing", given="", expected="the name of a company")]
    if faults:
        raise InvalidInput(faults)
    return name
