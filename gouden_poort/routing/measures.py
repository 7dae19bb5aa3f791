"""What routes to one occupation are compared by: how soon, how dear, how far, and what is earned ten years on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.routing.route import Route
from gouden_poort.routing.wages import LAST_WEEK


class Measure(Enum):
    """One way in which a route can be better than another; each names a member of `Measures`."""

    WEEKS_TO_WORK = "weeks_to_work"
    OWN_COST = "own_cost_eur"
    TRAVEL = "travel_minutes"
    WAGE = "wage_month_year_10_eur"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """A route in four numbers, or how two routes differ in them. Less is better, but for the wage."""

    weeks_to_work: int
    own_cost_eur: int
    travel_minutes: int
    wage_month_year_10_eur: int
    """The gross monthly wage in the last week of the ten years, by the best career found."""

    def burden(self, measure: Measure) -> int:
        """The number of a measure, turned so that less is better for all four."""
        number = int(getattr(self, measure.value))
        return -number if measure is Measure.WAGE else number

    def beats(self, other: Measures) -> bool:
        """Whether nothing is worse than in the other, and something is better."""
        pairs = [(self.burden(measure), other.burden(measure)) for measure in Measure]
        return self != other and all(own <= others for own, others in pairs)

    def less(self, other: Measures) -> Measures:
        """What this has more than the other; negative where it has less."""
        return Measures(
            weeks_to_work=self.weeks_to_work - other.weeks_to_work,
            own_cost_eur=self.own_cost_eur - other.own_cost_eur,
            travel_minutes=self.travel_minutes - other.travel_minutes,
            wage_month_year_10_eur=self.wage_month_year_10_eur - other.wage_month_year_10_eur,
        )


def measures_of(snapshot: Snapshot, route: Route) -> Measures:
    """The four numbers of a route with its career."""
    return Measures(
        weeks_to_work=route.weeks_to_work,
        own_cost_eur=route.own_cost_eur,
        travel_minutes=route.travel_minutes,
        wage_month_year_10_eur=wage_in_week(snapshot, route, LAST_WEEK - 1),
    )


def wage_in_week(snapshot: Snapshot, route: Route, week: int) -> int:
    """The gross monthly wage in a week after `available_from`, career counted; 0 before there is paid work."""
    occupations, positions = snapshot.columns.occupations, snapshot.columns.positions
    if week < route.weeks_to_work:
        return 0
    if week < route.weeks_to_qualified:
        return int(positions.wage_month_eur[positions.id.row(route.placement.position_id)])
    day = route.placement.start_date + timedelta(weeks=week - route.weeks_to_work)
    moves = route.career.moves if route.career else ()
    worked = [route.target_occupation_id, *(move.occupation_id for move in moves if move.start_date <= day)]
    return int(occupations.wage_month_eur[occupations.id.row(worked[-1])])
