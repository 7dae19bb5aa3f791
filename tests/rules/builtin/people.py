"""People and trainings as facts, and what a rule of the book of this package says of them."""

from __future__ import annotations

from datetime import date

from gouden_poort.profiles.assessment import NLQF_OF_SCHOOLING
from gouden_poort.profiles.levels import PriorEducation
from gouden_poort.rules.book.rule import Rule
from gouden_poort.rules.case.judging import judge
from gouden_poort.rules.case.verdict import Verdict
from gouden_poort.rules.facts.schooling import qualifies_mbo_2, start_qualification
from gouden_poort.rules.language.words import Facts, Value
from gouden_poort.rules.loading.books import builtin_rulebook
from tests.rules.builders import DAY

DIPLOMA_LEVELS = {"entree": 1, "mbo_2": 2, "mbo_3": 3, "mbo_4": 4}


def a_person(age: int, schooling: str, *, earned: str = "", **told: Value) -> dict[str, Value | None]:
    """Age, schooling and what follows from it; `earned` is an mbo diploma of an earlier step in the route."""
    first = PriorEducation(schooling)
    diploma = DIPLOMA_LEVELS.get(earned, 0)
    nlqf = max(NLQF_OF_SCHOOLING[first], diploma)
    return {
        "person.age": age,
        "person.age_on_1_august": age,
        "person.schooling": schooling,
        "person.nlqf": nlqf,
        "person.start_qualification": start_qualification(first, nlqf, diploma),
        "person.qualifies_mbo_2": qualifies_mbo_2(first, nlqf, diploma),
        **{f"person.{name}": value for name, value in told.items()},
    }


def a_training(kind: str, level: int, *, subkind: str = "", min_nlqf: int = 0) -> dict[str, Value | None]:
    """A training for a whole diploma; level 0 gives none."""
    return {
        "offering.kind": kind,
        "offering.subkind": subkind or kind,
        "offering.nlqf": level,
        "offering.is_qualification": level > 0,
        "offering.min_nlqf": min_nlqf,
    }


def the_rule(rule_id: str, day: date = DAY) -> Rule:
    """The version of a rule that holds on a day."""
    (found,) = (rule for rule in builtin_rulebook().rules if rule.id == rule_id and rule.period.holds(day))
    return found


def together(*facts: Facts) -> Facts:
    """Everything given as the facts of one case; what comes later wins."""
    return {name: value for some in facts for name, value in some.items()}


def verdict_of(rule_id: str, *facts: Facts, day: date = DAY) -> Verdict:
    """What one rule says of everything given together."""
    return judge(the_rule(rule_id, day), together(*facts), day)


def outcome(rule_id: str, *facts: Facts, day: date = DAY) -> str:
    """The outcome alone: yes, no, unknown, not_applicable."""
    return verdict_of(rule_id, *facts, day=day).outcome.value


def deciding(rule_id: str, *facts: Facts, day: date = DAY) -> set[str]:
    """The leaves that made the outcome what it is."""
    when = verdict_of(rule_id, *facts, day=day).when
    return {node.leaf.id for node in when.deciding() if node.leaf} if when else set()
