"""A plan to test with: a course, a job from it, and a move three years later."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from gouden_poort.development.plan import Milestone, MilestoneKind, Named, Plan
from gouden_poort.routing.route import Career, Move, Placement, Route, Step
from tests.development.journals import DOSSIER

BEGIN = date(2027, 9, 6)
ROUTE = Route(
    target_occupation_id="welder",
    steps=(Step(offering_id="F1", start_date=BEGIN),),
    placement=Placement(position_id="P1", start_date=date(2028, 3, 6)),
    weeks_to_work=26,
    weeks_to_qualified=26,
    own_cost_eur=0,
    travel_minutes=20,
    effort=Decimal("31.5"),
    career=Career(
        moves=(
            Move(
                occupation_id="inspector",
                position_id="P2",
                start_date=date(2031, 3, 3),
                steps=(Step(offering_id="F2", start_date=date(2030, 9, 2)),),
            ),
        ),
        value_eur=400_000,
        at_most_eur=410_000,
    ),
)
NAMED = Named(
    offerings={"F1": "Lassen niveau 2", "F2": "Visueel keuren"},
    weeks={"F1": 25, "F2": 20},
    occupations={"welder": "Lasser", "inspector": "Lasinspecteur"},
    sectors={"welder": "metal", "inspector": "metal"},
    wages={"welder": 2900, "inspector": 3600},
    sites={"F1": "Zwolle", "F2": "", "P1": "Zwolle", "P2": "Almelo"},
)


def a_plan(number: int = 50, **rest: object) -> Plan:
    """The plan of a route."""
    values: dict[str, object] = {
        "id": UUID(int=number),
        "dossier_id": DOSSIER,
        "made_at": datetime(2027, 8, 2, 9, tzinfo=UTC),
        "made_by": UUID(int=3),
        "catalogue_version": "c1",
        "rules_version": "r1",
        "route": ROUTE,
        "named": NAMED,
    }
    return Plan(**{**values, **rest})  # type: ignore[arg-type]


def milestone(plan: Plan, kind: MilestoneKind, year: int | None = None) -> Milestone:
    """The first one of a kind, or the talk of a year."""
    return next(each for each in plan.milestones if each.kind is kind and (year is None or each.year == year))
