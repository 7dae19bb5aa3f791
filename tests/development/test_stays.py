"""Coming to technical work, leaving it, and only having lost work for a while."""

from __future__ import annotations

from datetime import date

from gouden_poort.development.event import EventKind
from gouden_poort.development.journal import standings
from gouden_poort.development.stays import seen_until, stays
from tests.development.journals import an_event, fired, hired, started

UNTIL = date(2032, 1, 1)


def test_leaving_is_being_out_of_technical_work_for_more_than_thirteen_weeks() -> None:
    assert stays(standings((hired("2028-03-06"), fired("2029-03-05"), hired("2029-06-04"))), UNTIL) == (
        date(2028, 3, 6),
        None,
    )
    left = (hired("2028-03-06"), fired("2029-03-05"), hired("2029-06-05"))
    assert stays(standings(left), UNTIL) == (date(2028, 3, 6), date(2029, 3, 5))


def test_work_outside_technology_is_out_of_it() -> None:
    changed = (hired("2028-03-06"), hired("2029-03-05", "driver", sector=""))
    assert stays(standings(changed), UNTIL) == (date(2028, 3, 6), date(2029, 3, 5))


def test_who_lost_work_a_moment_ago_did_not_leave_yet() -> None:
    lost = (hired("2028-03-06"), fired("2029-03-05"))
    assert stays(standings(lost), date(2029, 6, 4)) == (date(2028, 3, 6), None)
    assert stays(standings(lost), date(2029, 6, 5)) == (date(2028, 3, 6), date(2029, 3, 5))


def test_who_only_learnt_never_came_to_work() -> None:
    assert stays(standings((started("2028-03-06"),)), UNTIL) == (None, None)


def test_a_journal_tells_until_it_was_closed() -> None:
    assert seen_until(standings((hired("2028-03-06"),)), UNTIL) == UNTIL
    assert seen_until(standings((hired("2028-03-06"), an_event(EventKind.CLOSED, "2030-01-07"))), UNTIL) == date(
        2030, 1, 7
    )
