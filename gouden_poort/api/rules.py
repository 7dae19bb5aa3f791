"""The rules themselves: every one with its words, dates and source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import jsonify

from gouden_poort.api.blueprint import Blueprint, kept_until
from gouden_poort.api.verdict_schema import RulesSchema
from gouden_poort.api.verdicts import told_rule
from gouden_poort.errors import UnknownThing
from gouden_poort.http.guard import public
from gouden_poort.rules.book.rule import Rule, Rulebook
from gouden_poort.rules.choosing import rulebook_of
from gouden_poort.wiring import house

rules = Blueprint("rules", "What the law and the schemes ask, rule by rule.")


@rules.operation("/rules", name="listRules", answer=RulesSchema)
@public
def list_rules() -> Any:
    """List the rules

    Those by which answers are given at present.
    """
    book = _present_rules()
    return _told(book, book.rules)


@rules.operation("/rules/<rule_id>", name="getRule", answer=RulesSchema)
@public
def get_rule(rule_id: str) -> Any:
    """Get one rule

    Once for each period in which its terms differ.
    """
    book = _present_rules()
    found = [rule for rule in book.rules if rule.id == rule_id]
    if not found:
        raise UnknownThing("rule", rule_id[:100])
    return _told(book, found)


def _present_rules() -> Rulebook:
    return rulebook_of(house().shelf.active())


def _told(book: Rulebook, found: Sequence[Rule]) -> Any:
    return kept_until(book.version, lambda: jsonify(version=book.version, rules=[told_rule(rule) for rule in found]))
