"""The one other answer that opens a route for someone who has none."""

from dataclasses import replace
from datetime import date

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import CEFR, Daypart, Mode
from gouden_poort.profiles.profile import Profile
from gouden_poort.services.openings import openings
from gouden_poort.services.routes import suggest_routes
from tests.builders import a_profile, a_snapshot


def found(snapshot: Snapshot, profile: Profile) -> dict[str, int]:
    return {opening.question_id: opening.value for opening in openings(snapshot, profile)}


@pytest.mark.parametrize(
    ("change", "helps"),
    [
        ({"budget_eur": 0}, {"budget": 500}),
        ({"hours_per_week": 10}, {"week": 32}),
        ({"lat": 52.31, "max_travel_minutes": 20}, {"travel_minutes": 60}),
        ({"lat": 52.36, "max_travel_minutes": 20}, {"travel_minutes": 75}),
        ({"budget_eur": 0, "hours_per_week": 10}, {}),
    ],
)
def test_the_smallest_change_of_one_answer_is_named(change: dict[str, object], helps: dict[str, int]) -> None:
    assert found(a_snapshot(), a_profile(**change)) == helps


def test_other_times_help_who_named_times() -> None:
    snapshot = a_snapshot(offerings=[{"daypart": "day"}])
    profile = a_profile()
    evenings = replace(profile.circumstances, dayparts=frozenset({Daypart.EVENING}))
    assert found(snapshot, replace(profile, circumstances=evenings)) == {"dayparts": 0}


def test_other_transport_is_offered_and_a_car_never() -> None:
    on_foot_only_by_bike = a_profile(lat=52.25, modes=frozenset({Mode.BIKE}), max_travel_minutes=55)
    helping = {opening.question_id: opening.profile.modes for opening in openings(a_snapshot(), on_foot_only_by_bike)}
    assert helping["transport"] == {Mode.BIKE, Mode.TRANSIT}


def test_each_opening_really_opens_a_route_on_an_island(builtin: Snapshot) -> None:
    someone = a_profile(birth_date=date(1990, 1, 1), lat=53.296, lon=5.07, cefr=CEFR.C1)
    assert suggest_routes(builtin, someone) == ()
    helping = openings(builtin, someone)
    assert helping
    assert all(suggest_routes(builtin, opening.profile) for opening in helping)
