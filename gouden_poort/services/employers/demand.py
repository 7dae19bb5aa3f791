"""Where there is work for whose work stops: free seats in the same occupation, or in one that asks much the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.place_offer import FreePlace, OpeningKind
from gouden_poort.profiles.people.rights import Deed, require_at_home
from gouden_poort.profiles.people.surplus import Surplus
from gouden_poort.routing.abilities import Abilities, abilities_of
from gouden_poort.services.employers.ways_out import is_there
from gouden_poort.services.offering.openings import Opening, opening_of
from gouden_poort.services.ports import UnitOfWorkFactory

NEAR = 0.5
"""The part of what an occupation asks that somebody from the other one has, from which it counts as near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """A position with free seats."""

    place: FreePlace
    opening: Opening
    left: int
    held: float
    """The part of what it asks that the other work asks too: 1 for the same work."""


def demand_for(
    open_unit: UnitOfWorkFactory, snapshot: Snapshot, actor: Actor, surpluses: Sequence[Surplus], today: date
) -> Mapping[UUID, Sequence[Demand]]:
    """By surplus the free seats of the own organisation elsewhere: the same work first, then what is nearest."""
    organisation_id = require_at_home(actor, Deed.KEEP_SURPLUSES)
    with open_unit() as unit:  # for the house: seats that clients of colleagues have count too
        taken = {each: many for each, many in unit.free_places.taken().items() if each.seats > many}
    here = [(each, each.seats - many) for each, many in taken.items() if each.organisation_id == organisation_id]
    open_now = list(_open(snapshot, here, today))
    return {each.id: sorted(_near(snapshot, each, open_now), key=_place) for each in surpluses}


def _open(
    snapshot: Snapshot, places: Sequence[tuple[FreePlace, int]], today: date
) -> Iterator[tuple[FreePlace, Opening, int]]:
    for place, left in places:
        opening = opening_of(snapshot, place.kind, place.opening_id) if place.kind is OpeningKind.POSITION else None
        if opening and snapshot.monday(int(snapshot.columns.positions.open_to[opening.row])) >= today:
            yield place, opening, left


def _near(snapshot: Snapshot, surplus: Surplus, places: Sequence[tuple[FreePlace, Opening, int]]) -> Iterator[Demand]:
    occupations, positions = snapshot.columns.occupations, snapshot.columns.positions
    if surplus.occupation_id not in occupations.id:
        return
    work, abilities = occupations.id.row(surplus.occupation_id), abilities_of(snapshot)
    for place, opening, left in places:
        if is_there(snapshot, opening.row, surplus):
            continue
        held = _held(abilities, work, int(positions.occupation[opening.row]))
        if held >= NEAR:
            yield Demand(place=place, opening=opening, left=left, held=held)


def _held(abilities: Abilities, work: int, other: int) -> float:
    """The part of what other work asks that whoever does this work has for certain."""
    if work == other:
        return 1.0
    has, asked = _levels(abilities, work), _levels(abilities, other)
    enough = sum(has.get(ability, 0) >= level for ability, level in asked.items())
    return enough / len(asked) if asked else 0.0


def _levels(abilities: Abilities, occupation: int) -> dict[int, int]:
    names, levels = abilities.asked_for(occupation)
    return dict(zip(names.tolist(), levels.tolist(), strict=True))


def _place(demand: Demand) -> tuple[float, int, str]:
    return -demand.held, -demand.left, demand.opening.id
