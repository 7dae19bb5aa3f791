"""From answers to a profile, with what had to be assumed."""

from datetime import date, timedelta
from typing import Any

import pytest

from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.answering import check_answer
from gouden_poort.profiles.assessment import (
    ASSUMED_CEFR,
    ASSUMED_HOURS,
    ASSUMED_MODES,
    ASSUMED_TRAVEL_MINUTES,
    NLQF_OF_SCHOOLING,
    first_monday_after,
    missing,
    next_question,
    start_monday,
    to_profile,
)
from gouden_poort.profiles.levels import CEFR, Benefit, Daypart, Mode, PriorEducation, RightToWork, TargetGroup
from gouden_poort.profiles.profile import HeldSkill, Profile
from gouden_poort.profiles.question import Answer
from gouden_poort.profiles.questions import BY_ID, QUESTIONS

TODAY = date(2026, 11, 21)
ZWOLLE = ("Zwolle", "52.517", "6.1041", "approximate")
NEEDED: dict[str, Answer] = {"place": ZWOLLE, "birth_date": "1997-05-03"}

FULL: dict[str, Any] = {
    "place": ZWOLLE,
    "birth_date": "1997-05-03",
    "situation": ["status_holder"],
    "benefit": "bijstand",
    "right_to_work": "free",
    "dutch": "A1",
    "schooling": "foreign",
    "former_work": {"oc-fiets": 4, "oc-auto": 2},
    "now": "no_work",
    "tasks": {"sk-lassen": 1},
    "skills": {"sk-lassen": 2},
    "first_language": "no",
    "basics": "yes",
    "permit": "asylum_permit",
    "integration": "wi2021",
    "priority": "soon",
    "papers": ["cr-b"],
    "transport": ["bike", "transit"],
    "travel_minutes": 60,
    "week": {"hours": 36, "integration": 8, "care": 4},
    "dayparts": ["day", "evening"],
    "start": "2027-01-04",
    "budget": 500,
    "sectors": {"mobiliteit": 1, "proces": -1},
}
OTHER: dict[str, Any] = {
    "place": ("Assen", "53.001", "6.5536", "approximate"),
    "birth_date": "1987-05-03",
    "situation": ["starter"],
    "benefit": "none",
    "right_to_work": "permit_needed",
    "dutch": "B2",
    "schooling": "mbo_3",
    "former_work": {},
    "now": "work_at_risk",
    "tasks": {"sk-lassen": 1, "sk-timmeren": 1},
    "skills": {"sk-lassen": 3},
    "first_language": "yes",
    "basics": "no",
    "permit": "family",
    "integration": "none",
    "priority": "near",
    "papers": [],
    "transport": ["car"],
    "travel_minutes": 30,
    "week": {"hours": 36, "integration": 0, "care": 4},
    "dayparts": ["weekend"],
    "start": "2027-02-01",
    "budget": 0,
    "sectors": {},
}
"""Each answer differs from the one in FULL."""


def profile_of(answers: dict[str, Any]) -> Profile:
    checked = {name: check_answer(BY_ID[name], raw, today=TODAY) for name, raw in answers.items()}
    return to_profile(checked, today=TODAY, profile_id="p")[0]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_the_answer_to_every_question_reaches_the_profile(question: Any) -> None:
    changed = FULL | {question.id: OTHER[question.id]}
    assert profile_of(changed) != profile_of(FULL)


def test_a_full_assessment_becomes_a_full_profile() -> None:
    profile = profile_of(FULL)
    assert (profile.lat, profile.lon) == (52.517, 6.1041)
    assert profile.birth_date == date(1997, 5, 3)
    assert profile.available_from == date(2027, 1, 4)
    assert profile.modes == {Mode.BIKE, Mode.TRANSIT}
    assert profile.max_travel_minutes == 60
    assert profile.hours_per_week == 36
    assert (profile.cefr, profile.nlqf) == (CEFR.A1, 1)
    assert profile.skills == (HeldSkill(skill_id="sk-lassen", level=2),)
    assert profile.credentials == {"cr-b"}
    assert profile.target_groups == {TargetGroup.STATUS_HOLDER}
    assert profile.benefit is Benefit.BIJSTAND
    assert profile.budget_eur == 500
    circumstances = profile.circumstances
    assert circumstances.right_to_work is RightToWork.FREE
    assert circumstances.prior_education is PriorEducation.FOREIGN
    assert circumstances.years_in_trade == 4
    assert circumstances.former_occupations == ("oc-auto", "oc-fiets")
    assert circumstances.dayparts == {Daypart.DAY, Daypart.EVENING}
    assert (circumstances.integration_hours, circumstances.care_hours) == (8, 4)
    assert (circumstances.wished_sectors, circumstances.unwanted_sectors) == ({"mobiliteit"}, {"proces"})


