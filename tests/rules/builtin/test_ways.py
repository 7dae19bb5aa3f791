"""BBL, BOL, the third route, and what is worth knowing before one begins."""

from __future__ import annotations

import pytest

from gouden_poort.rules.language.words import Facts
from tests.rules.builtin.people import a_person, a_training, outcome

THIRD_ROUTE = a_training("course", 2, subkind="part_time")


@pytest.mark.parametrize(("hours", "expected"), [(15, "no"), (19, "no"), (20, "yes"), (32, "yes")])
def test_fewer_than_twenty_hours_is_something_to_ask_the_school(hours: int, expected: str) -> None:
    place: Facts = {"position.kind": "bbl", "position.full_diploma": True, "position.hours_per_week": hours}
    assert outcome("rte.bbl_contract", place) == expected


@pytest.mark.parametrize(("recognised", "expected"), [(True, "yes"), (False, "no"), (None, "unknown")])
def test_an_apprenticeship_is_at_a_recognised_company(recognised: bool | None, expected: str) -> None:
    place: Facts = {"position.kind": "bbl", "position.full_diploma": True, "employer.recognised": recognised}
    assert outcome("rte.leerbedrijf", place) == expected


def test_an_ordinary_job_needs_no_recognised_company() -> None:
    assert outcome("rte.leerbedrijf", {"position.kind": "job", "employer.recognised": False}) == "not_applicable"


@pytest.mark.parametrize(
    ("age", "schooling", "expected"), [(17, "vmbo_bb", "no"), (18, "vmbo_bb", "yes"), (17, "havo", "yes")]
)
def test_the_third_route_is_for_adults_and_who_need_not_be_at_school(age: int, schooling: str, expected: str) -> None:
    assert outcome("rte.third", a_person(age, schooling), THIRD_ROUTE) == expected


def test_a_short_course_beside_work_is_no_third_route() -> None:
    assert (
        outcome("rte.third", a_person(17, "primary"), a_training("course", 0, subkind="part_time")) == "not_applicable"
    )


def test_a_certificate_of_experience_is_worth_it_after_two_years_without_the_diploma() -> None:
    assert outcome("rte.evc", a_person(40, "primary", years_in_trade=2), a_training("bbl", 2)) == "yes"


@pytest.mark.parametrize(("schooling", "years"), [("primary", 1), ("mbo_2", 20)])
def test_others_are_not_bothered_with_it(schooling: str, years: int) -> None:
    assert outcome("rte.evc", a_person(40, schooling, years_in_trade=years), a_training("bbl", 2)) == "no"


@pytest.mark.parametrize(("cefr", "expected"), [("A1", "yes"), ("A2", "no")])
def test_a_practice_certificate_is_advised_to_who_begins_with_dutch(cefr: str, expected: str) -> None:
    assert outcome("rte.praktijkverklaring", a_person(30, "primary", cefr=cefr, learnability="medium")) == expected


def test_who_has_a_start_qualification_is_not_sent_to_a_practice_certificate() -> None:
    assert outcome("rte.praktijkverklaring", a_person(30, "mbo_2", cefr="A1")) == "no"


def test_a_certificate_shortens_a_diploma_of_its_own_sector_only() -> None:
    person = a_person(30, "primary", credentials=frozenset({"cr-mboc-lassen"}))
    assert outcome("rte.stack", person, a_training("bbl", 2), {"offering.sector": "metaal"}) == "yes"
    assert outcome("rte.stack", person, a_training("bbl", 2), {"offering.sector": "bouw"}) == "no"
