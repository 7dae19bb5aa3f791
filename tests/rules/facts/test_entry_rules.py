"""The entry rules of the format say in every case what the plain check of conditions says (docs/formats.md, R4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from types import MappingProxyType
from typing import Any

import pytest

from gouden_poort.catalogue.format import CEFR_LEVELS, GROUPS
from gouden_poort.catalogue.snapshot import Offerings, Positions, Snapshot
from gouden_poort.profiles.levels import CEFR, TargetGroup
from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.book.rule import Rule, RuleKind
from gouden_poort.rules.case.judging import judge
from gouden_poort.rules.case.verdict import Outcome
from gouden_poort.rules.columns.prepared import prepare
from gouden_poort.rules.columns.table import FactTable
from gouden_poort.rules.entry import Condition, Holdings, open_offerings, open_positions, unmet_by
from gouden_poort.rules.facts.catalogue import offering_table, position_table, row_facts
from gouden_poort.rules.facts.person import person_facts
from gouden_poort.rules.language.words import Facts
from gouden_poort.rules.loading.books import format_rulebook
from tests.builders import MONDAY, a_profile, a_snapshot

SKILLS, PAPERS = ("S1", "S2", "S3"), ("C1", "C2")
ROWS = 25
CONDITION_OF: Mapping[str, Condition] = MappingProxyType(
    {
        "min_age": Condition.MIN_AGE,
        "max_age": Condition.MAX_AGE,
        "dutch": Condition.CEFR,
        "diploma_level": Condition.NLQF,
        "groups": Condition.TARGET_GROUP,
        "skills": Condition.SKILL,
        "papers": Condition.CREDENTIAL,
    }
)
SUBJECTS = ("offering", "position")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One person at one moment, before everything of one kind in a small catalogue."""

    snapshot: Snapshot
    profile: Profile
    holdings: Holdings
    day: date
    subject: str

    @property
    def table(self) -> FactTable:
        return offering_table(self.snapshot) if self.subject == "offering" else position_table(self.snapshot)

    @property
    def asks(self) -> Offerings | Positions:
        columns = self.snapshot.columns
        return columns.offerings if self.subject == "offering" else columns.positions

    @property
    def facts(self) -> Facts:
        return person_facts(self.snapshot, self.profile, self.day, holdings=self.holdings)

    def unmet(self, row: int) -> set[Condition]:
        """What the plain check finds; room is no entry rule."""
        return {*unmet_by(self.profile, self.holdings, self.asks, row, self.day)} - {Condition.CAPACITY}


def entry_rules(subject: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in format_rulebook().rules if rule.id.startswith(f"entry.{subject}."))


def condition_of(rule: Rule) -> Condition:
    return CONDITION_OF[rule.id.rpartition(".")[2]]


def a_case(seed: int, subject: str) -> Case:
    """Something random where every condition is now met and now not, and ages are at their edges."""
    random = Random(f"entry {seed}")
    snapshot = a_snapshot(
        skills=[{"skill_id": skill} for skill in SKILLS],
        credentials=[{"credential_id": paper} for paper in PAPERS],
        offerings=[{"offering_id": f"T{row}", **_conditions(random)} for row in range(ROWS)],
        offering_skills=[],
        offering_starts=[],
        offering_requires=[*_requirements(random, "offering_id", "T")],
        occupation_skills=[],
        positions=[{"position_id": f"J{row}", **_conditions(random)} for row in range(ROWS)],
        position_requires=[*_requirements(random, "position_id", "J")],
    )
    held = random.sample(range(len(SKILLS)), random.randint(0, len(SKILLS)))
    return Case(
        snapshot=snapshot,
        profile=a_profile(
            birth_date=random.choice((date(2008, 2, 29), date(2009, 1, 4), date(2009, 1, 5), date(1999, 6, 1))),
            target_groups=frozenset(map(TargetGroup, random.sample(GROUPS, random.randint(0, 2)))),
        ),
        holdings=Holdings(
            skills={skill: random.randint(1, 4) for skill in held},
            credentials=frozenset(random.sample(range(len(PAPERS)), random.randint(0, len(PAPERS)))),
            cefr=CEFR(random.randint(0, 6)),
            nlqf=random.randint(0, 4),
        ),
        day=MONDAY + timedelta(days=random.choice((0, 1, 54, 55, 56, 700))),
        subject=subject,
    )


