"""The best route of one sector, and none where there is none."""

from __future__ import annotations

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.routing.best_of_sector import best_of_sector
from gouden_poort.routing.thorough import best_route
from tests.builders import a_profile, a_snapshot

WAGES = {"O1": 3000, "O2": 2000, "O3": 2500}


def _snapshot(**rows: list[dict[str, object]]) -> Snapshot:
    return a_snapshot(
        occupations=[
            {
                "occupation_id": work,
                "label": work,
                "sector": "metal" if work == "O1" else "bouw",
                "wage_month_eur": wage,
            }
            for work, wage in WAGES.items()
        ],
        occupation_skills=[{"occupation_id": work} for work in WAGES],
        positions=[{"position_id": f"J{work}", "occupation_id": work} for work in WAGES],
        **rows,
    )


def test_the_work_with_the_best_score_of_the_sector_is_found() -> None:
    assert best_of_sector(_snapshot(), a_profile(), "bouw") == "O3"
    assert best_of_sector(_snapshot(), a_profile(), "metal") == "O1"


def test_a_sector_without_a_route_has_none() -> None:
    far = a_profile(max_travel_minutes=1, lat=53.4, lon=6.8)
    assert best_of_sector(_snapshot(), far, "bouw") is None


def test_on_the_builtin_catalogue_what_is_found_has_a_route(builtin: Snapshot) -> None:
    profile = a_profile()
    found = {sector: best_of_sector(builtin, profile, sector) for sector in builtin.columns.sectors}
    assert any(found.values())
    assert all(best_route(builtin, profile, work) for work in found.values() if work)
