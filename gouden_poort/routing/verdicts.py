"""What the rules say about each part of a finished route: judged with what is held by then, kept if worth telling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.route import Route
from gouden_poort.routing.verification import Done, held_at
from gouden_poort.rules.book.rule import MUST_HOLD, Rule, RuleKind
from gouden_poort.rules.case.verdict import Outcome, Verdict
from gouden_poort.rules.judge import Judge, verdicts
from gouden_poort.rules.language.words import Facts

LEFT_OUT = frozenset({Outcome.NOT_APPLICABLE, Outcome.NOT_IN_FORCE})


class RouteVerdicts:
    """Judges the parts of one route."""

    def __init__(self, judge: Judge, profile: Profile, route: Route, done: Sequence[Done]) -> None:
        self._judge = judge
        self._profile = profile
        self._done = done
        self._occupation = judge.snapshot.columns.occupations.id.row(route.target_occupation_id)
        self._route = route

    def of_step(self, step: Done) -> tuple[Verdict, ...]:
        """About following an offering, at the position where it is worked if there is one."""
        worked_at = step.step.position_id
        position = None if worked_at is None else self._judge.snapshot.columns.positions.id.row(worked_at)
        facts = self._judge.step(self._held_by(step.start), step.row, position=position, occupation=self._occupation)
        return self._told(self._judge.step_rules, facts, step.start)

    def of_placement(self) -> tuple[Verdict, ...]:
        """About the work."""
        placement = self._route.placement
        position = self._judge.snapshot.columns.positions.id.row(placement.position_id)
        facts = self._judge.work(self._held_by(placement.start_date), position=position, occupation=self._occupation)
        return self._told(self._judge.placement_rules, facts, placement.start_date)

    def of_person(self) -> tuple[Verdict, ...]:
        """About the person, whatever the route."""
        day = self._profile.available_from
        return self._told(self._judge.person_rules, self._held_by(day), day)

    def _held_by(self, day: date) -> Facts:
        holdings = held_at(self._judge.snapshot, self._profile, self._done, day)
        return self._judge.person(self._profile, day, holdings)

    def _told(self, rules: Iterable[Rule], facts: Facts, day: date) -> tuple[Verdict, ...]:
        return tuple(verdict for verdict in verdicts(self._laws(rules), facts, day) if is_worth_telling(verdict))

    def _laws(self, rules: Iterable[Rule]) -> Iterable[Rule]:
        """The catalogue's own conditions are told as needs already; a wish needs no explanation."""
        laws = {id(rule) for rule in self._judge.laws}
        return (rule for rule in rules if id(rule) in laws and rule.kind is not RuleKind.RANKING)


def is_worth_telling(verdict: Verdict) -> bool:
    """What must hold is told when it applies; anything else when it holds, and a scheme also when it may."""
    if verdict.outcome in LEFT_OUT:
        return False
    if verdict.rule.kind in MUST_HOLD:
        return True
    if verdict.rule.kind is RuleKind.SCHEME:
        return verdict.outcome is not Outcome.NO
    return verdict.outcome is Outcome.YES
