"""Ten years as ten boxes: where things stand, also from right to left, and that the table tells the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.plan import MilestoneKind
from gouden_poort.services.ten_years.reading import read_back
from gouden_poort.web.language import LANGUAGES, speaking
from gouden_poort.web.pictures.ten_boxes import WIDTH, TenBoxes, ten_boxes
from gouden_poort.web.words.event_words import Labels
from tests.builders import a_snapshot
from tests.development.journals import an_event, finished, hired, started
from tests.development.plans import a_plan, milestone
from tests.dossiers import a_dossier
from tests.ten_years import a_commitment_to

PLAN = a_plan()
COURSE = milestone(PLAN, MilestoneKind.LEARNING).id
CHOSEN = an_event(EventKind.PLAN_CHOSEN, "2027-08-02", plan_id=PLAN.id)
LIFE = (
    CHOSEN,
    started("2027-09-06", COURSE),
    finished("2028-03-01", COURSE),
    hired("2028-03-06"),
    an_event(EventKind.PAUSED, "2029-09-06"),
    an_event(EventKind.RESUMED, "2030-09-06"),
)
IN_2032 = date(2032, 9, 6)


def drawn(*events: Event, day: date = IN_2032, language: str = "nl", gives_back: bool = False) -> TenBoxes | None:
    papers = (a_commitment_to(a_dossier(), pause_extends=True, holds_from=date(2027, 9, 1)),) if gives_back else ()
    found = replace(read_back(a_dossier(), [PLAN], events, day), commitments=papers)
    with speaking(LANGUAGES[language]):
        return ten_boxes(found, Labels(a_snapshot(), [PLAN]))


def boxes(*events: Event, **rest: Any) -> TenBoxes:
    found = drawn(*events, **rest)
    assert found is not None
    return found


def test_without_a_plan_there_is_no_picture() -> None:
    assert drawn() is None


def test_learning_work_and_a_pause_stand_in_their_years() -> None:
    picture = boxes(*LIFE)
    assert [(each.look, each.x, each.width) for each in picture.stretches] == [
        ("learn", 0, 16),
        ("job-2", 17, 51),
        ("rest", 68, 34),
        ("job-2", 102, 68),
    ]
    assert picture.now_x == WIDTH / 2


def test_from_right_to_left_everything_is_mirrored() -> None:
    left, right = boxes(*LIFE), boxes(*LIFE, language="ar")
    assert [WIDTH - each.x - each.width for each in left.stretches] == [each.x for each in right.stretches]
    assert [round(WIDTH - each.x, 1) for each in left.marks] == [each.x for each in right.marks]
    assert [round(WIDTH - x, 1) for x, _ in left.numbers] == [x for x, _ in right.numbers]
    assert right.now_x == WIDTH - WIDTH / 2


def test_a_milestone_is_filled_once_it_is_done() -> None:
    marks = [each.look for each in boxes(*LIFE).marks if not each.is_talk]
    assert marks == ["done", "done", "done", "open", "open"]
    assert [each.look for each in boxes(CHOSEN).marks if not each.is_talk] == ["open"] * 5


def test_days_to_come_stay_white_and_today_is_not_drawn_before_the_beginning() -> None:
    picture = boxes(CHOSEN, day=date(2027, 8, 3))
    assert (picture.stretches, picture.now) == ((), None)


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_pause_that_comes_back_makes_a_box_more_of_which_the_end_is_grey(language: str) -> None:
    """A pause of a year, of which 2028 and 2032 have a 29th of February: 365 days after 6 September 2037."""
    whole, longer = boxes(*LIFE, language=language), boxes(*LIFE, language=language, gives_back=True)
    assert (len(whole.numbers), len(whole.lines), whole.beyond) == (10, 9, None)
    assert (len(longer.numbers), len(longer.lines), len(longer.rows)) == (11, 10, 11)
    assert longer.beyond is None
    three_days = (an_event(EventKind.PAUSED, "2032-01-01"), an_event(EventKind.RESUMED, "2032-01-04"))
    longest = boxes(*LIFE, *three_days, language=language, gives_back=True)
    assert len(longest.numbers) == 12
    assert longest.beyond is not None
    x, width = longest.beyond
    assert 0.9 < width / (WIDTH / 12) < 1
    assert x == (0 if language == "ar" else round(WIDTH - width, 1))


def test_the_table_tells_what_is_drawn() -> None:
    rows = boxes(*LIFE).rows
    assert len(rows) == 10
    year, did, planned, many = rows[0]
    assert year == "Jaar 1, tot en met 5 september 2028"
    assert did == "Leren, Tussen 2 stappen, Werken"
    assert planned.startswith("Lassen niveau 2: Afgerond, Begin met werk: Lasser: Afgerond")
    assert many == "3"
    assert [row[3] for row in rows[1:5]] == ["0", "1", "1", "0"]
