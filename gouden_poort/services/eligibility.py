"""Whether doors are open to one person on a day: offerings, positions and schemes, with every reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cached_property, lru_cache

from gouden_poort.catalogue.snapshot import KIND_BBL, POSITION_BBL, Snapshot
from gouden_poort.routing.verdicts import is_worth_telling
from gouden_poort.rules.book.rule import MUST_HOLD, Rule, RuleKind
from gouden_poort.rules.case.changing import Changes, cheapest_change
from gouden_poort.rules.case.judging import shutting
from gouden_poort.rules.case.missing import facts_missing
from gouden_poort.rules.case.verdict import Outcome, Verdict
from gouden_poort.rules.judge import Judge, verdicts
from gouden_poort.rules.language.words import Fact, Subject, Value
from gouden_poort.rules.stretches import Turns, turning_days, turns_of
from gouden_poort.services.asked import Question, check_question
from gouden_poort.services.explained import Explained, explained
from gouden_poort.services.receipts import Receipt, receipt_of
from gouden_poort.services.scheme_help import Case, Help, Standing, standings
from gouden_poort.services.told import told_facts

TEN_YEARS = timedelta(weeks=520)


class Thing(Enum):
    """What may be asked about."""

    OFFERING = "offering"
    POSITION = "position"
    SCHEME = "scheme"


class State(Enum):
    """How a door stands: closed when a rule surely says no, unknown when one hangs on an answer of the person."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


