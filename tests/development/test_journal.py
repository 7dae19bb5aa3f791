"""How someone stands is what the journal says, on any day; what cannot have been is refused."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime

import pytest

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journal import check, effective, spans, standing_of, standings, talked_after
from gouden_poort.development.standing import Phase
from gouden_poort.errors import InvalidInput
from tests.development.journals import COURSE, OTHER_COURSE, PLAN, an_event, corrected, finished, fired, hired, started

TODAY = date(2030, 6, 1)
LIFE = (
    started("2027-09-06"),
    finished("2028-02-28"),
    hired("2028-03-06"),
    an_event(EventKind.PAUSED, "2028-10-02", words="ouderschapsverlof"),
    an_event(EventKind.RESUMED, "2029-02-05"),
    fired("2029-08-31"),
    hired("2029-11-05", occupation="grid-electrician", sector="grid"),
)


def fault_of(events: tuple[Event, ...], new: Event, today: date = TODAY) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as caught:
        check(events, new, today)
    assert len(caught.value.faults) == 1
    return caught.value.faults[0].path, caught.value.faults[0].code


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        ("2027-09-05", Phase.BEFORE),
        ("2027-09-06", Phase.LEARNING),
        ("2028-03-01", Phase.BETWEEN),
        ("2028-03-06", Phase.WORKING),
        ("2028-10-02", Phase.PAUSED),
        ("2029-02-05", Phase.WORKING),
        ("2029-09-15", Phase.BETWEEN),
        ("2030-06-01", Phase.WORKING),
    ],
)
def test_a_day_in_the_middle_can_be_asked(day: str, phase: Phase) -> None:
    assert standing_of(LIFE, on=date.fromisoformat(day)).phase is phase


def test_the_order_in_which_events_were_written_down_makes_no_difference() -> None:
    assert standing_of(reversed(LIFE)) == standing_of(LIFE)


def test_work_of_now_is_the_last_job_and_the_first_days_of_all_work_stay_known() -> None:
    standing = standing_of(LIFE)
    assert standing.job is not None
    assert (standing.job.occupation_id, standing.job.sector) == ("grid-electrician", "grid")
    assert standing.first_worked_on == {"welder": date(2028, 3, 6), "grid-electrician": date(2029, 11, 5)}
    assert standing.entered_on == date(2027, 9, 6)


def test_a_year_at_work_is_kept_when_the_job_ends_after_it_and_not_before() -> None:
    assert standing_of(LIFE).year_at_work_on == date(2029, 3, 6)
    assert standing_of((hired("2028-03-06"), fired("2029-03-05"))).year_at_work_on is None


def test_another_employer_the_same_day_leaves_no_gap() -> None:
    moved = (hired("2028-03-06"), hired("2029-01-08", employer="Another"))
    assert standing_of(moved).at_work_since == date(2028, 3, 6)


def test_work_outside_technology_is_a_job_and_does_not_begin_the_ten_years() -> None:
    standing = standing_of((hired("2028-03-06", sector=""),))
    assert standing.phase is Phase.WORKING
    assert (standing.entered_on, standing.at_work_since) == (None, None)


def test_who_begins_something_neither_pauses_nor_stopped() -> None:
    stopped = (*LIFE, an_event(EventKind.STOPPED, "2030-01-07"))
    assert standing_of(stopped).phase is Phase.STOPPED
    assert standing_of((*stopped, started("2030-05-06", OTHER_COURSE))).phase is Phase.WORKING


class TestCorrections:
    def test_an_event_that_never_happened_is_gone_from_today_on_and_still_in_the_journal_of_before(self) -> None:
        events = (*LIFE, corrected(LIFE[5], "2030-03-01", None), corrected(LIFE[6], "2030-03-02", None))
        assert standing_of(events).job == standing_of(LIFE[:5]).job
        known = datetime(2030, 2, 28, tzinfo=UTC)
        assert standing_of(events, known_at=known) == standing_of(LIFE)

    def test_another_day_is_put_in_its_place(self) -> None:
        events = (*LIFE, corrected(LIFE[0], "2030-03-01", EventKind.STARTED, "2027-08-30", milestone_id=COURSE))
        assert standing_of(events).entered_on == date(2027, 8, 30)

    def test_the_last_correction_counts(self) -> None:
        first = corrected(LIFE[0], "2030-03-01", None)
        second = corrected(LIFE[0], "2030-03-02", EventKind.STARTED, "2027-09-13", milestone_id=COURSE)
        assert standing_of((*LIFE, second, first)).entered_on == date(2027, 9, 13)

    def test_a_correction_keeps_the_id_of_what_it_corrects(self) -> None:
        changed = corrected(LIFE[2], "2030-03-01", EventKind.NEW_JOB, occupation_id="fitter", sector="metal")
        assert [each.id for each in effective((*LIFE, changed))] == [each.id for each in LIFE]

    def test_one_after_which_something_later_would_not_fit_is_refused(self) -> None:
        assert fault_of(LIFE, corrected(LIFE[0], "2030-03-01", None)) == ("kind", "out_of_order")

    def test_one_of_an_event_that_is_not_there_is_refused(self) -> None:
        assert fault_of(LIFE[1:], corrected(LIFE[0], "2030-03-01", None)) == ("corrects", "unknown_id")

    def test_what_was_withdrawn_can_be_put_back(self) -> None:
        gone = corrected(LIFE[6], "2030-03-01", None)
        back = corrected(LIFE[6], "2030-03-02", EventKind.NEW_JOB, occupation_id="welder", sector="metal")
        check((*LIFE, gone), back, TODAY)


class TestRefused:
    def test_a_day_that_is_still_to_come(self) -> None:
        check(LIFE, fired("2030-06-01"), TODAY)
        assert fault_of(LIFE, fired("2030-06-02")) == ("day", "out_of_range")

    def test_a_day_of_long_ago(self) -> None:
        assert fault_of((), hired("1999-12-31")) == ("day", "out_of_range")

    def test_the_same_twice(self) -> None:
        assert fault_of(LIFE, hired("2028-03-06", number=2)) == ("kind", "duplicate")

    @pytest.mark.parametrize(
        "new",
        [
            finished("2027-09-05"),
            finished("2030-01-01", OTHER_COURSE),
            an_event(EventKind.STOPPED, "2030-01-01", milestone_id=OTHER_COURSE),
            an_event(EventKind.RESUMED, "2030-01-01"),
            an_event(EventKind.PAUSED, "2028-11-01"),
            fired("2029-09-30"),
            an_event(EventKind.SECTOR_CHANGE, "2027-10-01", sector="grid"),
            an_event(EventKind.MILESTONE_MOVED, "2030-01-01", milestone_id=COURSE, moved_to=TODAY, words="ziek"),
        ],
        ids=lambda event: f"{event.kind} {event.day}",
    )
    def test_what_cannot_have_come_then(self, new: Event) -> None:
        assert fault_of(LIFE, new) == ("kind", "out_of_order")

    @pytest.mark.parametrize(
        "new",
        [
            an_event(EventKind.PLAN_CHOSEN, "2030-01-01"),
            an_event(EventKind.STARTED, "2030-01-01"),
            an_event(EventKind.NEW_JOB, "2030-01-01"),
            an_event(EventKind.PROOF_ADDED, "2030-01-01"),
            an_event(EventKind.CHECKED_IN, "2030-01-01"),
            an_event(EventKind.SECTOR_CHANGE, "2030-01-01"),
            an_event(EventKind.MILESTONE_MOVED, "2030-01-01", milestone_id=OTHER_COURSE, moved_to=TODAY),
            an_event(EventKind.MILESTONE_MOVED, "2030-01-01", milestone_id=OTHER_COURSE, words="ziek"),
        ],
        ids=lambda event: str(event.kind),
    )
    def test_what_lacks_what_it_is_about(self, new: Event) -> None:
        assert fault_of(LIFE, new) == ("kind", "missing")

    def test_a_plan_that_counts_already(self) -> None:
        chosen = an_event(EventKind.PLAN_CHOSEN, "2027-08-02", plan_id=PLAN)
        assert fault_of((chosen,), an_event(EventKind.PLAN_CHOSEN, "2027-08-09", plan_id=PLAN)) == ("kind", "duplicate")

    def test_a_check_in_of_a_year_that_was_answered(self) -> None:
        answered = an_event(EventKind.CHECKED_IN, "2028-09-06", year=1)
        assert fault_of((answered,), an_event(EventKind.CHECKED_IN, "2028-09-07", year=1)) == ("kind", "duplicate")

    def test_anything_of_who_is_closed(self) -> None:
        closed = (*LIFE, an_event(EventKind.CLOSED, "2030-01-07"))
        for day in ("2030-01-08", "2030-01-07", "2030-01-06"):
            assert fault_of(closed, an_event(EventKind.TALK_HELD, day)) == ("kind", "closed")

    def test_no_correction_of_who_is_closed_and_nothing_once_the_closing_never_was(self) -> None:
        closing = an_event(EventKind.CLOSED, "2030-01-07")
        closed, undone = (*LIFE, closing), corrected(closing, "2030-03-01", None)
        moved = corrected(LIFE[0], "2030-03-01", EventKind.STARTED, "2027-08-30", milestone_id=COURSE)
        check(closed, moved, TODAY)
        check(closed, undone, TODAY)
        check((*closed, undone), an_event(EventKind.TALK_HELD, "2030-01-08"), TODAY)

    @pytest.mark.parametrize("moved_to", [date(2029, 12, 31), date(2040, 1, 2), date.max])
    def test_a_new_day_that_is_past_or_beyond_ten_years(self, moved_to: date) -> None:
        new = an_event(
            EventKind.MILESTONE_MOVED, "2030-01-01", milestone_id=OTHER_COURSE, moved_to=moved_to, words="vol"
        )
        assert fault_of(LIFE, new) == ("moved_to", "out_of_range")

    @pytest.mark.parametrize("moved_to", [date(2030, 1, 1), date(2040, 1, 1)])
    def test_no_new_day_within_ten_years(self, moved_to: date) -> None:
        milestone = {"milestone_id": OTHER_COURSE, "moved_to": moved_to, "words": "vol"}
        check(LIFE, an_event(EventKind.MILESTONE_MOVED, "2030-01-01", **milestone), TODAY)

    def test_a_bsn_among_the_words(self) -> None:
        new = an_event(EventKind.PROOF_ADDED, "2030-01-01", words="111222333")
        assert fault_of(LIFE, new) == ("words", "bsn")

    def test_more_hours_than_a_week_has(self) -> None:
        new = an_event(EventKind.NEW_JOB, "2030-01-01", occupation_id="fitter", hours_per_week=61)
        assert fault_of(LIFE, new) == ("hours_per_week", "out_of_range")

    def test_it_says_which_later_event_would_not_fit(self) -> None:
        with pytest.raises(InvalidInput) as caught:
            check(LIFE, fired("2029-05-01"), TODAY)
        assert "lost_job on 2029-08-31 would not fit any more" in caught.value.faults[0].expected


def test_spans_cover_every_day_from_the_first_event_once() -> None:
    found = list(spans(standings(LIFE), TODAY))
    assert next((span.since, span.until) for span in found) == (date(2027, 9, 6), date(2028, 2, 28))
    assert all(one.until == other.since for one, other in itertools.pairwise(found))
    assert sum(span.days for span in found) == (TODAY - date(2027, 9, 6)).days


NOON = datetime(2029, 11, 5, 12, tzinfo=UTC)


class TestTalkedAfter:
    @pytest.mark.parametrize("kind", [EventKind.TALK_HELD, EventKind.AGREEMENT_MADE])
    @pytest.mark.parametrize(("day", "after"), [("2029-11-06", True), ("2029-11-05", False), ("2029-11-04", False)])
    def test_a_talk_of_a_later_day_is_one(self, kind: EventKind, day: str, *, after: bool) -> None:
        assert talked_after((*LIFE, an_event(kind, day)), date(2029, 11, 5)) == after

    def test_of_a_talk_that_was_moved_its_right_day_counts(self) -> None:
        talk = an_event(EventKind.TALK_HELD, "2029-11-04")
        moved = corrected(talk, "2029-11-20", EventKind.TALK_HELD, "2029-11-06")
        assert talked_after((talk, moved), date(2029, 11, 5))

    def test_neither_a_talk_that_never_was_nor_anything_else(self) -> None:
        talk = an_event(EventKind.TALK_HELD, "2029-11-06")
        never = corrected(talk, "2029-11-07", None)
        assert not talked_after((talk, never), date(2029, 11, 5))
        assert not talked_after(LIFE, date(2027, 1, 1))
