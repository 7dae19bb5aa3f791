"""One person laid over a catalogue: how far everything is."""

from __future__ import annotations

import random

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import Mode
from gouden_poort.routing.person import Person, prepare
from gouden_poort.routing.verification import company_minutes, site_minutes
from gouden_poort.rules.doors import doors_by_format
from tests.builders import a_profile, a_snapshot


def a_spread_out_catalogue() -> Snapshot:
    """Offerings at many sites and some online, positions at many companies, in no order."""
    rng = random.Random(7)

    def somewhere() -> dict[str, float]:
        return {"lat": round(rng.uniform(51, 53), 4), "lon": round(rng.uniform(4, 7), 4)}

    return a_snapshot(
        sites=[{"site_id": f"L{n}", **somewhere()} for n in range(6)],
        companies=[{"company_id": f"B{n}", **somewhere()} for n in range(5)],
        offerings=[
            {"offering_id": "T1", "delivery": "online", "site_id": ""},
            *({"offering_id": f"T{n}", "site_id": f"L{rng.randrange(6)}"} for n in range(2, 12)),
        ],
        positions=[{"position_id": f"J{n}", "company_id": f"B{rng.randrange(5)}"} for n in range(1, 12)],
    )


def prepared() -> Person:
    profile = a_profile(modes=frozenset({Mode.BIKE, Mode.TRANSIT}), max_travel_minutes=220)
    snapshot = a_spread_out_catalogue()
    return prepare(snapshot, profile, doors_by_format(snapshot, profile))


def test_offerings_are_as_far_as_their_site() -> None:
    person = prepared()
    one_by_one = [site_minutes(person.snapshot, person.profile, row) for row in range(11)]
    assert person.offering_minutes.tolist() == one_by_one


def test_an_offering_online_takes_no_travel() -> None:
    person = prepared()
    assert person.offering_minutes[person.snapshot.columns.offerings.id.row("T1")] == 0


def test_positions_are_as_far_as_their_company() -> None:
    person = prepared()
    one_by_one = [company_minutes(person.snapshot, person.profile, row) for row in range(11)]
    assert person.position_minutes.tolist() == one_by_one


def test_what_is_too_far_is_not_open() -> None:
    person = prepared()
    assert person.position_open.tolist() == (person.position_minutes <= 220).tolist()
    assert set(person.position_open.tolist()) == {True, False}
