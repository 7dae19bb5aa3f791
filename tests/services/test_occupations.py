"""Looking for work by the words people use."""

from __future__ import annotations

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.services.occupations import MOST_FOUND, find_work
from tests.builders import a_snapshot

TWO_SECTORS = a_snapshot(
    occupations=[{}, {"occupation_id": "O2", "label": "Lasser op de bouw", "sector": "bouw"}],
    occupation_skills=[],
)


def test_work_is_found_by_its_name_with_its_sector() -> None:
    assert [(one.id, one.sector) for one in find_work(TWO_SECTORS, "lasser")] == [("O1", "metal"), ("O2", "bouw")]


def test_one_sector_leaves_out_the_others() -> None:
    assert [one.id for one in find_work(TWO_SECTORS, "lasser", "bouw")] == ["O2"]
    assert find_work(TWO_SECTORS, "lasser", "zorg") == ()


def test_words_that_mean_nothing_find_nothing() -> None:
    assert find_work(TWO_SECTORS, "xqzw") == ()
    assert find_work(TWO_SECTORS, "  ") == ()


def test_no_more_is_found_than_anyone_reads() -> None:
    many = [{"occupation_id": f"O{n}", "label": f"Lasser {n}"} for n in range(1, MOST_FOUND + 9)]
    assert len(find_work(a_snapshot(occupations=many), "lasser")) == MOST_FOUND


def test_what_only_shares_a_skill_stays_away_when_there_is_better(builtin: Snapshot) -> None:
    found = [one.label for one in find_work(builtin, "elektricien")]
    assert found[0] == "Monteur elektrotechnische installaties"
    assert "Mechatronicus" not in found
