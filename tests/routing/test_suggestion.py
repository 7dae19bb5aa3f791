"""The best five out of at least three sectors."""

from __future__ import annotations

from typing import Any

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.routing.selecting import ChosenFor
from gouden_poort.routing.suggestion import choose, suggest
from gouden_poort.routing.thorough import best_route
from tests.builders import a_profile, a_snapshot


def five_sectors(**changes: Any) -> Snapshot:
    """Eight occupations that one course opens: five in metal, the better paid, and three elsewhere."""
    sectors = ["metal"] * 5 + ["ict", "energy", "infra"]
    occupations = [
        {"occupation_id": f"O{n}", "sector": sector, "wage_month_eur": 3000 - 100 * n}
        for n, sector in enumerate(sectors)
    ]
    return a_snapshot(
        occupations=occupations,
        occupation_skills=[{"occupation_id": f"O{n}"} for n in range(8)],
        positions=[{"position_id": f"J{n}", "occupation_id": f"O{n}"} for n in range(8)],
        **changes,
    )


def test_three_sectors_are_suggested_even_when_one_pays_best() -> None:
    routes = suggest(five_sectors(), a_profile())
    assert [route.target_occupation_id for route in routes] == ["O0", "O1", "O2", "O5", "O6"]


def test_who_is_there_for_another_sector_is_told_apart() -> None:
    chosen = {one.route.target_occupation_id: one.chosen_for for one in choose(five_sectors(), a_profile())}
    for_score, for_sector = ChosenFor.SCORE, ChosenFor.SECTOR
    assert chosen == {"O0": for_score, "O1": for_score, "O2": for_score, "O5": for_sector, "O6": for_sector}


def test_each_suggested_route_is_the_best_one_and_has_its_career() -> None:
    snapshot, profile = five_sectors(), a_profile()
    for route in suggest(snapshot, profile):
        best = best_route(snapshot, profile, route.target_occupation_id)
        assert best is not None
        assert best.effort == route.effort
        assert route.career is not None


def test_fewer_are_suggested_when_fewer_are_feasible() -> None:
    assert len(suggest(a_snapshot(), a_profile())) == 1
    assert suggest(a_snapshot(positions=[]), a_profile()) == ()
    assert suggest(a_snapshot(offerings=[], offering_skills=[], offering_starts=[]), a_profile()) == ()


def test_suggestions_are_the_same_every_time() -> None:
    assert suggest(five_sectors(), a_profile()) == suggest(five_sectors(), a_profile())
