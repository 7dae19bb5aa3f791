"""What a sector, a fund or an employer put on paper for someone: recorded, agreed by both sides, doubted and ended.

Nothing of what was recorded is rewritten: what was wrong is ended, with why, and recorded again. Only what the citizen
and staff both agreed counts, and only then a page may speak of a guarantee.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid4

from gouden_poort.development.commitment import (
    LONGEST_DOUBT,
    LONGEST_NAME,
    LONGEST_PAPER,
    Commitment,
    CommitmentState,
    Party,
)
from gouden_poort.development.journal import EARLIEST
from gouden_poort.development.years import years_after
from gouden_poort.errors import ChangedMeanwhile, FieldError, InvalidInput, NotAllowed
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.message import MessageKind
from gouden_poort.profiles.people.rights import Deed, changing
from gouden_poort.profiles.people.trail import Why, why_of
from gouden_poort.profiles.typed import one_line, readable, unfit
from gouden_poort.services.case_numbers import id_for
from gouden_poort.services.dossiers.opening import Opened, opened
from gouden_poort.services.dossiers.telling import PageAt, tell_citizen, untell
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record as write_in_trail

YEARS_AHEAD = 1
"""A paper that holds only later than this is a slip of the pen."""
LONGEST_YEARS = 20
MOST_WEEKS, MOST_MONTHS = 104, 120
MOST = 50
"""Commitments of one dossier."""
_KIND = MessageKind.PROMISE_TO_READ


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A commitment as it was filled in; a clause that the paper does not have is None or False."""

    party: Party | None
    name: str
    paper: str
    holds_from: date | None
    holds_until: date | None = None
    work_within_weeks: int | None = None
    training_every_months: int | None = None
    takes_back: bool = False
    pause_extends: bool = False


def record(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    dossier_id: UUID,
    promise: Promise,
    moment: datetime,
    *,
    form_id: UUID | None = None,
    page_at: PageAt | None = None,
) -> Commitment:
    """Write down what somebody put on paper; it counts once both sides agreed. The same `form_id` twice is one.

    InvalidInput says what was expected, also when the same paper of the same party stands there already. `page_at`:
    where a citizen with an account reads it; without it nobody is told.
    """
    with open_unit(actor) as unit:
        found = opened(unit, actor, Deed.CHANGE_DOSSIER, dossier_id, hold=True)
        dossier = found.dossier
        commitment_id = id_for(form_id or uuid4(), dossier_id)
        kept = unit.commitments.find(commitment_id)
        if kept is not None:
            return kept
        commitment = _checked(promise, commitment_id, dossier_id, actor, moment)
        _not_there_yet(unit, commitment, dutch_day(moment))
        unit.commitments.add(commitment)
        if page_at is not None:
            _tell(unit, actor, found, commitment, page_at)
        write_in_trail(unit, actor, Deed.CHANGE_DOSSIER, dossier.pseudonym, Why.GUIDANCE, moment)
        unit.commit()
    return commitment


def agree(
    open_unit: UnitOfWorkFactory, actor: Actor, commitment_id: UUID, moment: datetime, *, version: int
) -> Commitment:
    """The yes of a side: of the citizen, or of staff who saw the paper. A second time changes nothing.

    `version`: of what was read; ChangedMeanwhile holds it as it is by now. A yes of the citizen solves a doubt; while
    the citizen doubts, staff cannot agree.
    """

    def agreed(now: Commitment) -> Commitment:
        if actor.role is Role.CITIZEN:
            if now.agreed_by_citizen_at is not None:
                return now
            return replace(now, agreed_by_citizen_at=moment, doubted_at=None, doubt="")
        if now.doubted_at is not None:
            raise ChangedMeanwhile("commitment", now)
        return now if now.agreed_by_staff_at is not None else replace(now, agreed_by_staff_at=moment)

    return _changed(open_unit, actor, commitment_id, moment, version, agreed)


def doubt(
    open_unit: UnitOfWorkFactory, actor: Actor, commitment_id: UUID, words: str, moment: datetime, *, version: int
) -> Commitment:
    """The citizen says what is not right; a doubt comes before a yes, and takes no yes back."""
    if actor.role is not Role.CITIZEN:
        raise NotAllowed(Deed.OWN_DOSSIER.value)
    said = _words("doubt", words, "what is not right")

    def doubted(now: Commitment) -> Commitment:
        if now.agreed_by_citizen_at is not None:
            raise ChangedMeanwhile("commitment", now)
        return replace(now, doubted_at=now.doubted_at or moment, doubt=said)

    return _changed(open_unit, actor, commitment_id, moment, version, doubted)


def end(  # noqa: PLR0917 - which commitment ends when and why
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    commitment_id: UUID,
    last_day: date | None,
    because: str,
    moment: datetime,
    *,
    version: int,
) -> Commitment:
    """Staff say on which day it held last, and why; the citizen reads that."""
    if actor.role is Role.CITIZEN:
        raise NotAllowed(Deed.CHANGE_DOSSIER.value)

    def ended(now: Commitment) -> Commitment:
        first, today = min(now.holds_from, dutch_day(moment)), dutch_day(moment)
        faults = [*_faults_of_day("ended_on", last_day, first, today)]
        said = readable(because)
        faults += _faults_of_words("ended_because", said, LONGEST_DOUBT, "why it ended")
        if faults:
            raise InvalidInput(faults)
        return replace(now, ended_on=last_day, ended_because=said)

    return _changed(open_unit, actor, commitment_id, moment, version, ended)


