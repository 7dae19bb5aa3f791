"""Whoever tells no more than where they live and when they were born gets routes, wherever that is."""

from datetime import date

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.assessment import to_profile
from gouden_poort.profiles.home import Home
from gouden_poort.services.routes import suggest_routes

TODAY = date(2026, 11, 21)


def sectors_of_routes(snapshot: Snapshot, home: Home) -> set[int]:
    answers = {"place": home.as_answer(), "birth_date": "1997-05-03"}
    profile, assumed = to_profile(answers, today=TODAY, profile_id="p")
    assert assumed
    occupations = snapshot.columns.occupations
    rows = [occupations.id.row(found.route.target_occupation_id) for found in suggest_routes(snapshot, profile)]
    return set(occupations.sector[rows].tolist())


def test_two_answers_are_enough_for_three_sectors_in_every_region(builtin: Snapshot) -> None:
    regions = builtin.columns.regions
    centres = zip(regions.label, regions.lat.tolist(), regions.lon.tolist(), strict=True)
    homes = [Home(label=label, lat=lat, lon=lon, approximate=True) for label, lat, lon in centres]
    assert len(homes) == 35
    assert [home.label for home in homes if len(sectors_of_routes(builtin, home)) < 3] == []
