"""The positions of a company with their free seats, as the company itself keeps them up by its link."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import uuid4

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput, UnknownThing
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.company_link import CompanyLink
from gouden_poort.profiles.people.organisation import Organisation
from gouden_poort.profiles.people.place_offer import MOST_SEATS, FreePlace, OpeningKind
from gouden_poort.services.employers.links import link_of
from gouden_poort.services.offering.openings import Opening
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A position of a company, and what is known of its seats."""

    opening: Opening
    place: FreePlace | None
    """None: nobody ever said how many there are."""
    taken: int = 0
    """Seats that were offered to somebody or given away."""

    def is_old_on(self, day: date) -> bool:
        """Whether it was said too long ago."""
        return self.place is not None and self.place.is_old_on(day)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCompany:
    """What a company finds behind its link."""

    link: CompanyLink
    organisation: Organisation
    """Who gave the link, and is called with questions."""
    positions: Sequence[Kept]

    @property
    def is_known(self) -> bool:
        """Whether it is a company of the catalogue, so that there can be positions."""
        return bool(self.link.company_id)


def of_company(open_unit: UnitOfWorkFactory, snapshot: Snapshot, token: str, moment: datetime) -> OfCompany:
    """The positions of the company whose link it is; UnknownThing when the link opens nothing."""
    with open_unit() as unit:  # for the house: a company has no account
        return _found(unit, snapshot, link_of(unit, token, moment), dutch_day(moment))


def keep_seats(
    open_unit: UnitOfWorkFactory,
    snapshot: Snapshot,
    token: str,
    seats: Mapping[str, int],
    moment: datetime,
    *,
    rest_is_right: bool = False,
) -> OfCompany:
    """Keep the seats that a company says, by position; all of them or none. InvalidInput for what is no position of it.

    `rest_is_right`: what it said nothing about now is still as it was, and counts as said today.
    """
    today = dutch_day(moment)
    with open_unit() as unit:  # for the house: a company has no account
        link = link_of(unit, token, moment)
        known = {each.opening.id: each for each in _found(unit, snapshot, link, today).positions}
        faults = list(_faults(seats, known.keys()))
        if faults:
            raise InvalidInput(faults)
        for position_id, many in seats.items():
            unit.free_places.put(_place(link, position_id, many, moment))
        for kept in known.values() if rest_is_right else ():
            if kept.place is not None and kept.opening.id not in seats:
                _still_right(unit, link, kept.place, moment)
        unit.company_links.see(link.id, moment)
        unit.commit()
        return _found(unit, snapshot, replace(link, seen_at=moment), today)


def positions_of(snapshot: Snapshot, company_id: str, today: date) -> Iterator[Opening]:
    """The positions of a company that are open today or later."""
    columns = snapshot.columns
    if company_id not in columns.companies.id:
        return
    company = columns.companies.id.row(company_id)
    for row in (columns.positions.company == company).nonzero()[0].tolist():
        if snapshot.monday(int(columns.positions.open_to[row])) >= today:
            yield Opening(kind=OpeningKind.POSITION, id=columns.positions.id[row], row=row)


def _found(unit: UnitOfWork, snapshot: Snapshot, link: CompanyLink, today: date) -> OfCompany:
    places = {each.opening_id: each for each in unit.free_places.of(link.organisation_id) if _is_position(each)}
    kept = [
        Kept(opening=each, place=(place := places.get(each.id)), taken=_taken(unit, place, today))
        for each in positions_of(snapshot, link.company_id, today)
    ]
    organisation = unit.organisations.find(link.organisation_id)
    if organisation is None:
        raise UnknownThing("organisation", "")
    return OfCompany(link=link, organisation=organisation, positions=kept)


def _is_position(place: FreePlace) -> bool:
    return place.kind is OpeningKind.POSITION


def _taken(unit: UnitOfWork, place: FreePlace | None, today: date) -> int:
    if place is None:
        return 0
    return sum(each.holds_a_seat_on(today) for each in unit.free_places.offers_at(place.id))


def _faults(seats: Mapping[str, int], known: Collection[str]) -> Iterator[FieldError]:
    for position_id, many in seats.items():
        if position_id not in known:
            expected = "an open position of this company"
            yield FieldError(path=position_id, code="unknown_id", given=position_id[:100], expected=expected)
        elif not 0 <= many <= MOST_SEATS:
            given, expected = str(many), f"0 to {MOST_SEATS}"
            yield FieldError(path=position_id, code="out_of_range", given=given, expected=expected)


def _place(link: CompanyLink, position_id: str, seats: int, moment: datetime) -> FreePlace:
    return FreePlace(
        id=uuid4(),
        organisation_id=link.organisation_id,
        kind=OpeningKind.POSITION,
        opening_id=position_id,
        seats=seats,
        updated_at=moment,
        updated_by=link.id,
        by_company=True,
    )


def _still_right(unit: UnitOfWork, link: CompanyLink, place: FreePlace, moment: datetime) -> None:
    """Say the same number again; held first, so that what a colleague changes meanwhile is not undone."""
    unit.free_places.hold(place.id)
    now = unit.free_places.find(place.id)
    if now is not None:
        unit.free_places.put(_place(link, now.opening_id, now.seats, moment))
