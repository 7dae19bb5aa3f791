"""Activities near a place: for the ages and kinds that were asked, by site, nearest first."""

from __future__ import annotations

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.travel import minutes_between
from gouden_poort.profiles.levels import Mode
from gouden_poort.profiles.tech_card import Theme
from gouden_poort.services.outings import outings_near, themes_at
from tests.builders import a_snapshot

HERE = (52.0, 5.0)
NEAR, FAR = {"site_id": "near", "lat": 52.01, "lon": 5.0}, {"site_id": "far", "lat": 52.5, "lon": 5.0}


def activity(number: int, **cells: object) -> dict[str, object]:
    return {"activity_id": f"A{number}", "label": "Techniekclub", "kind": "kids", "site_id": "near", **cells}


def a_snapshot_with(*activities: dict[str, object], **files: object) -> Snapshot:
    return a_snapshot(sites=[FAR, NEAR], offerings=[{"site_id": "near"}], activities=list(activities), **files)


def found(snapshot: Snapshot, most: int = 9) -> list[tuple[str, list[str]]]:
    columns = snapshot.columns
    return [
        (columns.sites.id[outing.site], [columns.activities.id[row] for row in outing.activities])
        for outing in outings_near(snapshot, HERE, ages=(8, 12), kinds={"kids"}, most=most)
    ]


def test_the_nearest_site_comes_first_with_all_that_is_on_there() -> None:
    snapshot = a_snapshot_with(activity(1, site_id="far"), activity(2), activity(3))
    assert found(snapshot) == [("near", ["A2", "A3"]), ("far", ["A1"])]
    assert found(snapshot, most=1) == [("near", ["A2", "A3"])]


@pytest.mark.parametrize(
    ("ages", "open_to"),
    [
        ({}, True),
        ({"min_age": 12}, True),
        ({"min_age": 13}, False),
        ({"max_age": 8}, True),
        ({"max_age": 7}, False),
        ({"min_age": 9, "max_age": 10}, True),
    ],
)
def test_ages_count_up_to_and_with_both_ends(ages: dict[str, object], open_to: bool) -> None:
    assert bool(found(a_snapshot_with(activity(1, **ages)))) is open_to


def test_other_kinds_and_activities_without_a_site_are_left_out() -> None:
    assert found(a_snapshot_with(activity(1, kind="fair"), activity(2, site_id=""))) == []


def test_a_catalogue_without_activities_gives_nothing() -> None:
    assert found(a_snapshot_with()) == []


def test_travel_is_told_by_bike_and_by_car() -> None:
    (outing,) = outings_near(a_snapshot_with(activity(1)), HERE, ages=(8, 12), kinds={"kids"})
    assert outing.bike_minutes == minutes_between(*HERE, 52.01, 5.0, [Mode.BIKE])
    assert outing.car_minutes == minutes_between(*HERE, 52.01, 5.0, [Mode.CAR])


def test_a_site_has_the_themes_of_the_work_that_it_teaches() -> None:
    def theme(name: str, *work: str) -> Theme:
        return Theme(id=name, label=name, what="", picture="", work=work)

    snapshot = a_snapshot_with(activity(1))
    near, far = (snapshot.columns.sites.id.row(name) for name in ("near", "far"))
    themes = (theme("metal", "O1"), theme("lost", "gone"))
    assert themes_at(snapshot, near, themes) == (themes[0],)
    assert themes_at(snapshot, far, themes) == ()
