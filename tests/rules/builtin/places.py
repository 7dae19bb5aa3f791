"""People and places of work as facts, and what the whole book of this package says of a pair of them."""

from __future__ import annotations

from datetime import date

from gouden_poort.rules.book.rule import RuleKind
from gouden_poort.rules.case.judging import judge
from gouden_poort.rules.case.missing import facts_missing
from gouden_poort.rules.case.verdict import Outcome
from gouden_poort.rules.language.words import Facts, Value
from gouden_poort.rules.loading.books import builtin_rulebook
from tests.rules.builders import DAY
from tests.rules.builtin.people import together


def somebody(right_to_work: str | None = None, *groups: str, **told: Value) -> dict[str, Value | None]:
    """Someone of 30 without a benefit, with an answer to `Mag je werken?` and what was told besides."""
    return {
        "person.age": 30,
        "person.benefit": "none",
        "person.right_to_work": right_to_work,
        "person.groups": frozenset(groups),
        **{f"person.{name}": value for name, value in told.items()},
    }


def a_place(kind: str = "job", hours: int = 32, **more: Value) -> dict[str, Value | None]:
    """A job or learning place at a company."""
    told = {f"position.{name}": value for name, value in more.items()}
    return {"position.kind": kind, "position.hours_per_week": hours, **told}


def a_course(kind: str = "course", hours: int = 8, weeks: int = 12, **more: Value) -> dict[str, Value | None]:
    """Lessons, without the work beside them."""
    told = {f"offering.{name}": value for name, value in more.items()}
    return {"offering.kind": kind, "offering.hours_per_week": hours, "offering.weeks": weeks, **told}


def shut_by(*facts: Facts, day: date = DAY, about: str = "wrk.") -> set[str]:
    """The ids of the admission rules that shut the door."""
    return _ids(*facts, day=day, about=about, outcome=Outcome.NO, kinds={RuleKind.ADMISSION})


def to_arrange(*facts: Facts, day: date = DAY, about: str = "") -> set[str]:
    """The ids of the obligations that are surely still to be done."""
    return _ids(*facts, day=day, about=about, outcome=Outcome.NO, kinds={RuleKind.OBLIGATION})


def said(*facts: Facts, day: date = DAY, about: str = "") -> set[str]:
    """The ids of the warnings, infos and advice that are said."""
    kinds = {RuleKind.WARNING, RuleKind.INFO, RuleKind.ADVICE}
    return _ids(*facts, day=day, about=about, outcome=Outcome.YES, kinds=kinds)


def asked(*facts: Facts, day: date = DAY, about: str = "wrk.") -> set[str]:
    """The facts that admissions and obligations still wait for."""
    verdicts = [
        judge(rule, together(*facts), day)
        for rule in builtin_rulebook().rules
        if rule.kind in (RuleKind.ADMISSION, RuleKind.OBLIGATION) and rule.id.startswith(about)
    ]
    return {fact.name for fact in facts_missing(verdicts)}


def _ids(*facts: Facts, day: date, about: str, outcome: Outcome, kinds: set[RuleKind]) -> set[str]:
    return {
        rule.id
        for rule in builtin_rulebook().rules
        if rule.kind in kinds and rule.id.startswith(about) and judge(rule, together(*facts), day).outcome is outcome
    }
