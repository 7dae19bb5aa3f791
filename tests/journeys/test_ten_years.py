"""Ten years of four people on both databases, day by day with a moved clock; every figure was counted by hand.

A starter changes sector, a career changer loses work, a status holder stops for over a year and takes it up again, and
an experienced technician has a child and leaves technology in the end. The calendar looks every two weeks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from gouden_poort.development.check_in import Going, Onward, WorkNow
from gouden_poort.development.commitment import Party
from gouden_poort.development.event import OUTSIDE, Event, EventKind
from gouden_poort.development.guarantee import ClaimKind, GuaranteeFile
from gouden_poort.development.journey import Journey
from gouden_poort.development.plan import MilestoneKind
from gouden_poort.development.standing import Phase
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.message import Channel, MessageKind
from gouden_poort.profiles.question import Answer
from gouden_poort.services.ten_years.answering import Given, answer
from gouden_poort.services.ten_years.backing import backing_of
from gouden_poort.services.ten_years.calendar import keep_calendar
from gouden_poort.services.ten_years.promising import Promise, agree, record
from gouden_poort.services.ten_years.reading import ten_years
from gouden_poort.services.ten_years.taking import take_route
from gouden_poort.services.ten_years.writing import write_down
from tests.builders import a_snapshot
from tests.databases import Database
from tests.dossiers import COACH, a_kept_dossier
from tests.web.desk.caseload import ANSWERS

CHOSEN_ON, OVER_ON = date(2027, 1, 4), date(2037, 2, 1)
EVERY = timedelta(weeks=2)
SNAPSHOT = a_snapshot(
    places=[{"pc4_from": 3511, "pc4_to": 3515}],
    postcode_areas=[{}],
    occupations=[{}, {"occupation_id": "O2", "label": "Monteur", "isco_code": "7127", "sector": "installation"}],
)
"""Eight weeks of lessons from 1 February 2027 and then work as a welder, or fitting without any of that."""
COURSE = MilestoneKind.LEARNING
METAL = {"occupation_id": "O1", "sector": "metal", "employer": "Voorbeeld Een"}
FITTING = {"occupation_id": "O2", "sector": "installation", "employer": "Voorbeeld Twee"}
LESSONS = (
    ("2027-02-01", EventKind.STARTED, {"milestone": COURSE}),
    ("2027-03-29", EventKind.FINISHED, {"milestone": COURSE}),
)
BETWEEN = ("2027-03-29", "2027-04-05", Phase.BETWEEN)
Happened = tuple[str, EventKind, dict[str, object]]


@dataclass(frozen=True, kw_only=True)
class Life:
    """What happens to one person, and what must have come of it after ten years."""

    answers: dict[str, Answer]
    events: Sequence[Happened]
    unanswered: frozenset[int] = frozenset()
    """The years of which the questions stay without an answer."""
    promises: Sequence[Promise] = ()
    learning: int
    working: int
    interruptions: Sequence[tuple[str, str, Phase]]
    employers: Sequence[str]
    begins: str
    ends: str
    months_left: int
    started: str
    finished: str | None
    came: str
    left: str | None
    reminders: int


STARTER = Life(
    answers={"situation": ["starter"]},
    events=(
        *LESSONS,
        ("2027-04-05", EventKind.NEW_JOB, METAL),
        ("2030-04-05", EventKind.SECTOR_CHANGE, {"occupation_id": "O2", "sector": "installation"}),
    ),
    learning=56,
    working=3590,  # ten years are 3653 days, less the 63 from 1 February to 5 April 2037
    interruptions=(BETWEEN,),
    employers=("Voorbeeld Een", "Voorbeeld Een"),
    begins="2027-02-01",
    ends="2037-02-01",
    months_left=0,
    started="2027-02-01",
    finished="2027-03-29",
    came="2027-04-05",
    left=None,
    reminders=0,
)
CAREER_CHANGER = Life(
    answers={},
    events=(
        *LESSONS,
        ("2027-04-05", EventKind.NEW_JOB, METAL),
        ("2029-04-02", EventKind.LOST_JOB, {}),
        ("2029-05-28", EventKind.NEW_JOB, FITTING),
    ),
    unanswered=frozenset({3, 4}),
    learning=56,
    working=728 + 2806,  # 731 days are two years with a 29 February, less 3; seven years are 2557, and 249 more
    interruptions=(BETWEEN, ("2029-04-02", "2029-05-28", Phase.BETWEEN)),
    employers=("Voorbeeld Een", "Voorbeeld Twee"),
    begins="2027-02-01",
    ends="2037-02-01",
    months_left=0,
    started="2027-02-01",
    finished="2027-03-29",
    came="2027-04-05",
    left=None,  # eight weeks without work is no leaving
    reminders=4,  # two for each year without an answer
)
STATUS_HOLDER = Life(
    answers={"situation": ["status_holder"]},
    events=(
        ("2027-02-01", EventKind.STARTED, {"milestone": COURSE}),
        ("2027-03-01", EventKind.STOPPED, {}),
        ("2028-05-01", EventKind.RESUMED, {}),
        ("2028-05-29", EventKind.FINISHED, {"milestone": COURSE}),
        ("2028-06-05", EventKind.NEW_JOB, METAL),
    ),
    unanswered=frozenset({1}),
    learning=28 + 28,
    working=3163,  # eight years are 2922 days, and 241 from 5 June 2036
    interruptions=(
        ("2027-03-01", "2028-05-01", Phase.STOPPED),
        ("2028-05-29", "2028-06-05", Phase.BETWEEN),
    ),
    employers=("Voorbeeld Een",),
    begins="2027-02-01",
    ends="2037-02-01",
    months_left=0,
    started="2027-02-01",
    finished="2028-05-29",
    came="2028-06-05",
    left=None,
    reminders=0,  # who stopped is asked and never reminded
)
EXPERIENCED = Life(
    answers={"situation": ["experienced"], "skills": {"S1": 4}},
    events=(
        ("2027-01-11", EventKind.NEW_JOB, METAL),
        ("2030-03-04", EventKind.PAUSED, {"words": "Ons kind is geboren."}),
        ("2030-09-02", EventKind.RESUMED, {}),
        ("2034-01-09", EventKind.LOST_JOB, {}),
        ("2034-06-05", EventKind.NEW_JOB, {"occupation_id": OUTSIDE, "employer": "Voorbeeld Drie"}),
    ),
    promises=(
        Promise(
            party=Party.FUND,
            name="Voorbeeldfonds",
            paper="Brief van 4 januari 2027",
            holds_from=CHOSEN_ON,
            work_within_weeks=13,
            pause_extends=True,
        ),
    ),
    learning=0,
    working=1148 + 1225,  # 1096 + 52 up to the birth; 1096 + 129 from 2 September 2030
    interruptions=(
        ("2030-03-04", "2030-09-02", Phase.PAUSED),
        ("2034-01-09", "2034-06-05", Phase.BETWEEN),
    ),
    employers=("Voorbeeld Een", "Voorbeeld Drie"),
    begins="2027-01-11",
    ends="2037-07-12",  # the 182 days of the pause come after 11 January 2037
    months_left=5,
    started="2027-01-11",
    finished=None,
    came="2027-01-11",
    left="2034-01-09",
    reminders=0,
)
LIVES = {
    "starter": STARTER,
    "career changer": CAREER_CHANGER,
    "status holder": STATUS_HOLDER,
    "experienced": EXPERIENCED,
}


def address(language: str, year: int) -> str:
    """Where the questions of a year are answered."""
    return f"https://voorbeeld.example/{language}/mijn-10-jaar/vragen/{year}"


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


@dataclass
class Decade:
    """One person in a database, from the choice of a route on."""

    database: Database
    life: Life
    account_id: UUID = field(default_factory=uuid4)
    lived: date = date.min
    """Up to and including this day."""
    dossier: Dossier = field(init=False)

    def __post_init__(self) -> None:
        self.dossier = a_kept_dossier(self.database, citizen_id=self.account_id)
        with self.database.unit() as unit:
            for name, told in {**ANSWERS, **self.life.answers}.items():
                unit.assessments.answer(self.dossier.assessment_id, name, told, noon(CHOSEN_ON))
            unit.commit()
        open_unit, moment = self.database.unit, noon(CHOSEN_ON)
        plan = take_route(open_unit, SNAPSHOT, self.citizen, self.dossier.id, occupation_id="O1", moment=moment)
        self.milestones = {each.kind: each.id for each in reversed(plan.milestones)}
        self.talks = {each.year: each.planned_on for each in plan.milestones if each.year}
        for promise in self.life.promises:
            paper = record(open_unit, COACH, self.dossier.id, promise, moment)
            for actor in (self.citizen, COACH):
                paper = agree(open_unit, actor, paper.id, moment, version=paper.version)

    @property
    def citizen(self) -> Actor:
        return Actor(account_id=self.account_id, role=Role.CITIZEN, organisation_id=None)

    def live(self, until: date = OVER_ON) -> None:
        """Day by day, on from where it was: what happens, the answers of a year, and the calendar every two weeks."""
        days = {*(date.fromisoformat(day) for day, _, _ in self.life.events), *self.talks.values(), *_fortnights()}
        for day in sorted(each for each in days if self.lived < each <= until):
            for when, kind, told in self.life.events:
                if when == day.isoformat():
                    self.happens(day, kind, told)
            for year, talk in self.talks.items():
                if talk == day and year not in self.life.unanswered:
                    self.answers(year, day)
            keep_calendar(self.database.unit, address, noon(day))
        self.lived = until

    def happens(self, day: date, kind: EventKind, told: dict[str, object]) -> None:
        fields = {name: value for name, value in told.items() if name != "milestone"}
        milestone = told.get("milestone")
        event = Event(
            id=uuid4(),
            dossier_id=self.dossier.id,
            kind=kind,
            day=day,
            written_at=noon(day),
            written_by=self.account_id,
            milestone_id=self.milestones[milestone] if isinstance(milestone, MilestoneKind) else None,
            **fields,  # type: ignore[arg-type]
        )
        write_down(self.database.unit, self.citizen, event, noon(day))

    def answers(self, year: int, day: date) -> None:
        given = Given(
            going=Going.WELL, work=WorkNow.SAME, learnt="Een voorbeeld.", onward=Onward.AS_PLANNED, wants_talk=False
        )
        answer(self.database.unit, self.citizen, self.dossier.id, year, given, moment=noon(day))

    def file(self, day: date = OVER_ON) -> GuaranteeFile:
        found = backing_of(self.database.unit, COACH, self.dossier.id, noon(day)).file
        assert found is not None
        return found

    def line(self) -> Journey:
        with self.database.unit() as unit:
            line = unit.journeys.find(self.dossier.id)
        assert line is not None
        return line

    def shown(self) -> Counter[MessageKind]:
        """What they were told on their own screen, by kind."""
        with self.database.unit() as unit:
            sent = unit.outbox.sent_about(self.dossier.id, noon(OVER_ON))
        return Counter(each.kind for each in sent if each.channel is Channel.SCREEN)


def _fortnights() -> Iterator[date]:
    day = CHOSEN_ON
    while day <= OVER_ON:
        yield day
        day += EVERY


def iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_ten_years_come_to_what_was_counted_by_hand(database: Database, life: Life) -> None:
    decade = Decade(database, life)
    decade.live()
    found, line, shown = decade.file(), decade.line(), decade.shown()
    assert (found.learning_days, found.working_days) == (life.learning, life.working)
    assert [(iso(each.since), iso(each.until), each.phase) for each in found.interruptions] == [*life.interruptions]
    assert [each.employer for each in found.jobs] == [*life.employers]
    assert (iso(found.entered_on), iso(found.ends_on), found.months_left) == (life.begins, life.ends, life.months_left)
    assert found.is_backed is bool(life.promises)
    assert (iso(line.started_on), iso(line.finished_on)) == (life.started, life.finished)
    assert (iso(line.work_on), iso(line.left_on)) == (life.came, life.left)
    assert shown[MessageKind.YEARLY_QUESTIONS] == 10
    assert shown[MessageKind.YEARLY_REMINDER] == life.reminders
    assert line.missed == 0


def test_two_years_without_an_answer_are_seen_and_an_answer_ends_it(database: Database) -> None:
    decade = Decade(database, CAREER_CHANGER)
    decade.live(date(2031, 3, 28))
    assert decade.line().missed == 1
    decade.live(date(2031, 4, 12))
    assert decade.line().missed == 2
    decade.live(date(2032, 2, 1))
    assert decade.line().missed == 0


def test_what_may_be_claimed_is_there_while_there_is_no_work(database: Database) -> None:
    decade = Decade(database, EXPERIENCED)
    decade.live(date(2034, 2, 1))
    (claim,) = decade.file(date(2034, 2, 1)).claims
    assert (claim.kind, iso(claim.since), iso(claim.by)) == (ClaimKind.WORK, "2034-01-09", "2034-04-10")
    decade.live(date(2034, 6, 10))
    assert decade.file(date(2034, 6, 10)).claims == []


def test_any_day_can_be_read_back_afterwards(database: Database) -> None:
    decade = Decade(database, CAREER_CHANGER)
    decade.live()
    phases = {
        "2027-01-31": Phase.BEFORE,
        "2027-02-01": Phase.LEARNING,
        "2027-03-31": Phase.BETWEEN,
        "2027-04-05": Phase.WORKING,
        "2029-04-15": Phase.BETWEEN,
        "2030-01-01": Phase.WORKING,
    }
    for day, phase in phases.items():
        then = ten_years(
            database.unit, COACH, decade.dossier.id, noon(OVER_ON), on=date.fromisoformat(day), as_known=True
        )
        assert then.standing.phase is phase, day
