"""Ids in a profile against the ids of the catalogue."""

import time

import pytest

from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.profile import Circumstances, HeldSkill
from gouden_poort.services.catalogue_checks import MOST_WITH_NEAR, check_against_catalogue
from tests.builders import a_profile, a_snapshot

SNAPSHOT = a_snapshot(skills=[{}, {"skill_id": "sk-lassen"}])


def faults_of(**changes: object) -> list[tuple[str, str, tuple[str, ...]]]:
    with pytest.raises(InvalidInput) as caught:
        check_against_catalogue(SNAPSHOT, a_profile(**changes))
    return [(fault.path, fault.given, fault.near) for fault in caught.value.faults]


def test_a_profile_of_this_catalogue_passes() -> None:
    profile = a_profile(
        skills=(HeldSkill(skill_id="S1", level=1),),
        credentials=frozenset({"C1"}),
        circumstances=Circumstances(former_occupations=("O1",), wished_sectors=frozenset({"metal"})),
    )
    check_against_catalogue(SNAPSHOT, profile)


def test_every_unknown_id_is_named_with_its_place_and_what_looks_like_it() -> None:
    circumstances = Circumstances(
        former_occupations=("O1", "X9"), wished_sectors=frozenset({"metals"}), unwanted_sectors=frozenset({"zzz"})
    )
    skills = (HeldSkill(skill_id="S1", level=1), HeldSkill(skill_id="sk-lasen", level=1))
    assert faults_of(skills=skills, credentials=frozenset({"qq"}), circumstances=circumstances) == [
        ("skills.1.skill_id", "sk-lasen", ("sk-lassen",)),
        ("credentials", "qq", ()),
        ("circumstances.former_occupations.1", "X9", ()),
        ("circumstances.wished_sectors", "metals", ("metal",)),
        ("circumstances.unwanted_sectors", "zzz", ()),
    ]


def test_ten_thousand_unknown_skills_are_all_named_in_good_time() -> None:
    skills = tuple(HeldSkill(skill_id=f"sk-lasse{i}", level=1) for i in range(10_000))
    began = time.perf_counter()
    faults = faults_of(skills=skills)
    assert time.perf_counter() - began < 2
    assert len(faults) == 10_000
    assert sum(bool(near) for *_, near in faults) == MOST_WITH_NEAR
