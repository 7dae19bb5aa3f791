"""Pairs that cannot be answered are told."""

from __future__ import annotations

import pytest

from gouden_poort.errors import InvalidInput
from gouden_poort.route_files.pairs import Pair, check_pairs
from gouden_poort.route_files.reading import Profiles
from tests.builders import a_profile, a_snapshot


def test_many_wrong_pairs_are_all_told_and_only_the_first_get_a_guess() -> None:
    person = a_profile(profile_id="person-0")
    wrong = [Pair(line=line, profile_id=f"persoon-{line}", occupation_id="O1") for line in range(2, 102)]
    with pytest.raises(InvalidInput) as refused:
        check_pairs(a_snapshot(), Profiles(profiles=(person,), alone=True), wrong)
    guessed = [bool(fault.near) for fault in refused.value.faults]
    assert guessed == [True] * 20 + [False] * 80
