"""The guarantee file counts by hand-worked examples, and claims only what somebody put on paper."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from gouden_poort.development.commitment import Commitment, CommitmentState, Party, begins_on, is_backed
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.guarantee import ClaimKind, GuaranteeFile, guarantee_file
from gouden_poort.development.standing import Phase
from tests.development.journals import DOSSIER, OTHER_COURSE, an_event, finished, fired, hired, started

ENTRY = "2027-09-06"
NOON = datetime(2027, 9, 1, 12, tzinfo=UTC)


def a_commitment(**rest: Any) -> Commitment:
    values: dict[str, Any] = {
        "id": UUID(int=9),
        "dossier_id": DOSSIER,
        "party": Party.FUND,
        "name": "Voorbeeldfonds",
        "paper": "brief van 1 september 2027",
        "holds_from": date(2027, 9, 1),
        "recorded_at": NOON,
        "recorded_by": UUID(int=3),
        "agreed_by_citizen_at": NOON,
        "agreed_by_staff_at": NOON,
    }
    return Commitment(**{**values, **rest})


def file_on(day: str, *events: Event, commitments: tuple[Commitment, ...] = ()) -> GuaranteeFile:
    found = guarantee_file(events, commitments, date.fromisoformat(day))
    assert found is not None
    return found


def test_there_is_none_before_anything_began() -> None:
    talked = an_event(EventKind.TALK_HELD, ENTRY)
    assert guarantee_file((talked,), (a_commitment(),), date(2028, 1, 1)) is None


@pytest.mark.parametrize(
    ("today", "left"),
    [("2027-09-06", 120), ("2027-10-05", 119), ("2027-10-06", 119), ("2037-08-06", 1), ("2037-09-06", 0)],
)
def test_ten_years_run_from_the_first_day(today: str, left: int) -> None:
    found = file_on(today, started(ENTRY))
    assert (found.ends_on, found.months_left) == (date(2037, 9, 6), left)


def test_ten_years_from_a_leap_day_end_on_the_last_of_february() -> None:
    assert file_on("2028-03-01", started("2028-02-29")).ends_on == date(2038, 2, 28)


def test_days_of_learning_and_of_work_are_counted_and_pauses_are_not() -> None:
    found = file_on(
        "2027-10-06",
        started("2027-09-06"),
        an_event(EventKind.PAUSED, "2027-09-16"),
        an_event(EventKind.RESUMED, "2027-09-20"),
        finished("2027-09-26"),
        hired("2027-09-27"),
        started("2027-10-01", OTHER_COURSE),
    )
    assert found.learning_days == 10 + 6 + 5
    assert found.working_days == 9


def test_interruptions_are_pauses_stops_and_time_without_work_or_training() -> None:
    found = file_on(
        "2028-03-01",
        started("2027-09-06"),
        finished("2027-09-20"),
        hired("2027-10-04"),
        an_event(EventKind.PAUSED, "2027-11-01"),
        an_event(EventKind.TALK_HELD, "2027-11-08"),
        an_event(EventKind.RESUMED, "2027-12-01"),
        an_event(EventKind.STOPPED, "2028-02-01"),
    )
    assert [(each.phase, each.since, each.until) for each in found.interruptions] == [
        (Phase.BETWEEN, date(2027, 9, 20), date(2027, 10, 4)),
        (Phase.PAUSED, date(2027, 11, 1), date(2027, 12, 1)),
        (Phase.STOPPED, date(2028, 2, 1), None),
    ]


def test_a_pause_is_added_at_the_end_only_where_the_paper_says_so() -> None:
    events = (started(ENTRY), an_event(EventKind.PAUSED, "2028-01-01"), an_event(EventKind.RESUMED, "2028-01-31"))
    assert file_on("2028-06-01", *events, commitments=(a_commitment(),)).ends_on == date(2037, 9, 6)
    extended = file_on("2028-06-01", *events, commitments=(a_commitment(pause_extends=True),))
    assert extended.ends_on == date(2037, 10, 6)


def test_every_employer_sector_and_occupation_is_a_job_of_its_own() -> None:
    found = file_on(
        "2030-01-01",
        hired("2027-10-04"),
        hired("2028-10-02", employer="Another"),
        an_event(EventKind.SECTOR_CHANGE, "2029-03-05", sector="grid"),
        fired("2029-08-06"),
    )
    assert [(each.employer, each.sector) for each in found.jobs] == [
        ("Example", "metal"),
        ("Another", "metal"),
        ("Another", "grid"),
    ]


def test_days_of_a_pause_and_of_a_stop_are_no_days_of_work() -> None:
    """A birth break from a job that stays, and a stop of the whole, by hand: 31 + 28 + 10 days."""
    found = file_on(
        "2029-06-01",
        hired("2028-01-01"),
        an_event(EventKind.PAUSED, "2028-02-01"),
        an_event(EventKind.RESUMED, "2028-06-01"),
        an_event(EventKind.STOPPED, "2028-06-29"),
        an_event(EventKind.RESUMED, "2029-05-22"),
    )
    assert found.working_days == 31 + 28 + 10
    assert [(each.phase, each.until) for each in found.interruptions] == [
        (Phase.PAUSED, date(2028, 6, 1)),
        (Phase.STOPPED, date(2029, 5, 22)),
    ]


def test_ten_years_of_one_person_equal_a_hand_count() -> None:
    """Enters on a leap day, learns, works for two employers in two sectors, pauses, loses a job and stops for a while.

    Learning: 29 February up to 1 September 2028, 185 days; 1 March up to 1 April 2031, 31 days.
    Working: 1 September 2028 up to 1 January 2030 (487), 1 March 2030 up to 1 January 2032 (671), less the pause of
    1 up to 31 July 2031 (30); and 1 March up to 1 June 2033 (92).
    """
    found = file_on(
        "2033-06-01",
        started("2028-02-29"),
        finished("2028-09-01"),
        hired("2028-09-01"),
        fired("2030-01-01"),
        hired("2030-03-01", employer="Another", sector="grid"),
        started("2031-03-01", OTHER_COURSE),
        finished("2031-04-01", OTHER_COURSE),
        an_event(EventKind.PAUSED, "2031-07-01"),
        an_event(EventKind.RESUMED, "2031-07-31"),
        fired("2032-01-01"),
        an_event(EventKind.STOPPED, "2032-02-01"),
        hired("2033-03-01", employer="Another", sector="metal"),
        commitments=(a_commitment(pause_extends=True, holds_from=date(2028, 2, 29)),),
    )
    assert (found.entered_on, found.ends_on, found.months_left) == (date(2028, 2, 29), date(2038, 3, 30), 57)
    assert found.learning_days == 185 + 31
    assert found.working_days == 487 + (671 - 30) + 92
    assert [(each.phase, each.since, each.until) for each in found.interruptions] == [
        (Phase.BETWEEN, date(2030, 1, 1), date(2030, 3, 1)),
        (Phase.PAUSED, date(2031, 7, 1), date(2031, 7, 31)),
        (Phase.BETWEEN, date(2032, 1, 1), date(2032, 2, 1)),
        (Phase.STOPPED, date(2032, 2, 1), date(2033, 3, 1)),
    ]
    assert [(each.employer, each.sector) for each in found.jobs] == [
        ("Example", "metal"),
        ("Another", "grid"),
        ("Another", "metal"),
    ]


class TestClaims:
    LOST = (hired("2027-10-04"), fired("2028-05-01"))

    def test_nothing_may_be_claimed_without_a_paper(self) -> None:
        found = file_on("2028-05-08", *self.LOST)
        assert not found.is_backed
        assert not found.claims

    def test_other_work_within_the_weeks_that_were_promised(self) -> None:
        found = file_on("2028-05-08", *self.LOST, commitments=(a_commitment(work_within_weeks=8),))
        assert [(each.kind, each.since, each.by) for each in found.claims] == [
            (ClaimKind.WORK, date(2028, 5, 1), date(2028, 6, 26))
        ]

    def test_not_while_there_is_work(self) -> None:
        assert not file_on("2028-04-01", self.LOST[0], commitments=(a_commitment(work_within_weeks=8),)).claims

    def test_training_from_the_last_one(self) -> None:
        events = (started(ENTRY), finished("2028-02-28"), hired("2028-03-06"))
        found = file_on("2029-01-01", *events, commitments=(a_commitment(training_every_months=24),))
        assert [(each.kind, each.by) for each in found.claims] == [(ClaimKind.TRAINING, date(2030, 2, 28))]

    def test_coming_back_after_stopping(self) -> None:
        events = (started(ENTRY), an_event(EventKind.STOPPED, "2028-01-03"))
        found = file_on("2031-01-01", *events, commitments=(a_commitment(takes_back=True),))
        assert [(each.kind, each.since, each.by) for each in found.claims] == [
            (ClaimKind.RETURN, date(2028, 1, 3), None)
        ]

    @pytest.mark.parametrize(
        "commitment",
        [
            a_commitment(work_within_weeks=8, agreed_by_citizen_at=None),
            a_commitment(work_within_weeks=8, agreed_by_staff_at=None),
            a_commitment(work_within_weeks=8, ended_on=date(2028, 5, 7)),
            a_commitment(work_within_weeks=8, holds_until=date(2028, 5, 7)),
            a_commitment(work_within_weeks=8, holds_from=date(2028, 5, 9)),
        ],
        ids=["not agreed by the citizen", "not agreed by staff", "ended", "run out", "not yet"],
    )
    def test_nothing_of_a_paper_that_does_not_hold(self, commitment: Commitment) -> None:
        assert not file_on("2028-05-08", *self.LOST, commitments=(commitment,)).claims

    def test_nothing_after_the_ten_years(self) -> None:
        commitments = (a_commitment(work_within_weeks=8),)
        assert not file_on("2037-10-04", *self.LOST, commitments=commitments).claims


def test_a_commitment_is_agreed_only_by_both() -> None:
    day = date(2028, 1, 1)
    assert a_commitment().state_on(day) is CommitmentState.AGREED
    assert a_commitment(agreed_by_staff_at=None).state_on(day) is CommitmentState.RECORDED
    assert a_commitment(ended_on=date(2027, 12, 31)).state_on(day) is CommitmentState.ENDED


def test_only_what_both_agreed_and_what_holds_may_be_called_a_guarantee() -> None:
    day = date(2028, 1, 1)
    assert is_backed([a_commitment()], day)
    assert is_backed([a_commitment(holds_from=day)], day)
    assert not is_backed([a_commitment(holds_from=date(2028, 1, 2))], day)
    for other in ({"agreed_by_staff_at": None}, {"agreed_by_citizen_at": None}, {"ended_on": date(2027, 12, 31)}):
        assert not is_backed([a_commitment(**other)], day)


def test_what_both_agreed_begins_on_the_first_day_that_is_to_come() -> None:
    day, later = date(2028, 1, 1), a_commitment(holds_from=date(2028, 6, 1))
    assert begins_on([], day) is None
    assert begins_on([a_commitment(holds_from=date(2028, 9, 1)), later], day) == date(2028, 6, 1)
    assert begins_on([later], date(2028, 5, 31)) == date(2028, 6, 1)
    assert begins_on([later], date(2028, 6, 1)) is None
    assert begins_on([later, a_commitment()], day) is None, "one holds already"
    for other in ({"agreed_by_staff_at": None}, {"agreed_by_citizen_at": None}, {"ended_on": day}):
        assert begins_on([a_commitment(holds_from=date(2028, 6, 1), **other)], day) is None
