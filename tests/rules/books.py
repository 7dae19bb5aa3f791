"""Small rulebooks written in a line or two, and snapshots that bring them; every rule proves itself by two examples."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from gouden_poort.catalogue.snapshot import Snapshot
from tests.builders import a_snapshot

Written = dict[str, Any]


def a_rule(rule_id: str, test: str, *, yes: Mapping[str, Any], no: Mapping[str, Any], **more: Any) -> Written:
    """An admission of one test, with facts for which it says yes and no; any key of a rule may be given."""
    return {
        "id": rule_id,
        "kind": "admission",
        "nl": "Dit is een regel om te proberen.",
        "en": "This is a rule to try things with.",
        "source": {"title": "Example act", "read_on": "2026-11-21"},
        "when": {"id": "leaf", "test": test, "nl": "Dit klopt voor jou.", "en": "This holds for you."},
        "tests": [
            {"given": dict(yes), "expect": "yes", **more.pop("example", {})},
            {"given": dict(no), "expect": "no", **more.pop("example_of_no", {})},
        ],
        **more,
    }


def a_scheme(
    rule_id: str, amount: str, *, test: str, yes: Mapping[str, Any], no: Mapping[str, Any], **more: Any
) -> Written:
    """A scheme that lowers what a person pays for a step."""
    usual = {
        "kind": "scheme",
        "effect": "own_cost",
        "beneficiary": "candidate",
        "arranged_by": "state",
        "amount": {"value": amount, "round": "down_to_euro", "per": "step"},
        "stacking": {"group": "purse", "order": 100},
    }
    return a_rule(rule_id, test, yes=yes, no=no, **(usual | more))


def a_book(*rules: Written, **sections: Any) -> dict[str, bytes]:
    """The files of a rulebook for `a_snapshot(other_files=...)`."""
    return {"rules/own.yaml": json.dumps({**sections, "rules": list(rules)}).encode()}


def ruled(*rules: Written, parameters: Mapping[str, Any] | None = None, **files: Any) -> Snapshot:
    """The default catalogue (or what `files` make of it) under a few rules of its own."""
    sections = {} if parameters is None else {"parameters": parameters}
    settings = [{"key": "rulebook", "value": "rules"}, *files.pop("bundle", ())]
    return a_snapshot(bundle=settings, other_files=a_book(*rules, **sections), **files)


ADULT = a_rule(
    "own.adult",
    "person.age >= 18 or offering.kind == 'bol'",
    yes={"person.age": 18, "offering.kind": "module"},
    no={"person.age": 17, "offering.kind": "module"},
)
"""A module is for adults."""
ADULT_WORK = a_rule(
    "own.adult_work",
    "person.age >= 18 or position.wage_month_eur > 9000",
    yes={"person.age": 18, "position.wage_month_eur": 2600},
    no={"person.age": 17, "position.wage_month_eur": 2600},
)
"""Work is for adults."""
DUTCH = a_rule(
    "own.dutch",
    "person.cefr >= 'B1' or offering.kind != 'module'",
    yes={"person.cefr": "B1", "offering.kind": "module"},
    no={"person.cefr": "A2", "offering.kind": "module"},
)
"""A module asks Dutch."""
