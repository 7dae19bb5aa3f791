"""What someone fills in to be reached, and how long a request is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.coach_request import check_reach
from gouden_poort.profiles.contact import LONGEST
from tests.builders import a_coach_request

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
GOOD = {"name": "", "phone": "06 1234 5678", "email": "", "language": "nl", "daypart": "any"}


def faults_of(**wrong: str) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as refused:
        check_reach(GOOD | wrong, {"nl", "ti"})
    return [(fault.path, fault.code) for fault in refused.value.faults]


def test_a_number_or_an_address_is_enough() -> None:
    assert check_reach(GOOD, {"nl"}).phone == "06 1234 5678"
    assert check_reach(GOOD | {"phone": "", "email": "post@voorbeeld.example"}, {"nl"}).email


@pytest.mark.parametrize(
    "phone", ["0612345678", "+31 6 1234 5678", "(030) 123-4567", "030.123.45.67", "0031/612345678"]
)
def test_a_number_may_be_written_in_many_ways(phone: str) -> None:
    assert check_reach(GOOD | {"phone": phone}, {"nl"}).phone == phone


def test_digits_of_another_script_are_digits() -> None:
    assert check_reach(GOOD | {"phone": "٠٦ ١٢٣٤٥٦٧٨"}, {"nl"}).phone == "06 12345678"


@pytest.mark.parametrize("phone", ["bel mij", "12", "06 1234 5678 of 030 123 4567", "06-1234567x"])
def test_what_nobody_can_dial_is_no_number(phone: str) -> None:
    assert faults_of(phone=phone) == [("phone", "malformed")]


@pytest.mark.parametrize(
    "email",
    [
        "post",
        "post@voorbeeld",
        "a b@voorbeeld.example",
        "@voorbeeld.example",
        "a@b@c.example",
        "een@voorbeeld.example,twee",
        "<een@voorbeeld.example>",
    ],
)
def test_what_nobody_can_mail_is_no_address(email: str) -> None:
    assert faults_of(email=email) == [("email", "malformed")]


def test_every_fault_is_told_at_once() -> None:
    assert faults_of(phone=" ", language="xx", daypart="") == [
        ("phone", "missing"),
        ("language", "not_a_choice"),
        ("daypart", "not_a_choice"),
    ]


@pytest.mark.parametrize("name", LONGEST)
def test_a_text_that_is_too_long_is_one_fault(name: str) -> None:
    long = "1" * LONGEST[name] + ("@voorbeeld.example" if name == "email" else "1")
    assert faults_of(**{name: long}) == [(name, "too_many")]


def test_a_fault_does_not_repeat_how_to_reach_someone() -> None:
    with pytest.raises(InvalidInput) as refused:
        check_reach(GOOD | {"phone": "zes-vier", "email": "geheim"}, {"nl"})
    assert "geheim" not in str(refused.value)
    assert "zes" not in str(refused.value)


def test_a_request_is_late_on_the_day_after_its_last_day() -> None:
    request = a_coach_request(answer_by=date(2026, 11, 25))
    assert [request.is_late_on(date(2026, 11, day)) for day in (25, 26)] == [False, True]
    assert not a_coach_request(answered_at=NOON).is_late_on(date(2027, 11, 26))


def test_it_is_kept_30_days_after_a_reaction_and_90_without() -> None:
    answered, waiting = a_coach_request(answered_at=NOON), a_coach_request(received_at=NOON)
    for request, days in ((answered, 30), (waiting, 90)):
        over = NOON + timedelta(days=days)
        assert [request.is_kept_at(moment) for moment in (over - SECOND, over)] == [True, False]


def test_nobody_forges_a_line_for_who_reads_a_list() -> None:
    assert check_reach(GOOD | {"name": "Jan\nphone: 06\u202887654321"}, {"nl"}).name == "Jan phone: 06 87654321"


@pytest.mark.parametrize("name", ["phone", "email", "name"])
def test_a_bsn_is_refused_wherever_it_stands(name: str) -> None:
    assert (name, "bsn") in faults_of(**{name: "111222333"})
