"""The rules of one catalogue, ready to judge any person: whole tables at once, or one step with its trace."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property, lru_cache

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.book.rule import Effect, Rule, Rulebook, RuleKind
from gouden_poort.rules.case.judging import judge
from gouden_poort.rules.case.verdict import Verdict
from gouden_poort.rules.choosing import rulebook_of
from gouden_poort.rules.columns.prepared import Prepared, prepare
from gouden_poort.rules.columns.table import FactTable
from gouden_poort.rules.entry import Holdings
from gouden_poort.rules.facts.catalogue import occupation_table, offering_table, position_table, row_facts
from gouden_poort.rules.facts.person import NOTHING_TOLD, person_facts
from gouden_poort.rules.language.walking import facts_in
from gouden_poort.rules.language.words import Facts, Subject, Value
from gouden_poort.rules.loading.books import format_rulebook
from gouden_poort.rules.stretches import Turns, turns_of

WORK = frozenset({Subject.POSITION, Subject.OCCUPATION, Subject.EMPLOYER})
Subjects = frozenset[Subject]


@lru_cache(maxsize=4)
def judge_of(snapshot: Snapshot) -> Judge:
    """The judge of a snapshot, made once and kept while it is in use."""
    return Judge(snapshot, rulebook_of(snapshot))


def subjects_of(rule: Rule) -> Subjects:
    """Whom and what a rule is about."""
    return frozenset(fact.subject for leaf in rule.leaves for fact in facts_in(leaf.test))


class Judge:
    """One rulebook laid over one catalogue."""

    def __init__(self, snapshot: Snapshot, book: Rulebook) -> None:
        self.snapshot = snapshot
        self.book = book

    @cached_property
    def offerings(self) -> FactTable:
        return offering_table(self.snapshot)

    @cached_property
    def positions(self) -> FactTable:
        return position_table(self.snapshot)

    @cached_property
    def occupations(self) -> FactTable:
        return occupation_table(self.snapshot)

    @cached_property
    def laws(self) -> tuple[Rule, ...]:
        """The rules beyond those of the catalogue format, which the planner meets by itself."""
        by_format = {rule.id for rule in format_rulebook().rules}
        return tuple(rule for rule in self.book.rules if rule.id not in by_format)

    @cached_property
    def step_rules(self) -> tuple[Rule, ...]:
        """The rules about following an offering."""
        return self._rules_about(lambda subjects: Subject.OFFERING in subjects)

    @cached_property
    def placement_rules(self) -> tuple[Rule, ...]:
        """The rules about work, whatever is learnt beside it."""
        return self._rules_about(lambda subjects: Subject.OFFERING not in subjects and bool(subjects & WORK))

    @cached_property
    def person_rules(self) -> tuple[Rule, ...]:
        """The rules about a person alone."""
        return self._rules_about(lambda subjects: subjects == {Subject.PERSON})

    @cached_property
    def told_of_step(self) -> tuple[Rule, ...]:
        """What there may be to tell about following an offering."""
        return self._told(self.step_rules)

    @cached_property
    def told_of_placement(self) -> tuple[Rule, ...]:
        """What there may be to tell about work."""
        return self._told(self.placement_rules)

    @cached_property
    def told_of_person(self) -> tuple[Rule, ...]:
        """What there may be to tell about a person alone."""
        return self._told(self.person_rules)

    @cached_property
    def step_laws(self) -> tuple[Rule, ...]:
        """The laws that can close an offering, by itself or together with the work beside it."""
        return self._closing(self.step_rules)

    @cached_property
    def placement_laws(self) -> tuple[Rule, ...]:
        """The laws that can close work."""
        return self._closing(self.placement_rules)

    @cached_property
    def pair_laws(self) -> tuple[Rule, ...]:
        """The step laws that also look at the work: the place of a learn-and-work step, or the work one learns for."""
        return tuple(rule for rule in self.step_laws if self.is_about_a_pair(rule))

    @staticmethod
    def is_about_a_pair(rule: Rule) -> bool:
        """Whether a rule looks at an offering and at work."""
        subjects = subjects_of(rule)
        return Subject.OFFERING in subjects and bool(subjects & WORK)

    def _told(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """The catalogue's own conditions are told as needs already; a wish needs no explanation."""
        laws = {id(rule) for rule in self.laws}
        return tuple(rule for rule in rules if id(rule) in laws and rule.kind is not RuleKind.RANKING)

    def _closing(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        laws = {id(rule) for rule in self.laws}
        return tuple(rule for rule in rules if rule.kind is RuleKind.ADMISSION and id(rule) in laws)

    def _rules_about(self, holds: Callable[[Subjects], bool]) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.book.rules if holds(subjects_of(rule)))

    @cached_property
    def offering_doors(self) -> Prepared:
        """The laws that can close an offering by itself, over all offerings; those about a pair come later."""
        alone = {Subject.PERSON, Subject.OFFERING}
        return prepare([rule for rule in self.step_laws if subjects_of(rule) <= alone], self.offerings)

    @cached_property
    def position_doors(self) -> Prepared:
        """The laws that can close a position, over all positions."""
        return prepare(self.placement_laws, self.positions)

    @cached_property
    def pair_positions(self) -> Prepared:
        """The laws about a pair, over all positions; the facts of the offering are told beside those of the person."""
        return prepare(self.pair_laws, self.positions)

    @cached_property
    def pair_offerings(self) -> Prepared:
        """The laws about a pair, over all offerings; the facts of the work are told beside those of the person."""
        return prepare(self.pair_laws, self.offerings)

    @cached_property
    def step_turns(self) -> Turns:
        """When the step laws may answer otherwise."""
        return turns_of(self.step_laws)

    @cached_property
    def placement_turns(self) -> Turns:
        """When the placement laws may answer otherwise."""
        return turns_of(self.placement_laws)

    @cached_property
    def paying_turns(self) -> Turns:
        """When schemes may begin, end or pay otherwise."""
        return turns_of(self.own_cost_rules)

    @cached_property
    def own_cost_rules(self) -> tuple[Rule, ...]:
        """The schemes that lower what a person pays."""
        return tuple(rule for rule in self.laws if rule.scheme and rule.scheme.effect is Effect.OWN_COST)

    @cached_property
    def paying(self) -> Prepared:
        """The schemes that lower what a person pays, over all offerings."""
        return prepare(self.own_cost_rules, self.offerings)

    @cached_property
    def ranking(self) -> Prepared:
        """The rules that move an occupation up or down, over all occupations."""
        return prepare(self.ranking_rules, self.occupations)

    @cached_property
    def ranking_rules(self) -> tuple[Rule, ...]:
        """What a wish counts for."""
        return tuple(rule for rule in self.laws if rule.kind is RuleKind.RANKING)

    @cached_property
    def facts_of_doors(self) -> tuple[str, ...]:
        """What the laws, the schemes that pay and the wishes read of a person, by name."""
        rules = (*self.step_laws, *self.placement_laws, *self.own_cost_rules, *self.ranking_rules)
        amounts = (rule.scheme.amount for rule in rules if rule.scheme)
        read = [*(leaf.test for rule in rules for leaf in rule.leaves), *(each.value for each in amounts if each)]
        return tuple(sorted({fact.name for one in read for fact in facts_in(one) if fact.subject is Subject.PERSON}))

    def person(
        self, profile: Profile, day: date, holdings: Holdings | None = None, told: Facts = NOTHING_TOLD
    ) -> dict[str, Value | None]:
        """What is known of someone on a day."""
        return person_facts(self.snapshot, profile, day, holdings=holdings, told=told)

    def step(
        self, person: Facts, offering: int, *, position: int | None = None, occupation: int | None = None
    ) -> Facts:
        """What is known of someone who follows an offering, perhaps working at a position, towards an occupation."""
        return {**self.work(person, position=position, occupation=occupation), **row_facts(self.offerings, offering)}

    def work(self, person: Facts, *, position: int | None = None, occupation: int | None = None) -> Facts:
        """What is known of someone at a position, or on the way to an occupation."""
        target = {} if occupation is None else row_facts(self.occupations, occupation)
        place = {} if position is None else row_facts(self.positions, position)
        return {**target, **place, **person}


def verdicts(rules: Iterable[Rule], facts: Facts, day: date) -> tuple[Verdict, ...]:
    """Each rule judged for one case."""
    return tuple(judge(rule, facts, day) for rule in rules)
