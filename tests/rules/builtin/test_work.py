"""Who may do paid work, with or without a permit, and from which day: reasoned by hand from the law."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.rules.builders import DAY
from tests.rules.builtin.people import deciding, outcome
from tests.rules.builtin.places import a_course, a_place, asked, said, shut_by, somebody, to_arrange

NEW_WAIT = date(2026, 6, 12)
END_OF_PROTECTION = date(2027, 3, 4)
ONE_DAY = timedelta(days=1)
PERMIT_KINDS = (
    "dutch_eu",
    "asylum_permit",
    "asylum_procedure",
    "ukraine",
    "family",
    "highly_skilled",
    "student",
    "other",
)


@pytest.mark.parametrize("kind", ["job", "bbl"])
def test_who_may_work_freely_is_asked_nothing_and_shut_out_nowhere(kind: str) -> None:
    person = somebody("free")
    assert shut_by(person, a_place(kind)) == set()
    assert asked(person, a_place(kind)) == set()
    assert to_arrange(person, a_place(kind), about="wrk.") == set()


@pytest.mark.parametrize("permit", PERMIT_KINDS)
def test_free_settles_it_whatever_is_told_of_the_permit(permit: str) -> None:
    person = somebody("free", permit=permit, asylum_months=1, asylum_chance="low", work_permit=False)
    assert shut_by(person, a_place()) == set()


@pytest.mark.parametrize("right", ["free", "permit_needed", None])
def test_a_status_holder_is_asked_nothing_and_needs_no_permit(right: str | None) -> None:
    person = somebody(right, "status_holder", permit="asylum_permit")
    assert shut_by(person, a_place()) == set()
    assert asked(person, a_place()) == set()
    assert to_arrange(person, a_place(), about="wrk.") == set()
    assert "wrk.statushouder" in said(person, a_place())


@pytest.mark.parametrize("kind", ["job", "bbl"])
def test_who_may_not_work_yet_finds_paid_work_shut(kind: str) -> None:
    assert shut_by(somebody("not_allowed"), a_place(kind)) == {"wrk.right_to_work"}
    assert deciding("wrk.right_to_work", somebody("not_allowed"), a_place(kind)) == {"may_work", "status_holder"}


@pytest.mark.parametrize("kind", ["language", "basic", "module", "course", "bol"])
def test_learning_stays_open_to_who_may_not_work_yet(kind: str) -> None:
    assert shut_by(somebody("not_allowed"), a_course(kind)) == set()


def test_a_status_holder_who_thinks_not_to_be_allowed_is_let_in_and_told() -> None:
    person = somebody("not_allowed", "status_holder")
    assert shut_by(person, a_place()) == set()
    assert "wrk.check_answer" in said(person)


def test_nobody_else_is_told_to_check_the_answer() -> None:
    plain = somebody("not_allowed", permit="other", work_note_free=False)
    assert "wrk.check_answer" not in said(plain) | said(somebody("free", "status_holder"))


def test_who_did_not_answer_is_asked_first_and_shut_out_nowhere() -> None:
    person = somebody()
    assert shut_by(person, a_place()) == set()
    assert "person.right_to_work" in asked(person, a_place())


def test_a_permit_is_something_to_arrange_and_shuts_nothing() -> None:
    person = somebody("permit_needed", permit="family", work_permit=False, work_note_free=False)
    assert shut_by(person, a_place()) == set()
    assert to_arrange(person, a_place(), about="wrk.") == {"wrk.work_permit"}


@pytest.mark.parametrize(
    "told",
    [
        {"permit": "family", "work_permit": True},
        {"permit": "family", "work_note_free": True},
        {"permit": "dutch_eu"},
        {"permit": "asylum_permit"},
        {"permit": "ukraine", "ukraine_proof": True},
    ],
)
def test_what_stands_in_for_a_permit(told: dict[str, bool | str]) -> None:
    person = somebody("permit_needed", **({"work_permit": False} | told))
    assert outcome("wrk.work_permit", person, a_place()) == "yes"


@pytest.mark.parametrize(
    ("months", "day", "shut"),
    [
        (5, NEW_WAIT - ONE_DAY, {"wrk.asylum6"}),
        (6, NEW_WAIT - ONE_DAY, set()),
        (3, NEW_WAIT - ONE_DAY, {"wrk.asylum6"}),
        (3, NEW_WAIT, set()),
        (2, NEW_WAIT, {"wrk.asylum3"}),
        (2, DAY, {"wrk.asylum3"}),
    ],
)
def test_waiting_for_asylum_counts_six_months_and_later_three(months: int, day: date, shut: set[str]) -> None:
    person = somebody("permit_needed", permit="asylum_procedure", asylum_months=months, asylum_chance="good")
    assert shut_by(person, a_place(), day=day) == shut


@pytest.mark.parametrize(("day", "shut"), [(NEW_WAIT - ONE_DAY, set()), (NEW_WAIT, {"wrk.asylum_low"})])
def test_a_safe_country_shuts_paid_work_from_the_new_rules_on(day: date, shut: set[str]) -> None:
    person = somebody("permit_needed", permit="asylum_procedure", asylum_months=12, asylum_chance="low")
    assert shut_by(person, a_place(), day=day) == shut


def test_after_the_wait_the_permit_is_still_to_be_asked() -> None:
    person = somebody(
        "permit_needed",
        permit="asylum_procedure",
        asylum_months=7,
        asylum_chance="good",
        work_permit=False,
        work_note_free=False,
    )
    assert to_arrange(person, a_place(), about="wrk.") == {"wrk.work_permit"}


def test_how_long_and_how_likely_is_asked_of_who_waits_for_asylum() -> None:
    person = somebody("permit_needed", permit="asylum_procedure")
    assert {"person.asylum_months", "person.asylum_chance"} <= asked(person, a_place())
    assert shut_by(person, a_place()) == set()


@pytest.mark.parametrize(
    ("proof", "permit", "shut"),
    [(True, False, set()), (False, True, set()), (False, False, {"wrk.ukraine_noproof"})],
)
def test_from_ukraine_a_proof_or_a_permit_opens_work(proof: bool, permit: bool, shut: set[str]) -> None:
    person = somebody("permit_needed", permit="ukraine", ukraine_proof=proof, work_permit=permit)
    assert shut_by(person, a_place(), day=END_OF_PROTECTION) == shut


def test_after_the_protection_the_proof_no_longer_counts_and_nothing_older_comes_back() -> None:
    person = somebody("permit_needed", permit="ukraine", ukraine_proof=True, work_permit=False, work_note_free=False)
    assert to_arrange(person, a_place(), day=END_OF_PROTECTION, about="wrk.") == set()
    assert "wrk.ukraine" in said(person, a_place(), day=END_OF_PROTECTION)
    after = END_OF_PROTECTION + ONE_DAY
    assert to_arrange(person, a_place(), day=after, about="wrk.") == {"wrk.work_permit"}
    assert "wrk.ukraine" not in said(person, a_place(), day=after)


@pytest.mark.parametrize(("permit", "shut"), [(True, set()), (False, {"wrk.vakkracht"}), (None, set())])
def test_from_elsewhere_only_a_permit_opens_work(permit: bool | None, shut: set[str]) -> None:
    person = somebody("permit_needed", permit="other") | {"person.work_permit": permit}
    assert shut_by(person, a_place()) == shut


@pytest.mark.parametrize(("hours", "todo"), [(16, set()), (17, {"wrk.student"})])
def test_a_student_from_outside_the_eu_works_16_hours(hours: int, todo: set[str]) -> None:
    person = somebody("permit_needed", permit="student", work_permit=True)
    assert to_arrange(person, a_place(hours=hours), about="wrk.") == todo
    assert shut_by(person, a_place(hours=hours)) == set()


@pytest.mark.parametrize(
    ("age", "wage", "todo"),
    [(29, 3672, set()), (29, 3671, {"wrk.kennismigrant"}), (30, 5007, {"wrk.kennismigrant"}), (30, 5008, set())],
)
def test_a_highly_skilled_migrant_needs_a_wage_by_age(age: int, wage: int, todo: set[str]) -> None:
    person = somebody("permit_needed", permit="highly_skilled") | {"person.age": age}
    place = a_place(wage_month_eur=wage) | {"employer.recognised_sponsor": True}
    assert to_arrange(person, place, about="wrk.") == todo


def test_whoever_is_hired_reads_that_the_company_looks_at_a_passport() -> None:
    assert "wrk.identity" in said(somebody("free"), a_place())


def test_no_course_speaks_of_a_passport() -> None:
    assert "wrk.identity" not in said(somebody("free"), a_course())
