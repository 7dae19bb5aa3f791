"""What schooling settles, and what it leaves open."""

from __future__ import annotations

import pytest

from gouden_poort.profiles.assessment import NLQF_OF_SCHOOLING
from gouden_poort.profiles.levels import PriorEducation
from gouden_poort.rules.facts.schooling import qualifies_mbo_2, start_qualification

LOWER = {"none", "primary", "vmbo_bb", "vmbo_kb_gl_tl", "havo_vwo_3", "entree"}


@pytest.mark.parametrize("schooling", [one for one in PriorEducation if one is not PriorEducation.FOREIGN])
def test_schooling_says_who_has_a_start_qualification(schooling: PriorEducation) -> None:
    assert start_qualification(schooling, NLQF_OF_SCHOOLING[schooling], 0) is (schooling.value not in LOWER)


@pytest.mark.parametrize("schooling", [one for one in PriorEducation if one is not PriorEducation.FOREIGN])
def test_schooling_says_who_may_enter_mbo_2(schooling: PriorEducation) -> None:
    expected = schooling.value not in {"none", "primary"}
    assert qualifies_mbo_2(schooling, NLQF_OF_SCHOOLING[schooling], 0) is expected


@pytest.mark.parametrize("nlqf", [0, 1, 4, 6])
def test_schooling_from_abroad_settles_nothing(nlqf: int) -> None:
    assert start_qualification(PriorEducation.FOREIGN, nlqf, 0) is None
    assert qualifies_mbo_2(PriorEducation.FOREIGN, nlqf, 0) is None


def test_a_dutch_diploma_settles_it_for_schooling_from_abroad() -> None:
    assert start_qualification(PriorEducation.FOREIGN, 2, 2) is True
    assert qualifies_mbo_2(PriorEducation.FOREIGN, 1, 1) is True


@pytest.mark.parametrize(("nlqf", "expected"), [(0, None), (2, None), (3, True)])
def test_level_2_alone_may_be_vmbo_or_mbo(nlqf: int, expected: bool | None) -> None:
    assert start_qualification(None, nlqf, 0) is expected


@pytest.mark.parametrize(("nlqf", "expected"), [(0, None), (1, None), (2, True)])
def test_level_1_alone_may_be_primary_school_or_vmbo(nlqf: int, expected: bool | None) -> None:
    assert qualifies_mbo_2(None, nlqf, 0) is expected


def test_an_entree_diploma_opens_mbo_2_and_is_no_start_qualification() -> None:
    assert qualifies_mbo_2(PriorEducation.PRIMARY, 1, 1) is True
    assert start_qualification(PriorEducation.PRIMARY, 1, 1) is False
