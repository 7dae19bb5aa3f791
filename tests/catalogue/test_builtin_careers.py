"""What the built-in catalogue suggests is a beginning: there is better paid work to grow into, beside the job."""

from __future__ import annotations

import pytest

from gouden_poort.catalogue.snapshot import POSITION_JOB, Snapshot
from gouden_poort.catalogue.travel import kilometres, minutes
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.suggestion import suggest
from tests.people import four_people
from tools.check_ladders import Workers

LEAST_WITH_A_STEP = 0.8
"""The share of suggested routes from which some better paid step can be taken within ten years."""


def occupations_with_jobs(snapshot: Snapshot, profile: Profile) -> set[int]:
    """The occupations in which the person can reach a job of no more than their hours."""
    columns = snapshot.columns
    positions, companies = columns.positions, columns.companies
    way = minutes(kilometres(profile.lat, profile.lon, companies.lat, companies.lon), list(profile.modes))
    fits = (positions.kind == POSITION_JOB) & (positions.hours_per_week <= profile.hours_per_week)
    fits &= way[positions.company] <= profile.max_travel_minutes
    return set(positions.occupation[fits].tolist())


def better_paid(snapshot: Snapshot, here: int) -> list[tuple[int, int]]:
    """The steps of the ladders that pay more: the occupation, and after how many weeks."""
    occupations = snapshot.columns.occupations
    steps = zip(occupations.moves_to[here].tolist(), occupations.moves_after_weeks[here].tolist(), strict=True)
    wages = occupations.wage_month_eur
    return [(there, tenure) for there, tenure in steps if wages[there] > wages[here]]


@pytest.mark.parametrize("region", [2, 11, 21, 27])
def test_from_most_suggestions_a_better_paid_step_can_be_taken_beside_work(builtin: Snapshot, region: int) -> None:
    regions, occupations = builtin.columns.regions, builtin.columns.occupations
    taken = []
    for person in four_people(float(regions.lat[region]), float(regions.lon[region])):
        workers, jobs = Workers(builtin, person.lat, person.lon, person.modes), occupations_with_jobs(builtin, person)
        for route in suggest(builtin, person):
            here = occupations.id.row(route.target_occupation_id)
            steps = [step for step in better_paid(builtin, here) if step[0] in jobs]
            taken.append(any(workers.takes_step(here, there, tenure) for there, tenure in steps))
    assert len(taken) >= 12
    assert sum(taken) >= LEAST_WITH_A_STEP * len(taken), regions.label[region]
