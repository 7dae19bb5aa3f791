"""The network of a catalogue says who asks and gives what, with alike offerings taken together."""

from __future__ import annotations

from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from gouden_poort.catalogue.columns import Ints, Longs, Ragged
from gouden_poort.catalogue.network import Network
from gouden_poort.catalogue.snapshot import KIND_BBL, Snapshot
from tests.builders import IN_THE_DEFAULT_CATALOGUE, a_snapshot

S1, S2, C1, C2, CEFR, NLQF = range(6)
"""The abilities of the catalogue below."""


def a_web() -> Snapshot:
    """T1 and T2 are alike, T3 gives more, T4 is the same in bbl; they ask, give and award in every way there is."""
    entry = {"min_cefr": "A2", "min_nlqf": 1}
    return a_snapshot(
        skills=[{}, {"skill_id": "S2"}],
        credentials=[{"nlqf_level": 2}, {"credential_id": "C2"}],
        offerings=[
            entry,
            {"offering_id": "T2", "weeks": 3, **entry},
            {"offering_id": "T3", "awards_cefr": "B1", **entry},
            {"offering_id": "T4", "kind": "bbl", **entry},
        ],
        offering_requires=[
            {"offering_id": name, "kind": kind, "ref_id": ref, "level": level}
            for name in ("T4", "T3", "T2", "T1")
            for kind, ref, level in (("credential", "C2", ""), ("skill", "S2", 3))
        ],
        offering_skills=[{"offering_id": name, "level": 4} for name in ("T1", "T2", "T3", "T4")],
        offering_credentials=[{"offering_id": name} for name in ("T1", "T2", "T3", "T4")],
        occupation_skills=[{"level": 2}, {"skill_id": "S2", "level": 1}],
        occupation_credentials=[{}],
        positions=[{"min_cefr": "B1", "min_nlqf": 2}, {"position_id": "J2"}],
        position_requires=[{"position_id": "J2", "level": 4}, {"position_id": "J2", "ref_id": "S2", "level": 3}],
    )


NEEDS = [(S1, 2), (S1, 4), (S2, 1), (S2, 3), (C1, 1), (C2, 1), (CEFR, 2), (CEFR, 3), (NLQF, 1), (NLQF, 2)]


def listed(starts: Longs | Ints, items: Longs | Ints) -> list[list[int]]:
    return [items[a:b].tolist() for a, b in pairwise(starts.tolist())]


def asked(network: Network, starts: Longs, needs: Longs) -> list[list[tuple[int, int]]]:
    numbers = listed(starts, needs)
    return [[(int(network.need_ability[n]), int(network.need_level[n])) for n in one] for one in numbers]


def test_needs_are_all_that_is_asked_by_ability_and_level() -> None:
    network = a_web().columns.network
    assert list(zip(network.need_ability.tolist(), network.need_level.tolist(), strict=True)) == NEEDS


def test_offerings_that_ask_and_give_the_same_are_one_training_but_for_bbl() -> None:
    network = a_web().columns.network
    assert network.training.tolist() == [0, 0, 1, 2]
    assert listed(network.member_from, network.members) == [[0, 1], [2], [3]]


def test_trainings_positions_and_occupations_know_what_they_ask() -> None:
    network = a_web().columns.network
    entry = [(S2, 3), (C2, 1), (CEFR, 2), (NLQF, 1)]
    assert asked(network, network.ask_from, network.asks) == [entry] * 3
    assert asked(network, network.position_ask_from, network.position_asks) == [
        [(CEFR, 3), (NLQF, 2)],
        [(S1, 4), (S2, 3)],
    ]
    assert asked(network, network.occupation_ask_from, network.occupation_asks) == [[(S1, 2), (S2, 1), (C1, 1)]]


def test_a_training_meets_every_need_up_to_the_level_it_gives() -> None:
    network = a_web().columns.network
    gives = [(S1, 2), (S1, 4), (C1, 1), (NLQF, 1), (NLQF, 2)]
    more = [(S1, 2), (S1, 4), (C1, 1), (CEFR, 2), (CEFR, 3), (NLQF, 1), (NLQF, 2)]
    assert asked(network, network.give_from, network.gives) == [gives, more, gives]


def test_what_is_given_is_kept_though_nobody_asks_it() -> None:
    trainings = a_web().columns.trainings
    given = zip(lists(trainings.abilities), lists(trainings.levels), strict=True)
    of_one = ([S1, C1, NLQF], [4, 1, 2])
    assert list(given) == [of_one, ([S1, C1, CEFR, NLQF], [4, 1, 3, 2]), of_one]