def _conditions(random: Random) -> dict[str, Any]:
    groups = random.sample(GROUPS, random.choice((0, 1, 2)))
    return {
        "min_age": random.choice(("", "", 0, 17, 18, 19, 20)),
        "max_age": random.choice(("", "", 17, 18, 19, 27, 120)),
        "min_cefr": random.choice(("", *CEFR_LEVELS)),
        "min_nlqf": random.choice(("", 0, 1, 2, 3)),
        "target_groups": "|".join(groups),
        "capacity": random.choice((0, 1, 5)),
    }


def _requirements(random: Random, key: str, prefix: str) -> Iterator[dict[str, Any]]:
    for row in range(ROWS):
        for skill in random.sample(SKILLS, random.choice((0, 0, 1, 2))):
            yield {key: f"{prefix}{row}", "kind": "skill", "ref_id": skill, "level": random.randint(1, 4)}
        for paper in random.sample(PAPERS, random.choice((0, 0, 1, 2))):
            yield {key: f"{prefix}{row}", "kind": "credential", "ref_id": paper, "level": ""}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_there_is_one_admission_rule_for_every_condition_but_room(subject: str) -> None:
    rules = entry_rules(subject)
    assert {condition_of(rule) for rule in rules} == {*Condition} - {Condition.CAPACITY}
    assert len(rules) == len(CONDITION_OF)
    assert {rule.kind for rule in rules} == {RuleKind.ADMISSION}


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("subject", SUBJECTS)
def test_one_by_one_the_rules_fail_exactly_where_the_plain_check_does(subject: str, seed: int) -> None:
    case = a_case(seed, subject)
    for row in range(ROWS):
        facts = {**case.facts, **row_facts(case.table, row)}
        failing = {
            condition_of(rule) for rule in entry_rules(subject) if judge(rule, facts, case.day).outcome is Outcome.NO
        }
        assert failing == case.unmet(row), row


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_rules_of_the_format_leave_nothing_unknown(subject: str) -> None:
    case = a_case(1, subject)
    outcomes = {
        judge(rule, {**case.facts, **row_facts(case.table, row)}, case.day).outcome
        for row in range(ROWS)
        for rule in entry_rules(subject)
    }
    assert outcomes == {Outcome.YES, Outcome.NO, Outcome.NOT_APPLICABLE}


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("subject", SUBJECTS)
def test_as_columns_the_rules_fail_exactly_where_the_plain_check_does(subject: str, seed: int) -> None:
    case = a_case(seed, subject)
    judged = prepare(entry_rules(subject), case.table).judge(case.facts, case.day)
    for rule in entry_rules(subject):
        expected = [condition_of(rule) not in case.unmet(row) for row in range(ROWS)]
        assert judged.surely(rule.id).tolist() == expected, rule.id
        assert judged.possibly(rule.id).tolist() == expected, rule.id


@pytest.mark.parametrize("seed", range(10))
def test_open_doors_are_those_of_the_group_rule_that_have_room(seed: int) -> None:
    for subject, opened in (("offering", open_offerings), ("position", open_positions)):
        case = a_case(seed, subject)
        judged = prepare(entry_rules(subject), case.table).judge(case.facts, case.day)
        expected = judged.surely(f"entry.{subject}.groups") & (case.asks.capacity >= 1)
        assert opened(case.snapshot, case.profile).tolist() == expected.tolist(), subject


def test_the_random_cases_meet_and_miss_every_condition() -> None:
    missed = [case.unmet(row) for seed in range(12) for case in [a_case(seed, "offering")] for row in range(ROWS)]
    for condition in CONDITION_OF.values():
        assert 20 < sum(condition in unmet for unmet in missed) < len(missed) - 20, condition
