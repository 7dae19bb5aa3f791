"""Places near someone: those on their routes and the nearest of each kind, by travel time."""

from __future__ import annotations

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import Mode
from gouden_poort.routing.route import Route
from gouden_poort.services.near_places import Near, PlaceKind, Traveller, near_places
from gouden_poort.services.routes import suggest_routes
from tests.builders import UTRECHT, a_profile, a_snapshot


def a_traveller(most_minutes: int = 60) -> Traveller:
    return Traveller(**UTRECHT, modes=frozenset({Mode.BIKE, Mode.TRANSIT}), most_minutes=most_minutes)


def a_site(number: int, away: float, subkind: str = "roc", city: str = "") -> dict[str, object]:
    """A site so many degrees to the north."""
    point = {"lat": 52.0907 + away, "lon": 5.1214}
    return {
        "site_id": f"L{number}",
        "label": f"Locatie {number}",
        "city": city or f"Stad {number}",
        "subkind": subkind,
    } | point


def a_country(*sites: dict[str, object]) -> Snapshot:
    return a_snapshot(sites=[{}, *sites])


def found(snapshot: Snapshot, near: Near) -> list[str]:
    columns = snapshot.columns
    return [
        str((columns.companies if place.kind is PlaceKind.COMPANY else columns.sites).id[place.row])
        for place in near.places
    ]


def routes(snapshot: Snapshot) -> tuple[Route, ...]:
    return tuple(each.route for each in suggest_routes(snapshot, a_profile()))


def test_the_nearest_place_comes_first() -> None:
    snapshot = a_country(a_site(2, 0.15), a_site(3, 0.05), a_site(4, 0.1, "hybrid_learning_centre"))
    near = near_places(snapshot, a_traveller(), kind=None)
    assert found(snapshot, near) == ["L1", "B1", "L3", "L4", "L2"]
    assert [place.minutes for place in near.places] == sorted(place.minutes for place in near.places)


def test_one_kind_can_be_asked_for() -> None:
    snapshot = a_country(a_site(4, 0.1, "hybrid_learning_centre"))
    assert found(snapshot, near_places(snapshot, a_traveller(), kind=PlaceKind.HYBRID)) == ["L4"]
    assert found(snapshot, near_places(snapshot, a_traveller(), kind=PlaceKind.COMPANY)) == ["B1"]


def test_one_town_does_not_take_all_room() -> None:
    snapshot = a_country(*(a_site(n, 0.01, city="Zeist") for n in range(2, 6)), a_site(9, 0.05))
    assert found(snapshot, near_places(snapshot, a_traveller(), kind=PlaceKind.SCHOOL)) == [
        "L1",
        "L2",
        "L3",
        "L4",
        "L5",
        "L9",
    ]
    assert found(snapshot, near_places(snapshot, a_traveller())) == ["L1", "B1", "L2", "L3", "L9"]


def test_a_place_too_far_is_left_out() -> None:
    snapshot = a_country(a_site(2, 0.3))
    assert "L2" not in found(snapshot, near_places(snapshot, a_traveller(60)))
    assert "L2" in found(snapshot, near_places(snapshot, a_traveller(120)))


def test_where_nothing_is_near_enough_the_nearest_are_named() -> None:
    snapshot = a_country(*(a_site(n, n / 10, "hybrid_learning_centre") for n in range(2, 7)))
    near = near_places(snapshot, a_traveller(15), kind=PlaceKind.HYBRID)
    assert near.too_far
    assert found(snapshot, near) == ["L2", "L3", "L4"]


def test_a_place_on_a_route_says_for_which_work() -> None:
    snapshot = a_country(a_site(2, 0.05))
    near = near_places(snapshot, a_traveller(), routes(snapshot))
    used = dict(zip(found(snapshot, near), (place.occupations for place in near.places), strict=True))
    assert used == {"L1": ("O1",), "B1": ("O1",), "L2": ()}


def test_who_has_routes_sees_only_the_companies_on_those() -> None:
    other = {"company_id": "B2", "label": "Ander bedrijf"}
    snapshot = a_snapshot(
        companies=[{}, other], positions=[{}, {"position_id": "J2", "company_id": "B2", "capacity": 0}]
    )
    assert "B2" not in found(snapshot, near_places(snapshot, a_traveller(), routes(snapshot)))
    assert "B2" in found(snapshot, near_places(snapshot, a_traveller(), routes(snapshot), PlaceKind.COMPANY))


def test_other_sites_show_only_to_who_has_them_on_a_route() -> None:
    snapshot = a_country(a_site(2, 0.01, "municipality"))
    assert "L2" not in found(snapshot, near_places(snapshot, a_traveller()))
    on_route = a_snapshot(sites=[{"subkind": "municipality"}])
    assert found(on_route, near_places(on_route, a_traveller(), routes(on_route)))[0] == "L1"
