"""Who may enter which level of mbo: cases worked out by hand from the law on mbo and what schools ask.

`open`: no rule closes the door. `ask`: something is not known, so it stays open with a question. `closed`: surely not.
"""

from __future__ import annotations

import pytest

from gouden_poort.rules.language.words import Facts
from tests.rules.builtin.people import a_person, a_training, deciding, outcome

ADMISSIONS = ("age.compulsory_full", "mbo.entree", "mbo.entree_not_needed", "mbo.l2", "mbo.l3", "mbo.l4", "rte.third")
LEVELS = {1: 0, 2: 1, 3: 2, 4: 2}
"""Each level with the diploma level its catalogue row asks, as most schools do."""

# Who, and how the doors of level 1 (entree), 2, 3 and 4 stand.
CASES: dict[str, tuple[Facts, str]] = {
    "16, vmbo-bb diploma: level 2 is theirs, 3 and 4 ask kader": (a_person(16, "vmbo_bb"), "closed open closed closed"),
    "16, vmbo-kb/gl/tl diploma: 2, 3 and 4": (a_person(16, "vmbo_kb_gl_tl"), "closed open open open"),
    "17, no school at all: entree only": (a_person(17, "none"), "open closed closed closed"),
    "17, primary school only: entree only": (a_person(17, "primary"), "open closed closed closed"),
    "16, three years of havo: 2, 3 and 4": (a_person(16, "havo_vwo_3"), "closed open open open"),
    "17, havo diploma: 2, 3 and 4": (a_person(17, "havo"), "closed open open open"),
    "17, entree diploma: level 2": (a_person(17, "entree"), "closed open closed closed"),
    "17, mbo 2 diploma: 3 and 4": (a_person(17, "mbo_2"), "closed open open open"),
    "17, no school, entree earned on the way: level 2": (
        a_person(17, "none", earned="entree"),
        "closed open closed closed",
    ),
    "17, primary school, entree earned on the way: level 2": (
        a_person(17, "primary", earned="entree"),
        "closed open closed closed",
    ),
    "17, vmbo-bb, mbo 2 earned on the way: 3 and 4": (
        a_person(17, "vmbo_bb", earned="mbo_2"),
        "closed open open open",
    ),
    "17, school abroad: nothing is sure yet": (a_person(17, "foreign"), "ask ask ask ask"),
    "18, vmbo-bb: the school may test for 3 and 4": (a_person(18, "vmbo_bb"), "closed open open open"),
    "18, no school: the school may test for all": (a_person(18, "none"), "open open open open"),
    "40, primary school: entree, or a test": (a_person(40, "primary"), "open open open open"),
    "34, status holder with school abroad: all, entree if they may not enter 2": (
        a_person(34, "foreign"),
        "ask open open open",
    ),
    "34, status holder with school abroad and a Dutch mbo 2": (
        a_person(34, "foreign", earned="mbo_2"),
        "closed open open open",
    ),
    "45, university: entree is not for them": (a_person(45, "wo"), "closed open open open"),
    "15, vmbo-kb diploma: school (BOL) goes on at 15": (a_person(15, "vmbo_kb_gl_tl"), "closed open open open"),
    "15, no diploma: still at school": (a_person(15, "primary"), "closed closed closed closed"),
}


def door(person: Facts, training: Facts) -> str:
    """How a door stands by all admission rules together."""
    outcomes = {outcome(rule, person, training) for rule in ADMISSIONS}
    return "closed" if "no" in outcomes else "ask" if "unknown" in outcomes else "open"


@pytest.mark.parametrize("who", CASES)
def test_the_doors_of_bol_stand_as_the_law_says(who: str) -> None:
    person, expected = CASES[who]
    doors = [door(person, a_training("bol", level, min_nlqf=asked)) for level, asked in LEVELS.items()]
    assert doors == expected.split()


