"""What a person could change: small steps, none of which asks for a car, another home, age or group."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from gouden_poort.profiles.levels import Daypart, Mode
from gouden_poort.profiles.profile import Circumstances, Profile
from gouden_poort.routing.change import Change, ChangeKind, ladders, made
from tests.builders import MONDAY, a_profile, a_snapshot

LICENCE = {"credential_id": "cr-rijbewijs-b", "label": "Rijbewijs B"}


def kinds(profile: Profile, **files: object) -> list[ChangeKind]:
    return [ladder[0].kind for ladder in ladders(a_snapshot(**files), profile)]


def rungs(kind: ChangeKind, profile: Profile) -> list[int]:
    return [change.after for ladder in ladders(a_snapshot(), profile) for change in ladder if change.kind is kind]


def test_ladders_come_in_the_order_of_what_people_would_rather_do() -> None:
    in_order = list(ChangeKind)
    found = kinds(a_profile())
    assert found == sorted(found, key=in_order.index)


def test_minutes_rise_up_to_two_hours() -> None:
    assert rungs(ChangeKind.TRAVEL_MINUTES, a_profile(max_travel_minutes=90)) == [100, 105, 110, 120]


def test_who_travels_two_hours_is_not_asked_to_travel_longer() -> None:
    assert rungs(ChangeKind.TRAVEL_MINUTES, a_profile(max_travel_minutes=120)) == []


def test_hours_rise_to_a_full_week() -> None:
    assert rungs(ChangeKind.HOURS_PER_WEEK, a_profile(hours_per_week=30)) == [32, 36, 40]


def test_who_has_a_full_week_is_not_asked_for_more() -> None:
    assert rungs(ChangeKind.HOURS_PER_WEEK, a_profile(hours_per_week=40)) == []


def test_a_route_is_never_longer_than_ten_years() -> None:
    assert rungs(ChangeKind.LONGER_ROUTE, a_profile(horizon_weeks=480)) == [506]


def test_dayparts_are_asked_of_who_named_some_only() -> None:
    told = Circumstances(dayparts=frozenset({Daypart.EVENING}))
    assert ChangeKind.DAYPARTS not in kinds(a_profile())
    assert ChangeKind.DAYPARTS in kinds(a_profile(circumstances=told))


def test_transport_is_asked_of_who_does_not_cycle_and_take_the_train_already() -> None:
    assert ChangeKind.TRANSPORT not in kinds(a_profile())
    assert ChangeKind.TRANSPORT in kinds(a_profile(modes=frozenset({Mode.BIKE})))


def test_a_licence_is_asked_where_the_catalogue_knows_it_and_nobody_holds_it() -> None:
    assert ChangeKind.DRIVING_LICENCE not in kinds(a_profile())
    assert ChangeKind.DRIVING_LICENCE in kinds(a_profile(), credentials=[LICENCE])
    assert ChangeKind.DRIVING_LICENCE not in kinds(
        a_profile(credentials=frozenset({"cr-rijbewijs-b"})), credentials=[LICENCE]
    )


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        (Change(kind=ChangeKind.TRAVEL_MINUTES, before=60, after=75), "max_travel_minutes", 75),
        (Change(kind=ChangeKind.LATER_START, after=13), "available_from", date(2027, 4, 5)),
        (Change(kind=ChangeKind.LONGER_ROUTE, before=208, after=234), "horizon_weeks", 234),
        (Change(kind=ChangeKind.HOURS_PER_WEEK, before=36, after=40), "hours_per_week", 40),
        (Change(kind=ChangeKind.BUDGET, before=1000, after=1100), "budget_eur", 1100),
        (Change(kind=ChangeKind.TRANSPORT), "modes", frozenset({Mode.BIKE, Mode.TRANSIT})),
        (Change(kind=ChangeKind.DRIVING_LICENCE), "credentials", frozenset({"cr-rijbewijs-b"})),
    ],
)
def test_a_change_makes_another_profile(change: Change, field: str, value: object) -> None:
    assert getattr(change.made(a_profile()), field) == value


def test_dayparts_that_do_not_matter_are_not_known() -> None:
    told = a_profile(circumstances=Circumstances(dayparts=frozenset({Daypart.DAY}), care_hours=8))
    after = Change(kind=ChangeKind.DAYPARTS).made(told)
    assert after.circumstances == Circumstances(care_hours=8)


def test_nobody_is_asked_for_what_they_cannot_do() -> None:
    random = Random("nobody")
    for _ in range(50):
        profile = a_profile(
            modes=frozenset(random.sample(list(Mode), random.randint(1, 3))),
            max_travel_minutes=random.randint(0, 200),
            hours_per_week=random.randint(0, 60),
            budget_eur=random.randint(0, 5000),
            horizon_weeks=random.randint(10, 520),
        )
        all_of_it = [ladder[-1] for ladder in ladders(a_snapshot(credentials=[LICENCE]), profile)]
        after = made(all_of_it, profile)
        assert (Mode.CAR in after.modes) == (Mode.CAR in profile.modes)
        assert (after.lat, after.lon, after.birth_date) == (profile.lat, profile.lon, profile.birth_date)
        assert (after.target_groups, after.benefit) == (profile.target_groups, profile.benefit)
        assert after.circumstances.right_to_work == profile.circumstances.right_to_work
        assert (after.available_from - MONDAY).days % 7 == 0
