"""How long ten years last: hand-worked, and the page of ten years tells the end that the file of promises tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouden_poort.development.commitment import Commitment
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.guarantee import guarantee_file
from gouden_poort.development.journal import spans, standings
from gouden_poort.development.lasting import lasts_until, years_from
from gouden_poort.services.ten_years.reading import read_back
from tests.development.journals import an_event, started
from tests.development.test_guarantee import ENTRY, a_commitment
from tests.dossiers import a_dossier

BACK = a_commitment(pause_extends=True)
ENTERED = date.fromisoformat(ENTRY)


def paused(since: str, until: str | None = None) -> tuple[Event, ...]:
    back = () if until is None else (an_event(EventKind.RESUMED, until),)
    return (an_event(EventKind.PAUSED, since), *back)


def end(today: str, *events: Event, commitments: tuple[Commitment, ...] = (BACK,)) -> date:
    day = date.fromisoformat(today)
    return lasts_until(ENTERED, [*spans(standings((started(ENTRY), *events)), day)], commitments, day)


def test_ten_years_without_a_pause_are_ten_years() -> None:
    assert end("2030-01-01") == date(2037, 9, 6)


def test_each_day_of_a_pause_comes_back_where_a_paper_says_so() -> None:
    """31 days of January 2028 and 28 of February 2030."""
    both = (*paused("2028-01-01", "2028-02-01"), *paused("2030-02-01", "2030-03-01"))
    assert end("2031-01-01", *both) == date(2037, 9, 6) + timedelta(days=31 + 28)
    assert end("2031-01-01", *both, commitments=(a_commitment(),)) == date(2037, 9, 6)


def test_a_pause_that_lasts_counts_up_to_today() -> None:
    assert end("2028-01-01", *paused("2028-01-01")) == date(2037, 9, 6)
    assert end("2028-01-11", *paused("2028-01-01")) == date(2037, 9, 16)


@pytest.mark.parametrize(
    "paper",
    [
        replace(BACK, agreed_by_citizen_at=None),
        replace(BACK, holds_from=date(2028, 2, 1)),
        replace(BACK, ended_on=date(2027, 12, 31)),
    ],
    ids=["no yes", "not yet", "not any more"],
)
def test_a_paper_that_did_not_hold_in_the_pause_gives_nothing_back(paper: Commitment) -> None:
    assert end("2031-01-01", *paused("2028-01-01", "2028-02-01"), commitments=(paper,)) == date(2037, 9, 6)


def test_what_was_given_back_stays_when_the_paper_ends_and_only_its_own_days_count() -> None:
    """Of the pause of January 2028 the ten days up to the 10th, on which the paper held for the last time."""
    paper = replace(BACK, holds_until=date(2028, 1, 10))
    assert end("2031-01-01", *paused("2028-01-01", "2028-02-01"), commitments=(paper,)) == date(2037, 9, 16)
    two = (paper, replace(BACK, holds_from=date(2028, 1, 5), holds_until=date(2028, 1, 20)))
    assert end("2031-01-01", *paused("2028-01-01", "2028-02-01"), commitments=two) == date(2037, 9, 26)


def test_a_pause_of_before_the_ten_years_is_not_added_to_them() -> None:
    """Who paused a plan in spring and began in September: nothing of the ten years was lost."""
    events = (*paused("2027-03-01", "2027-08-01"), started(ENTRY))
    found = guarantee_file(events, (BACK,), date(2028, 6, 1))
    assert found is not None
    assert found.ends_on == date(2037, 9, 6)


@pytest.mark.parametrize(
    ("ends_on", "years"),
    [(date(2037, 9, 6), 10), (date(2037, 9, 7), 11), (date(2038, 9, 6), 11), (date(2038, 9, 7), 12)],
)
def test_a_year_that_is_begun_is_a_year_to_draw(ends_on: date, years: int) -> None:
    assert years_from(ENTERED, ends_on) == years


def _pauses(gaps: list[int]) -> Iterator[Event]:
    day = ENTERED
    for place, gap in enumerate(gaps):
        day += timedelta(days=gap)
        yield an_event(EventKind.RESUMED if place % 2 else EventKind.PAUSED, day.isoformat())


@given(
    gaps=st.lists(st.integers(1, 400), max_size=10),
    later=st.integers(0, 4500),
    gives_back=st.booleans(),
)
def test_every_page_and_paper_tells_one_end(gaps: list[int], later: int, gives_back: bool) -> None:
    day = ENTERED + timedelta(days=later)
    events = [each for each in (started(ENTRY), *_pauses(gaps)) if each.day <= day]
    commitments = (a_commitment(pause_extends=gives_back),)
    file = guarantee_file(events, commitments, day)
    page = replace(read_back(a_dossier(), (), events, day), commitments=commitments)
    assert file is not None
    assert (page.ends_on, page.months_left, page.is_over) == (file.ends_on, file.months_left, day >= file.ends_on)
    assert page.lasts_longer == (
        gives_back and any(each.phase == "paused" and each.since < day for each in file.interruptions)
    )
