"""Checking one answer, of each kind, from a form and from a document."""

from datetime import date
from typing import Any

import pytest

from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.answering import MOST_THINGS, check_answer
from gouden_poort.profiles.question import Answer, Kind
from gouden_poort.profiles.questions import BY_ID, QUESTIONS

TODAY = date(2026, 11, 21)


def check(question_id: str, raw: Any) -> Answer:
    return check_answer(BY_ID[question_id], raw, today=TODAY)


def fault_codes(question_id: str, raw: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        check(question_id, raw)
    return [(fault.path, fault.code) for fault in caught.value.faults]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_not_known_yet_is_an_answer_to_every_question(question: Any) -> None:
    assert check_answer(question, None, today=TODAY) is None


@pytest.mark.parametrize(
    ("question_id", "raw", "kept"),
    [
        ("place", ["Zwolle", "52.5", "6.1", "approximate"], ("Zwolle", "52.5", "6.1", "approximate")),
        ("birth_date", "1998-09-14", "1998-09-14"),
        ("birth_date", "2008-02-29", "2008-02-29"),
        ("birth_date", "2026-11-21", "2026-11-21"),
        ("benefit", "ww", "ww"),
        ("situation", ["status_holder", "starter", "starter"], ("starter", "status_holder")),
        ("situation", [], ()),
        ("travel_minutes", "45", 45),
        ("travel_minutes", 45, 45),
        ("budget", " 0 ", 0),
        ("week", {"hours": "32", "integration": "", "care": 4}, {"hours": 32, "care": 4}),
        ("skills", {"sk-b": "2", "sk-a": 5}, {"sk-a": 5, "sk-b": 2}),
        ("former_work", {"oc-a": "0"}, {"oc-a": 0}),
        ("papers", ["cr-b", "cr-a", "cr-b"], ("cr-a", "cr-b")),
        ("sectors", {"bouw": "1", "infra": "-1", "ict": "0"}, {"bouw": 1, "infra": -1}),
        ("start", "2027-01-05", "2027-01-05"),
    ],
)
def test_a_good_answer_is_kept_in_one_form(question_id: str, raw: Any, kept: Any) -> None:
    assert check(question_id, raw) == kept


@pytest.mark.parametrize(
    "question", [q for q in QUESTIONS if q.choices and q.kind is not Kind.SKILLS], ids=lambda q: q.id
)
def test_every_choice_on_the_page_is_accepted(question: Any) -> None:
    for choice in question.choices:
        raw = [choice.value] if question.kind.value == "choices" else choice.value
        assert check_answer(question, raw, today=TODAY)


@pytest.mark.parametrize(
    ("question_id", "raw", "faults"),
    [
        ("place", "Zwolle", [("place", "wrong_type")]),
        ("place", ["Zwolle", "nan", "6", "exact"], [("place", "malformed")]),
        ("place", ["Zwol\0le", "52", "6", "exact"], [("place", "malformed")]),
        ("place", ["Z" * 101, "52", "6", "exact"], [("place", "malformed")]),
        ("birth_date", "", [("birth_date", "missing")]),
        ("birth_date", "1998-02-29", [("birth_date", "not_a_date")]),
        ("birth_date", "31 2 1998", [("birth_date", "not_a_date")]),
        ("birth_date", "1998-W05-1", [("birth_date", "not_a_date")]),
        ("birth_date", 19980914, [("birth_date", "not_a_date")]),
        ("birth_date", "2026-11-22", [("birth_date", "out_of_range")]),
        ("birth_date", "1925-12-31", [("birth_date", "out_of_range")]),
        ("start", "2040-01-02", [("start", "out_of_range")]),
        ("start", "2020-01-06", [("start", "out_of_range")]),
        ("benefit", "", [("benefit", "missing")]),
        ("benefit", "WW", [("benefit", "not_a_choice")]),
        ("benefit", ["ww"], [("benefit", "not_a_choice")]),
        ("situation", "starter", [("situation", "wrong_type")]),
        ("situation", ["starter", "rich"], [("situation", "not_a_choice")]),
        ("transport", [], [("transport", "missing")]),
        ("transport", [["car"]], [("transport", "wrong_type")]),
        ("travel_minutes", "", [("travel_minutes", "missing")]),
        ("travel_minutes", "half uur", [("travel_minutes", "wrong_type")]),
        ("travel_minutes", True, [("travel_minutes", "wrong_type")]),
        ("travel_minutes", 30.0, [("travel_minutes", "wrong_type")]),
        ("travel_minutes", float("nan"), [("travel_minutes", "wrong_type")]),
        ("travel_minutes", "9" * 5000, [("travel_minutes", "wrong_type")]),
        ("travel_minutes", "٤٥", [("travel_minutes", "wrong_type")]),
        ("travel_minutes", 4, [("travel_minutes", "out_of_range")]),
        ("travel_minutes", 181, [("travel_minutes", "out_of_range")]),
        ("budget", -1, [("budget", "out_of_range")]),
        ("week", {}, [("week", "missing")]),
        ("week", {"hours": "", "care": ""}, [("week", "missing")]),
        ("week", {"hours": 0, "care": "x"}, [("week.hours", "out_of_range"), ("week.care", "wrong_type")]),
        ("week", {"sleep": 8}, [("week.sleep", "unknown_field")]),
        ("week", [32], [("week", "wrong_type")]),
        ("skills", {"sk-a": 6, "sk-b": 0}, [("skills.sk-a", "out_of_range"), ("skills.sk-b", "out_of_range")]),
        ("skills", {"": 1}, [("skills", "malformed")]),
        ("skills", {1: 1}, [("skills", "wrong_type")]),
        ("skills", {f"sk-{i}": 1 for i in range(10_000)}, [("skills", "too_many")]),
        ("former_work", {"oc-a": 61}, [("former_work.oc-a", "out_of_range")]),
        ("papers", ["cr-\ud800"], [("papers", "malformed")]),
        ("papers", ["x" * 101], [("papers", "malformed")]),
        ("papers", [str(i) for i in range(MOST_THINGS + 1)], [("papers", "too_many")]),
        ("sectors", {"bouw": 2}, [("sectors.bouw", "out_of_range")]),
    ],
)
def test_a_wrong_answer_is_refused_with_its_place(question_id: str, raw: Any, faults: list[tuple[str, str]]) -> None:
    assert fault_codes(question_id, raw) == faults


def test_what_was_given_is_repeated_short() -> None:
    with pytest.raises(InvalidInput) as caught:
        check("benefit", "x" * 100_000)
    assert len(caught.value.faults[0].given) < 200
