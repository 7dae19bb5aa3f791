"""Plans for the people of the demo: real routes of the catalogue, for a few kinds of people in a few towns.

The planner is asked once for each kind in each town. A plan of years ago is such a route with all its days earlier by
whole weeks; so it says that it is an example, and not on which catalogue it rested.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from random import Random

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.plan import Named, Plan
from gouden_poort.profiles.levels import CEFR, Mode, TargetGroup
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.question import Answer
from gouden_poort.routing.route import Route, Step
from gouden_poort.routing.suggestion import suggest
from gouden_poort.services.demo.cast import drawn_id
from gouden_poort.services.ten_years.naming import named

EXAMPLE = "example"
"""In the place of the versions of catalogue and rules."""
_BORN = date(1992, 5, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """Where somebody lives."""

    answer: Answer
    lat: float
    lon: float
    region: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """People who get the same routes."""

    group: TargetGroup
    dutch: CEFR
    nlqf: int
    mode: Mode = Mode.TRANSIT


KINDS = (
    Kind(group=TargetGroup.STATUS_HOLDER, dutch=CEFR.A2, nlqf=1),
    Kind(group=TargetGroup.STARTER, dutch=CEFR.B2, nlqf=1),
    Kind(group=TargetGroup.EXPERIENCED, dutch=CEFR.B1, nlqf=3, mode=Mode.CAR),
    Kind(group=TargetGroup.CAREER_CHANGER, dutch=CEFR.B2, nlqf=4, mode=Mode.CAR),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """One of the people of the demo, and what their routes follow from."""

    dossier: Dossier
    town: Town | None
    """None where the catalogue knows none of the towns."""
    kind: Kind


@dataclass(frozen=True, slots=True)
class Work:
    """Something that people of the demo do; without a sector it is no technical work."""

    occupation_id: str
    sector: str = ""


@dataclass(frozen=True)
class ExamplePlans:
    """The routes of one catalogue, planned when somebody first needs them."""

    snapshot: Snapshot
    _found: dict[tuple[str, Kind], Sequence[tuple[Route, Named]]] = field(default_factory=dict)

    def of(self, someone: Someone) -> Sequence[tuple[Route, Named]]:
        """The best routes of somebody; none where the catalogue has none."""
        town, kind = someone.town, someone.kind
        if town is None:
            return ()
        key = town.region, kind
        if key not in self._found:
            routes = suggest(self.snapshot, self._profile(town, kind))
            self._found[key] = [(route, named(self.snapshot, route)) for route in routes]
        return self._found[key]

    @cached_property
    def technical(self) -> Sequence[Work]:
        """Every occupation of the catalogue."""
        columns = self.snapshot.columns
        rows = zip(columns.occupations.id, columns.occupations.sector, strict=True)
        return [Work(occupation, columns.sectors[int(sector)]) for occupation, sector in rows]

    def _profile(self, town: Town, kind: Kind) -> Profile:
        return Profile(
            profile_id="demo",
            birth_date=_BORN,
            available_from=self.snapshot.base_date,
            lat=town.lat,
            lon=town.lon,
            modes=frozenset({Mode.BIKE, kind.mode}),
            max_travel_minutes=60,
            hours_per_week=36,
            cefr=kind.dutch,
            nlqf=kind.nlqf,
            target_groups=frozenset({kind.group}),
            budget_eur=1000,
        )


def a_plan(dossier: Dossier, found: tuple[Route, Named], made_at: datetime, chance: Random) -> Plan:
    """A route that begins some weeks after the day on which it was chosen."""
    route, words = found
    first = min([route.placement.start_date, *(step.start_date for step in route.steps)])
    wanted = made_at.date() + timedelta(days=chance.randint(7, 60))
    return Plan(
        id=drawn_id(chance),
        dossier_id=dossier.id,
        made_at=made_at,
        made_by=dossier.coach_id,
        catalogue_version=EXAMPLE,
        rules_version=EXAMPLE,
        route=moved(route, -(-(wanted - first).days // 7)),
        named=words,
    )


def moved(route: Route, weeks: int) -> Route:
    """The same route with every day so many weeks later."""
    by = timedelta(weeks=weeks)
    placement = replace(route.placement, start_date=route.placement.start_date + by)
    career = route.career and replace(
        route.career,
        moves=tuple(
            replace(move, start_date=move.start_date + by, steps=tuple(_moved(move.steps, by)))
            for move in route.career.moves
        ),
    )
    return replace(route, steps=tuple(_moved(route.steps, by)), placement=placement, career=career)


def _moved(steps: Sequence[Step], by: timedelta) -> Iterator[Step]:
    for step in steps:
        yield replace(step, start_date=step.start_date + by)
