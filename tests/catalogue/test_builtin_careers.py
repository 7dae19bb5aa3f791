"""What the built-in catalogue suggests is a beginning: there is better paid work to grow into, beside the job."""

from __future__ import annotations

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.routing.suggestion import suggest
from tests.people import four_people

LEAST_THAT_LEAD_ON = 0.8
"""The share of suggested routes with a move in the ten years after."""


@pytest.mark.parametrize("region", [2, 9, 11, 21, 27])
def test_most_suggestions_lead_on_within_ten_years(builtin: Snapshot, region: int) -> None:
    regions = builtin.columns.regions
    lead_on = []
    for person in four_people(float(regions.lat[region]), float(regions.lon[region])):
        for route in suggest(builtin, person):
            assert route.career
            lead_on.append(bool(route.career.moves))
    assert len(lead_on) >= 12
    assert sum(lead_on) >= LEAST_THAT_LEAD_ON * len(lead_on), regions.label[region]


def test_moves_are_prepared_beside_work_with_dutch_lessons_among_others(builtin: Snapshot) -> None:
    """The newcomer, who begins with A1, needs Dutch on the way up."""
    regions, offerings = builtin.columns.regions, builtin.columns.offerings
    followed = [
        offerings.id.row(step.offering_id)
        for region in (2, 11, 21)
        for route in suggest(builtin, four_people(float(regions.lat[region]), float(regions.lon[region]))[0])
        if route.career
        for move in route.career.moves
        for step in move.steps
    ]
    assert max(int(offerings.hours_per_week[row]) for row in followed) <= 8
    assert any(offerings.awards_cefr[row] for row in followed)
