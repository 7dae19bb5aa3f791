"""Integration beside work and lessons: when a week is too full, and what a diploma does for the duty."""

from __future__ import annotations

from datetime import date

import pytest

from gouden_poort.rules.language.words import Facts
from tests.rules.builtin.places import a_course, a_place, said, somebody, to_arrange


def about_integration(*facts: Facts, day: date = date(2026, 11, 21)) -> set[str]:
    return said(*facts, day=day, about="int.")


@pytest.mark.parametrize(("work", "warned"), [(20, False), (21, True), (24, True)])
def test_an_apprenticeship_counts_work_lessons_and_integration_together(work: int, warned: bool) -> None:
    person = somebody("free", integration_hours=12)
    found = about_integration(person, a_place("bbl", work), a_course("bbl", 8))
    assert ("int.overload" in found) is warned


@pytest.mark.parametrize(("work", "warned"), [(28, False), (29, True)])
def test_a_job_counts_without_lessons(work: int, warned: bool) -> None:
    found = about_integration(somebody("free", integration_hours=12), a_place("job", work))
    assert found == ({"int.overload_work"} if warned else set())


@pytest.mark.parametrize(("lessons", "warned"), [(28, False), (29, True)])
def test_lessons_count_without_work(lessons: int, warned: bool) -> None:
    found = about_integration(somebody("free", integration_hours=12), a_course("bol", lessons))
    assert found == ({"int.overload_lessons"} if warned else set())


@pytest.mark.parametrize("hours", [0, None])
def test_without_hours_of_integration_a_full_week_is_no_matter_here(hours: int | None) -> None:
    person = somebody("free") | {"person.integration_hours": hours}
    assert about_integration(person, a_place("bbl", 40), a_course("bbl", 8)) == set()
    assert about_integration(person, a_place("job", 60)) == set()
    assert about_integration(person, a_course("bol", 60)) == set()


def test_one_full_week_is_said_once() -> None:
    person = somebody("free", integration_hours=20)
    assert about_integration(person, a_place("bbl", 32), a_course("bbl", 8)) == {"int.overload"}


@pytest.mark.parametrize(("duty", "told"), [("wi2021", True), ("earlier", False), ("none", False), ("done", False)])
def test_the_route_is_explained_to_who_has_the_duty_of_2021(duty: str, told: bool) -> None:
    assert ("int.routes" in about_integration(somebody("free", integration_duty=duty))) is told


@pytest.mark.parametrize(("level", "told"), [(1, False), (2, True), (4, True)])
def test_a_diploma_of_level_2_frees_from_the_rest_of_the_exam(level: int, told: bool) -> None:
    training = a_course("bbl", nlqf=level, is_qualification=True, subkind="bbl")
    found = about_integration(somebody("free", integration_duty="wi2021", integration_hours=0), training)
    assert ("int.exempt" in found) is told


@pytest.mark.parametrize(("day", "told"), [(date(2022, 12, 31), False), (date(2023, 1, 1), True)])
def test_entree_gives_more_time_since_2023(day: date, told: bool) -> None:
    training = a_course("bbl", nlqf=1, is_qualification=True, subkind="entree")
    found = about_integration(somebody("free", integration_duty="wi2021", integration_hours=0), training, day=day)
    assert ("int.entree_extension" in found) is told


def test_who_pays_is_said_at_a_language_course_only() -> None:
    person = somebody("free", "status_holder", integration_duty="wi2021", integration_hours=0)
    assert "int.loan" in about_integration(person, a_course("language"))
    assert "int.loan" not in about_integration(person, a_course("module"))


def test_integration_asks_nothing_to_be_arranged() -> None:
    person = somebody("free", "status_holder", integration_duty="wi2021", integration_hours=20)
    assert to_arrange(person, a_place("bbl", 32), a_course("bbl", 8), about="int.") == set()