def lists(ragged: Ragged) -> list[list[int]]:
    return listed(ragged.starts, ragged.items)


def test_needs_know_the_trainings_that_ask_and_meet_them_bbl_left_out() -> None:
    network = a_web().columns.network
    askers = dict(zip(NEEDS, listed(network.asker_from, network.askers), strict=True))
    givers = dict(zip(NEEDS, listed(network.giver_from, network.givers), strict=True))
    assert (askers[S2, 3], askers[S1, 2]) == ([0, 1], [])
    assert (givers[S1, 4], givers[CEFR, 3], givers[S2, 1]) == ([0, 1], [1], [])


def test_work_and_bbl_are_found_from_occupation_and_credential() -> None:
    network = a_web().columns.network
    assert listed(network.position_from, network.positions) == [[0, 1]]
    assert listed(network.awarding_from, network.awarding) == [[3], []]


@pytest.mark.parametrize("changes", [{"weeks": 9}, {"rolling": True}, {"kind": "course"}, {"min_age": 40}])
def test_what_an_offering_takes_does_not_make_it_another_training(changes: dict[str, object]) -> None:
    snapshot = a_snapshot(offerings=[{}, {"offering_id": "T2", **changes}], offering_skills=[])
    assert snapshot.columns.network.training.tolist() == [0, 0]


def test_the_order_of_rows_does_not_make_another_training() -> None:
    taught = [{"offering_id": "T2", "skill_id": "S2"}, {"skill_id": "S1"}, {"skill_id": "S2"}, {"offering_id": "T2"}]
    snapshot = a_snapshot(
        skills=[{}, {"skill_id": "S2"}], offerings=[{}, {"offering_id": "T2"}], offering_skills=taught
    )
    assert snapshot.columns.network.training.tolist() == [0, 0]


@pytest.mark.parametrize("level", [1, 3])
def test_lists_that_begin_alike_are_not_alike(level: int) -> None:
    snapshot = a_snapshot(
        skills=[{}, {"skill_id": "S2"}],
        offerings=[{}, {"offering_id": "T2"}, {"offering_id": "T3"}],
        offering_skills=[{}, {"offering_id": "T2"}, {"offering_id": "T2", "skill_id": "S2", "level": level}],
        offering_requires=[{"offering_id": "T3", "level": 2}],
    )
    assert snapshot.columns.network.training.tolist() == [0, 1, 2]


def test_alike_offerings_of_a_large_catalogue_are_found_as_by_comparing_each(builtin: Snapshot) -> None:
    offerings, network = builtin.columns.offerings, builtin.columns.network
    numbers: dict[object, int] = {}
    seen = [numbers.setdefault(told(builtin, row), len(numbers)) for row in range(len(offerings.id))]
    assert network.training.tolist() == seen


def told(snapshot: Snapshot, row: int) -> object:
    """What an offering asks and gives, and whether it is bbl."""
    columns = snapshot.columns.offerings
    return (
        bool(columns.kind[row] == KIND_BBL),
        frozenset(zip(columns.requires_skills[row].tolist(), columns.requires_levels[row].tolist(), strict=True)),
        frozenset(columns.requires_credentials[row].tolist()),
        (int(columns.min_cefr[row]), int(columns.min_nlqf[row])),
        frozenset(zip(columns.teaches[row].tolist(), columns.teaches_levels[row].tolist(), strict=True)),
        frozenset(columns.awards[row].tolist()),
        (int(columns.awards_cefr[row]), int(columns.awards_nlqf[row])),
    )


@pytest.mark.parametrize("name", [part.name for part in fields(Network)])
def test_an_opened_network_lies_as_the_inner_loops_walk_it(tmp_path: Path, name: str) -> None:
    a_web().save(tmp_path / "snapshot")
    column = getattr(Snapshot.open(tmp_path / "snapshot").columns.network, name)
    assert (column.dtype, column.flags.writeable, column.flags.aligned) == (np.int64, False, True)


def test_an_empty_catalogue_has_an_empty_network() -> None:
    network = a_snapshot(**{name: [] for name in IN_THE_DEFAULT_CATALOGUE}).columns.network
    assert (len(network.training), len(network.need_ability), network.ask_from.tolist()) == (0, 0, [0])
