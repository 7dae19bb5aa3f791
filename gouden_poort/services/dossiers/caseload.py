"""The people whom a coach helps: looked through with filters, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import QUIET_WEEKS, Dossier, DossierState
from gouden_poort.profiles.people.rights import Deed, Ties, require
from gouden_poort.services.ports import Caseload, Order, Spoken, UnitOfWorkFactory

PAGE = 50
"""People on one page."""
LONGEST_SEARCH = 100
"""Characters of a name that are searched for."""


class NextContact(StrEnum):
    """When someone will be spoken with. Spans, not days: a saved view says the same thing next week."""

    DUE = "due"
    """Today, or on a day that is over."""
    WEEK = "week"
    MONTH = "month"
    NONE = "none"
    """No day was agreed."""


class Silence(StrEnum):
    """For how long nobody spoke with someone."""

    MONTH = "month"
    QUIET = "quiet"
    HALF_YEAR = "half_year"


_AHEAD: Mapping[NextContact, timedelta] = MappingProxyType(
    {NextContact.DUE: timedelta(), NextContact.WEEK: timedelta(weeks=1), NextContact.MONTH: timedelta(weeks=4)}
)
WEEKS: Mapping[Silence, int] = MappingProxyType({Silence.MONTH: 4, Silence.QUIET: QUIET_WEEKS, Silence.HALF_YEAR: 26})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which people are asked for, and in which order; a field that is empty asks for all."""

    name: str = ""
    state: DossierState | None = None
    language: str = ""
    label: str = ""
    contact: NextContact | None = None
    silence: Silence | None = None
    order: Order = Order.NAME
    descending: bool = False

    @property
    def chosen(self) -> int:
        """How many filters leave people out."""
        return sum(map(bool, (self.name, self.state, self.language, self.label, self.contact, self.silence)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One page of a caseload, and what there is to know about the whole."""

    people: Sequence[Dossier]
    total: int
    """Of all pages together."""
    page: int
    pages: int
    everyone: int
    """In the whole caseload, without any filter."""
    not_shared: int
    """Who are left out because they stopped sharing; they are counted, and never named."""
    spoken: Spoken


def find(open_unit: UnitOfWorkFactory, actor: Actor, filters: Filters, today: date, *, page: int = 1) -> Found:
    """A page of one's own people; a page beyond the last is the last."""
    require(actor, Deed.LIST_DOSSIERS, Ties())
    with open_unit(actor) as unit:
        total = unit.dossiers.how_many(asked(actor, filters, today))
        pages = max(1, -(-total // PAGE))
        here = min(max(page, 1), pages)
        return Found(
            people=unit.dossiers.caseload(asked(actor, filters, today, first=(here - 1) * PAGE)),
            total=total,
            page=here,
            pages=pages,
            everyone=unit.dossiers.how_many(asked(actor, Filters(), today)) if filters.chosen else total,
            not_shared=unit.dossiers.not_shared(actor.account_id),
            spoken=unit.dossiers.languages_and_labels(actor.account_id),
        )


def asked(actor: Actor, filters: Filters, today: date, *, first: int = 0, most: int = PAGE) -> Caseload:
    """The filters as a question to what is kept, with the spans counted from today."""
    return Caseload(
        coach_id=actor.account_id,
        organisation_id=actor.organisation_id,
        name=filters.name[:LONGEST_SEARCH],
        states=frozenset({filters.state} if filters.state else ()),
        languages=frozenset({filters.language} if filters.language else ()),
        label=filters.label,
        contact_until=today + _AHEAD[filters.contact] if filters.contact and filters.contact in _AHEAD else None,
        without_next_contact=filters.contact is NextContact.NONE,
        silent_since=today - timedelta(weeks=WEEKS[filters.silence]) if filters.silence else None,
        order=filters.order,
        descending=filters.descending,
        first=first,
        most=most,
    )