@pytest.mark.parametrize("who", [who for who in CASES if not who.startswith("15")])
def test_bbl_asks_the_same_schooling_as_bol(who: str) -> None:
    person, expected = CASES[who]
    doors = [door(person, a_training("bbl", level, min_nlqf=asked)) for level, asked in LEVELS.items()]
    assert doors == expected.split()


def test_who_turned_16_after_1_august_waits_a_year_for_entree() -> None:
    pupil: Facts = {**a_person(16, "none"), "person.age_on_1_august": 15}
    assert door(pupil, a_training("bol", 1)) == "closed"


def test_an_apprenticeship_that_begins_at_level_2_lets_vmbo_bb_in() -> None:
    assert door(a_person(16, "vmbo_bb"), a_training("bbl", 3, min_nlqf=1)) == "open"


def test_an_apprenticeship_that_begins_at_level_2_still_asks_schooling_for_level_2() -> None:
    assert door(a_person(17, "primary"), a_training("bbl", 3, min_nlqf=1)) == "closed"


def test_a_refusal_names_every_way_in_that_was_missed() -> None:
    missed = deciding("mbo.l3", a_person(17, "vmbo_bb"), a_training("bol", 3, min_nlqf=2))
    assert missed == {"schooling", "diploma", "adult"}


@pytest.mark.parametrize("level", [2, 3, 4])
def test_an_adult_without_the_diploma_is_told_to_take_the_test(level: int) -> None:
    asks_test = outcome(
        "mbo.admission_test", a_person(40, "primary", admission_test_passed=False), a_training("bol", level)
    )
    assert asks_test == "no"


@pytest.mark.parametrize(("schooling", "level"), [("vmbo_bb", 2), ("vmbo_kb_gl_tl", 3), ("havo", 4), ("mbo_2", 4)])
def test_an_adult_with_the_diploma_takes_no_test(schooling: str, level: int) -> None:
    assert outcome("mbo.admission_test", a_person(25, schooling), a_training("bbl", level)) == "yes"


def test_nobody_is_tested_for_entree() -> None:
    assert outcome("mbo.admission_test", a_person(40, "primary"), a_training("bbl", 1)) == "not_applicable"


def test_nobody_under_18_is_sent_to_the_test() -> None:
    assert outcome("mbo.admission_test", a_person(17, "primary"), a_training("bol", 2)) == "not_applicable"


def test_a_diploma_from_abroad_is_valued_first() -> None:
    assert outcome("mbo.idw", a_person(34, "foreign", diploma_valued=False), a_training("bbl", 2)) == "no"


def test_a_valued_diploma_needs_no_valuing() -> None:
    assert outcome("mbo.idw", a_person(34, "foreign", diploma_valued=True), a_training("bbl", 2)) == "yes"


def test_a_dutch_diploma_needs_no_valuing() -> None:
    assert outcome("mbo.idw", a_person(34, "mbo_2"), a_training("bbl", 3)) == "not_applicable"


def test_the_specialist_level_wants_mbo_3_from_havo_too() -> None:
    assert outcome("mbo.l4_specialist", a_person(30, "havo"), a_training("bol", 4, min_nlqf=3)) == "no"


def test_mbo_3_from_the_route_itself_opens_the_specialist_level() -> None:
    person = a_person(30, "vmbo_bb", earned="mbo_3")
    assert outcome("mbo.l4_specialist", person, a_training("bol", 4, min_nlqf=3)) == "yes"


def test_the_right_of_admission_is_silent_until_all_is_known() -> None:
    assert outcome("mbo.toelatingsrecht", a_person(17, "vmbo_bb"), a_training("bol", 2)) == "unknown"


def test_the_right_of_admission_is_said_to_who_did_everything_in_time() -> None:
    person = a_person(17, "vmbo_bb", applied_by_1_april=True, did_intake=True)
    assert outcome("mbo.toelatingsrecht", person, a_training("bol", 2)) == "yes"


def test_a_training_without_a_diploma_closes_for_nobody() -> None:
    assert door(a_person(15, "none"), a_training("module", 0, subkind="orientation")) == "open"
