"""Someone with few hours a week, no money and no experience gets somewhere with the built-in catalogue."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest

from gouden_poort.catalogue.snapshot import POSITION_JOB, Snapshot
from gouden_poort.profiles.levels import CEFR, Benefit
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.suggestion import suggest
from tests.people import WITHOUT_CAR, beginners

REGIONS = 35
SOME_REGIONS = (0, 9, 16, 23, 33)


def someone(snapshot: Snapshot, region: int, hours: int, cefr: CEFR) -> Profile:
    """No skills, no money, no benefit, no car, lives in the centre of a region."""
    regions = snapshot.columns.regions
    newcomer, *_ = beginners(float(regions.lat[region]), float(regions.lon[region]))
    return replace(
        newcomer,
        hours_per_week=hours,
        cefr=cefr,
        modes=WITHOUT_CAR,
        max_travel_minutes=60,
        target_groups=frozenset(),
        benefit=Benefit.NONE,
        budget_eur=0,
    )


def sectors_suggested(snapshot: Snapshot, profile: Profile) -> list[str]:
    """The sector of each suggested route."""
    occupations = snapshot.columns.occupations
    rows = [occupations.id.row(route.target_occupation_id) for route in suggest(snapshot, profile)]
    return [snapshot.columns.sectors[occupations.sector[row]] for row in rows]


def expect_routes(snapshot: Snapshot, region: int) -> None:
    for cefr in (CEFR.A1, CEFR.A2):
        where = snapshot.columns.regions.label[region], cefr
        assert sectors_suggested(snapshot, someone(snapshot, region, 24, cefr)), where
        sectors = sectors_suggested(snapshot, someone(snapshot, region, 28, cefr))
        assert len(sectors) >= 3, where
        assert len(set(sectors)) >= 3, where


@pytest.mark.parametrize("region", SOME_REGIONS)
def test_24_hours_give_a_route_and_28_hours_three_in_three_sectors(builtin: Snapshot, region: int) -> None:
    expect_routes(builtin, region)


@pytest.mark.slow
@pytest.mark.parametrize("region", sorted(set(range(REGIONS)) - set(SOME_REGIONS)))
def test_so_they_do_everywhere(builtin: Snapshot, region: int) -> None:
    expect_routes(builtin, region)


def test_beginners_find_a_job_of_24_hours_or_less_wherever_the_work_is(builtin: Snapshot) -> None:
    columns = builtin.columns
    region_of = columns.companies.extra["region_code"]
    fewest: dict[tuple[int, str], int] = defaultdict(lambda: 99)
    for row in range(len(columns.positions.id)):
        occupation = int(columns.positions.occupation[row])
        if columns.positions.kind[row] == POSITION_JOB and columns.occupations.nlqf_level[occupation] <= 2:
            key = occupation, region_of[columns.positions.company[row]]
            fewest[key] = min(fewest[key], int(columns.positions.hours_per_week[row]))
    assert max(fewest.values()) <= 24
    assert min(fewest.values()) >= 16


def _subkinds(snapshot: Snapshot) -> dict[str, str]:
    extra = snapshot.columns.offerings.extra
    return dict(zip(extra["training_id"], extra["subkind"], strict=True))


def _paid_hours(snapshot: Snapshot) -> dict[str, set[int]]:
    """For each training that goes with a place to work, the paid hours of those places."""
    positions = snapshot.columns.positions
    hours: dict[str, set[int]] = defaultdict(set)
    for row, training in enumerate(positions.extra["training_id"]):
        if training:
            hours[training].add(int(positions.hours_per_week[row]))
    return hours


def test_learning_at_work_fits_in_24_hours_for_who_has_no_diploma_and_in_32_for_all(builtin: Snapshot) -> None:
    """School and paid hours together."""
    offerings, subkinds = builtin.columns.offerings, _subkinds(builtin)
    school = dict(zip(offerings.extra["training_id"], offerings.hours_per_week.tolist(), strict=True))
    load = {training: school[training] + min(hours) for training, hours in _paid_hours(builtin).items()}
    first_paper = {name for name in load if subkinds[name] in ("practice_certificate", "entree")}
    assert len(first_paper) == 9
    assert max(load[name] for name in first_paper) <= 24
    assert max(load.values()) <= 32


def test_an_intensive_company_school_is_no_part_time_place(builtin: Snapshot) -> None:
    subkinds = _subkinds(builtin)
    schools = {name: hours for name, hours in _paid_hours(builtin).items() if subkinds[name] == "company_school"}
    assert len(schools) >= 10
    assert min(min(hours) for hours in schools.values()) >= 24