def test_with_only_what_is_needed_the_rest_is_assumed_and_said() -> None:
    profile, assumed = to_profile(NEEDED, today=TODAY, profile_id="p")
    assert (profile.cefr, profile.modes) == (ASSUMED_CEFR, ASSUMED_MODES)
    assert (profile.hours_per_week, profile.max_travel_minutes) == (ASSUMED_HOURS, ASSUMED_TRAVEL_MINUTES)
    assert (profile.nlqf, profile.budget_eur, profile.skills) == (0, 0, ())
    assert profile.circumstances.years_in_trade is None
    assert profile.circumstances.prior_education is None
    silent = {"place", "birth_date", "former_work", "start", "sectors"}
    # What only a law asks about stays open where nobody answered, and nothing has to be assumed.
    silent |= {"now", "tasks", "first_language", "basics", "permit", "integration", "priority"}
    assert [one.question_id for one in assumed] == [q.id for q in QUESTIONS if q.id not in silent]


def test_not_knowing_is_assumed_in_the_same_way_as_not_being_asked() -> None:
    unknown = NEEDED | {question.id: None for question in QUESTIONS if not question.needed}
    assert to_profile(unknown, today=TODAY, profile_id="p") == to_profile(NEEDED, today=TODAY, profile_id="p")


def test_nothing_is_assumed_when_everything_is_known() -> None:
    assert to_profile(FULL | {"schooling": "mbo_2"}, today=TODAY, profile_id="p")[1] == ()


def test_none_of_these_is_an_answer_and_no_assumption() -> None:
    answers = NEEDED | {"situation": (), "papers": (), "skills": {}, "former_work": {}}
    profile, assumed = to_profile(answers, today=TODAY, profile_id="p")
    assert {"situation", "papers", "skills"}.isdisjoint(one.question_id for one in assumed)
    assert profile.circumstances.years_in_trade == 0


def test_schooling_abroad_is_counted_low_and_that_is_said() -> None:
    profile, assumed = to_profile(NEEDED | {"schooling": "foreign"}, today=TODAY, profile_id="p")
    assert profile.nlqf == 1
    assert "tot de waarde van je diploma bekend is" in next(
        one.used for one in assumed if one.question_id == "schooling"
    )


def test_hours_are_assumed_when_only_other_hours_are_known() -> None:
    profile, assumed = to_profile(NEEDED | {"week": {"care": 10}}, today=TODAY, profile_id="p")
    assert profile.hours_per_week == ASSUMED_HOURS
    assert profile.circumstances.care_hours == 10
    assert "week" in {one.question_id for one in assumed}


def test_without_place_or_birth_date_all_that_is_needed_is_named() -> None:
    with pytest.raises(InvalidInput) as caught:
        to_profile({"place": None}, today=TODAY, profile_id="p")
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [
        ("place", "missing"),
        ("birth_date", "missing"),
    ]
    assert missing(NEEDED) == ()


def test_every_schooling_has_a_level() -> None:
    assert set(NLQF_OF_SCHOOLING) == set(PriorEducation)


def test_the_next_question_is_the_first_never_answered() -> None:
    assert next_question({}) == QUESTIONS[0]
    assert next_question({"place": None}) == QUESTIONS[1]
    assert next_question({question.id: None for question in QUESTIONS}) is None


@pytest.mark.parametrize("days", range(14))
def test_a_start_is_a_monday_after_today_and_on_or_after_the_day_wished(days: int) -> None:
    today = TODAY + timedelta(days=days)
    for ahead in range(-10, 20):
        wished = today + timedelta(days=ahead)
        monday = start_monday(wished.isoformat(), today)
        assert monday.weekday() == 0
        assert monday > today
        assert monday >= wished
        assert monday - timedelta(days=7) <= max(wished - timedelta(days=1), today)
    assert start_monday(None, today) == first_monday_after(today)
