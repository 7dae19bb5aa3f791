"""What a birthday opens: 16, 18, 27 and the limit of the lifelong learning credit."""

from __future__ import annotations

import pytest

from gouden_poort.rules.language.words import Facts
from tests.rules.builtin.people import a_person, a_training, outcome

JOB: Facts = {"position.kind": "job", "position.full_diploma": False, "position.hours_per_week": 36}
APPRENTICESHIP: Facts = {"position.kind": "bbl", "position.full_diploma": True, "position.hours_per_week": 32}


@pytest.mark.parametrize(("age", "expected"), [(13, "no"), (15, "no"), (16, "yes"), (60, "yes")])
def test_paid_work_begins_at_16(age: int, expected: str) -> None:
    assert outcome("age.compulsory_full_work", a_person(age, "primary"), JOB) == expected


@pytest.mark.parametrize(("age", "expected"), [(14, "no"), (15, "unknown"), (16, "yes")])
def test_an_apprenticeship_at_15_is_a_question_for_the_attendance_officer(age: int, expected: str) -> None:
    assert outcome("age.compulsory_full", a_person(age, "vmbo_bb"), a_training("bbl", 2)) == expected
    assert outcome("age.compulsory_full_work", a_person(age, "vmbo_bb"), APPRENTICESHIP) == expected


@pytest.mark.parametrize(("consent", "expected"), [(True, "yes"), (False, "no")])
def test_the_attendance_officer_settles_it(consent: bool, expected: str) -> None:
    person = a_person(15, "vmbo_bb", leerplicht_consent=consent)
    assert outcome("age.compulsory_full", person, a_training("bbl", 2)) == expected
    assert outcome("age.bbl15", person, a_training("bbl", 2)) == expected


@pytest.mark.parametrize("age", [8, 13, 15])
def test_looking_around_is_open_at_any_age(age: int) -> None:
    looking = a_training("module", 0, subkind="orientation")
    assert outcome("age.compulsory_full", a_person(age, "none"), looking) == "not_applicable"


@pytest.mark.parametrize(("age", "expected"), [(15, "not_applicable"), (16, "no"), (17, "no"), (18, "not_applicable")])
def test_a_job_without_school_asks_something_of_16_and_17(age: int, expected: str) -> None:
    assert outcome("age.kwalificatieplicht", a_person(age, "vmbo_bb", at_school=False), JOB) == expected


def test_an_apprenticeship_counts_as_school() -> None:
    assert outcome("age.kwalificatieplicht", a_person(17, "vmbo_bb"), APPRENTICESHIP) == "yes"


def test_havo_ends_the_duty_to_be_at_school() -> None:
    assert outcome("age.kwalificatieplicht", a_person(17, "havo"), JOB) == "not_applicable"
    assert outcome("age.startkwalificatie", a_person(17, "havo")) == "yes"


def test_mbo_2_earned_on_the_way_ends_it_too() -> None:
    assert outcome("age.startkwalificatie", a_person(17, "vmbo_kb_gl_tl", earned="mbo_2")) == "yes"


def test_vmbo_alone_is_no_start_qualification() -> None:
    assert outcome("age.startkwalificatie", a_person(17, "vmbo_kb_gl_tl")) == "no"


@pytest.mark.parametrize(("age", "expected"), [(17, "no"), (18, "yes")])
def test_nights_and_shifts_begin_at_18(age: int, expected: str) -> None:
    assert outcome("age.young_worker", a_person(age, "mbo_2"), {"position.night_or_shift": True}) == expected


def test_work_whose_hours_are_not_known_closes_for_nobody() -> None:
    assert outcome("age.young_worker", a_person(17, "mbo_2"), JOB) == "unknown"
    assert outcome("age.young_worker", a_person(18, "mbo_2"), JOB) == "yes"


@pytest.mark.parametrize("paper", ["cr-rijbewijs-ce", "cr-hoogwerker", "cr-hijsen"])
def test_heavy_equipment_begins_at_18(paper: str) -> None:
    course: Facts = {"offering.awards": frozenset({paper, "cr-b-vca"})}
    assert outcome("age.equipment18", a_person(17, "mbo_2"), course) == "no"
    assert outcome("age.equipment18", a_person(18, "mbo_2"), course) == "yes"


def test_a_forklift_is_not_among_them() -> None:
    course: Facts = {"offering.awards": frozenset({"cr-heftruck"})}
    assert outcome("age.equipment18", a_person(17, "mbo_2"), course) == "not_applicable"


@pytest.mark.parametrize(("age", "from_27", "under_27"), [(26, "no", "yes"), (27, "yes", "no")])
def test_the_municipality_asks_something_else_of_who_is_under_27(age: int, from_27: str, under_27: str) -> None:
    person = a_person(age, "primary", benefit="bijstand")
    assert outcome("age.bijstand27", person) == from_27
    assert outcome("age.bijstand_under27", person) == under_27


@pytest.mark.parametrize(("age", "expected"), [(56, "no"), (57, "yes")])
def test_the_credit_for_learning_ends_at_57(age: int, expected: str) -> None:
    assert outcome("age.lllk_cap", a_person(age, "mbo_4"), a_training("bol", 4)) == expected