_OF_HELP = {True: State.OPEN, False: State.CLOSED, None: State.UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How one thing stands."""

    thing: Thing
    id: str
    label: str
    offering_id: str | None
    """For a scheme: what it should help with."""
    position_id: str | None
    """Where the work is: of a bbl offering, or of what a scheme should help with."""
    state: State
    explained: tuple[Explained, ...]
    missing: tuple[Fact, ...]
    """What to ask, the fact that most verdicts wait for first."""
    changes: Changes | None
    """What would open a closed offering or position at the least effort; None when nothing that we know of does."""
    opens_on: date | None
    """The first day, within ten years, on which time alone opens a closed offering or position."""
    help: Help | None
    """Of a scheme only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """An answer for each thing, in the order asked: offerings, positions, and each scheme for each of those."""

    receipt: Receipt
    answers: tuple[Answer, ...]


def eligibility(judge: Judge, question: Question) -> Eligibility:
    """How each thing stands on the day. InvalidInput with every id and fact that is not known."""
    check_question(judge, question)
    desk = _Desk(judge, question)
    answers = (*desk.offerings(), *desk.positions(), *desk.schemes())
    return Eligibility(receipt=receipt_of(judge, question.day), answers=answers)


class _Desk:
    """Answers one question; asked with a single position, it takes the work to be there."""

    def __init__(self, judge: Judge, question: Question) -> None:
        self._judge, self._question = judge, question
        self._person = judge.person(question.profile, question.day, told=told_facts(judge, question.told))
        self._turns: dict[tuple[str, ...], Turns] = {}
        columns = judge.snapshot.columns
        self._offerings = [columns.offerings.id.row(one) for one in question.offerings]
        self._positions = [columns.positions.id.row(one) for one in question.positions]

    @cached_property
    def _place(self) -> int | None:
        return self._positions[0] if len(self._positions) == 1 else None

    def offerings(self) -> Iterator[Answer]:
        """Each offering; a bbl one together with the bbl position, when a single one is asked about."""
        columns = self._judge.snapshot.columns
        for row in self._offerings:
            case = self._case(row, self._place if self._learns_at(self._place, row) else None)
            yield self._door(Thing.OFFERING, columns.offerings.label[row], self._judge.step_rules, case)

    def positions(self) -> Iterator[Answer]:
        """Each position by itself."""
        columns = self._judge.snapshot.columns
        for row in self._positions:
            label = columns.occupations.label[int(columns.positions.occupation[row])]
            yield self._door(Thing.POSITION, label, self._judge.placement_rules, self._case(None, row))

    def schemes(self) -> Iterator[Answer]:
        """Each scheme in each case."""
        schemes = self._question.schemes
        for case in self._cases() if schemes else ():
            yield from (self._scheme(one, case) for one in standings(self._judge, schemes, case))

    def _opens_on(self, rules: Iterable[Rule], case: Case) -> date | None:
        """When a birthday, a school year or a new law opens a door, if nothing else changes."""
        admission = tuple(rule for rule in rules if rule.kind is RuleKind.ADMISSION)
        turns = self._turns.setdefault(tuple(rule.id for rule in admission), turns_of(admission))
        for day in turning_days(turns, case.profile, case.day, case.day + TEN_YEARS):
            told = told_facts(self._judge, self._question.told)
            person = self._judge.person(case.profile, day, told=told)
            if not shutting(admission, {**case.facts, **person}, day):
                return day
        return None

    def _cases(self) -> Iterator[Case]:
        """What schemes are for: each offering and each position; a single position goes with every offering."""
        yield from (self._case(row, self._place) for row in self._offerings)
        if self._place is None or not self._offerings:
            yield from (self._case(None, row) for row in self._positions)
        if not self._offerings and not self._positions:
            yield self._case(None, None)

    def _case(self, offering: int | None, position: int | None) -> Case:
        if offering is None:
            facts = self._judge.work(self._person, position=position)
        else:
            facts = self._judge.step(self._person, offering, position=position)
        question = self._question
        return Case(profile=question.profile, day=question.day, offering=offering, position=position, facts=facts)

    def _learns_at(self, position: int | None, offering: int) -> bool:
        columns = self._judge.snapshot.columns
        if position is None or columns.offerings.kind[offering] != KIND_BBL:
            return False
        return bool(columns.positions.kind[position] == POSITION_BBL)

    def _door(self, thing: Thing, label: str, rules: Iterable[Rule], case: Case) -> Answer:
        judged = [verdict for verdict in verdicts(rules, case.facts, case.day) if _matters(verdict)]
        state = state_of(verdict for verdict in judged if verdict.rule.kind is RuleKind.ADMISSION)
        is_closed = state is State.CLOSED
        offering_id, position_id = self._ids(case)
        return Answer(
            thing=thing,
            id=(offering_id if thing is Thing.OFFERING else position_id) or "",
            label=label,
            offering_id=None,
            position_id=position_id if thing is Thing.OFFERING else None,
            state=state,
            explained=tuple(explained(self._judge, verdict, case.facts) for verdict in judged),
            missing=facts_missing(verdict for verdict in judged if verdict.rule.kind in MUST_HOLD),
            changes=cheapest_change(rules, case.facts, case.day, reachable=self._can_reach) if is_closed else None,
            opens_on=self._opens_on(rules, case) if is_closed else None,
            help=None,
        )

    def _scheme(self, one: Standing, case: Case) -> Answer:
        schemes = self._judge.snapshot.columns.schemes
        offering_id, position_id = self._ids(case)
        judged = () if one.verdict is None else (one.verdict,)
        return Answer(
            thing=Thing.SCHEME,
            id=one.id,
            label=schemes.label[schemes.id.row(one.id)] if one.id in schemes.id else one.id,
            offering_id=offering_id,
            position_id=position_id,
            state=_OF_HELP[one.helps],
            explained=tuple(explained(self._judge, verdict, case.facts) for verdict in judged),
            missing=facts_missing(judged) if one.helps is None else (),
            changes=None,
            opens_on=None,
            help=one.help,
        )

    def _ids(self, case: Case) -> tuple[str | None, str | None]:
        columns = self._judge.snapshot.columns
        return (
            None if case.offering is None else columns.offerings.id[case.offering],
            None if case.position is None else columns.positions.id[case.position],
        )

    def _can_reach(self, fact: Fact, after: Value) -> bool:
        """Papers and skills only as far as an offering gives them."""
        before = self._person.get(fact.name)
        if fact.name == "person.credentials" and isinstance(after, frozenset) and isinstance(before, frozenset):
            return after - before <= _awarded(self._judge.snapshot)
        return True


def state_of(admission: Iterable[Verdict]) -> State:
    """A door by its admission rules: what only a company or a school could tell leaves it open."""
    outcomes = list(admission)
    if any(verdict.outcome is Outcome.NO for verdict in outcomes):
        return State.CLOSED
    hangs_on = facts_missing(outcomes)
    return State.UNKNOWN if any(fact.subject is Subject.PERSON for fact in hangs_on) else State.OPEN


def _matters(verdict: Verdict) -> bool:
    """What is worth telling; a scheme when it surely helps, for the others there is the question about schemes."""
    if verdict.rule.kind is RuleKind.RANKING:
        return False
    if verdict.rule.kind is RuleKind.SCHEME:
        return verdict.outcome is Outcome.YES
    return is_worth_telling(verdict.rule, verdict.outcome)


@lru_cache(maxsize=4)
def _awarded(snapshot: Snapshot) -> frozenset[str]:
    columns = snapshot.columns
    return frozenset(columns.credentials.id[row] for row in set(columns.offerings.awards.items.tolist()))