def _changed(  # noqa: PLR0917 - who changes what when, and how
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    commitment_id: UUID,
    moment: datetime,
    version: int,
    change: Callable[[Commitment], Commitment],
) -> Commitment:
    """The commitment as it is after a change of what was read."""
    deed = changing(actor)
    with open_unit(actor) as unit:
        now = unit.commitments.find(commitment_id)
        if now is None:
            raise NotAllowed(deed.value)
        dossier = opened(unit, actor, deed, now.dossier_id).dossier
        changed = change(now)
        if changed == now:
            return now
        if now.version != version or now.ended_on is not None or not unit.commitments.change(changed):
            raise ChangedMeanwhile("commitment", unit.commitments.find(commitment_id) or now)
        if changed.agreed_by_citizen_at or changed.doubted_at or changed.ended_on:
            untell(unit, _KIND, dossier.id, str(changed.id))
        write_in_trail(unit, actor, deed, dossier.pseudonym, why_of(actor), moment)
        unit.commit()
    return replace(changed, version=version + 1)


def _tell(unit: UnitOfWork, actor: Actor, whom: Opened, commitment: Commitment, page_at: PageAt) -> None:
    """Who has no account cannot say yes on a page, and hears it from the coach."""
    coach = unit.accounts.find(actor.account_id)
    if coach is not None and whom.dossier.citizen_id is not None:
        facts = {"coach": coach.name, "link": page_at(whom.dossier.language)}
        tell_citizen(unit, whom.dossier, whom.consents, _KIND, facts, str(commitment.id), commitment.recorded_at)


def _checked(promise: Promise, commitment_id: UUID, dossier_id: UUID, actor: Actor, moment: datetime) -> Commitment:
    name, paper = one_line(promise.name), one_line(promise.paper)
    faults = [*_faults(replace(promise, name=name, paper=paper), dutch_day(moment))]
    if faults or promise.party is None or promise.holds_from is None:
        raise InvalidInput(faults)
    return Commitment(
        id=commitment_id,
        dossier_id=dossier_id,
        party=promise.party,
        name=name,
        paper=paper,
        holds_from=promise.holds_from,
        holds_until=promise.holds_until,
        work_within_weeks=promise.work_within_weeks,
        training_every_months=promise.training_every_months,
        takes_back=promise.takes_back,
        pause_extends=promise.pause_extends,
        recorded_at=moment,
        recorded_by=actor.account_id,
    )


def _faults(promise: Promise, today: date) -> Iterator[FieldError]:
    """In the order of the form."""
    if promise.party is None:
        yield FieldError(path="party", code="missing", given="", expected="a sector, a fund or an employer")
    yield from _faults_of_words("name", promise.name, LONGEST_NAME, "the name of who promises")
    yield from _faults_of_words("paper", promise.paper, LONGEST_PAPER, "where it is written, and of which day")
    of_from = [*_faults_of_day("holds_from", promise.holds_from, EARLIEST, years_after(today, YEARS_AHEAD))]
    yield from of_from
    if promise.holds_until is not None and promise.holds_from is not None and not of_from:
        last = years_after(promise.holds_from, LONGEST_YEARS)
        yield from _faults_of_day("holds_until", promise.holds_until, promise.holds_from, last)
    clauses = (("work_within_weeks", MOST_WEEKS, "weeks"), ("training_every_months", MOST_MONTHS, "months"))
    for field, most, unit in clauses:
        given = getattr(promise, field)
        if given is not None and not 1 <= given <= most:
            yield FieldError(path=field, code="out_of_range", given=str(given), expected=f"1 to {most} {unit}")
    numbers = (promise.work_within_weeks, promise.training_every_months)
    if numbers == (None, None) and not promise.takes_back and not promise.pause_extends:
        yield FieldError(path="clauses", code="missing", given="", expected="at least one clause of the paper")


def _not_there_yet(unit: UnitOfWork, new: Commitment, today: date) -> None:
    there = unit.commitments.of(new.dossier_id)
    if len(there) >= MOST:
        expected = f"at most {MOST} commitments"
        raise InvalidInput([FieldError(path="paper", code="full", given=str(len(there) + 1), expected=expected)])
    for each in there:
        same = (each.party, each.name.casefold(), each.paper.casefold(), each.holds_from)
        is_open = each.state_on(today) is not CommitmentState.ENDED
        if is_open and same == (new.party, new.name.casefold(), new.paper.casefold(), new.holds_from):
            expected = "a paper that is not recorded yet"
            raise InvalidInput([FieldError(path="paper", code="duplicate", given=new.paper, expected=expected)])


def _words(field: str, typed: str, expected: str) -> str:
    said = readable(typed)
    faults = [*_faults_of_words(field, said, LONGEST_DOUBT, expected)]
    if faults:
        raise InvalidInput(faults)
    return said


def _faults_of_words(field: str, said: str, most: int, expected: str) -> Iterator[FieldError]:
    if not said:
        yield FieldError(path=field, code="missing", given="", expected=expected)
    yield from unfit({field: said}, {field: most})


def _faults_of_day(field: str, day: date | None, first: date, last: date) -> Iterator[FieldError]:
    if day is None:
        yield FieldError(path=field, code="missing", given="", expected="a day")
    elif not first <= day <= last:
        expected = f"a day from {first.isoformat()} up to and including {last.isoformat()}"
        yield FieldError(path=field, code="out_of_range", given=day.isoformat(), expected=expected)
