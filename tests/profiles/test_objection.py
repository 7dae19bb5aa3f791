"""What may be sent in as an objection, and by when a person answers it."""

from __future__ import annotations

from datetime import date

import pytest

from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.objection import LONGEST, About, check_grievance, last_day

GOOD = {"about": "result", "page": "/routes/O1", "what": "De reistijd klopt niet.", "contact": "06 00000000"}


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2026, 11, 21), date(2026, 12, 21)),
        (date(2026, 12, 5), date(2027, 1, 5)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2027, 5, 31), date(2027, 6, 30)),
    ],
)
def test_the_term_is_one_month(received: date, last: date) -> None:
    assert last_day(received) == last


def test_what_was_filled_in_comes_back_checked() -> None:
    grievance = check_grievance(GOOD)
    assert grievance.about is About.RESULT
    assert (grievance.page, grievance.what, grievance.contact) == (GOOD["page"], GOOD["what"], GOOD["contact"])


def test_page_and_contact_may_be_left_out() -> None:
    grievance = check_grievance({"about": "other", "what": "Iets."})
    assert (grievance.page, grievance.contact) == ("", "")


def test_every_fault_is_named_at_once() -> None:
    long = {name: "a" * (most + 1) for name, most in LONGEST.items()}
    with pytest.raises(InvalidInput) as refusal:
        check_grievance({"about": "onzin", **long})
    assert [(fault.path, fault.code) for fault in refusal.value.faults] == [
        ("about", "not_a_choice"),
        ("page", "too_many"),
        ("what", "too_many"),
        ("contact", "too_many"),
    ]


@pytest.mark.parametrize("what", ["", "  \r\n ", "\0"])
def test_saying_nothing_is_a_fault(what: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        check_grievance(GOOD | {"what": what})
    assert [(fault.path, fault.code) for fault in refusal.value.faults] == [("what", "missing")]


def test_the_longest_text_is_accepted() -> None:
    assert check_grievance(GOOD | {"what": "a" * LONGEST["what"]})


def test_lines_stay_and_what_no_database_keeps_is_taken_out() -> None:
    assert check_grievance(GOOD | {"what": " een\r\ntwee\0\x1b \ud83d"}).what == "een\ntwee"


def test_nobody_forges_a_line_for_who_reads_a_list() -> None:
    page = "/routes/O1\n7KQ2-M9XA  answer by 2026-12-21\ttomorrow"
    assert check_grievance(GOOD | {"page": page}).page == "/routes/O1 7KQ2-M9XA answer by 2026-12-21 tomorrow"


def test_room_between_words_stays_room() -> None:
    assert check_grievance(GOOD | {"what": "een\ttwee\u00a0drie"}).what == "een twee drie"


def test_letters_that_turn_a_line_around_are_taken_out() -> None:
    assert check_grievance(GOOD | {"contact": "post@\u202evoorbeeld\u2066.example"}).contact == "post@voorbeeld.example"


@pytest.mark.parametrize("name", ["page", "what", "contact"])
def test_a_bsn_is_refused_and_not_repeated(name: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        check_grievance(GOOD | {name: "Mijn bsn is 111222333."})
    assert [(fault.path, fault.code) for fault in refusal.value.faults] == [(name, "bsn")]
    assert "111222333" not in str(refusal.value)
