"""Answering the five questions of a year: once, from the day on which they are asked, and also when that is late.

A citizen does so alone, or together with the coach, who then fills them in: at a table, or on the telephone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid5

from gouden_poort.development.check_in import LONGEST_LEARNT, CheckIn, Going, Onward, WorkNow, check_in_id
from gouden_poort.development.check_ins import Stage, stage_begins_on, stage_on
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journal import check
from gouden_poort.development.journey import reading_of
from gouden_poort.development.plan import MilestoneKind
from gouden_poort.development.progress import How
from gouden_poort.development.standing import Phase
from gouden_poort.development.told_work import Unwritten, unwritten_work
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed, changing
from gouden_poort.profiles.people.trail import Why, why_of
from gouden_poort.profiles.typed import readable, unfit
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.dossiers.own import newest_of
from gouden_poort.services.dossiers.telling import untell
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.ten_years.calendar import KINDS, about
from gouden_poort.services.ten_years.line import plan_of_now, renew_line
from gouden_poort.services.trail import record


class YearState(StrEnum):
    """Whether the questions of a year can be answered."""

    LATER = "later"
    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"
    """They never were, and the ten years are over for this person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The questions of one year of somebody, and the answers once there are any."""

    dossier_id: UUID
    number: int
    state: YearState
    opens_on: date
    answers: CheckIn | None = None
    """None too when somebody else noted that they were answered."""
    filled_in_by: str = ""
    """The name of the coach who filled them in; empty when the citizen did, or when that coach is gone."""
    unwritten: Unwritten | None = None
    """What these answers say about work and nobody wrote down yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A form as it was filled in; None where nothing was chosen."""

    going: Going | None
    work: WorkNow | None
    learnt: str
    onward: Onward | None
    wants_talk: bool | None


def own_year(open_unit: UnitOfWorkFactory, actor: Actor, number: int, today: date) -> Year | None:
    """A year of the citizen who asks; None for who has no plan, or no such year in it."""
    with open_unit(actor) as unit:
        dossier = newest_of(unit, actor)
        return None if dossier is None else _year(unit, dossier, number, today)


def year_of(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, number: int, moment: datetime
) -> tuple[Dossier, Year | None]:
    """A year of a client, for who fills it in with them; the look is written down. None: no plan, or no such year."""
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, Deed.SEE_DOSSIER, dossier_id).dossier
        year = _year(unit, dossier, number, dutch_day(moment))
        record(unit, actor, Deed.SEE_DOSSIER, dossier.pseudonym, Why.GUIDANCE, moment)
        unit.commit()
    return dossier, year


def answer(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, number: int, given: Given, *, moment: datetime
) -> CheckIn:
    """Keep what a citizen answered, and that it was answered. A second time changes nothing: the first answers count.

    InvalidInput for what is lacking, for a BSN, and for a year that is not asked.
    """
    today = dutch_day(moment)
    deed = changing(actor)
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, deed, dossier_id, hold=True).dossier
        kept = unit.check_ins.find(dossier_id, number)
        if kept is not None:
            return kept
        _refuse_unless_open(_year(unit, dossier, number, today), number)
        answers = _answers(actor, dossier_id, number, given, moment)
        unit.check_ins.add_once(answers)
        event = Event(
            id=uuid5(answers.id, "checked in"),
            dossier_id=dossier_id,
            kind=EventKind.CHECKED_IN,
            day=today,
            written_at=moment,
            written_by=actor.account_id,
            year=number,
        )
        check(unit.journal.of(dossier_id), event, today)
        unit.journal.add(event)
        renew_line(unit, dossier_id, today)
        for stage, kind in KINDS.items():
            untell(unit, kind, dossier_id, about(number, stage))
        record(unit, actor, deed, dossier.pseudonym, why_of(actor), moment)
        unit.commit()
    return answers


def _year(unit: UnitOfWork, dossier: Dossier, number: int, today: date) -> Year | None:
    plans, events = unit.plans.of(dossier.id), unit.journal.of(dossier.id)
    if not plans:
        return None
    read = reading_of(events, plans[0], plan_of_now(plans, events), today)
    talks = [each for each in read.points if each.milestone.kind is MilestoneKind.YEARLY_TALK]
    talk = next((each for each in talks if each.milestone.year == number), None)
    if talk is None:
        return None
    if talk.how is How.DONE:
        state = YearState.ANSWERED
    elif read.standing.phase is Phase.CLOSED:
        state = YearState.CLOSED
    else:
        state = YearState.LATER if stage_on(talk.expected_on, today) is None else YearState.OPEN
    given = unit.check_ins.of(dossier.id)
    answers = next((each for each in given if each.year == number), None)
    unwritten = unwritten_work(given, events, read.standing)
    return Year(
        dossier_id=dossier.id,
        number=number,
        state=state,
        opens_on=stage_begins_on(talk.expected_on, Stage.ASKED),
        answers=answers,
        filled_in_by=_filled_in_by(unit, answers, dossier),
        unwritten=unwritten if unwritten and unwritten.check_in == answers else None,
    )


def _filled_in_by(unit: UnitOfWork, answers: CheckIn | None, dossier: Dossier) -> str:
    if answers is None or answers.answered_by == dossier.citizen_id:
        return ""
    coach = unit.accounts.find(answers.answered_by)
    return coach.name if coach is not None and coach.role is not Role.CITIZEN else ""


def _refuse_unless_open(year: Year | None, number: int) -> None:
    if year is None or year.state is not YearState.OPEN:
        day = f"{year.opens_on.isoformat()} or later" if year and year.state is YearState.LATER else "an open year"
        raise InvalidInput([FieldError(path="year", code="out_of_range", given=str(number), expected=day)])


def _answers(actor: Actor, dossier_id: UUID, number: int, given: Given, moment: datetime) -> CheckIn:
    learnt = readable(given.learnt)
    chosen = {"going": given.going, "work": given.work, "onward": given.onward, "talk": given.wants_talk}
    faults = [
        FieldError(path=path, code="missing", given="", expected="an answer")
        for path, answered in chosen.items()
        if answered is None
    ]
    faults += unfit({"learnt": learnt}, {"learnt": LONGEST_LEARNT})
    if faults or given.going is None or given.work is None or given.onward is None or given.wants_talk is None:
        raise InvalidInput(faults)
    return CheckIn(
        id=check_in_id(dossier_id, number),
        dossier_id=dossier_id,
        year=number,
        answered_at=moment,
        answered_by=actor.account_id,
        going=given.going,
        work=given.work,
        learnt=learnt,
        onward=given.onward,
        wants_talk=given.wants_talk,
    )
