"""No question is asked for nothing: its answer decides what a rule or the planner reads."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gouden_poort import routing
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.answering import check_answer
from gouden_poort.profiles.assessment import to_profile
from gouden_poort.profiles.profile import Circumstances
from gouden_poort.profiles.question import Question
from gouden_poort.profiles.questions import BY_ID, QUESTIONS
from gouden_poort.rules.facts.person import person_facts
from gouden_poort.rules.language.walking import facts_in
from gouden_poort.rules.loading.books import builtin_rulebook, format_rulebook

TODAY = date(2026, 11, 21)
UTRECHT, ASSEN = ("Utrecht", "52.09", "5.12", "exact"), ("Assen", "53.001", "6.5536", "exact")
NEEDED: dict[str, Any] = {"place": UTRECHT, "birth_date": "1990-09-03"}
SKILLS = {"sk-digitaal-basis": 2, "sk-rekenen-basis": 2}
ANSWERS: dict[str, tuple[Any, ...]] = {
    "place": (ASSEN,),
    "birth_date": ("1992-02-03",),
    "situation": (["status_holder"],),
    "now": ("work_at_risk", "school"),
    "former_work": ({"oc-lasser": 4},),
    "tasks": (SKILLS,),
    "skills": (SKILLS,),
    "papers": (["cr-rijbewijs-ce"], ["cr-b-vca"], ["cr-idw"]),
    "dutch": ("C1",),
    "first_language": ("yes",),
    "basics": ("yes",),
    "schooling": ("mbo_4", "foreign"),
    "transport": (["car"],),
    "travel_minutes": (15,),
    "week": ({"hours": 20, "integration": 8, "care": 4},),
    "dayparts": (["evening"],),
    "start": ("2027-05-03",),
    "right_to_work": ("not_allowed",),
    "permit": ("family",),
    "integration": ("wi2021",),
    "benefit": ("ww",),
    "budget": (750,),
    "sectors": ({"bouw": 1, "ict": -1},),
    "priority": ("near",),
}
"""Answers that differ from not knowing, by question: together they move all that it decides."""


def decided(snapshot: Snapshot, answers: dict[str, Any]) -> dict[str, Any]:
    """All facts of a person and all fields of the profile, by the names that questions use."""
    checked = {name: check_answer(BY_ID[name], raw, today=TODAY) for name, raw in answers.items()}
    profile, _ = to_profile(checked, today=TODAY, profile_id="p")
    fields = {f"profile.{name}": getattr(profile, name) for name in profile.__dataclass_fields__}
    told = {
        f"circumstances.{name}": getattr(profile.circumstances, name) for name in Circumstances.__dataclass_fields__
    }
    return {**fields, **told, **person_facts(snapshot, profile, TODAY)}


@cache
def read_by_rules() -> frozenset[str]:
    """The facts that some condition of the built-in rules or of the catalogue format reads."""
    rules = (*builtin_rulebook().rules, *format_rulebook().rules)
    return frozenset(fact.name for rule in rules for leaf in rule.leaves for fact in facts_in(leaf.test))


@cache
def read_by_the_planner() -> frozenset[str]:
    """The names that the code of the planner reads from what it is given."""
    files = Path(next(iter(routing.__path__))).rglob("*.py")
    trees = (ast.parse(file.read_text()) for file in files)
    names = {node.attr for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return frozenset(f"{of}.{name}" for name in names for of in ("profile", "circumstances"))


def unused(question: Question) -> bool:
    """Whether nothing that the answer decides is read anywhere."""
    return not any(name in read_by_rules() or name in read_by_the_planner() for name in question.sets)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_rule_or_the_planner_reads_what_a_question_decides(question: Question) -> None:
    assert not unused(question)


def test_a_question_that_nothing_reads_is_noticed() -> None:
    assert unused(replace(BY_ID["now"], sets=("person.favourite_colour", "profile.favourite_colour")))
    assert unused(replace(BY_ID["now"], sets=()))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_an_answer_moves_all_that_its_question_says(builtin: Snapshot, question: Question) -> None:
    without = decided(builtin, NEEDED)
    answered = [decided(builtin, NEEDED | {question.id: answer}) for answer in ANSWERS[question.id]]
    moved = {name for one in answered for name, value in one.items() if value != without[name]}
    assert set(question.sets) <= moved
    assert {name for name in moved if "circumstances" not in name} <= set(question.sets)


def test_the_words_of_rules_and_the_questions_name_each_other() -> None:
    facts = format_rulebook().words.facts.values()
    assert [fact.name for fact in facts if fact.question and fact.name not in BY_ID[fact.question].sets] == []
