"""What the rules say about each part of a finished route: judged with what is held by then, kept if worth telling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.route import Route
from gouden_poort.routing.verification import Diary, Done
from gouden_poort.rules.book.rule import MUST_HOLD, Rule, RuleKind
from gouden_poort.rules.case.judging import judge, outcome_of
from gouden_poort.rules.case.verdict import Outcome, Verdict
from gouden_poort.rules.judge import Judge
from gouden_poort.rules.language.words import Facts

LEFT_OUT = (Outcome.NOT_APPLICABLE, Outcome.NOT_IN_FORCE)


class PersonVerdicts:
    """Judges one person, once for all of the routes: only what a route has given by then makes a difference."""

    def __init__(self, judge: Judge, profile: Profile) -> None:
        self.judge = judge
        self.profile = profile
        self._told: dict[tuple[int, ...], tuple[Verdict, ...]] = {}

    def told(self, done: Sequence[Done], diary: Diary) -> tuple[Verdict, ...]:
        """What there is to tell on the first day, when hardly any route has given anything yet."""
        day = self.profile.available_from
        given = tuple(step.row for step in done if step.end <= day)
        if given not in self._told:
            facts = self.judge.person(self.profile, day, diary.on(day))
            self._told[given] = told(self.judge.told_of_person, facts, day)
        return self._told[given]


class RouteVerdicts:
    """Judges the parts of one route."""

    def __init__(self, person: PersonVerdicts, route: Route, done: Sequence[Done]) -> None:
        self._person = person
        self._judge = person.judge
        self._done = done
        self._diary = Diary(person.judge.snapshot, person.profile, done)
        self._occupation = person.judge.snapshot.columns.occupations.id.row(route.target_occupation_id)
        self._route = route

    def of_step(self, step: Done) -> tuple[Verdict, ...]:
        """About following an offering, at the position where it is worked if there is one."""
        worked_at = step.step.position_id
        position = None if worked_at is None else self._judge.snapshot.columns.positions.id.row(worked_at)
        facts = self._judge.step(self._held_by(step.start), step.row, position=position, occupation=self._occupation)
        return told(self._judge.told_of_step, facts, step.start)

    def of_placement(self) -> tuple[Verdict, ...]:
        """About the work."""
        placement = self._route.placement
        position = self._judge.snapshot.columns.positions.id.row(placement.position_id)
        facts = self._judge.work(self._held_by(placement.start_date), position=position, occupation=self._occupation)
        return told(self._judge.told_of_placement, facts, placement.start_date)

    def of_person(self) -> tuple[Verdict, ...]:
        """About the person, whatever the route."""
        return self._person.told(self._done, self._diary)

    def _held_by(self, day: date) -> Facts:
        return self._judge.person(self._person.profile, day, self._diary.on(day))


def told(rules: Iterable[Rule], facts: Facts, day: date) -> tuple[Verdict, ...]:
    """What there is to tell; most rules have nothing to say, and those are judged without a trace."""
    return tuple(judge(rule, facts, day) for rule in rules if is_worth_telling(rule, outcome_of(rule, facts, day)))


def is_worth_telling(rule: Rule, outcome: Outcome) -> bool:
    """What must hold is told when it applies; anything else when it holds, and a scheme also when it may."""
    if outcome in LEFT_OUT:
        return False
    if rule.kind in MUST_HOLD:
        return True
    if rule.kind is RuleKind.SCHEME:
        return outcome is not Outcome.NO
    return outcome is Outcome.YES
